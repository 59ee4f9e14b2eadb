"""Which paragraphs of a text still hold words that no span has: the twin of ``measure_coverage`` in the database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: A span of characters: where it begins and where it ends, which is not in it any more.
Span = tuple[int, int]

#: Letters of any script, spelled out as in the database, where no locale may have a say.
_LETTERS = r"A-Za-z\u00C0-\u02AF\u0370-\u1CFF\u1E00-\u1FFF\u2E80-\uD7FF"
_NUMERAL = re.compile(rf"(?<![{_LETTERS}0-9_])[IVXLC]+(?![{_LETTERS}0-9_])")
_WORD = re.compile(rf"[{_LETTERS}]{{2}}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text with words: its number counts all such lines from 1; ``rest`` are its spans that are open."""

    number: int
    start: int
    end: int
    rest: tuple[Span, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether words of it are in no span."""
        return bool(self.rest)


def has_words(text: str) -> bool:
    """Tell whether a text says anything: two letters beside each other that are no Roman numeral.

    What remains of a paragraph beside its spans (a number, a dash, a bracket, a lone ``a)``) need not be accounted for.
    """
    return bool(_WORD.search(_NUMERAL.sub("", text)))


def cover(text: str, spans: Iterable[Span]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text that have words, each with what of it is in none of the spans.

    Spans are offsets into ``text``; they may overlap, may be in any order, may reach over several paragraphs and, where
    they are empty, count for nothing.
    """
    taken = _joined(spans)
    return tuple(
        Paragraph(number, start, end, tuple(_rest(text, start, end, taken)))
        for number, (start, end) in enumerate(_lines(text), start=1)
    )


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if has_words(line):
            yield start, start + len(line)
        start += len(line) + 1


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _rest(text: str, start: int, end: int, taken: list[Span]) -> Iterator[Span]:
    at = start
    for begin, stop in taken:
        if stop <= at or begin >= end:
            continue
        if begin > at and has_words(text[at:begin]):
            yield _trimmed(text, at, begin)
        at = max(at, stop)
    if at < end and has_words(text[at:end]):
        yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
