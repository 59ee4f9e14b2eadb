"""The final text of a regulation as a file: the layout by family and date, the writer by the ending of the name."""

from __future__ import annotations

from pathlib import Path

from proceedings.exports.fonts import FontChoice
from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.docx import write_docx
from proceedings.exports.regulation.html import write_html
from proceedings.exports.regulation.pdf import write_pdf
from proceedings.exports.regulation.profiles import profile_for

FINAL_TEXT_NAMES = ("final-text.pdf", "final-text.docx", "final-text.html")


def write_final_text(document: RegulationDocument, path: Path, *, fonts: FontChoice | None = None) -> Path:
    """Write `document` to `path` (.pdf, .docx or .html) and return it; equal documents give equal bytes.

    `fonts` is for print only; without it the machine's is looked for. Raises ValueError on another ending,
    LayoutRefused where the family has no such sign, PdfFailed, NoUsableFont or OSError, and then leaves no file.
    """
    profile = profile_for(document.family, document.dated_on)
    match path.suffix:
        case ".pdf":
            return write_pdf(document, profile, path, fonts=fonts)
        case ".docx":
            return write_docx(document, profile, path)
        case ".html":
            return write_html(document, profile, path)
    raise ValueError(f"{path.name} is none of {', '.join(FINAL_TEXT_NAMES)}")
