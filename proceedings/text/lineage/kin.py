"""Short khoản and điểm joined or parted: a loose provision is looked for in what its neighbour's partner says more.

Of two neighbours that sound alike a merger keeps what they share once, so the whole of neither need be found again:
what counts is what sets the loose one apart, and what the other draft says beyond the neighbour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from proceedings.text.lineage.candidates import trust
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import Node
from proceedings.text.provisions import Kind, Role

#: Word pairs that must be found again, where they are what sets a provision apart, and where they are but a piece of it.
_LEAST_PAIRS: Final = 1
_LEAST_PAIRS_OF_A_PIECE: Final = 3
#: How much one of many new words is believed: its piece of the whole counts less the less of it is old.
_PIECE: Final = 0.5

_KINDS: Final = frozenset({Kind.KHOAN, Kind.DIEM, Kind.TEXT})
_BOUND: Final = frozenset({Role.CHAPEAU.value, Role.CLOSING.value})


def find_kin(found: Findings, least: float) -> None:
    """Note each loose provision of so much kinship with a matched neighbour as a part or a source of its partner."""
    for part, whole, kinship, confidence in _choose(found, least, is_new=True):
        found.parts.setdefault(whole, []).append(part)
        found.shares[part] = kinship, confidence
    for part, whole, kinship, confidence in _choose(found, least, is_new=False):
        found.sources.setdefault(whole, []).append(part)
        found.shares[part] = kinship, confidence


def _choose(found: Findings, least: float, *, is_new: bool) -> list[tuple[Node, Node, float, float]]:
    chosen = []
    for part in list_loose(found, is_new=is_new):
        ranked = rank_kin(found, part, is_new=is_new)
        if ranked and ranked[0][0] >= least:
            second = ranked[1][0] if len(ranked) > 1 else 0.0
            kinship, whole = ranked[0]
            chosen.append((part, whole, kinship, trust(kinship, kinship - second)))
    return chosen


def list_loose(found: Findings, *, is_new: bool) -> list[Node]:
    """Return the provisions within articles of one draft that nothing is known about yet."""
    loose = found.loose_new(found.pair.new) if is_new else found.loose_old(found.pair.old)
    return [node for node in loose if node.kind in _KINDS and node.role not in _BOUND]


def rank_kin(found: Findings, part: Node, *, is_new: bool) -> list[tuple[float, Node]]:
    """Return the partners of a provision's neighbours by how much of it they may have taken up, most first."""
    partners = found.old_of if is_new else found.new_of
    wholes = [(neighbour, partners[neighbour]) for neighbour in _neighbours(part) if neighbour in partners]
    ranked = [
        (weigh_kinship(found, part, neighbour, whole), whole)
        for neighbour, whole in wholes
        if whole.same != neighbour.same
    ]
    return sorted(ranked, key=lambda fit: (-fit[0], fit[1].order))


def _neighbours(part: Node) -> Iterator[Node]:
    """Yield those of its kind beside a provision, and beside what it stands in those that hold nothing."""
    for sibling in part.parent.children if part.parent else ():
        if sibling is not part and sibling.kind is part.kind:
            yield sibling
    holder = part.parent
    if holder is not None and holder.parent is not None and holder.kind is not Kind.DIEU:
        yield from (node for node in holder.parent.children if node is not holder and not node.children)


def weigh_kinship(found: Findings, part: Node, neighbour: Node, whole: Node) -> float:
    """Return how likely a whole, partner of a neighbour, took up a part too: by weight of words, 0 to 1."""
    grams, weigh = found.pair.corpus.grams, _Weight(found)
    more = grams[whole.index] - grams[neighbour.index]
    apart = grams[part.index] - grams[neighbour.index]
    taken = grams[part.index] & more
    pairs = sum(count for gram, count in taken.items() if " " in gram)
    if pairs < _LEAST_PAIRS:
        return 0.0
    kinship = weigh(apart & more) / weigh(apart) if apart & more else 0.0
    if pairs >= _LEAST_PAIRS_OF_A_PIECE:
        share = weigh(taken) / weigh(grams[part.index])
        kinship = max(kinship, weigh(taken) / weigh(more) * min(1.0, _PIECE + share))
    return kinship


class _Weight:
    """Sums the weights of grams."""

    def __init__(self, found: Findings) -> None:
        self._rarity = found.pair.corpus.rarity

    def __call__(self, grams: Counter[str]) -> float:
        return sum(count * self._rarity(gram) for gram, count in grams.items())
