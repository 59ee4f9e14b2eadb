"""Lines of a page where they stand: the common form of text from a PDF and of text recognised in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from submissions.readers.document import Span

GUTTER: Final = 6.0
"""Points of white that part two columns at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of it in one column; points from the top left corner, ``y`` at its foot."""

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
