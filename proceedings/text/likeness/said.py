"""What is compared, and what is told of two points that are alike: how much, why, where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from proceedings.text.likeness.differences import Difference


@dataclass(frozen=True, slots=True)
class Said:
    """A point as it is compared; ``key`` is the caller's and unique among what is compared together."""

    key: int
    text: str
    anchor: str = ""  # path of the provision it is about: "dieu-5.khoan-2"
    wording: str = ""  # proposed, where there is any
    kind: str = ""  # agree, add, amend, remove, ask, other


class Level(StrEnum):
    """How much two points have in common, in words for a person."""

    EQUAL = "equal"  # one answer does for both
    CLOSE = "close"  # the same matter; a person reads the difference
    RELATED = "related"  # something in common


class Reason(StrEnum):
    """Why two points are said to be alike; the caller words it."""

    SAME_WORDS = "same_words"
    SAME_WORDING = "same_wording"  # the wording proposed is the same
    SAME_PROVISION = "same_provision"
    CONTAINED = "contained"  # one says what the other says, and more
    SHARED_PHRASES = "shared_phrases"


class Shared(NamedTuple):
    """A passage of both texts, whole words, as offsets in code points of the texts as they were given."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int


@dataclass(frozen=True, slots=True)
class Similar:
    """A point alike the one asked for (a); ``shared`` in the order of a's text, b is this one."""

    key: int
    score: float  # 0 nothing in common … 1 the same
    level: Level
    reasons: tuple[Reason, ...]
    shared: tuple[Shared, ...]
    differences: tuple[Difference, ...] = ()
    is_opposite: bool = False  # it asks for the contrary: one answer can never do for both


class Member(NamedTuple):
    """A point of a group, with its score to the core of it."""

    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """Points proposed for one answer: the core, which is most like all others, and the members, it among them."""

    core: int
    members: tuple[Member, ...]  # the most alike the core first; the core itself has 1
