"""A draft as a Word file to work on: plain styles, and ids that lead each paragraph back to its provision."""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from proceedings.exports.docx_package import empty_package, write_package
from proceedings.exports.printable import Lettering
from proceedings.exports.provision_styles import HEAD_RUN, HEADS, style_of
from proceedings.exports.tree import Document
from proceedings.exports.word_text import legal, run_content
from proceedings.text.provisions import Provision
from proceedings.text.returned import DRAFT_PROPERTY, DraftName, Line, lines_of

_CUSTOM: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)
#: Line ends that are part of a paragraph would part it in two on the way back.
_BLANKS: Final = str.maketrans("\r\v\f", "   ")


def write_working_docx(tree: Sequence[Provision], draft: DraftName, document: Document, path: Path) -> Path:
    """Write a draft to `path` as a Word file that can be edited and brought back, and return the path.

    The provisions carry their paths (``with_paths``). Each paragraph stands in a hidden bookmark, and a property of
    the file names the draft; both survive Word and LibreOffice. `document` gives title, marks, page and language; its
    blocks are not printed. Equal input gives equal bytes. Raises OSError.
    """
    package = _with_property(empty_package(document, Lettering()), str(draft))
    write_package(package, (fragment.encode() for fragment in _body(lines_of(tree), draft)), path)
    return path


def _body(lines: Iterable[Line], draft: DraftName) -> Iterator[str]:
    wants_head = True  # the running head must find words, or Word prints an error there
    for number, line in enumerate(lines, 1):
        look = HEAD_RUN if wants_head or line.kind in HEADS else ""
        wants_head = False
        run = f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}{run_content(line.text.translate(_BLANKS))}</w:r>"
        start = f'<w:bookmarkStart w:id="{number}" w:name="{line.bookmark(draft)}"/>'
        style = f'<w:pPr><w:pStyle w:val="{style_of(line.kind, line.role)}"/></w:pPr>'
        yield f'<w:p>{style}{start}{run}<w:bookmarkEnd w:id="{number}"/></w:p>'


def _with_property(package: bytes, value: str) -> bytes:
    word = docx.Document(io.BytesIO(package))
    custom = _CUSTOM.format(name=DRAFT_PROPERTY, value=escape(legal(value)))
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        custom.encode(),
        word.part.package,
    )
    word.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()
