"""What of an earlier version of a contribution is not in the later one yet, with both texts beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from proceedings.desk.marked import Words, words_of
from proceedings.models import Contribution, Point
from proceedings.text.coverage import cover
from proceedings.text.redline import compare_words


@dataclass(frozen=True, slots=True)
class Left:
    """A point of the earlier version, and the paragraph of the later one that is most like it, as a redline."""

    summary: str
    quote: str
    number: int
    words: Words


@dataclass(frozen=True, slots=True)
class Earlier:
    """How many points of the earlier version may go over as they are, and those that a person has to look at."""

    number: int
    movable: int
    left: tuple[Left, ...]


def compare_versions(later: Contribution, points: Sequence[Point], known: Sequence[Point]) -> Earlier:
    """Compare the points of the earlier version with those that the later one has: by their words."""
    there = {point.quote for point in known}
    missing = [point for point in points if point.quote not in there]
    movable = [point for point in missing if later.text.count(point.quote) == 1]
    left = [point for point in missing if later.text.count(point.quote) != 1]
    number = later.replaces.number if later.replaces else 0
    return Earlier(number, len(movable), tuple(_left(point, later.text) for point in left))


def _left(point: Point, text: str) -> Left:
    paragraphs = [(each.number, text[each.start : each.end]) for each in cover(text, ())]
    words = point.quote.split()
    number, nearest = max(
        paragraphs,
        key=lambda each: SequenceMatcher(None, words, each[1].split(), autojunk=False).ratio(),
        default=(0, ""),
    )
    return Left(point.summary, point.quote, number, words_of(compare_words(point.quote, nearest)))
