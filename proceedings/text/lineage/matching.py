"""Matches the provisions of two drafts: articles first, then what holds them, what they hold, and what has moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final

from proceedings.text.lineage.candidates import Scored, choose, find_same, score, share_words
from proceedings.text.lineage.fates import LEAST, SURE, Lineage
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import CONTAINERS, Node, set_side_by_side
from proceedings.text.lineage.rows import write_rows
from proceedings.text.lineage.shares import find_shares
from proceedings.text.provisions import Kind, Provision, Role

#: Likeness at which children of matched parents are taken before any move is looked for, and that of a move.
_STRONG: Final = 0.5
#: Likeness of articles that are matched only near to each other, and what is near, as a share of the text.
_WEAK: Final = 0.3
_NEAR: Final = 0.1
#: How much of the likeness of two chapters is that of their articles; the rest is that of their headings.
_BY_CONTENT: Final = 0.6
#: A provision that turned from one kind into another (a điểm into a khoản) must be more alike.
_OTHER_KIND: Final = 0.6
#: A move of a text that is not quite the same is believed less: two short sentences may sound alike by chance.
_MOVED: Final = 0.8
#: Shorter texts say too little to be found again elsewhere.
_LEAST_WORDS_TO_MOVE: Final = 6
_BOUND = frozenset({Role.CHAPEAU.value, Role.CLOSING.value})


def match(old: Sequence[Provision], new: Sequence[Provision]) -> Lineage:
    """Return what became of each provision of ``old`` in ``new``; both texts carry their paths (``with_paths``).

    200 articles against 200 take about a second. Nothing less alike than LEAST is matched; a match of confidence
    SURE or more may stand unseen, the others are proposals.
    """
    found = Findings(set_side_by_side(old, new))
    _match_articles(found)
    _match_containers(found)
    _match_children(found, _STRONG)
    _match_leads(found)
    find_shares(found, {Kind.DIEU})
    _match_articles_near(found)
    _match_across(found, _STRONG, same_kind=True)
    find_shares(found, set(Kind) - CONTAINERS)
    _match_children(found, LEAST)
    _match_across(found, _OTHER_KIND, same_kind=False)
    _match_children(found, LEAST)
    return write_rows(found)


def _match_articles(found: Findings) -> None:
    """Match articles by their words wherever they stand, those that are the same first."""
    old = [node for node in found.pair.old if node.kind is Kind.DIEU]
    new = [node for node in found.pair.new if node.kind is Kind.DIEU]
    for one, other in find_same(old, new, least_words=8):
        found.add(one, other, 1.0, 1.0)
    old, new = found.loose_old(old), found.loose_new(new)
    by_number = {node.number: node for node in new}
    candidates = share_words(found.pair, old, new)
    candidates |= {(node, by_number[node.number]) for node in old if node.number in by_number}
    found.add_all(choose(score(found.pair, candidates, _STRONG)))


def _match_articles_near(found: Findings) -> None:
    """Match articles that are little alike only where they stand in the same chapter, not far from each other."""
    old = found.loose_old(node for node in found.pair.old if node.kind is Kind.DIEU)
    new = found.loose_new(node for node in found.pair.new if node.kind is Kind.DIEU)
    near = {
        (one, other)
        for one in old
        for other in new
        if found.are_partners(one.parent, other.parent) and found.pair.distance(one, other) < _NEAR
    }
    found.add_all(choose(score(found.pair, near, _WEAK)))


def _match_containers(found: Findings) -> None:
    """Match chapters and the like by the articles they share and by their headings."""
    common: dict[tuple[Node, Node], float] = {}
    for old in [node for node in found.pair.old if node.kind in CONTAINERS]:
        for new in [node for node in found.pair.new if node.kind is old.kind and node.number == old.number]:
            common[old, new] = 0.0
    for article, partner in found.new_of.items():
        for pair in product(article.ancestors(), partner.ancestors()):
            if pair[0].kind is pair[1].kind:
                common[pair] = common.get(pair, 0.0) + article.size + partner.size
    scored: Scored = {}
    for pair, shared in common.items():
        share = shared / (pair[0].size + pair[1].size)
        fit = _BY_CONTENT * min(1.0, share) + (1 - _BY_CONTENT) * found.pair.own_alike(*pair)
        if fit >= LEAST:
            scored[pair] = min(1.0, max(fit, share)), fit + 0.02 * (pair[0].number == pair[1].number)
    found.add_all(choose(scored))


def _match_children(found: Findings, least: float) -> None:
    """Match what stands in matched parents, from the outside to the inside; the text itself is the outermost."""
    roots = [[node for node in side if node.parent is None] for side in (found.pair.old, found.pair.new)]
    _match_siblings(found, roots[0], roots[1], least, 1.0)
    for node in found.pair.old:
        for other in (found.new_of.get(node), *found.parts.get(node, ())):
            if other is not None:
                confidence = found.marks[node][1] if node in found.marks else 0.0
                factor = 0.6 + 0.4 * min(1.0, confidence / SURE)
                _match_siblings(found, node.children, other.children, least, factor)
    for other, sources in found.sources.items():
        for node in sources:
            _match_siblings(found, node.children, other.children, least, 0.8)


def _match_siblings(found: Findings, old: list[Node], new: list[Node], least: float, factor: float) -> None:
    old, new = found.loose_old(old), found.loose_new(new)
    candidates = {
        (one, other)
        for one in old
        for other in new
        if one.kind is other.kind and one.kind is not Kind.DIEU and one.kind not in CONTAINERS
    }
    if len(candidates) > 2500:  # an appendix of hundreds of lines
        candidates &= share_words(found.pair, old, new)
    found.add_all(choose(score(found.pair, candidates, least)), factor)


def _match_leads(found: Findings) -> None:
    """Find the lone paragraph of an article again where it became a khoản of it, and the other way round."""
    for one, other in list(found.new_of.items()):
        if bool(one.children) == bool(other.children) or one.kind in CONTAINERS:
            continue
        lone, holder = (one, other) if other.children else (other, one)
        loose = (found.loose_new if other.children else found.loose_old)(holder.children)
        likely = [(found.pair.lead_alike(lone, child), child) for child in loose]
        likeness, child = max(likely, key=lambda scored: scored[0], default=(0.0, holder))
        if likeness >= _STRONG:
            found.leads.append(
                (*((lone, child) if other.children else (child, lone)), likeness, 0.8 * likeness)
            )
            found.shares[child] = (likeness, 0.8 * likeness)


def _match_across(found: Findings, least: float, *, same_kind: bool) -> None:
    """Match what is left over wherever it stands: it has moved."""
    old = [node for node in found.loose_old(found.pair.old) if _may_move(node)]
    new = [node for node in found.loose_new(found.pair.new) if _may_move(node)]
    for one, other in find_same(old, new, least_words=8):
        found.add(one, other, 1.0, 1.0)
    old, new = found.loose_old(old), found.loose_new(new)
    candidates = {
        (one, other)
        for one, other in share_words(found.pair, old, new)
        if (one.kind is other.kind) is same_kind or not same_kind
    }
    found.add_all(choose(score(found.pair, candidates, least)), _MOVED)


def _may_move(node: Node) -> bool:
    return node.kind not in CONTAINERS and node.role not in _BOUND and node.size >= _LEAST_WORDS_TO_MOVE
