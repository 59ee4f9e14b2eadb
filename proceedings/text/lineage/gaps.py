"""What is left open at the same place of both drafts: between the same neighbours, within the same provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from proceedings.text.lineage.fates import SURE
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import CONTAINERS, Node


def list_gaps(found: Findings) -> Iterator[tuple[Node, Node, bool]]:
    """Yield the pairs of one kind that are open on both sides in the same provision, and whether at the same place.

    The same place is right behind the same neighbour, or right before it.
    """
    open_old = dict(_list_edges(found, found.pair.old))
    by_holder: dict[Node, list[Node]] = {}
    for old in open_old:
        by_holder.setdefault(cast("Node", old.parent), []).append(old)
    for new, edges in _list_edges(found, found.pair.new):
        for old in by_holder.get(found.old_of[cast("Node", new.parent)], ()):
            if old.kind is new.kind and old.role == new.role:
                is_near = any(
                    found.new_of[one] is other for one, other in zip(open_old[old], edges, strict=True)
                )
                yield old, new, is_near


def _list_edges(found: Findings, nodes: list[Node]) -> Iterator[tuple[Node, tuple[Node, Node]]]:
    """Yield the open nodes of matched ones with the matched one before and the one behind; at an end their holder."""
    matched = found.new_of if nodes is found.pair.old else found.old_of
    for holder in nodes:
        if holder not in matched:
            continue
        open_nodes = [
            child for child in holder.children if child.kind not in CONTAINERS and is_open(found, child)
        ]
        if open_nodes:
            before = _list_last_matched(holder, holder.children, set(open_nodes), matched)
            behind = _list_last_matched(holder, holder.children[::-1], set(open_nodes), matched)
            yield from ((node, (before[node], behind[node])) for node in open_nodes)


def _list_last_matched(
    holder: Node, children: list[Node], open_nodes: set[Node], matched: Mapping[Node, Node]
) -> dict[Node, Node]:
    last, found = holder, {}
    for node in children:
        if node in open_nodes:
            found[node] = last
        elif node in matched:
            last = node
    return found


def is_open(found: Findings, node: Node) -> bool:
    """Return whether a node is loose, or has but a doubtful partner that stands elsewhere."""
    if node in found.shares:
        return False
    old, new = (node, found.new_of.get(node)) if node in found.new_of else (found.old_of.get(node), node)
    if old is None or new is None:
        return True
    return found.marks[old][1] < SURE and not found.are_partners(old.parent, new.parent)
