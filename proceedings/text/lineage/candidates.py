"""Which nodes of the other draft a node may be: those that share its telling words, and how well they fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from proceedings.text.assignment import assign
from proceedings.text.lineage.fates import LEAST
from proceedings.text.lineage.nodes import Node, Pair
from proceedings.text.provisions import Kind

#: Rare words of a node that candidates are looked up by, and how many nodes may hold one of them.
_TELLING: Final = 24
_HELD_BY: Final = 60
#: How many of those that share most of them are looked at; bounds the work where all articles sound the same.
_CANDIDATES: Final = 24
#: What speaks for a pair besides its words; small, for it only decides between texts alike.
_SAME_NUMBER, _SAME_PLACE, _SAME_KIND = 0.06, 0.04, 0.08
#: The lead over the next best that makes a match as sure as its words are.
_CLEAR_LEAD: Final = 0.2

Scored = dict[tuple[Node, Node], tuple[float, float]]  # how alike, and the same with what else speaks for it


def share_words(pair: Pair, old: Sequence[Node], new: Sequence[Node]) -> set[tuple[Node, Node]]:
    """Return the pairs that have telling words in common."""
    wanted = {gram for node in old for gram in pair.vector(node)}
    holders: dict[str, list[Node]] = {}
    for node in new:
        for gram in wanted.intersection(pair.vector(node)):
            holders.setdefault(gram, []).append(node)
    found: set[tuple[Node, Node]] = set()
    for node in old:
        known = [gram for gram in pair.vector(node) if gram in holders]
        known.sort(key=lambda gram: (len(holders[gram]), gram))
        telling = [gram for gram in known[:_TELLING] if len(holders[gram]) <= _HELD_BY]
        shared = Counter(other for gram in telling for other in holders[gram])
        found.update((node, other) for other, _ in shared.most_common(_CANDIDATES))
    return found


def score(pair: Pair, candidates: set[tuple[Node, Node]], least: float = LEAST) -> Scored:
    """Return the candidates at least so much alike; all of them never less than LEAST."""
    ordered = sorted(candidates, key=lambda found: (found[0].order, found[1].order))
    alike = ((one, other, pair.alike(one, other)) for one, other in ordered)
    return {
        (one, other): (content, content + _weigh_place(pair, one, other))
        for one, other, content in alike
        if content >= max(least, LEAST)
    }


def _weigh_place(pair: Pair, one: Node, other: Node) -> float:
    bonus = _SAME_KIND * (one.kind is other.kind and one.role == other.role)
    if one.number and one.number == other.number:
        bonus += _SAME_NUMBER
    return bonus + _SAME_PLACE * (1 - pair.distance(one, other))


def choose(scored: Scored) -> dict[tuple[Node, Node], tuple[float, float]]:
    """Return the best pairs, each with how alike it is and its confidence: less where a rival comes near."""
    chosen = assign({pair: fit for pair, (_, fit) in scored.items()})
    best: dict[Node, list[float]] = {}
    for (one, other), (_, fit) in scored.items():
        best.setdefault(one, []).append(fit)
        best.setdefault(other, []).append(fit)
    seconds = {node: sorted(fits)[-2] if len(fits) > 1 else 0.0 for node, fits in best.items()}
    found = {}
    for one, other in chosen.items():
        content, fit = scored[one, other]
        rival = max(seconds[node] if fit >= max(best[node]) else max(best[node]) for node in (one, other))
        found[one, other] = content, trust(content, fit - rival)
    return found


def trust(content: float, lead: float) -> float:
    """Return the confidence in a match: its likeness, halved where a rival does as well."""
    return content * (0.5 + 0.5 * min(1.0, max(0.0, lead) / _CLEAR_LEAD))


def find_same(old: Sequence[Node], new: Sequence[Node], least_words: int) -> list[tuple[Node, Node]]:
    """Return the pairs of one kind whose text is the same and stands once on both sides."""
    old_once, new_once = _once(old, least_words), _once(new, least_words)
    return [(node, new_once[key]) for key, node in old_once.items() if key in new_once]


def _once(nodes: Sequence[Node], least_words: int) -> dict[tuple[Kind, str], Node]:
    counts = Counter((node.kind, node.same) for node in nodes)
    return {
        (node.kind, node.same): node
        for node in nodes
        if counts[node.kind, node.same] == 1 and node.size >= least_words
    }
