"""Provisions that were split into several or merged into one: what a match leaves over is found in a third text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from proceedings.text.lineage.candidates import share_words, trust
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import CONTAINERS, Node
from proceedings.text.provisions import Kind

#: How much of a part must be found in what the match left over of the whole.
_COVERED: Final = 0.6
_COVERED_ELSEWHERE: Final = 0.8
#: A part says at least so many words.
_LEAST_WORDS: Final = 6


def find_shares(found: Findings, kinds: Collection[Kind]) -> None:
    """Note each loose provision that is a part of a matched one: a split, or seen from behind a merger."""
    loose_new, loose_old = found.loose_new(found.pair.new), found.loose_old(found.pair.old)
    splits = _find(found, [node for node in loose_new if node.kind in kinds], found.new_of)
    for part, (whole, covered, confidence) in splits.items():
        found.parts.setdefault(whole, []).append(part)
        found.shares[part] = covered, confidence
    mergers = _find(found, [node for node in loose_old if node.kind in kinds], found.old_of)
    for part, (whole, covered, confidence) in mergers.items():
        found.sources.setdefault(whole, []).append(part)
        found.shares[part] = covered, confidence


def _find(
    found: Findings, loose: Sequence[Node], partners: Mapping[Node, Node]
) -> dict[Node, tuple[Node, float, float]]:
    """Return the whole that each loose node is a part of, with coverage and confidence."""
    parts = [node for node in loose if node.size >= _LEAST_WORDS]
    wholes = [node for node in partners if node.kind not in CONTAINERS]
    fits: dict[Node, list[tuple[float, int, Node]]] = {}
    for part, whole in share_words(found.pair, parts, wholes):
        covered = _cover(found, part, whole, partners[whole])
        if covered >= _least_cover(found, part, whole, partners[whole]):
            fits.setdefault(part, []).append((covered, whole.order, whole))
    chosen = {}
    for part, ranked in fits.items():
        ranked.sort(key=lambda fit: (-fit[0], fit[1]))
        covered, _, whole = ranked[0]
        lead = covered - (ranked[1][0] if len(ranked) > 1 else 0.0)
        chosen[part] = whole, covered, trust(covered, lead)
    return chosen


def _least_cover(found: Findings, part: Node, whole: Node, partner: Node) -> float:
    """Return the coverage asked for: more where the part does not stand beside the other one; articles are beside."""
    if part.kind is not whole.kind and (part.children or whole.children):
        return 2.0
    is_beside = part.parent is partner.parent or part.kind is Kind.DIEU
    return (_COVERED if is_beside else _COVERED_ELSEWHERE) if part.kind is whole.kind or is_beside else 2.0


def _cover(found: Findings, part: Node, whole: Node, partner: Node) -> float:
    """Return how much of a part is in the whole but not in the whole's partner, by weight of words, 0 to 1."""
    corpus = found.pair.corpus
    left = corpus.grams[whole.index] - corpus.grams[partner.index]
    grams = corpus.grams[part.index]
    wanted = sum(count * corpus.rarity(gram) for gram, count in grams.items())
    held = sum(min(count, left[gram]) * corpus.rarity(gram) for gram, count in grams.items())
    return held / wanted if wanted else 0.0
