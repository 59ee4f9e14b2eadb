"""A draft tree as citations look at it: every node by level and number, and what lies under what."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from proceedings.text.citations.shapes import Level, label_key, order
from proceedings.text.provisions import Kind, Provision, Role

_LEVELS = {
    Kind.PHAN: Level.PHAN,
    Kind.CHUONG: Level.CHUONG,
    Kind.MUC: Level.MUC,
    Kind.TIEU_MUC: Level.TIEU_MUC,
    Kind.DIEU: Level.DIEU,
    Kind.KHOAN: Level.KHOAN,
    Kind.DIEM: Level.DIEM,
}


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One node of the tree; ``first`` … ``last`` are the places, in reading order, of it and all below it."""

    path: str
    level: Level
    number: str
    key: str
    provision: Provision
    parent: Node | None
    first: int
    last: int

    def upward(self) -> Iterator[Node]:
        """Yield this node and all above it."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def holds(self, other: Node) -> bool:
        """Return whether another node is this one or lies below it."""
        return self.first <= other.first <= self.last


class Outline:
    """The index of one draft: build it once where many citations are resolved against the same draft."""

    def __init__(self, tree: Sequence[Provision]) -> None:
        self.nodes: dict[str, Node] = {}
        self._labelled: dict[tuple[Level, str], list[Node]] = defaultdict(list)
        self._levelled: dict[Level, list[Node]] = defaultdict(list)
        self._count = 0
        self._add_all(tree, None)

    def _add_all(self, provisions: Iterable[Provision], parent: Node | None) -> None:
        dashes = 0
        for provision in provisions:
            dashes += provision.role is Role.DASH
            self._add(provision, parent, dashes)

    def _add(self, provision: Provision, parent: Node | None, dashes: int) -> None:
        level, number = _read_label(provision, dashes)
        place = self._count
        last = place + sum(1 for _ in provision.walk()) - 1
        node = Node(provision.path, level, number, label_key(level, number), provision, parent, place, last)
        self._count += 1
        self.nodes[node.path] = node
        self._labelled[level, node.key].append(node)
        self._levelled[level].append(node)
        self._add_all(provision.children, node)

    def find(self, level: Level, key: str, under: Node | None = None) -> list[Node]:
        """Return the nodes of a level and key, all or those under a node; the nearest hide those further down."""
        found = self._labelled.get((level, key), [])
        if under is None:
            return list(found)
        low = bisect_right(found, under.first, key=_first)
        inside = found[low : bisect_right(found, under.last, key=_first)]
        direct = [node for node in inside if node.parent is under]
        return direct or inside

    def between(self, level: Level, start: str, end: str, under: Node | None = None) -> list[str]:
        """Return the keys of a level from one to another that the tree holds, inserted units with them."""
        low, high = order(level, start), order(level, end)
        keys = {
            node.key
            for node in self._levelled.get(level, [])
            if (under is None or under.holds(node)) and low <= order(level, node.key) <= high
        }
        return sorted(keys, key=lambda key: order(level, key))


def _first(node: Node) -> int:
    return node.first


def _read_label(provision: Provision, dashes: int) -> tuple[Level, str]:
    if provision.kind in _LEVELS:
        return _LEVELS[provision.kind], provision.number
    if provision.role is Role.APPENDIX:
        return Level.PHU_LUC, provision.number
    if provision.role is Role.DASH:
        return Level.DASH, str(dashes)
    return Level.DOAN, provision.number or provision.path.rpartition("doan-")[2]


def read_outline(tree: Sequence[Provision] | Outline) -> Outline:
    """Return the index of a tree; an index is returned as it is."""
    return tree if isinstance(tree, Outline) else Outline(tree)
