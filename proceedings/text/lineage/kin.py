"""Short khoản and điểm joined or parted: a loose provision is looked for in what its neighbour's partner says more.

Of two neighbours that sound alike a merger keeps what they share once, so the whole of neither need be found again:
what counts is what sets the loose one apart, and what the other draft says beyond the neighbour.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Final

from proceedings.text.lineage.candidates import trust
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import Node
from proceedings.text.provisions import Kind, Role
from proceedings.text.similarity import list_words

#: Word pairs that must be found again where only a piece of a provision is.
_LEAST_PAIRS: Final = 2
#: How much a piece of the whole is believed: the less, the less of the part is old.
_PIECE: Final = 0.5
#: How little a part is believed that its neighbour says too, but for a word: that word may be there by chance.
_APART: Final = 0.4
#: So many words in one run make a part certain; a run alone never counts for more than the cap.
_LONG_RUN: Final = 16
_RUN_CAP: Final = 0.6
_KINDS: Final = frozenset({Kind.KHOAN, Kind.DIEM, Kind.TEXT})
_BOUND: Final = frozenset({Role.CHAPEAU.value, Role.CLOSING.value})


def find_kin(found: Findings, least: float, *, pieces: bool = True) -> None:
    """Note each loose provision of so much kinship with a matched neighbour as a part or a source of its partner.

    Without ``pieces`` it must go into it, not only some of its words.
    """
    for is_new in (True, False):
        for part in list_loose(found, is_new=is_new):
            ranked = rank_kin(found, part, pieces=pieces)
            if ranked and ranked[0][0] >= least:
                second = ranked[1][0] if len(ranked) > 1 else 0.0
                kinship, neighbour, whole = ranked[0]
                apart = min(1.0, _APART + 1 - found.pair.contained(part, neighbour))
                _note(found, part, neighbour, whole, (kinship, apart * trust(kinship, kinship - second)))


def _note(found: Findings, part: Node, neighbour: Node, whole: Node, share: tuple[float, float]) -> None:
    found.shares[part] = share
    if lead := found.leads.get(neighbour):
        lead.clauses.append(part)
        lead.score, lead.confidence = min(lead.score, share[0]), min(lead.confidence, share[1])
    elif whole in found.new_of:
        found.parts.setdefault(whole, []).append(part)
    else:
        found.sources.setdefault(whole, []).append(part)


def list_loose(found: Findings, *, is_new: bool) -> list[Node]:
    """Return the provisions within articles of one draft that nothing is known about yet."""
    loose = found.loose_new(found.pair.new) if is_new else found.loose_old(found.pair.old)
    return [node for node in loose if node.kind in _KINDS and node.role not in _BOUND]


def rank_kin(found: Findings, part: Node, *, pieces: bool = True) -> list[tuple[float, Node, Node]]:
    """Return neighbours and their partners by how much of a provision these may have taken up, most first."""
    ranked = [
        (_weigh(found, part, neighbour, whole, pieces=pieces), neighbour, whole)
        for neighbour, whole in list_partners(found, part)
        if whole.same != neighbour.same
    ]
    return sorted(ranked, key=lambda fit: (-fit[0], fit[2].order))


def list_partners(found: Findings, part: Node) -> list[tuple[Node, Node]]:
    """Return the neighbours of a provision that have a partner, each with it."""
    pairs = ((neighbour, found.partner(neighbour)) for neighbour in _neighbours(part))
    return [(neighbour, whole) for neighbour, whole in pairs if whole is not None]


def _neighbours(part: Node) -> Iterator[Node]:
    """Yield those of its kind beside a provision, and beside what it stands in those that hold nothing."""
    for sibling in part.parent.children if part.parent else ():
        if sibling is not part and sibling.kind is part.kind:
            yield sibling
    holder = part.parent
    if holder is not None and holder.parent is not None and holder.kind is not Kind.DIEU:
        yield from (node for node in holder.parent.children if node is not holder and not node.children)


def _weigh(found: Findings, part: Node, neighbour: Node, whole: Node, *, pieces: bool) -> float:
    """Return how likely a whole, partner of a neighbour, took up a part too: by weight of words, 0 to 1."""
    grams, weigh = found.pair.corpus.grams, found.pair.weigh
    more = grams[whole.index] - grams[neighbour.index]
    taken = grams[part.index] & more
    pairs = sum(count for gram, count in taken.items() if " " in gram)
    if not pairs:
        return 0.0
    apart = grams[part.index] - grams[neighbour.index]
    kinship = weigh(apart & more) / weigh(apart) if apart else 0.0
    if pieces and pairs >= _LEAST_PAIRS:
        share = weigh(taken) / weigh(grams[part.index])
        piece = weigh(taken) / weigh(more) * min(1.0, _PIECE + share)
        kinship = max(
            kinship, piece, min(_RUN_CAP, _longest_run(whole, grams[part.index], taken) / _LONG_RUN)
        )
    return kinship


def _longest_run(whole: Node, part: Counter[str], taken: Counter[str]) -> int:
    """Return how many words follow each other in a whole as in a part, half of them at least taken up from it."""
    longest = run = fresh = 0
    for words in itertools.pairwise(list_words(whole.text)):
        pair = " ".join(words)
        run, fresh = (run + 1, fresh + (pair in taken)) if pair in part else (0, 0)
        if 2 * fresh > run:
            longest = max(longest, run + 1)
    return longest
