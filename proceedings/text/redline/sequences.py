"""The longest common part of two sequences: only here is rapidfuzz asked (difflib takes a hundred times)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel


class Step(NamedTuple):
    """A stretch that is equal, or one that is only in the old (``new`` empty) or only in the new sequence."""

    is_equal: bool
    old: tuple[int, int]
    new: tuple[int, int]


def find_steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Return the stretches in order, both sequences covered without gaps, by insertions and deletions only."""
    return [
        Step(step.tag == "equal", (step.src_start, step.src_end), (step.dest_start, step.dest_end))
        for step in Indel.opcodes(old, new)
    ]


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much of two sequences is common, in order: 0 to 1; two empty ones are alike."""
    return float(Indel.normalized_similarity(old, new))
