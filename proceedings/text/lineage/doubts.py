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
#: What the least kinship takes off the confidence: more than leaves it sure.
_DOUBT: Final = 0.41


def find_doubts(found: Findings) -> None:
    """Note for each loose provision what it may be a part of, or the new text of, the likeliest first."""
    for is_new in (True, False):
        for part in list_loose(found, is_new=is_new):
            kin = [(kinship, whole) for kinship, _, whole in rank_kin(found, part) if kinship >= _LEAST_KINSHIP]
            _note(found, part, kin or _find_lone(found, part) or _find_twins(found, part), is_part=True)
    for old, new in _list_gaps(found):
        likeness = found.pair.alike(old, new)
        if likeness >= _LEAST_ALIKE or _is_only(found, old, new):
            for node, other in ((old, new), (new, old)):
                if found.partner(node) is None:
                    _note(found, node, [(likeness, other)], is_part=False)
    for old, new in find_same(found.loose_old(found.pair.old), found.loose_new(found.pair.new), 1):
        _note(found, old, [(1.0, new)], is_part=False)
        _note(found, new, [(1.0, old)], is_part=False)
        for node, other in ((old.parent, new.parent), (new.parent, old.parent)):
            if node and other and found.partner(node) is None and found.partner(other):
                _note(found, node, [(0.5, other)], is_part=True)


def _find_twins(found: Findings, part: Node) -> list[tuple[float, Node]]:
    """Return what changed beside a provision and has most of its words, or it most of theirs."""
    wholes = [whole for _, _, whole in rank_kin(found, part)]
    shares = [(max(found.pair.contained(part, whole), found.pair.contained(whole, part)), whole) for whole in wholes]
    return [(_LEAST_KINSHIP, whole) for share, whole in shares if share >= _TWIN]


def _is_only(found: Findings, old: Node, new: Node) -> bool:
    """Return whether two nodes of one number are all that is loose of their kind in the same provision."""
    if min(old.size, new.size) < _LEAST_WORDS and found.are_partners(old.parent, new.parent):
        return True
    if old.number != new.number or not found.are_partners(old.parent, new.parent):
        return False
    sides = (old.parent, new.parent)
    return all(
        sum(child.kind is old.kind and _is_open(found, child) for child in side.children) == 1
        for side in sides
        if side
    )


def _find_lone(found: Findings, part: Node) -> list[tuple[float, Node]]:
    """Return the lone paragraph that the partner of the article is, where a khoản may be of it."""
    lone = found.partner(part.parent) if part.parent else None
    if lone is None or lone.children:
        return []
    contained = found.pair.contained(part, lone)
    return [(contained, lone)] if contained >= _LEAST_KINSHIP else []


def _note(found: Findings, node: Node, kin: list[tuple[float, Node]], *, is_part: bool) -> None:
    if not kin:
        return
    strength = min(0.9, _DOUBT + kin[0][0] / 2)
    doubt = found.doubts.setdefault(node, Doubt())
    doubt.strength = max(doubt.strength, strength)
    doubt.kin += [whole for _, whole in kin if whole not in doubt.kin]
    if is_part:
        found.suspects[kin[0][1]] = max(strength, found.suspects.get(kin[0][1], 0.0))


def _list_gaps(found: Findings) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of one kind that are loose on both sides behind the same neighbour, or before it."""
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
