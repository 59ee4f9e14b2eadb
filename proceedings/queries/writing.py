"""A working draft as its editors write it: units in reading order, each beside what the draft before had."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from proceedings.models import ConsultedText, Draft, DraftChange, Provision
from proceedings.text.provisions import Kind, Role
from proceedings.text.provisions import Provision as Node
from proceedings.text.returned import DraftName
from proceedings.text.unit_lines import mark_of, same_words
from proceedings.text.units import is_division, text_of

_READ = (
    "pk",
    "parent_id",
    "kind",
    "number",
    "heading",
    "text",
    "mark",
    "role",
    "path",
    "origin_id",
    "change_note",
)


class UnitChange(StrEnum):
    """What became of a unit since the draft before."""

    NONE = ""
    NEW = "new"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the table of contents; ``pk`` of one that was taken out is that of the draft before."""

    pk: int
    path: str
    depth: int
    label: str
    heading: str
    change: UnitChange
    has_note: bool = False
    is_division: bool = False


class Rows:
    """The provisions of one draft with their keys: one query."""

    def __init__(self, draft: Draft) -> None:
        below: dict[int | None, list[tuple[Any, ...]]] = defaultdict(list)
        self.origins: dict[int, int | None] = {}
        self.notes: dict[int, str] = {}
        self.nodes: dict[int, Node] = {}
        self.keys: dict[str, int] = {}
        for values in draft.provisions.order_by("position").values_list(*_READ):
            below[values[1]].append(values)
            self.origins[values[0]], self.notes[values[0]] = values[9], values[10]
            self.keys[values[8]] = values[0]
        self.tree = tuple(self._nodes(None, below))

    def _nodes(self, parent: int | None, below: dict[int | None, list[tuple[Any, ...]]]) -> Iterator[Node]:
        for pk, _above, kind, number, heading, text, mark, role, path, _origin, _note in below.get(
            parent, ()
        ):
            children = tuple(self._nodes(pk, below))
            self.nodes[pk] = Node(Kind(kind), number, heading, text, mark, Role(role), path, children)
            yield self.nodes[pk]

    def reasons(self) -> dict[str, str]:
        """Return why provisions differ from those before, by path."""
        return {path: self.notes[key] for path, key in self.keys.items() if self.notes[key]}

    def units(self) -> Iterator[tuple[int, int, Node]]:
        """Yield key, depth and node of each unit, in reading order."""
        yield from self._units(self.tree, 0)

    def _units(self, nodes: tuple[Node, ...], depth: int) -> Iterator[tuple[int, int, Node]]:
        for node in nodes:
            yield self.keys[node.path], depth, node
            if is_division(node):
                yield from self._units(node.children, depth + 1)


class Writing:
    """A working draft and the one that it is based on: three queries, whatever their length.

    ``removals`` are the reasons for what was taken out, by the key of the row of the draft before.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.rows = Rows(draft)
        self.before = Rows(draft.based_on) if draft.based_on else None
        self.removals: dict[int, str] = dict(draft.removals.values_list("provision", "reason"))
        self._pairs: dict[int, int | None] = self.rows.origins
        if self.before and not any(self.rows.origins.values()):  # read from a file: no row is a copy
            self._pairs = dict(_paired(self.before, self.rows))

    def units(self) -> list[Unit]:
        """Return the units in reading order, those that were taken out where they stood."""
        gone = self._gone()
        found = [*gone[None]]
        for key, depth, node in self.rows.units():
            found.append(self._unit(key, depth, node))
            found += gone[key]
        return found

    def unit(self, key: int) -> Node | None:
        """Return a unit, or any provision below one, by its key."""
        return self.rows.nodes.get(key)

    def unit_of(self, key: int) -> int:
        """Return the key of the unit that a provision stands in."""
        path = self.rows.nodes[key].path
        holders = [
            other
            for other, _depth, node in self.rows.units()
            if any(each.path == path for each in node.walk())
        ]
        return holders[-1] if holders else key

    def before_of(self, key: int) -> Node | None:
        """Return what the draft before has of a unit, None where it is new."""
        origin = self._pairs.get(key)
        return self.before.nodes.get(origin) if self.before and origin else None

    def copy_of(self, origin: int) -> int | None:
        """Return the key of what a provision of the draft before is here, None where it was taken out.

        One that was written wholly anew at its place, or stands in a draft read from a file, is found by its path.
        """
        copies = {before: key for key, before in self._pairs.items() if before}
        if origin in copies or self.before is None or origin not in self.before.nodes:
            return copies.get(origin)
        there = self.rows.keys.get(self.before.nodes[origin].path)
        return there if there and not self._pairs.get(there) else None

    def sides(self, key: int) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """Return a unit before and now, as the redline takes them; of a division its head alone."""
        return _side(self.before_of(key)), _side(self.rows.nodes[key])

    def _unit(self, key: int, depth: int, node: Node) -> Unit:
        has_note = bool(self.rows.notes[key])
        label, heading = shown(node)
        return Unit(
            key, node.path, depth, label, heading, self._change(key, node), has_note, is_division(node)
        )

    def _change(self, key: int, node: Node) -> UnitChange:
        if self.before is None:
            return UnitChange.NONE
        before = self.before_of(key)
        if before is None:
            return UnitChange.NEW
        one, other = text_of(before), text_of(node)
        if one == other:
            return UnitChange.NONE
        bare = [
            same_words(mark_of(text.partition("\n")[0])[1] + "\n" + text.partition("\n")[2])
            for text in (one, other)
        ]
        return UnitChange.RENUMBERED if bare[0] == bare[1] else UnitChange.CHANGED

    def _gone(self) -> dict[int | None, list[Unit]]:
        """The units of the draft before without a copy, by the unit that they stood after."""
        gone: dict[int | None, list[Unit]] = defaultdict(list)
        if self.before is None:
            return gone
        copies = {origin: key for key, origin in self._pairs.items() if origin}
        units = {key for key, _depth, _node in self.rows.units()}
        after: int | None = None
        for key, depth, node in self.before.units():
            if copies.get(key) in units:
                after = copies[key]
            elif key not in copies:
                label, heading = shown(node)
                has_reason = key in self.removals
                gone[after].append(
                    Unit(key, node.path, depth, label, heading, UnitChange.REMOVED, has_reason)
                )
        return gone


def word_name(draft: Draft) -> DraftName:
    """Return what a Word file of a working draft calls it: by the number that it will have."""
    text = draft.consulted_text
    number = (draft.based_on.number or 0) + 1 if draft.based_on else 1
    return DraftName(text.workshop.slug, text.slug, number)


def _bare(text: str) -> str:
    """A unit without the mark that opens it."""
    first, _, rest = text.partition("\n")
    return same_words(f"{mark_of(first)[1]} {rest}")


def shown(node: Node) -> tuple[str, str]:
    """Return what a unit is called in a table of contents: its label, and its heading or first words."""
    words = node.heading or next(iter(node.lines()), "").removeprefix(node.mark).strip()
    return node.label, words if len(words) <= 120 else f"{words[:119]}…"


def last_saved(draft: Draft, key: int) -> tuple[datetime.datetime, str] | None:
    """Return when the unit was last written and by whom: one query."""
    rows: QuerySet[DraftChange] = draft.changes.filter(steps__unit=key, undone_at=None).select_related(
        "actor"
    )
    last = rows.defer("steps").order_by("-number").first()
    return (last.at, str(last.actor)) if last else None


def provision_in(draft: Draft, key: int) -> Provision | None:
    """Return a provision of a draft by its key: one query."""
    found: Provision | None = draft.provisions.filter(pk=key).first()
    return found


def _paired(before: Rows, rows: Rows) -> Iterator[tuple[int, int]]:
    """Pair units that are no copies: those of the same words, then of the same heading, then of the same path."""
    old = {key: node for key, _depth, node in before.units()}
    new = {key: node for key, _depth, node in rows.units()}
    for alike in (_words, _heading, _path):
        free: dict[tuple[str, str], list[int]] = defaultdict(list)
        for key, node in old.items():
            free[alike(node)].append(key)
        for key, node in list(new.items()):
            if alike(node)[1] and (found := free.get(alike(node))):
                old.pop(found[0])
                new.pop(key)
                yield key, found.pop(0)


def _words(node: Node) -> tuple[str, str]:
    return node.kind, _bare(text_of(node))


def _heading(node: Node) -> tuple[str, str]:
    return node.kind, same_words(node.heading).casefold()


def _path(node: Node) -> tuple[str, str]:
    return node.kind, node.path


def drafts_of_text(consulted_text: ConsultedText) -> list[Draft]:
    """Return the drafts of a text by number, the working one last: one query."""
    return list(consulted_text.drafts.without_source_text().by_number())


def _side(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return (replace(node, children=()),) if is_division(node) else (node,)
