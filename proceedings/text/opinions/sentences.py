"""What is known of one sentence of a contribution, and of the paragraph around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from proceedings.text.opinions.shapes import Rule

#: A rule and the span of the plain copy that triggered it.
Mark = tuple[Rule, int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, ``body`` begins behind its number or dash; spans are those of the plain copy."""

    start: int
    body: int
    end: int
    requests: tuple[Mark, ...] = ()  # "đề nghị", or a verb that bids
    is_explicit: bool = False  # someone says "đề nghị"
    agreement: Mark | None = None
    question: Mark | None = None

    @property
    def asks(self) -> bool:
        """Return whether the sentence wants anything."""
        return bool(self.requests or self.question)

    @property
    def speaks(self) -> bool:
        """Return whether the sentence is of a point at all."""
        return self.asks or self.agreement is not None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the paragraph that a sentence stands in."""

    is_item: bool  # it is numbered, a dash line or a row of a table
    has_place: bool  # a heading above names a provision
    mentions_text: bool  # it speaks of the draft, or to those who write it
    cited: tuple[tuple[int, int], ...]  # its citations of the draft that are no asides

    def cites(self, start: int, end: int) -> bool:
        """Return whether a provision of the draft is cited in a span."""
        index = bisect_left(self.cited, (start,))
        return index < len(self.cited) and self.cited[index][0] < end
