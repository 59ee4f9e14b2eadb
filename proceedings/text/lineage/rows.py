"""Writes what was found as the rows of a lineage, with what became of each provision."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterator

from proceedings.text.lineage.fates import Fate, Lineage, Match
from proceedings.text.lineage.findings import Findings
from proceedings.text.lineage.nodes import CONTAINERS, Node
from proceedings.text.ordering import find_steady
from proceedings.text.provisions import Kind


def write_rows(found: Findings) -> Lineage:
    """Return the lineage: new and matched ones in the order of the new draft, deleted ones where they stood."""
    return Lineage(tuple(_rows(found, _find_moved(found))))


def _rows(found: Findings, moved: set[Node]) -> Iterator[Match]:
    waiting = deque(found.pair.old)
    for new in found.pair.new:
        old = found.old_of.get(new)
        if old is not None:
            if old not in moved:
                yield from _take_deleted(found, waiting, old.order)
            yield _write(found, old, new, old in moved)
        elif new not in found.shares:
            yield Match(Fate.NEW, (), (new.path,), 0.0, 1.0)
    yield from _take_deleted(found, waiting, len(found.pair.old))
    for old, new, score, confidence in found.leads:
        is_changed = old.lead.split() != new.lead.split()
        yield Match(
            Fate.RENUMBERED, (old.path,), (new.path,), score, confidence, is_changed, is_renumbered=True
        )


def _take_deleted(found: Findings, waiting: deque[Node], before: int) -> Iterator[Match]:
    while waiting and waiting[0].order < before:
        node = waiting.popleft()
        if node not in found.new_of and node not in found.shares:
            yield Match(Fate.DELETED, (node.path,), (), 0.0, 1.0)


def _write(found: Findings, old: Node, new: Node, is_moved: bool) -> Match:
    score, confidence = found.marks[old]
    parts, sources = found.parts.get(old, []), found.sources.get(new, [])
    shares = [found.shares[node] for node in (*parts, *sources)]
    is_changed = _words(old) != _words(new)
    is_renumbered = old.kind is not new.kind or old.number != new.number
    if shares:
        fate = Fate.SPLIT if parts else Fate.MERGED
        # The half that stayed need not be much like the whole: what counts is that the parts are found again.
        score = min(share[0] for share in shares)
        confidence = min(share[1] for share in shares)
    elif is_moved:
        fate = Fate.MOVED
    elif is_renumbered:
        fate = Fate.RENUMBERED
    else:
        fate = Fate.CHANGED if is_changed else Fate.KEPT
    return Match(
        fate,
        (old.path, *(node.path for node in sources)),
        (new.path, *(node.path for node in parts)),
        round(score, 4),
        round(confidence, 4),
        is_changed or bool(shares),
        is_renumbered,
        is_moved,
    )


def _words(node: Node) -> list[str]:
    """Return what a change is seen by: of a chapter its heading, of all others the whole text."""
    return unicodedata.normalize("NFC", node.own if node.kind in CONTAINERS else node.text).split()


def _find_moved(found: Findings) -> set[Node]:
    """Return the old nodes that left their parent, or changed places with their siblings."""
    moved: set[Node] = set()
    settled: dict[Node | None, list[tuple[Node, Node]]] = {}
    afloat: list[tuple[Node, Node]] = []  # articles of a chapter that is new or gone: their order tells
    for new in found.pair.new:
        old = found.old_of.get(new)
        if old is None:
            continue
        if found.are_partners(old.parent, new.parent):
            settled.setdefault(new.parent, []).append((old, new))
        elif new.kind is old.kind and (new.kind is Kind.DIEU or new.kind in CONTAINERS):
            if _is_settled(found, old, new):
                moved.add(old)
            else:
                afloat.append((old, new))
        else:
            moved.add(old)
    for siblings in settled.values():
        moved |= _out_of_order(siblings)
    if afloat:
        articles = [
            (old, new)
            for old, new in sorted(found.new_of.items(), key=lambda pair: pair[1].order)
            if old.kind is Kind.DIEU and old not in moved
        ]
        moved |= _out_of_order(articles) & {old for old, _ in afloat}
    return moved


def _is_settled(found: Findings, old: Node, new: Node) -> bool:
    """Return whether both homes are known, so that leaving one for the other is a move."""
    homes_old = old.parent is None or old.parent in found.new_of
    homes_new = new.parent is None or new.parent in found.old_of
    return homes_old and homes_new and old.parent is not None and new.parent is not None


def _out_of_order(pairs: list[tuple[Node, Node]]) -> set[Node]:
    steady = find_steady([old.order for old, _ in pairs], [old.size for old, _ in pairs])
    return {old for index, (old, _) in enumerate(pairs) if index not in steady}
