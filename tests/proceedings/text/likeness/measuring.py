"""Recall and precision of pairs, of what is ranked and of what is put into groups."""

import itertools
from dataclasses import dataclass

from proceedings.text.likeness import Level, Rarity, cluster, rank, signature


@dataclass(frozen=True)
class Measured:
    """Pairs found, of those that belong together, and pairs found that do not."""

    right: int
    missed: frozenset
    wrong: frozenset

    @property
    def recall(self):
        """Return the share of pairs that belong together that was found."""
        return self.right / ((self.right + len(self.missed)) or 1)

    @property
    def precision(self):
        """Return the share of pairs found that belong together."""
        return self.right / ((self.right + len(self.wrong)) or 1)

    def __str__(self):
        return f"recall {self.recall:.3f}, precision {self.precision:.3f} ({self.right + len(self.missed)} pairs)"


def compare_pairs(told, found):
    """Return how pairs found by key compare with those of one meaning."""
    together = {}
    for one in told:
        together.setdefault(one.meaning, []).append(one.said.key)
    wanted = {pair for keys in together.values() for pair in itertools.combinations(sorted(keys), 2)}
    return Measured(len(wanted & found), frozenset(wanted - found), frozenset(found - wanted))


def find_similar(told):
    """Return the pairs that ``rank`` offers one answer for: equal or close, nothing between them."""
    saids = [one.said for one in told]
    rarity = Rarity.count(map(signature, saids))
    return {
        tuple(sorted((said.key, similar.key)))
        for said in saids
        for similar in rank(said, saids, rarity)
        if similar.level is not Level.RELATED and not similar.differences
    }


def find_grouped(told):
    """Return the pairs that ``cluster`` puts together."""
    groups = cluster([one.said for one in told])
    return {
        pair
        for group in groups
        for pair in itertools.combinations(sorted(member.key for member in group.members), 2)
    }
