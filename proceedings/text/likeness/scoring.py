"""How alike two points are, at which level, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from proceedings.text.likeness.differences import Difference, are_opposite, list_differences
from proceedings.text.likeness.profiles import Profile
from proceedings.text.likeness.said import Level, Reason
from proceedings.text.similarity import cosine

#: From these scores on; measured on the tuning part of the sample opinions of the tests.
EQUAL: Final = 0.75
CLOSE: Final = 0.6
RELATED: Final = 0.35
#: How much the smaller point's share in the larger one counts beside the cosine.
_CONTAINED: Final = 0.35
#: From here on one is said to be contained in the other.
_WITHIN: Final = 0.8
#: Points of fewer grams say too little to be contained in anything.
_LEAST_GRAMS: Final = 8
#: What the same provision adds of the way to 1, and what different ones leave.
_SAME_PLACE, _OTHER_PLACE = 0.05, 0.85
_SAME_WORDING: Final = 0.4
#: Of so few words only the place tells what is meant ("bỏ khoản 3"); what is left without it.
_BRIEF, _PLACELESS = 2, 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two points have in common and what parts them."""

    score: float
    level: Level | None  # None: nothing worth telling
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...]
    is_opposite: bool

    @property
    def may_share_answer(self) -> bool:
        """Return whether nothing speaks against one answer for both."""
        return not self.is_opposite and not self.differences


def score(one: Profile, other: Profile) -> float:
    """Return how alike two points are, from 0 to 1, the same both ways; 1 for the same text about the same place."""
    mine, yours = one.reading, other.reading
    is_same = mine.same == yours.same and mine.wording == yours.wording
    words = 1.0 if is_same else _compare_words(one, other)
    is_one_place = mine.said.anchor == yours.said.anchor and bool(mine.said.anchor or is_same)
    if min(len(mine.words), len(yours.words)) <= _BRIEF and not is_one_place:
        words *= _PLACELESS
    if mine.wording and mine.wording == yours.wording:
        words += (1 - words) * _SAME_WORDING
    return _weigh_place(words, mine.said.anchor, yours.said.anchor)


def _compare_words(one: Profile, other: Profile) -> float:
    alike, contained = measure_overlap(one, other)
    return min(1.0, (1 - _CONTAINED) * alike + _CONTAINED * contained)


def measure_overlap(one: Profile, other: Profile) -> tuple[float, float]:
    """Return the cosine of two points, and how much of the smaller one is in the other, by weight."""
    alike, least = cosine(one.vector, other.vector), min(one.total, other.total)
    if not least or min(len(one.weights), len(other.weights)) < _LEAST_GRAMS:
        return alike, alike
    common = one.weights.keys() & other.weights.keys()
    return alike, min(1.0, math.fsum(min(one.weights[gram], other.weights[gram]) for gram in common) / least)


def _weigh_place(words: float, mine: str, yours: str) -> float:
    if not mine or not yours:
        return words
    if mine == yours:
        return words + (1 - words) * _SAME_PLACE * min(1.0, words / CLOSE)
    is_within = f"{mine}.".startswith(f"{yours}.") or f"{yours}.".startswith(f"{mine}.")
    return words if is_within else words * _OTHER_PLACE


def compare(one: Profile, other: Profile) -> Likeness:
    """Return all that is told of two points."""
    differences = list_differences(one.reading.asked, other.reading.asked)
    is_opposite = are_opposite(one.reading.asked, other.reading.asked)
    worth = score(one, other)
    level = _grade(worth, is_parted=bool(differences), is_opposite=is_opposite)
    return Likeness(worth, level, _explain(one, other), differences, is_opposite)


def _grade(worth: float, *, is_parted: bool, is_opposite: bool) -> Level | None:
    if worth < RELATED:
        return None
    if worth < CLOSE or is_opposite:
        return Level.RELATED
    return Level.CLOSE if worth < EQUAL or is_parted else Level.EQUAL


def _explain(one: Profile, other: Profile) -> tuple[Reason, ...]:
    mine, yours = one.reading, other.reading
    contained = measure_overlap(one, other)[1]
    reasons = {
        Reason.SAME_WORDS: mine.same == yours.same,
        Reason.SAME_WORDING: bool(mine.wording) and mine.wording == yours.wording,
        Reason.SAME_PROVISION: bool(mine.said.anchor) and mine.said.anchor == yours.said.anchor,
        Reason.CONTAINED: mine.same != yours.same and contained >= _WITHIN,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)
