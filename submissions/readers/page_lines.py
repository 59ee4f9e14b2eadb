"""Lines of a page where they stand: the common form of text from a PDF and of text recognised in a picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from submissions.readers.document import Span

GUTTER: Final = 6.0
"""Points of white that part two columns at least."""

_MARK: Final = re.compile(
    r"\d{1,3}(\.\d{1,3})*[.)/]|[a-zđ]\d?[.)]|[IVXLC]{1,5}[.)]|[-–—+*•●○▪■□◦·\uf000-\uf0ff]"
)
"""A mark of a list, which may stand far from its text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands; points from the top left corner, ``y`` at its foot."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of it in one column; ``doubtful`` are spans of its characters."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    doubtful: tuple[Span, ...] = ()

    @property
    def middle(self) -> float:
        """Return where its centre stands."""
        return (self.x0 + self.x1) / 2

    def width_of(self, letters: int) -> float:
        """Return about how wide so many of its letters are."""
        return (self.x1 - self.x0) * letters / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in the order of its own content; ``number`` counts from 1."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def lines_of(words: Iterable[Word | None]) -> Iterator[Line]:
    """Yield the lines that words make, None being a line end; what stands far apart on one row is parted."""
    for run in _runs(words):
        yield from _parts(run)


def _runs(words: Iterable[Word | None]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if word is None or (run and _is_elsewhere(run[-1], word)):
            if run:
                yield run
            run = []
        if word is not None:
            run.append(word)
    if run:
        yield run


def _is_elsewhere(before: Word, word: Word) -> bool:
    size = max(before.size, word.size, 1)
    return abs(word.y - before.y) > 0.55 * size or word.x0 < before.x1 - 2 * size


def _parts(words: list[Word]) -> Iterator[Line]:
    """Yield the parts of a run that stand apart by much more than its words do."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    size = median(word.size for word in words) or 1
    wide = min(max(0.7 * size, 2.5 * median(gaps or [0])), 3 * size)
    part = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > wide and not (len(part) == 1 and _MARK.fullmatch(part[0].text)):
            yield _line(part)
            part = []
        part.append(word)
    yield _line(part)


def _line(words: list[Word]) -> Line:
    texts = [unicodedata.normalize("NFC", word.text) for word in words]
    doubtful, position = [], 0
    for word, text in zip(words, texts, strict=True):
        if word.is_doubtful:
            doubtful.append((position, position + len(text)))
        position += len(text) + 1
    return Line(
        " ".join(texts),
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        median(word.y for word in words),
        median(word.size for word in words),
        tuple(doubtful),
    )


def page_ranges(numbers: Sequence[int]) -> str:
    """Return page numbers as people write them: "1-3, 7"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in spans)
