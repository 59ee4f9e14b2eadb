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
    left = {whole: _leave_over(found, whole, partner) for whole, partner in partners.items()}
    wholes = [whole for whole, grams in left.items() if grams]
    fits: dict[Node, list[tuple[float, int, Node]]] = {}
    for part, whole in share_words(found.pair, parts, wholes):
        least = _least_cover(part, whole, partners[whole])
        covered = _cover(found, part, left[whole]) if least <= 1 else 0.0
        if covered >= least:
            fits.setdefault(part, []).append((covered, whole.order, whole))
    return {part: _choose(ranked) for part, ranked in fits.items()}


def _choose(ranked: list[tuple[float, int, Node]]) -> tuple[Node, float, float]:
    ranked.sort(key=lambda fit: (-fit[0], fit[1]))
    covered, _, whole = ranked[0]
    return whole, covered, trust(covered, covered - (ranked[1][0] if len(ranked) > 1 else 0.0))


def _least_cover(part: Node, whole: Node, partner: Node) -> float:
    """Return the coverage asked for, above 1 where there can be none; articles always stand beside each other."""
    is_beside = part.parent is partner.parent or part.kind is Kind.DIEU
    if part.kind is whole.kind:
        return _COVERED if is_beside else _COVERED_ELSEWHERE
    return _COVERED if is_beside and not part.children and not whole.children else 2.0


def _leave_over(found: Findings, whole: Node, partner: Node) -> dict[str, int]:
    """Return the words of a whole that its partner does not have, none where the two say the same."""
    if whole.kind in CONTAINERS or whole.same == partner.same:
        return {}
    grams = found.pair.corpus.grams
    return grams[whole.index] - grams[partner.index]


def _cover(found: Findings, part: Node, left: Mapping[str, int]) -> float:
    """Return how much of a part is in what a whole left over, by weight of words, 0 to 1."""
    grams, rarity = found.pair.corpus.grams[part.index], found.pair.corpus.rarity
    shared = [gram for gram in grams if gram in left]
    if 2 * len(shared) < len(grams):
        return 0.0
    wanted = sum(count * rarity(gram) for gram, count in grams.items())
    return sum(min(grams[gram], left[gram]) * rarity(gram) for gram in shared) / wanted
