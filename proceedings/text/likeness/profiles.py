"""A point read once, for being compared many times."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Final

from proceedings.text.folding import fold
from proceedings.text.likeness.asking import Asked, read_asked
from proceedings.text.likeness.rarity import Rarity
from proceedings.text.likeness.said import Said
from proceedings.text.likeness.signatures import count_pairs, count_words, read_whole
from proceedings.text.likeness.tokens import Token, read_tokens

#: What a pair of neighbours weighs beside its words: other words and another order are no other opinion.
_PAIRS: Final = 0.2


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a point without knowing the others."""

    said: Said
    tokens: list[Token]  # of the text alone: only there is anything highlighted
    words: Counter[int]
    pairs: Counter[int]
    asked: Asked
    same: str  # equal where only case, blanks, signs or the spelling of marks differ
    wording: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A point with its grams weighed by their rarity."""

    reading: Reading
    weights: dict[int, float]
    vector: dict[int, float]  # the same, of length 1; empty where the point has no word
    total: float


def read_said(said: Said) -> Reading:
    """Return what is read of a point."""
    tokens = read_tokens(said.text)
    whole = read_whole(said, tokens)
    asked = read_asked(said.text, tokens, said.kind)
    return Reading(
        said, tokens, count_words(whole), count_pairs(whole), asked, fold(said.text), fold(said.wording)
    )


def weigh_reading(reading: Reading, rarity: Rarity) -> Profile:
    """Return a point weighed by the rarity of its grams."""
    weights = {
        gram: share * (1 + math.log(count)) * rarity.weigh(gram)
        for share, grams in ((1.0, reading.words), (_PAIRS, reading.pairs))
        for gram, count in grams.items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    vector = {gram: weight / length for gram, weight in weights.items()}
    return Profile(reading, weights, vector, math.fsum(weights.values()))
