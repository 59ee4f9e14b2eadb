"""How rare each gram is in a workshop, counted over a sample of its signatures: nothing is kept up for it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

#: Grams of a point that others are looked up by.
TELLING: Final = 40
#: A gram that more than this share of the sample holds finds too much, once the sample is large enough to tell.
_HELD_BY: Final = 0.04
_LEAST_SAMPLE: Final = 100
#: So many are looked up by in any case, where all points say the same.
_LEAST_TELLING: Final = 4


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of ``total`` signatures each gram was seen; a few hundred drawn at random are enough."""

    total: int = 0
    held: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def count(cls, signatures: Iterable[Sequence[int]]) -> Rarity:
        """Return the rarity within these signatures."""
        held: Counter[int] = Counter()
        total = 0
        for total, one in enumerate(signatures, start=1):  # noqa: B007 - the last number is wanted
            held.update(one)
        return cls(total, held)

    def weigh(self, gram: int) -> float:
        """Return the weight of a gram: the rarer the more, about 0.7 for what every point has."""
        return math.log(1 + (self.total + 1) / (self.held.get(gram, 0) + 0.5))


class Telling(NamedTuple):
    """What to look a point up by: grams with their weights, the rarest first; two arrays for one query."""

    grams: list[int]
    weights: list[float]


def telling(signature: Sequence[int], rarity: Rarity, limit: int = TELLING) -> Telling:
    """Return the rarest grams of a signature, those that most of the workshop has left out.

    The query adds up the weights of the grams that a stored signature shares and keeps the heaviest (docs/decisions,
    0012). Empty only for a point without a word.
    """
    ordered = sorted(signature, key=lambda gram: (rarity.held.get(gram, 0), gram))[:limit]
    most = rarity.total * _HELD_BY if rarity.total >= _LEAST_SAMPLE else rarity.total
    rare = [gram for gram in ordered if rarity.held.get(gram, 0) <= most]
    grams = rare if len(rare) >= _LEAST_TELLING else ordered[:_LEAST_TELLING]
    return Telling(grams, [rarity.weigh(gram) for gram in grams])
