"""What a view shows → paragraphs: repaired, clean, and parted at line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from submissions.readers.document import Paragraph, ParagraphKind, Span
from submissions.readers.docx.views import Shown
from submissions.readers.encoding import Decoded, decode

#: A line break with the blanks around it.
_LINE_ENDS: Final = re.compile(r"[^\S\n]*\n\s*")


def write(shown: Sequence[Shown]) -> tuple[list[Paragraph], list[Decoded]]:
    """Return the paragraphs, and what they were decoded from (for the encoding of the document).

    A line break parts a paragraph in two, as it does on the page, unless the sentence goes on in a small letter: then
    it is a blank.
    """
    decoded = decode([each.runs for each in shown])
    paragraphs = []
    for each, text in zip(shown, decoded, strict=True):
        parts = [(0, len(text.text))] if each.kind == ParagraphKind.ROW else list(_parts(text.text))
        for start, end in parts:
            if part := _LINE_ENDS.sub(_blank, text.text[start:end]):
                doubtful = tuple(_moved(text.doubtful, start, end))
                names = each.bookmarks if start == parts[0][0] else ()
                paragraphs.append(Paragraph(part, each.kind, each.level, None, each.cell, doubtful, names))
    return paragraphs, decoded


def _parts(text: str) -> Iterator[Span]:
    """The stretches of a text that become paragraphs, blanks around them left out."""
    start = 0
    for line_end in _LINE_ENDS.finditer(text):
        if not _goes_on(text, start, line_end.start(), line_end.end()):
            yield _stripped(text, start, line_end.start())
            start = line_end.end()
    yield _stripped(text, start, len(text))


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Tell whether a sentence goes on after one line break; two of them always part."""
    if text.count("\n", end, after) > 1 or not text[after : after + 1].islower():
        return False
    return end > start and text[end - 1] not in ".:;"


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    inside = part.strip()
    begin = start + part.find(inside) if inside else end
    return begin, begin + len(inside)


def _blank(line_end: re.Match[str]) -> str:
    """As long as what it replaces, so that offsets stay."""
    return " " * len(line_end[0])


def _moved(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first < last:
            yield first - start, last - start
