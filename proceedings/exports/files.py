"""The files of a workshop by name: from the working record, or as an edition keeps them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from proceedings.exports.docx import write_docx
from proceedings.exports.draft_names import DRAFT_FILES, kind_of, names_of, text_of
from proceedings.exports.fonts import FontChoice, find_fonts
from proceedings.exports.pdf import write_pdf
from proceedings.exports.proceedings import proceedings_of
from proceedings.models import Workshop
from proceedings.models.editions import EditionFile, FileChunk
from proceedings.queries.issued_drafts import CirculatedText, circulated_texts
from proceedings.vocabulary import Audience

PROCEEDINGS = ("proceedings.pdf", "proceedings.docx")
FILE_NAMES = (*PROCEEDINGS, *DRAFT_FILES)
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml",
}


class NothingToWrite(LookupError):
    """A file is made from an issued draft, or from two, and this audience reads none of the workshop."""


def chosen_fonts() -> FontChoice:
    """The font of the settings (`KYYEU_FONT_DIR`), else of the machine. Raises NoUsableFont."""
    return find_fonts(Path(settings.FONT_DIR) if settings.FONT_DIR else None)


def may_be_file(name: str) -> bool:
    """Tell whether a workshop can have a file of this name: one of FILE_NAMES, or of a further text."""
    return name in PROCEEDINGS or kind_of(name) != ""


def file_names(texts: Sequence[CirculatedText]) -> tuple[str, ...]:
    """Return the files of a workshop of which an audience reads these texts (:func:`circulated_texts`)."""
    return (*PROCEEDINGS, *(name for text in texts for name in names_of(text)))


def hash_input(workshop: Workshop, name: str, texts: Sequence[CirculatedText]) -> str:
    """Return the hash of all that a file of drafts is made from; empty for a file that tells its day and edition.

    That is the text with its drafts by their hashes, who drafts it, the code that writes such files, the versions
    of what that rests on, and the fonts of print.
    """
    text = text_of(name, texts)
    if text is None:
        return ""
    fonts = repr(chosen_fonts()) if name.endswith(".pdf") else ""
    described = repr((workshop.slug, workshop.host, text))
    return hashlib.sha256("\0".join((name, described, _fingerprint(), fonts)).encode()).hexdigest()


@cache
def _fingerprint() -> str:
    """Return the hash of the code that writes files of drafts, and of the versions of what it rests on."""
    base = Path(settings.BASE_DIR)
    digest = hashlib.sha256((base / "requirements.txt").read_bytes())
    for pattern in ("exports/**/*.py", "exports/**/*.typ", "text/**/*.py", "queries/*draft*.py"):
        for path in sorted((base / "proceedings").glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def write_file(
    workshop: Workshop,
    name: str,
    path: Path,
    *,
    audience: Audience,
    created: datetime.datetime,
    edition: str = "",
) -> list[Path]:
    """Write a file of a workshop from the working record to `path`; a large PDF takes further volumes beside it.

    The words are Vietnamese whatever language is active. Raises PdfFailed, NoUsableFont, LayoutRefused or OSError,
    and NothingToWrite where the file is of a draft that is not there.
    """
    if not may_be_file(name):
        raise ValueError(f"{name} is none of {', '.join(FILE_NAMES)}")
    with override("vi"):
        if name not in PROCEEDINGS:
            return [_write_draft_file(workshop, name, path, audience)]
        document = proceedings_of(workshop, audience=audience, created=created, edition=edition)
        if name.endswith(".docx"):
            return [write_docx(document, path)]
        return write_pdf(document, path.parent, name=path.stem, fonts=chosen_fonts())


def _write_draft_file(workshop: Workshop, name: str, path: Path, audience: Audience) -> Path:
    # Four writers, loaded when one is needed: an edition mostly keeps the files of the one before.
    from proceedings.exports.drafts import write_draft_file

    text = text_of(name, circulated_texts(workshop, audience))
    if text is None:
        raise NothingToWrite(name)
    fonts = chosen_fonts() if name.endswith(".pdf") else None
    return write_draft_file(workshop, text, kind_of(name), path, fonts=fonts)


def copy_edition_file(file: EditionFile, path: Path) -> Path:
    """Write the bytes that an edition keeps to `path`, a chunk at a time, and return it."""
    chunks = FileChunk.objects.filter(body_id=file.body_id).order_by("position", "id")
    with path.open("wb") as target:
        for data in chunks.values_list("data", flat=True).iterator(chunk_size=4):
            target.write(data)
    return path
