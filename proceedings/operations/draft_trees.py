"""A working draft in memory: its rows, their order, and writing back what became different in few statements.

A step of mending is kept as what changed: per row its fields before and after (``None`` where it was not there), per
parent the order of its children before and after, per row of the draft before the reason why it was taken out before
and after. Positions and paths follow from these and are computed anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from proceedings.models import Draft, Provision, Removal
from proceedings.operations.draft_positions import positions_of
from proceedings.text.provisions import Kind, Role, with_paths
from proceedings.text.provisions import Provision as Node

#: What a person decides about a row; position, path and parent follow from the order.
CONTENT = ("kind", "role", "number", "mark", "heading", "text", "change_note")
KEPT = (*CONTENT, "confidence", "origin_id", "start", "end")
WRITTEN = (*CONTENT, "confidence")
#: The key of the list of what stands at the top.
TOP = 0

Fields = dict[str, Any]

_PLACE = """
    UPDATE proceedings_provision row SET parent_id = placed.parent_id, position = placed.position, path = placed.path
      FROM unnest(%s::bigint[], %s::bigint[], %s::integer[], %s::text[]) AS placed(id, parent_id, position, path)
     WHERE row.id = placed.id"""
_CLOSE_RANKS = """
    UPDATE proceedings_provision row SET position = counted.position
      FROM (SELECT id, row_number() OVER (ORDER BY position) AS position
              FROM proceedings_provision WHERE draft_id = %s) counted
     WHERE row.id = counted.id AND row.position <> counted.position"""
#: Rows of a draft again, under new keys, each naming the one it was copied from.
_COPY = """
    INSERT INTO proceedings_provision (id, draft_id, parent_id, kind, role, number, mark, heading, text, path, position,
                                       confidence, origin_id, change_note, version)
    SELECT copied.fresh, %s, copied.above, row.kind, row.role, row.number, row.mark, row.heading, row.text, row.path,
           row.position, 1, row.id, '', 1
      FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS copied(id, fresh, above)
      JOIN proceedings_provision row ON row.id = copied.id"""


@dataclass(slots=True)
class Steps:
    """What one act changed; :meth:`as_json` is what the list of changes keeps."""

    rows: dict[int, tuple[Fields | None, Fields | None]] = field(default_factory=dict)
    orders: dict[int, tuple[list[int] | None, list[int] | None]] = field(default_factory=dict)
    removals: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rows or self.orders or self.removals)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON keeps it: keys are texts."""
        return {
            "rows": {str(key): list(pair) for key, pair in self.rows.items()},
            "orders": {str(key): list(pair) for key, pair in self.orders.items()},
            "removals": {str(key): list(pair) for key, pair in self.removals.items()},
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Steps:
        """Read what :meth:`as_json` made; steps that were kept before removals had reasons name none."""
        return cls(
            rows={int(key): (pair[0], pair[1]) for key, pair in kept["rows"].items()},
            orders={int(key): (pair[0], pair[1]) for key, pair in kept["orders"].items()},
            removals={int(key): (pair[0], pair[1]) for key, pair in kept.get("removals", {}).items()},
        )

    def turned(self) -> Steps:
        """Return what takes it back."""
        return Steps(
            rows={key: (after, before) for key, (before, after) in self.rows.items()},
            orders={key: (after, before) for key, (before, after) in self.orders.items()},
            removals={key: (after, before) for key, (before, after) in self.removals.items()},
        )


class Tree:
    """The provisions of a draft: ``rows`` by key, ``children`` by the key of the parent (``TOP`` for none).

    ``removals`` are the reasons for what was taken out, by the key of the row of the draft before.
    """

    def __init__(self, draft: Draft) -> None:
        """Read a draft: two queries."""
        self.draft = draft
        self.rows: dict[int, Provision] = {}
        self.children: dict[int, list[int]] = defaultdict(list)
        for row in draft.provisions.order_by("position"):
            self.rows[row.pk] = row
            self.children[row.parent_id or TOP].append(row.pk)
        self.removals: dict[int, str] = dict(draft.removals.values_list("provision", "reason"))
        self._removals_before = dict(self.removals)
        self._rows_before = {key: kept_of(row) for key, row in self.rows.items()}
        self._orders_before = {key: list(order) for key, order in self.children.items()}
        self._places_before = {key: (row.parent_id, row.position, row.path) for key, row in self.rows.items()}

    def parent_of(self, key: int) -> int:
        """Return the key of a row's parent, ``TOP`` where it has none."""
        return self.rows[key].parent_id or TOP

    def siblings_of(self, key: int) -> list[int]:
        """Return the list in which a row stands; changing it changes the tree."""
        return self.children[self.parent_of(key)]

    def below(self, key: int) -> Iterator[int]:
        """Yield a row and all below it, in reading order."""
        yield key
        for child in self.children.get(key, ()):
            yield from self.below(child)

    def put(self, key: int, parent: int, place: int) -> None:
        """Hang a row, with all below it, into a list of children."""
        self.siblings_of(key).remove(key)
        self.rows[key].parent_id = parent or None
        self.children[parent].insert(place, key)

    def add(self, parent: int, place: int, **fields: Any) -> int:
        """Make a new row in a list of children; return its key."""
        [key] = _new_keys(1)
        self.rows[key] = Provision(pk=key, draft=self.draft, parent_id=parent or None, **fields)
        self.children[parent].insert(place, key)
        return key

    def plant(self, nodes: Iterable[Node], more: dict[str, Fields]) -> None:
        """Make rows of the nodes of a text, whose paths name in ``more`` what else is known of each; nothing yet."""
        walked = list(_with_parents(nodes, None))
        keys = _new_keys(len(walked))
        key_of = {id(node): key for (node, _parent), key in zip(walked, keys, strict=True)}
        for (node, parent), key in zip(walked, keys, strict=True):
            above = key_of[id(parent)] if parent else TOP
            fields = {name: getattr(node, name) for name in ("number", "heading", "text", "mark")}
            fields |= {"kind": node.kind.value, "role": node.role.value, **more.get(node.path, {})}
            self.rows[key] = Provision(pk=key, draft=self.draft, parent_id=above or None, **fields)
            self.children[above].append(key)

    def drop(self, key: int) -> None:
        """Take a row away with all below it."""
        gone = list(self.below(key))
        self.siblings_of(key).remove(key)
        for each in gone:
            del self.rows[each]
            self.children.pop(each, None)

    def apply(self, steps: Steps) -> bool:
        """Do some steps; return False, with nothing done, where the draft is not as they found it."""
        for key, (before, _after) in steps.rows.items():
            row = self.rows.get(key)
            if (row is None) != (before is None):
                return False
            if (
                row is not None
                and before is not None
                and any(getattr(row, name) != value for name, value in before.items())
            ):
                return False
        if any(
            (self.children.get(key) or []) != (before or []) for key, (before, _after) in steps.orders.items()
        ):
            return False
        if any(self.removals.get(key) != before for key, (before, _after) in steps.removals.items()):
            return False
        for key, (_before, after) in steps.rows.items():
            if after is None:
                del self.rows[key]
                self.children.pop(key, None)
            elif key in self.rows:
                for name, value in after.items():
                    setattr(self.rows[key], name, value)
            else:
                self.rows[key] = Provision(pk=key, draft=self.draft, **after)
        for key, order in steps.orders.items():
            self.children[key] = list(order[1] or [])
            for child in self.children[key]:
                self.rows[child].parent_id = key or None
        for key, (_reason, reason) in steps.removals.items():
            self.removals.pop(key, None) if reason is None else self.removals.update({key: reason})
        return True

    def save(self) -> Steps:
        """Compute paths and positions anew, write what became different, and return what that was.

        What is there again needs no reason for having been taken out: it goes with this step, and comes back with it.
        """
        for origin in {row.origin_id for row in self.rows.values()} & self.removals.keys():
            del self.removals[origin]  # type: ignore[arg-type]  # None is no key of removals
        placed = dict(self._placed())
        steps = self._steps()
        gone = [key for key in self._rows_before if key not in self.rows]
        fresh = [row for key, row in self.rows.items() if key not in self._rows_before]
        for key, (parent, position, path) in placed.items():
            row = self.rows[key]
            row.parent_id, row.position, row.path = parent, position, path
        moved = [
            (key, *place) for key, place in placed.items()
            if key in self._rows_before and self._places_before[key] != place
        ]  # fmt: skip
        self._write(moved)
        if gone:
            Provision.objects.filter(pk__in=gone).delete()
        Provision.objects.bulk_create(fresh, batch_size=1000)
        self._save_content(steps)
        self._save_removals(steps)
        return steps

    def _save_content(self, steps: Steps) -> None:
        touched = [
            key for key, (before, after) in steps.rows.items() if before is not None and after is not None
        ]
        if touched:
            Provision.objects.bulk_update([self.rows[key] for key in touched], WRITTEN, batch_size=200)

    def _save_removals(self, steps: Steps) -> None:
        for key, (_before, reason) in steps.removals.items():
            if reason is None:
                self.draft.removals.filter(provision=key).delete()
            else:
                Removal.objects.update_or_create(
                    draft=self.draft, provision_id=key, defaults={"reason": reason}
                )

    def _write(self, moved: list[tuple[int, int | None, int, str]]) -> None:
        if not moved:
            return
        with connection.cursor() as cursor:
            cursor.execute(_PLACE, [list(column) for column in zip(*moved, strict=True)])

    def _steps(self) -> Steps:
        steps = Steps()
        for key in self._rows_before.keys() | self.rows.keys():
            before = self._rows_before.get(key)
            after = kept_of(self.rows[key]) if key in self.rows else None
            if before and after:
                names = [name for name in KEPT if before[name] != after[name]]
                if names:
                    steps.rows[key] = ({n: before[n] for n in names}, {n: after[n] for n in names})
            elif before or after:
                steps.rows[key] = (before, after)
        for key in self._orders_before.keys() | self.children.keys():
            old, new = self._orders_before.get(key) or None, self.children.get(key) or None
            if old != new:
                steps.orders[key] = (old, list(new) if new else None)
        for key in self._removals_before.keys() | self.removals.keys():
            said, says = self._removals_before.get(key), self.removals.get(key)
            if said != says:
                steps.removals[key] = (said, says)
        return steps

    def _placed(self) -> Iterator[tuple[int, tuple[int | None, int, str]]]:
        paths = self.paths()
        positions = positions_of(
            list(paths), {key: position for key, (_parent, position, _path) in self._places_before.items()}
        )
        for key, path in paths.items():
            yield key, (self.rows[key].parent_id, positions[key], path)

    def paths(self) -> dict[int, str]:
        """Return the path of each row by its key, in reading order."""
        keys = [key for top in self.children[TOP] for key in self.below(top)]
        nodes = with_paths(self._node(top) for top in self.children[TOP])
        return dict(zip(keys, (node.path for top in nodes for node in top.walk()), strict=True))

    def _node(self, key: int) -> Node:
        row = self.rows[key]
        below = tuple(self._node(child) for child in self.children.get(key, ()))
        return Node(kind=Kind(row.kind), number=row.number, role=Role(row.role), children=below)


def copy_rows(source: Draft, draft: Draft) -> None:
    """Fill an empty draft with the rows of another one: three statements."""
    rows = list(source.provisions.order_by("position").values_list("pk", "parent_id"))
    fresh = dict(zip((key for key, _parent in rows), _new_keys(len(rows)), strict=True))
    above = [fresh[parent] if parent else None for _key, parent in rows]
    with connection.cursor() as cursor:
        cursor.execute(_COPY, [draft.pk, list(fresh), list(fresh.values()), above])


def close_ranks(draft: Draft) -> None:
    """Count the positions of a draft from 1 without the gaps that work on it has left: one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE_RANKS, [draft.pk])


def kept_of(row: Provision) -> Fields:
    """Return the fields of a row that a step keeps."""
    return {name: getattr(row, name) for name in KEPT}


def _with_parents(nodes: Iterable[Node], parent: Node | None) -> Iterator[tuple[Node, Node | None]]:
    for node in nodes:
        yield node, parent
        yield from _with_parents(node.children, node)


def _new_keys(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('proceedings_provision', 'id')) FROM generate_series(1, %s)",
            [count],
        )
        return [key for (key,) in cursor.fetchall()]
