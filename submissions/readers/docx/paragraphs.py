"""What a view shows → paragraphs: repaired, clean, and parted at line breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from submissions.readers.document import Paragraph, Span
from submissions.readers.docx.views import Shown
from submissions.readers.encoding import Decoded, decode


def write(shown: Sequence[Shown]) -> tuple[list[Paragraph], list[Decoded]]:
    """Return the paragraphs, and what they were decoded from (for the encoding of the document).

    A line break parts a paragraph in two, as it does on the page, unless the sentence goes on in a small letter: then
    it is a blank.
    """
    decoded = decode([each.runs for each in shown])
    paragraphs = []
    for each, text in zip(shown, decoded, strict=True):
        for start, end in _parts(text.text):
            if part := text.text[start:end].replace("\n", " "):
                doubtful = tuple(_moved(text.doubtful, start, end))
                paragraphs.append(Paragraph(part, each.kind, each.level, None, each.cell, doubtful))
    return paragraphs, decoded


def _parts(text: str) -> Iterator[Span]:
    """The stretches of a text that become paragraphs, blanks around them left out."""
    start = 0
    for place, sign in enumerate(text):
        if sign == "\n" and not _goes_on(text, place):
            yield _stripped(text, start, place)
            start = place + 1
    yield _stripped(text, start, len(text))


def _goes_on(text: str, place: int) -> bool:
    before, after = text[:place].rstrip(" \t\xa0"), text[place:].lstrip()
    return (
        bool(after) and after[0].islower() and before[-1:] not in (".", ":", ";", "") and before[-1:] != "\n"
    )


def _stripped(text: str, start: int, end: int) -> Span:
    while (
        start < end and text[start].isspace() and not (text[start] == "\t" and "\t" in text[start + 1 : end])
    ):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _moved(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first < last:
            yield first - start, last - start
