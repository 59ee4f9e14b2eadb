"""How alike texts are: TF-IDF of folded words and word pairs, and the cosine between them, in plain Python."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from proceedings.text.folding import fold

Gram = TypeVar("Gram", str, int)
#: A text by the weights of its grams; of length 1, or empty when the text has no word.
Vector = dict[str, float]

#: Grams of a text that candidates are looked up by: its rarest, which say the most.
_TELLING = 24
#: How many of the texts that share most of those are weighed; bounds the work where all texts sound the same.
_CANDIDATES = 60
#: More texts than this never make a gram telling.
_HELD_BY = 400


def list_words(text: str) -> list[str]:
    """Return the words of a text in their order, folded, without the signs around them."""
    return [word for chunk in fold(text).split() if (word := chunk.strip('.,;:!?()[]"“”«»…*+'))]


def count_grams(text: str) -> Counter[str]:
    """Return how often each folded word and each pair of neighbouring words stands in a text."""
    words = list_words(text)
    grams = Counter(words)
    grams.update(map(" ".join, itertools.pairwise(words)))
    return grams


class Corpus:
    """Texts that are compared with each other; a gram weighs the more the fewer of them hold it.

    Built once for all; 20,000 points of 60 words take some seconds. Texts are known by their index.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.grams = [count_grams(text) for text in texts]
        self._holders = Counter(gram for grams in self.grams for gram in grams)
        self._rarities = {gram: self._measure_rarity(count) for gram, count in self._holders.items()}
        self._vectors = [self.weigh(grams) for grams in self.grams]
        self._postings: dict[str, list[int]] | None = None

    def __len__(self) -> int:
        return len(self.grams)

    def rarity(self, gram: str) -> float:
        """Return the inverse document frequency of a gram, smoothed: 1 when every text holds it."""
        known = self._rarities.get(gram)
        return self._measure_rarity(0) if known is None else known

    def _measure_rarity(self, holder_count: int) -> float:
        return math.log((1 + len(self.grams)) / (1 + holder_count)) + 1

    def weigh(self, grams: Counter[str]) -> Vector:
        """Return the weights of counted grams, a vector of length 1."""
        rough = {gram: (1 + math.log(count)) * self.rarity(gram) for gram, count in grams.items()}
        length = math.sqrt(sum(weight * weight for weight in rough.values()))
        return {gram: weight / length for gram, weight in rough.items()}

    def weigh_text(self, text: str) -> Vector:
        """Return the weights of any text, rarity taken from the corpus."""
        return self.weigh(count_grams(text))

    def vector(self, index: int) -> Vector:
        """Return the weights of a text of the corpus."""
        return self._vectors[index]

    def compare(self, one: int, other: int) -> float:
        """Return how alike two texts of the corpus are: 0 no word in common, 1 the same words in the same order."""
        return cosine(self._vectors[one], self._vectors[other])

    def similar(self, text: str, at_least: float = 0.3, limit: int = 10) -> list[tuple[int, float]]:
        """Return the texts of the corpus most like a given text, the most alike first, each with its cosine."""
        return self._nearest(self.weigh_text(text), at_least, limit)

    def neighbours(self, index: int, at_least: float = 0.3, limit: int = 10) -> list[tuple[int, float]]:
        """Return the other texts of the corpus most like one of them, the most alike first."""
        found = self._nearest(self._vectors[index], at_least, limit + 1)
        return [(other, score) for other, score in found if other != index][:limit]

    def pairs(self, at_least: float = 0.6, limit: int = 10) -> Iterator[tuple[int, int, float]]:
        """Yield each pair of texts at least so much alike, once, the lower index first."""
        seen: set[tuple[int, int]] = set()
        for index in range(len(self)):
            for other, score in self.neighbours(index, at_least, limit):
                pair = min(index, other), max(index, other)
                if pair not in seen:
                    seen.add(pair)
                    yield *pair, score

    def _nearest(self, vector: Vector, at_least: float, limit: int) -> list[tuple[int, float]]:
        scored = ((index, cosine(vector, self._vectors[index])) for index in self._candidates(vector, limit))
        alike = [(index, score) for index, score in scored if score >= at_least]
        return sorted(alike, key=lambda found: (-found[1], found[0]))[:limit]

    def _candidates(self, vector: Vector, limit: int) -> list[int]:
        """Return the texts that hold the most of the rarest grams; a gram that very many hold tells nothing."""
        postings = self._index()
        rarest = sorted(vector, key=lambda gram: (self._holders[gram], gram))
        telling = [gram for gram in rarest if 0 < self._holders[gram] <= _HELD_BY][:_TELLING]
        shared = Counter(index for gram in telling for index in postings[gram])
        return [index for index, _ in shared.most_common(max(_CANDIDATES, 3 * limit))]

    def _index(self) -> dict[str, list[int]]:
        if self._postings is None:
            self._postings = {}
            for index, grams in enumerate(self.grams):
                for gram in grams:
                    self._postings.setdefault(gram, []).append(index)
        return self._postings


def cosine(one: Mapping[Gram, float], other: Mapping[Gram, float]) -> float:
    """Return the cosine of two vectors of length 1, between 0 and 1."""
    common = one.keys() & other.keys()
    return min(
        1.0, math.fsum(one[gram] * other[gram] for gram in common)
    )  # exact in whatever order the set has
