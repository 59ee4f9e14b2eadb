"""The canonical written form of nodes: smallest to largest, no commas between levels (domain notes, D)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from proceedings.text.citations.outline import Node, Outline, read_outline
from proceedings.text.citations.shapes import Level
from proceedings.text.provisions import Provision

_WORDS: Final = {
    Level.TIET: "tiết",
    Level.DASH: "gạch đầu dòng",
    Level.DOAN: "đoạn",
    Level.DIEM: "điểm",
    Level.KHOAN: "khoản",
    Level.DIEU: "Điều",
    Level.TIEU_MUC: "Tiểu mục",
    Level.MUC: "Mục",
    Level.CHUONG: "Chương",
    Level.PHAN: "Phần",
    Level.PHU_LUC: "Phụ lục",
}
_ATTACHED: Final = "kèm theo"  # what an appendix without a number is told by
THIS: Final = "này"

Labels = Sequence[tuple[Level, str]]
Chain = tuple[tuple[Level, str], ...]


def write_labels(labels: Labels) -> str:
    """Return units with their numbers as one says them, in the order given: ``điểm a khoản 2 Điều 5``."""
    return " ".join(_write_label(level, number) for level, number in labels)


def _write_label(level: Level, number: str) -> str:
    return f"{_WORDS[level]} {_say(level, number)}"


def _say(level: Level, number: str) -> str:
    if level is Level.DASH and number.isdecimal():
        return f"thứ {number}"
    return number or _ATTACHED


def write_citation(path: str, tree: Sequence[Provision] | Outline, place: str | None = None) -> str:
    """Return the canonical citation of a node: ``điểm a khoản 2 Điều 5``, ``Mục 1 Chương VII``.

    With a ``place``, what both share is written as said there: ``khoản 2 Điều này``, ``điểm a khoản này``. Units
    above are named as far as they are needed to tell the node. Raises KeyError where the tree has no such path.
    """
    outline = read_outline(tree)
    return write_labels(_labels(outline.nodes[path], outline, outline.nodes[place] if place else None))


def write_citations(
    paths: Iterable[str], tree: Sequence[Provision] | Outline, place: str | None = None
) -> str:
    """Return one citation of several nodes in reading order: ``các điểm a và b khoản 2 và khoản 3 Điều 31``."""
    outline = read_outline(tree)
    at = outline.nodes[place] if place else None
    nodes = sorted({outline.nodes[path] for path in paths}, key=_class_and_place)
    return _join_groups([_labels(node, outline, at) for node in nodes])


def _class_and_place(node: Node) -> tuple[int, int]:
    return max(node.level, Level.DIEU), node.first


def _labels(node: Node, outline: Outline, place: Node | None) -> Chain:
    chain = _needed(node, outline)
    if place is not None:
        for depth, unit in enumerate(chain):
            if unit.level >= Level.DIEM and unit.holds(place):
                return (*((one.level, one.number) for one in chain[:depth]), (unit.level, THIS))
    return tuple((unit.level, unit.number) for unit in chain)


def _needed(node: Node, outline: Outline) -> list[Node]:
    """Return the node and the units above it that a citation names, smallest first."""
    upward = list(node.upward())
    chain = [node]
    for unit in upward[1:]:
        is_told = chain[-1].level in (Level.DIEU, Level.CHUONG, Level.PHAN, Level.PHU_LUC)
        if not is_told and unit.level > chain[-1].level:
            chain.append(unit)
    for unit in upward:
        if unit.level > chain[-1].level and len(_told(chain, outline)) > 1:
            chain.append(unit)
    return chain


def _told(chain: list[Node], outline: Outline) -> list[Node]:
    """Return the nodes that the units named so far may mean."""
    found: list[Node] | None = None
    for unit in reversed(chain):
        scopes: Sequence[Node | None] = (None,) if found is None else found
        found = [node for scope in scopes for node in outline.find(unit.level, unit.key, scope)]
    return found or []


def _join_groups(chains: list[Chain]) -> str:
    """Write chains: those that differ in their first unit only as a list, those of one Điều with it once."""
    pieces: list[tuple[list[Chain], str]] = []
    for tail, members in groupby(chains, key=_shared):
        groups = [list(group) for _, group in groupby(members, key=lambda chain: (chain[0][0], chain[1:]))]
        if _misleads(groups, tail):
            pieces += [(group, _write_group(group, 0, is_alone=True)) for group in groups]
            continue
        inner = [_write_group(group, len(tail), is_alone=len(groups) == 1) for group in groups]
        text = " ".join(filter(None, (_join(inner, groups), write_labels(tail))))
        pieces.append(([groups[0][0], groups[-1][0]], text))
    return _join([text for _, text in pieces], [group for group, _ in pieces])


def _misleads(groups: list[list[Chain]], tail: Chain) -> bool:
    """Return whether a Điều named once would be misread: "đoạn 1 và điểm a khoản 2 Điều 5" of a đoạn of the Điều."""
    is_direct = any(len(group[0]) == len(tail) + 1 and group[0][0][0] < Level.KHOAN for group in groups)
    return len(groups) > 1 and is_direct


def _shared(chain: Chain) -> Chain:
    """Return what a chain is gathered by: its Điều where it is smaller than one, else nothing."""
    return tuple(label for label in chain[1:] if label[0] >= Level.DIEU) if chain[0][0] < Level.DIEU else ()


def _write_group(group: list[Chain], shared: int, *, is_alone: bool) -> str:
    level = group[0][0][0]
    numbers = [_say(level, chain[0][1]) for chain in group]
    rest = write_labels(group[0][1 : len(group[0]) - shared])
    word = _WORDS[level]
    if len(numbers) == 1:
        head = f"{word} {numbers[0]}"
    elif len(numbers) == 2 and (is_alone or "" in numbers):
        head = f"{word} {numbers[0]} và {word} {numbers[1]}"
    else:
        head = f"các {word.lower()} {', '.join(numbers[:-1])} và {numbers[-1]}"
    return f"{head} {rest}".rstrip()


def _join(texts: list[str], groups: list[list[Chain]]) -> str:
    """Join what is written; a comma only where it cannot be taken for one between levels, before the last "và"."""
    joined = texts[0] if texts else ""
    for place, text in enumerate(texts[1:], 1):
        top = groups[place - 1][-1][-1][0]
        is_plain = groups[place][0][0][0] <= top and place < len(texts) - 1
        joined += f"{',' if is_plain else ' và'} {text}"
    return joined
