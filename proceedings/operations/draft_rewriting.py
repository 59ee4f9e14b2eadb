"""Writing one unit of a working draft anew from its text: rows are kept where they are unchanged."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import DraftChange, Provision, User
from proceedings.models.provisions import LONGEST_HEADING
from proceedings.operations.draft_nodes import key_in
from proceedings.operations.draft_steps import lock_working, note
from proceedings.operations.draft_trees import Fields, Steps, Tree
from proceedings.operations.drafts import LONGEST_LABELS
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Conflict, Refused, within_limit
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.history import last_act
from proceedings.text.cleaning import clean_text
from proceedings.text.provisions import Kind, Role
from proceedings.text.provisions import Provision as Node
from proceedings.text.unit_lines import same_words
from proceedings.text.unit_reading import NoOpening, Written, read_head, read_unit
from proceedings.text.units import is_division, stamp_of, text_of
from proceedings.vocabulary import Mending

#: What is written within this time by the same person in the same unit is one step of undoing.
ONE_SITTING = datetime.timedelta(minutes=10)
#: The most lines that one unit may have.
MOST_LINES = 5_000


@dataclass(slots=True)
class _UnitSteps(Steps):
    """Steps in one unit, whose key they keep, so that the same hand goes on with them."""

    unit: int = 0

    def as_json(self) -> dict[str, Any]:
        return {**Steps.as_json(self), "unit": self.unit}


class UnitConflict(Conflict):
    """Somebody else wrote the unit since it was read: both texts, both reasons, both names; nothing was saved."""

    def __init__(
        self, *, theirs: Provision, yours: tuple[str, str], saved: tuple[str, str], stamp: str, actor: User
    ) -> None:
        super().__init__(theirs=theirs)
        (self.your_text, self.your_note), (self.their_text, self.their_note) = yours, saved
        self.stamp, self.yours_by = stamp, str(actor)
        self.theirs_by, self.theirs_at = _last_hand(theirs)


def node_of(tree: Tree, key: int) -> Node:
    """Return a row of a tree with all below it as the engines read it, without paths."""
    row = tree.rows[key]
    below = tuple(node_of(tree, child) for child in tree.children.get(key, ()))
    return Node(Kind(row.kind), row.number, row.heading, row.text, row.mark, Role(row.role), "", below)


@operation
def rewrite(
    *, provision: Provision, text: str, change_note: str = "", stamp: str, actor: User, now: datetime.datetime
) -> Provision:
    """Save a unit that was read at ``stamp`` from its text, with the reason of the change; return its row as saved.

    Rows whose lines stayed or changed keep their keys, origins and reasons; new lines become new rows, and one that is
    again as the draft before had it is that one's copy. What is already saved in just these words is no conflict: a
    page may send the same again. Refuses an issued draft, a unit that is gone, one without words or without the line
    that opens it, what is too long, and (:class:`UnitConflict`) what somebody else wrote meanwhile.
    """
    text = within_limit(clean_text, text, field="text")
    change_note = within_limit(
        lambda words: clean_text(words, limit=LONGEST_HEADING), change_note, field="change_note"
    )
    refuse_objected(text, change_note)
    tree = Tree(lock_working(provision.draft))
    key = key_in(tree, provision)
    row, unit = tree.rows[key], node_of(tree, key)
    is_same = _lines(text) == _lines(text_of(unit))
    if is_same and row.change_note == change_note:
        return row
    if stamp_of(unit, row.change_note) != stamp:
        saved = text_of(unit), row.change_note
        raise UnitConflict(
            theirs=row,
            yours=(text, change_note),
            saved=saved,
            stamp=stamp_of(unit, row.change_note),
            actor=actor,
        )
    if not is_same:
        plant(tree, key, _read(unit, text))
    row.change_note = change_note
    note_unit(tree, row, actor=actor, now=now)
    return Provision.objects.get(pk=key)


def note_unit(tree: Tree, row: Provision, *, actor: User, now: datetime.datetime) -> None:
    """Write a tree in which one unit was rewritten, and note it: with the step before where it goes on with that."""
    steps = tree.save()
    if not steps:
        return
    last = tree.draft.changes.order_by("-number").first()
    if last is not None and _continues(last, row, actor, now):
        last.steps = _of_unit(_joined(Steps.from_json(last.steps), steps), row).as_json()
        last.at = now
        last.save(update_fields=["steps", "at"])
        return
    # Without a key: the page that saves one row by itself would take the step for its own and go on with it.
    note(tree.draft, Mending.WRITE, _of_unit(steps, row), None, actor=actor, now=now, subject=str(row))


def _read(unit: Node, text: str) -> Written:
    if not text.strip():
        raise Refused(_("Mục này không còn chữ nào. Để bỏ hẳn mục, dùng nút “Bỏ mục này”."), field="text")
    if text.count("\n") >= MOST_LINES:
        raise Refused(
            _("Mục này có hơn %(most)s dòng. Tách thành nhiều điều."), field="text", most=MOST_LINES
        )
    try:
        written = read_head(unit, text) if is_division(unit) else read_unit(unit, text)
    except NoOpening as error:
        raise Refused(
            _("Dòng đầu phải mở bằng “%(mark)s”. Ghi lại ký hiệu này ở đầu dòng thứ nhất."),
            field="text",
            mark=error.mark,
        ) from error
    for node in written.walk():
        for name, allowed in LONGEST_LABELS.items():
            if name != "path" and len(getattr(node, name)) > allowed:
                raise Refused(
                    _("Một dòng dài quá %(allowed)s ký tự: “%(start)s…”. Xuống dòng sau tên mục."),
                    field="text",
                    allowed=f"{allowed:,}".replace(",", "."),
                    start=getattr(node, name)[:40],
                )
    return written


def plant(tree: Tree, key: int, written: Written) -> None:
    """Make a row and all below it what was written; ``was`` of each node is its place among the rows before."""
    if is_division(node_of(tree, key)):
        _dress(tree.rows[key], written)
        return
    before = list(tree.below(key))
    kept = {before[node.was] for node in written.walk() if node.was is not None}
    origins = _Origins(tree)
    for each in before:
        tree.children.pop(each, None)
        if each not in kept:
            del tree.rows[each]
    _grow(tree, key, written, before, origins)


def _grow(tree: Tree, key: int, written: Written, before: list[int], origins: _Origins) -> None:
    _dress(tree.rows[key], written)
    for child in written.children:
        if child.was is None:
            fields = {"kind": child.kind.value, "role": child.role.value}
            place = len(tree.children[key])
            below = tree.add(key, place, **fields, origin_id=origins.take(child))
        else:
            below = before[child.was]
            tree.rows[below].parent_id = key or None
            tree.children[key].append(below)
        _grow(tree, below, child, before, origins)


def _dress(row: Provision, written: Written) -> None:
    row.kind, row.role = written.kind.value, written.role.value
    row.number, row.mark = written.number, written.mark
    row.heading, row.text = written.heading, written.text


class _Origins:
    """The rows of the draft before that have no copy any more: what is typed again in their words is their copy."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._free: dict[tuple[str, str], list[int]] | None = None

    def take(self, written: Written) -> int | None:
        """Return the key of a row with just these words, and take it; one query for the first that is asked."""
        words = (written.kind.value, written.text or written.heading)
        if not words[1] or self._tree.draft.based_on_id is None:
            return None
        if self._free is None:
            self._free = self._read()
        found = self._free.get(words)
        return found.pop(0) if found else None

    def _read(self) -> dict[tuple[str, str], list[int]]:
        taken = {row.origin_id for row in self._tree.rows.values()}
        free: dict[tuple[str, str], list[int]] = {}
        rows = Provision.objects.filter(draft=self._tree.draft.based_on_id).order_by("position")
        for pk, kind, text, heading in rows.values_list("pk", "kind", "text", "heading"):
            if pk not in taken:
                free.setdefault((kind, text or heading), []).append(pk)
        return free


def _continues(last: DraftChange, row: Provision, actor: User, now: datetime.datetime) -> bool:
    return (
        last.mending == Mending.WRITE
        and last.steps.get("unit") == row.pk
        and last.actor_id == actor.pk
        and last.undone_at is None
        and now - last.at <= ONE_SITTING
    )


def _of_unit(steps: Steps, row: Provision) -> _UnitSteps:
    return _UnitSteps(steps.rows, steps.orders, steps.removals, row.pk)


def _lines(text: str) -> list[str]:
    return [words for line in text.split("\n") if (words := same_words(line))]


def _joined(first: Steps, second: Steps) -> Steps:
    """Return two steps, one after the other, as one."""
    joined = Steps(dict(first.rows), dict(first.orders), dict(first.removals))
    for key, (before, after) in second.rows.items():
        if key not in joined.rows:
            joined.rows[key] = (before, after)
            continue
        pair = _joined_row(joined.rows[key], (before, after))
        if pair[0] == pair[1]:
            del joined.rows[key]
        else:
            joined.rows[key] = pair
    for key, (old, new) in second.orders.items():
        old = joined.orders[key][0] if key in joined.orders else old
        joined.orders[key] = (old, new)
        if old == new:
            del joined.orders[key]
    for key, (said, says) in second.removals.items():
        said = joined.removals[key][0] if key in joined.removals else said
        joined.removals[key] = (said, says)
        if said == says:
            del joined.removals[key]
    return joined


def _joined_row(
    first: tuple[Fields | None, Fields | None], second: tuple[Fields | None, Fields | None]
) -> tuple[Fields | None, Fields | None]:
    (old, middle), (later, new) = first, second
    if old is not None and later is not None:
        old = {**later, **old}
    if new is not None and middle is not None:
        new = {**middle, **new}
    if old is not None and new is not None:
        names = [name for name in old if old[name] != new.get(name, old[name])]
        return {name: old[name] for name in names}, {name: new[name] for name in names}
    return old, new


def _last_hand(row: Provision) -> tuple[str, datetime.datetime | None]:
    """Who wrote in the unit of a row last, and when; the list of steps knows of rows that are gone, too."""
    below = Provision.objects.filter(draft=row.draft_id, path__startswith=f"{row.path}.").values_list(
        "pk", flat=True
    )
    keys = [str(key) for key in (row.pk, *below)]
    last = (
        DraftChange.objects.filter(draft=row.draft_id, undone_at=None)
        .filter(steps__rows__has_any_keys=keys)
        .select_related("actor")
        .order_by("-number")
        .first()
    )
    if last is not None:
        return str(last.actor), last.at
    act = last_act(row)
    return (act.actor, act.at) if act else ("", None)
