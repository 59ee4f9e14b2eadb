"""The neutral tree as a Word file: real styles, a real table of contents, nothing to repair."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from proceedings.exports.docx_body import BodyWriter, contents
from proceedings.exports.docx_package import empty_package, line_width, write_package
from proceedings.exports.printable import Lettering
from proceedings.exports.tree import ContentsPlace, Document

_PIECE = 1 << 20
_AT_THE_FOOT = (
    '<w:framePr w:w="{width}" w:hRule="auto" w:hAnchor="margin" w:vAnchor="margin"'
    ' w:xAlign="center" w:yAlign="bottom"/>'
)


def write_docx(document: Document, path: Path, *, has_cover: bool = True) -> Path:
    """Write `document` to `path` and return it; a letter has no cover.

    Memory does not grow with the document; equal documents give equal bytes. Raises OSError and then leaves
    no file.
    """
    lettering = Lettering()
    width = line_width(document.page)
    writer = BodyWriter(lettering, width, begins_page=has_cover)
    with TemporaryFile() as body:
        for fragment in writer.write(document.blocks):
            body.write(fragment.encode())
        front = BodyWriter(lettering, width)
        table = contents(writer.entries, document.words.contents, front)
        cover = _cover(document, front) if has_cover else ()
        parts = _in_order(document.contents, cover, _pieces(body), table)
        try:
            write_package(empty_package(document, lettering), parts, path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return path


def _in_order(
    place: ContentsPlace, cover: Iterable[str], body: Iterable[bytes], table: Iterable[str]
) -> Iterator[bytes]:
    yield from (fragment.encode() for fragment in cover)
    if place is ContentsPlace.FIRST:
        yield from (fragment.encode() for fragment in table)
    yield from body
    if place is ContentsPlace.LAST:
        yield from (fragment.encode() for fragment in table)


def _pieces(body: BinaryIO) -> Iterator[bytes]:
    body.seek(0)
    return iter(lambda: body.read(_PIECE), b"")


def _cover(document: Document, writer: BodyWriter) -> Iterator[str]:
    *above, issuing = document.bodies or ("",)
    lines = [("CoverBodyAbove", body) for body in above]
    lines += [("CoverBody", issuing), ("Rule", ""), ("CoverKind", document.kind), ("Title", document.title)]
    lines += [("Subtitle", document.subtitle), *(("Mark", mark) for mark in document.marks)]
    for style, text in lines:
        if text or style == "Rule":
            yield writer.paragraph(style, writer.text_run(text))
    frame = _AT_THE_FOOT.format(width=line_width(document.page))
    yield writer.paragraph("CoverPlace", writer.text_run(document.place_and_date), frame)
    yield writer.paragraph("Normal", "")  # holds the frame on this page
