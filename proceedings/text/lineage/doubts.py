"""What is still loose at the end but may be a part of something, or stand for what stood at its place: a person looks.

Nothing is matched here: a doubt lowers the confidence of what is said to be new or deleted, and names its kin.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings.text.lineage.candidates import find_same
from proceedings.text.lineage.fates import SURE
from proceedings.text.lineage.findings import Doubt, Findings
from proceedings.text.lineage.kin import list_loose, rank_kin
from proceedings.text.lineage.nodes import CONTAINERS, Node

#: Kinship, and likeness to what is loose at the same place, from which a person should look.
_LEAST_KINSHIP: Final = 0.15
_LEAST_ALIKE: Final = 0.05
#: Of shorter texts no likeness can be told.
_LEAST_WORDS: Final = 8
#: How much of a text beside must be in a loose one, or the other way round, for them to be twins.
_TWIN: Final = 0.7
#: What no kinship at all takes off the confidence, which leaves it just not sure; and what the most takes off.
_LEAST_DOUBT: Final = 1 - SURE + 0.01
_MOST_DOUBT: Final = 0.9

Kin = list[tuple[float, Node]]


def find_doubts(found: Findings) -> None:
    """Note for each loose provision what it may be a part of, or the new text of, the likeliest first."""
    for is_new in (True, False):
        for part in list_loose(found, is_new=is_new):
            _suspect(found, part, _list_kin(found, part))
    for old, new in _list_gaps(found):
        likeness = found.pair.alike(old, new)
        if likeness >= _LEAST_ALIKE or _may_stand_for(found, old, new):
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
    return near or _list_lone(found, part) or _list_twins(found, part, [whole for _, whole in ranked])


def _list_lone(found: Findings, part: Node) -> Kin:
    """Return the lone paragraph that the partner of the article is, where a khoản may be of it."""
    lone = found.partner(part.parent) if part.parent else None
    if lone is None or lone.children:
        return []
    contained = found.pair.contained(part, lone)
    return [(contained, lone)] if contained >= _LEAST_KINSHIP else []


def _list_twins(found: Findings, part: Node, wholes: list[Node]) -> Kin:
    """Return what changed beside a provision and has most of its words, or it most of theirs."""
    contained = found.pair.contained
    shares = [(max(contained(part, whole), contained(whole, part)), whole) for whole in wholes]
    return [(_LEAST_KINSHIP, whole) for share, whole in shares if share >= _TWIN]


def _may_stand_for(found: Findings, old: Node, new: Node) -> bool:
    """Return whether what is little alike may be the same for its place: too short to tell, or all that is left."""
    if not found.are_partners(old.parent, new.parent):
        return False
    if min(old.size, new.size) < _LEAST_WORDS:
        return True
    return old.number == new.number and _is_only(found, old) and _is_only(found, new)


def _is_only(found: Findings, node: Node) -> bool:
    siblings = node.parent.children if node.parent else []
    return sum(child.kind is node.kind and _is_open(found, child) for child in siblings) == 1


def _list_gaps(found: Findings) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of one kind that are open on both sides behind the same neighbour, or before it."""
    at: dict[tuple[Node, str], list[Node]] = {}
    for old, edge in _list_edges(found, found.pair.old):
        at.setdefault(edge, []).append(old)
    seen: set[tuple[Node, Node]] = set()
    for new, (beside, side) in _list_edges(found, found.pair.new):
        for old in at.get((found.old_of[beside], side), ()):
            if (old, new) not in seen and old.kind is new.kind and old.role == new.role:
                seen.add((old, new))
                yield old, new


def _list_edges(found: Findings, nodes: list[Node]) -> Iterator[tuple[Node, tuple[Node, str]]]:
    """Yield the open nodes with the matched one before them and the one behind; at an end it is what holds them."""
    matched = found.new_of if nodes is found.pair.old else found.old_of
    for holder in nodes:
        for side, children in (("behind", holder.children), ("before", holder.children[::-1])):
            beside = holder if holder in matched else None
            for node in children:
                if _is_open(found, node):
                    if beside is not None and node.kind not in CONTAINERS:
                        yield node, (beside, side)
                elif node in matched:
                    beside = node


def _is_open(found: Findings, node: Node) -> bool:
    """Return whether a node is loose, or has but a doubtful partner that stands elsewhere."""
    if node in found.shares:
        return False
    old, new = (node, found.new_of.get(node)) if node in found.new_of else (found.old_of.get(node), node)
    if old is None or new is None:
        return True
    return found.marks[old][1] < SURE and not found.are_partners(old.parent, new.parent)
