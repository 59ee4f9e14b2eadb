"""Where the rows of a working draft stand in the order of reading, so that few of them have to be written anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

#: How far the rest of a draft moves on where it has to give way: as many rows can be put there before it moves again.
ROOM: Final = 1000


def positions_of(order: Sequence[int], before: Mapping[int, int]) -> dict[int, int]:
    """Return a rising position for each key of ``order`` (the order of reading), from 1.

    ``before`` are the positions that rows had. As many as possible keep theirs, the others take what is free between;
    where that is too little, rows that follow give way up to the next gap. Where all to the end have to, they leave
    ``ROOM`` for more. Where no row had a position, there are no gaps.
    """
    positions: dict[int, int] = {}
    pushed: int | None = None  # the first of the rows that gave way just now
    last = 0
    for newcomers, key in _runs(order, set(_rising(order, before))):
        for newcomer in newcomers:
            last = positions[newcomer] = last + 1
        if key is None:
            break
        if before[key] > last:
            pushed = None
        elif pushed is None:
            pushed = key
        last = positions[key] = max(before[key], last + 1)
    if pushed is not None:
        for key in order[order.index(pushed) :]:
            positions[key] += ROOM
    return positions


def _runs(order: Sequence[int], kept: set[int]) -> Iterator[tuple[list[int], int | None]]:
    """Yield each key that keeps its position with the newcomers before it; None ends the list."""
    newcomers: list[int] = []
    for key in chain(order, (None,)):
        if key is None or key in kept:
            yield newcomers, key
            newcomers = []
        else:
            newcomers.append(key)


def _rising(order: Sequence[int], before: Mapping[int, int]) -> Iterator[int]:
    """Yield the keys of a longest run of rising positions, the last one first (patience sorting)."""
    ends: list[int] = []
    piles: list[int] = []
    previous: dict[int, int | None] = {}
    for key in order:
        if key in before:
            place = bisect_left(ends, before[key])
            previous[key] = piles[place - 1] if place else None
            ends[place : place + 1], piles[place : place + 1] = [before[key]], [key]
    found = piles[-1] if piles else None
    while found is not None:
        yield found
        found = previous[found]
