"""What keeps its order when a list is rearranged, and so what has moved."""

from __future__ import annotations

from collections.abc import Sequence


def find_steady(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Return the indexes of the heaviest part of ``places`` that rises; what is left out has moved.

    Places differ from each other; weights are above 0. n log n: a running best for every place (Fenwick).
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)  # weight so far and the index it ends with
    before: list[int] = []
    top = (0, -1)
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        reached = _best_below(best, ranks[place])
        before.append(reached[1])
        mine = (reached[0] + weight, index)
        top = max(top, mine, key=lambda end: end[0])
        _raise(best, ranks[place], mine)
    steady, index = set(), top[1]
    while index >= 0:
        steady.add(index)
        index = before[index]
    return steady


def _best_below(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found, rank = (0, -1), rank - 1
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[int, int]], rank: int, mine: tuple[int, int]) -> None:
    while rank < len(best):
        if mine[0] > best[rank][0]:
            best[rank] = mine
        rank += rank & -rank
