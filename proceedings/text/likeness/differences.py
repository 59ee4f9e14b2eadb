"""What parts two points that share their words: another number, a negation, another request, the other direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from proceedings.text.likeness.meanings import OPPOSED, PARTED, POLES, SHADES

if TYPE_CHECKING:
    from proceedings.text.likeness.asking import Asked


class DifferenceKind(StrEnum):
    """In what two points differ."""

    NUMBER = "number"
    NEGATION = "negation"
    REQUEST = "request"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the one says and what the other says; words of theirs for numbers and negations, else forms of ours."""

    kind: DifferenceKind
    one: str
    other: str


def list_differences(one: Asked, other: Asked) -> tuple[Difference, ...]:
    """Return what keeps two points from being equal; empty where one only leaves out what the other says."""
    return (
        *_part_requests(one, other),
        *_part_directions(one, other),
        *_part_numbers(one, other),
        *_part_negations(one, other),
    )


def are_opposite(one: Asked, other: Asked) -> bool:
    """Return whether two points ask for the contrary, so that one answer can never do for both."""
    return _meets(one, other, OPPOSED) or any(True for _ in _find_parted(one, other, POLES))


def _meets(one: Asked, other: Asked, pairs: frozenset[frozenset[str]]) -> bool:
    """Return whether two points without a request in common make one of the pairs."""
    if one.requests & other.requests:
        return False
    return any(frozenset({mine, yours}) in pairs for mine in one.requests for yours in other.requests)


def _part_requests(one: Asked, other: Asked) -> Iterator[Difference]:
    if _meets(one, other, PARTED):
        mine, yours = sorted(one.requests), sorted(other.requests)
        yield Difference(DifferenceKind.REQUEST, mine[0].lstrip("+"), yours[0].lstrip("+"))


def _part_directions(one: Asked, other: Asked) -> Iterator[Difference]:
    for mine, yours in _find_parted(one, other, (*POLES, *SHADES)):
        yield Difference(DifferenceKind.DIRECTION, mine, yours)


def _find_parted(one: Asked, other: Asked, pairs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of which each point has one only, and not the same."""
    for pair in pairs:
        mine, yours = one.poles.intersection(pair), other.poles.intersection(pair)
        if len(mine) == len(yours) == 1 and mine != yours:
            yield min(mine), min(yours)


def _part_numbers(one: Asked, other: Asked) -> Iterator[Difference]:
    mine = [words for number, words in one.numbers.items() if number not in other.numbers]
    yours = [words for number, words in other.numbers.items() if number not in one.numbers]
    if mine and yours:
        yield Difference(DifferenceKind.NUMBER, ", ".join(mine), ", ".join(yours))


def _part_negations(one: Asked, other: Asked) -> Iterator[Difference]:
    for form, words in one.negated.items():
        if form in other.plain and form not in other.negated and form not in one.plain:
            yield Difference(DifferenceKind.NEGATION, words, "")
    for form, words in other.negated.items():
        if form in one.plain and form not in one.negated and form not in other.plain:
            yield Difference(DifferenceKind.NEGATION, "", words)
