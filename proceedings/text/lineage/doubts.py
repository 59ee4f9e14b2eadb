"""What is still loose at the end but may be a part of something, or stand for what stood at its place: a person looks.

Nothing is matched here: a doubt lowers the confidence of what is said to be new or deleted, and names its kin.
"""

from __future__ import annotations

from typing import Final

from proceedings.text.lineage.candidates import find_same
from proceedings.text.lineage.fates import SURE
from proceedings.text.lineage.findings import Doubt, Findings
from proceedings.text.lineage.gaps import is_open, list_gaps
from proceedings.text.lineage.kin import list_loose, list_partners, rank_kin
from proceedings.text.lineage.nodes import Node
from proceedings.text.provisions import Kind

#: Kinship, and likeness to what is loose at the same place, from which a person should look.
_LEAST_KINSHIP: Final = 0.15
_LEAST_ALIKE: Final = 0.05
#: Of shorter texts no likeness can be told.
_LEAST_WORDS: Final = 8
#: How much of an older text must be in a loose new one, and how much of it is all of it.
_TWIN: Final = 0.4
_WHOLE: Final = 0.97
#: How much of a loose article must be in what another one lost or took up.
_HALF: Final = 0.35
#: Likeness that tells within one provision although other neighbours stand between.
_LEAST_ALIKE_APART: Final = 0.15
#: Likeness of what may have moved and been reworded.
_LEAST_ALIKE_MOVED: Final = 0.4
#: What no kinship at all takes off the confidence, which leaves it just not sure; and what the most takes off.
_LEAST_DOUBT: Final = 1 - SURE + 0.01
_MOST_DOUBT: Final = 0.9

Kin = list[tuple[float, Node]]


def find_doubts(found: Findings) -> None:
    """Note for each loose provision what it may be a part of, or the new text of, the likeliest first."""
    for is_new in (True, False):
        for part in list_loose(found, is_new=is_new):
            _suspect(found, part, _list_kin(found, part) or _list_twins(found, part, is_new=is_new))
    for article in (*found.loose_old(found.pair.old), *found.loose_new(found.pair.new)):
        if article.kind is Kind.DIEU:
            _suspect(found, article, _list_halves(found, article))
    for old, new, is_near in list_gaps(found):
        likeness = found.pair.alike(old, new)
        if likeness >= (_LEAST_ALIKE if is_near else _LEAST_ALIKE_APART) or _may_stand_for(found, old, new):
            _doubt(found, old, new, likeness)
    for (old, new), likeness in sorted(found.faint.items(), key=lambda faint: -faint[1]):
        if likeness >= _LEAST_ALIKE_MOVED and found.partner(old) is found.partner(new) is None:
            _doubt(found, old, new, likeness)
    for old, new in find_same(found.loose_old(found.pair.old), found.loose_new(found.pair.new), 1):
        _doubt(found, old, new, 1.0)
        _doubt_holders(found, old.parent, new.parent)


def _suspect(found: Findings, part: Node, kin: Kin) -> None:
    """Note what a node may be a part of; the likeliest is then not sure to be whole."""
    if kin:
        _note(found, part, kin)
        strength, whole = found.doubts[part].strength, kin[0][1]
        found.suspects[whole] = max(strength, found.suspects.get(whole, 0.0))


def _doubt(found: Findings, old: Node, new: Node, likeness: float) -> None:
    for node, other in ((old, new), (new, old)):
        if found.partner(node) is None:
            _note(found, node, [(likeness, other)])


def _doubt_holders(found: Findings, old: Node | None, new: Node | None) -> None:
    """Note that what holds a loose text is perhaps a part of what held the same text before."""
    for node, other in ((old, new), (new, old)):
        if node and other and found.partner(node) is None and found.partner(other):
            _suspect(found, node, [(_LEAST_KINSHIP, other)])


def _note(found: Findings, node: Node, kin: Kin) -> None:
    doubt = found.doubts.setdefault(node, Doubt())
    doubt.strength = max(doubt.strength, min(_MOST_DOUBT, _LEAST_DOUBT + kin[0][0] / 2))
    doubt.kin += [other for _, other in kin if other not in doubt.kin]


def _list_kin(found: Findings, part: Node) -> Kin:
    ranked = [(kinship, whole) for kinship, _, whole in rank_kin(found, part)]
    near = [(kinship, whole) for kinship, whole in ranked if kinship >= _LEAST_KINSHIP]
    return near or _list_lone(found, part)


def _list_lone(found: Findings, part: Node) -> Kin:
    """Return the lone paragraph that the partner of the article is, where a khoản may be of it."""
    lone = found.partner(part.parent) if part.parent else None
    if lone is None or lone.children:
        return []
    contained = found.pair.contained(part, lone)
    return [(contained, lone)] if contained >= _LEAST_KINSHIP else []


def _list_twins(found: Findings, part: Node, *, is_new: bool) -> Kin:
    """Return what lost words beside a new provision that has most of the rest, and what says the same as it."""
    contained, twins = found.pair.contained, []
    for neighbour, whole in list_partners(found, part):
        has_lost = is_new and contained(whole, neighbour) < _WHOLE
        if whole.same == part.same or (has_lost and contained(whole, part) >= _TWIN):
            twins.append((_LEAST_KINSHIP, whole))
    return twins


def _list_halves(found: Findings, article: Node) -> Kin:
    """Return the articles that lost some of what a loose one beside says, or took up some of it."""
    grams, weigh = found.pair.corpus.grams, found.pair.weigh
    said = grams[article.index]
    halves = [
        (weigh(said & (grams[whole.index] - grams[neighbour.index])) / (weigh(said) or 1.0), whole)
        for neighbour, whole in list_partners(found, article)
    ]
    return sorted((half for half in halves if half[0] >= _HALF), key=lambda half: (-half[0], half[1].order))


def _may_stand_for(found: Findings, old: Node, new: Node) -> bool:
    """Return whether what is little alike may be the same for its place: too short to tell, or all that is left."""
    if not found.are_partners(old.parent, new.parent):
        return False
    if min(old.size, new.size) < _LEAST_WORDS:
        return True
    return old.number == new.number and _is_only(found, old) and _is_only(found, new)


def _is_only(found: Findings, node: Node) -> bool:
    siblings = node.parent.children if node.parent else []
    return sum(child.kind is node.kind and is_open(found, child) for child in siblings) == 1
