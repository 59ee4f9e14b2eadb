"""The sentences of a stretch of text, as spans: what an editor chooses from who does not mark words with a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.text.coverage import Span, has_words

_STOP = re.compile(r"[.?!…;:]+[)\]”\"»]*(?=\s)")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the sentences between two offsets, in order, without the blanks around them.

    A sentence ends at ``. ? ! … ; :`` before a blank or at a line end. What has no words (a number, a dash) belongs to
    the sentence after it.
    """
    at = start
    for stop in _stops(text, start, end):
        if has_words(text[at:stop]):
            yield _trimmed(text, at, stop)
            at = stop


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    line = start
    while line < end:
        line_end = text.find("\n", line, end)
        line_end = end if line_end < 0 else line_end
        yield from (found.end() for found in _STOP.finditer(text, line, line_end))
        yield line_end
        line = line_end + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
