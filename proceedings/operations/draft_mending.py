"""Mending the outline of a working draft by hand. Each step can be undone; none loses or alters a printed word.

Every operation takes the provision as it was read; it locks its draft, reads the whole tree anew and writes only the
rows that became different. All refuse an issued draft and a provision that is gone.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Provision, User
from proceedings.models.provisions import LONGEST_HEADING
from proceedings.operations.draft_nodes import (
    BELOW,
    append_lines,
    dress,
    key_in,
    last_leaf,
    level_of,
    lift,
    make_room,
    may_hold,
    printed,
    refuse_misplaced,
    settle_children,
    turn_into,
)
from proceedings.operations.draft_steps import lock_working, mend, note
from proceedings.operations.draft_trees import TOP, Tree
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.operations.words_screening import refuse_objected
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.text.labels import find_label, read_label, written_mark
from proceedings.text.provisions import Kind, Role
from proceedings.vocabulary import Mending


@operation
def promote(*, provision: Provision, actor: User, now: datetime.datetime) -> Provision:
    """Lift a provision one level: it becomes what its parent is, stands after it, and what followed it comes along.

    Refuses one at the top, and one in an appendix.
    """

    def change(tree: Tree) -> int:
        key = key_in(tree, provision)
        parent = tree.rows.get(tree.parent_of(key))
        if parent is None:
            raise Refused(_("Mục này đã ở cấp ngoài cùng. Dùng “Đặt lại loại, số” để đổi loại."))
        if parent.kind == Kind.TEXT:
            raise Refused(_("Mục này nằm trong phụ lục. Dùng “Chuyển vị trí” để đưa ra ngoài."))
        turn_into(tree, key, Kind(parent.kind))
        lift(tree, key)
        settle_children(tree, key)
        return key

    return _mended(provision.draft, Mending.PROMOTE, change, actor=actor, now=now)


@operation
def demote(*, provision: Provision, actor: User, now: datetime.datetime) -> Provision:
    """Put a provision below the one before it, as its last child, one level deeper than that.

    Refuses the first of its siblings, and one that follows a paragraph.
    """

    def change(tree: Tree) -> int:
        key = key_in(tree, provision)
        before = _one_before(tree, key)
        above = tree.rows[before]
        if not may_hold(above, Kind.TEXT):
            raise Refused(_("Mục đứng trước là một đoạn văn nên không chứa được mục khác."))
        make_room(tree, before)
        tree.put(key, before, len(tree.children[before]))
        if not may_hold(above, tree.rows[key].kind):
            turn_into(tree, key, BELOW[Kind(above.kind)])
        settle_children(tree, key)
        return key

    return _mended(provision.draft, Mending.DEMOTE, change, actor=actor, now=now)


@operation
def split(*, provision: Provision, at: int, actor: User, now: datetime.datetime) -> Provision:
    """Cut the text of a provision before its character ``at``; return the new provision that holds the rest.

    Where the rest opens with a label (``Điều 6.``, ``2.``, ``b)``), it becomes what the label says and stands at the
    level of that; otherwise it is a paragraph that follows. Refuses a cut that leaves one side empty.
    """

    def change(tree: Tree) -> int:
        key = key_in(tree, provision)
        row = tree.rows[key]
        first, rest = row.text[: max(at, 0)].rstrip(), row.text[max(at, 0) :].lstrip()
        if not first or not rest:
            raise Refused(_("Đặt con trỏ giữa đoạn văn, nơi cần tách."), field="at")
        row.text = first
        siblings = tree.siblings_of(key)
        new = tree.add(tree.parent_of(key), siblings.index(key) + 1, kind=Kind.TEXT.value, text=rest)
        label = find_label(rest.split("\n")[0])
        if label is not None:
            _settle(tree, key, new, label.kind)
        return new

    return _mended(provision.draft, Mending.SPLIT, change, actor=actor, now=now)


@operation
def merge(
    *, provision: Provision, as_one_paragraph: bool = False, actor: User, now: datetime.datetime
) -> Provision:
    """Join a provision to the end of the one before it, label and all; return that one.

    Its words become a paragraph of their own there, or with ``as_one_paragraph`` go on in the last one: a line that
    was broken. What stood below it follows. Refuses the first of its siblings.
    """

    def change(tree: Tree) -> int:
        key = key_in(tree, provision)
        before = _one_before(tree, key)
        lines = printed(tree.rows[key])
        append_lines(tree.rows[last_leaf(tree, before)], lines, as_one_paragraph=as_one_paragraph)
        for child in list(tree.children.get(key, ())):
            if may_hold(tree.rows[before], tree.rows[child].kind):
                make_room(tree, before)
                tree.put(child, before, len(tree.children[before]))
            else:
                tree.put(child, tree.parent_of(key), tree.siblings_of(key).index(key))
        tree.drop(key)
        return before

    return _mended(provision.draft, Mending.MERGE, change, actor=actor, now=now)


@operation
def relabel(
    *,
    provision: Provision,
    kind: str,
    number: str | None = None,
    role: str = "",
    actor: User,
    now: datetime.datetime,
) -> Provision:
    """Say what a provision is. Without a ``number`` label and heading are told from its own words.

    With one, its mark is written as today and what it had as a label goes. Refuses a kind that cannot stand there or
    hold what stands below.
    """
    wanted = Kind(kind)
    number = within_limit(clean_line, number, field="number")[:100] if number is not None else None

    def change(tree: Tree) -> int:
        key = key_in(tree, provision)
        row = tree.rows[key]
        if number is None or wanted is Kind.TEXT:
            turn_into(tree, key, wanted)
        else:
            lines = printed(row)
            label = read_label(lines[0], wanted) if lines else None
            rest = label.rest if label else lines[0].removeprefix(row.mark).strip() if lines else ""
            row.kind, row.role, row.confidence = wanted.value, "", 1.0
            row.number, row.mark = number, written_mark(wanted, number)
            dress(row, [rest, *lines[1:]])
        if wanted is Kind.TEXT:
            row.role = Role(role).value
        refuse_misplaced(tree, key)
        settle_children(tree, key)
        return key

    return _mended(provision.draft, Mending.RELABEL, change, actor=actor, now=now)


@operation
def retitle(*, provision: Provision, heading: str, actor: User, now: datetime.datetime) -> Provision:
    """Give a provision another heading. Refuses a paragraph that is no appendix."""
    heading = clean_limited(heading)
    refuse_objected(heading)

    def change(tree: Tree) -> int:
        row = tree.rows[key_in(tree, provision)]
        if row.kind == Kind.TEXT and row.role != Role.APPENDIX:
            raise Refused(_("Đoạn văn không có tên mục."), field="heading")
        row.heading = heading
        return row.pk

    return _mended(provision.draft, Mending.RETITLE, change, actor=actor, now=now)


@operation
def move(
    *, provision: Provision, parent: Provision | None, place: int, actor: User, now: datetime.datetime
) -> Provision:
    """Hang a provision with all below it into ``parent`` (``None``: the top), to be number ``place`` there, from 0.

    Refuses a place within itself, and a parent that may not hold its kind.
    """

    def change(tree: Tree) -> int:
        key, above = key_in(tree, provision), key_in(tree, parent)
        if above in set(tree.below(key)):
            raise Refused(_("Không chuyển được một mục vào trong chính nó."), field="parent")
        _make_room_in(tree, above)
        tree.put(key, above, max(place, 0))
        refuse_misplaced(tree, key)
        return key

    return _mended(provision.draft, Mending.MOVE, change, actor=actor, now=now)


@operation
def insert(
    *,
    draft: Draft,
    parent: Provision | None,
    place: int,
    kind: str,
    number: str = "",
    heading: str = "",
    text: str = "",
    role: str = "",
    actor: User,
    now: datetime.datetime,
) -> Provision:
    """Add a provision to ``parent`` (``None``: the top), to be number ``place`` there, from 0; return it.

    Refuses a parent that may not hold its kind.
    """
    fields: dict[str, Any] = {
        "kind": Kind(kind).value,
        "role": Role(role).value if kind == Kind.TEXT else "",
        "number": within_limit(clean_line, number, field="number")[:100],
        "heading": clean_limited(heading),
        "text": within_limit(clean_text, text, field="text"),
    }
    fields["mark"] = written_mark(Kind(kind), fields["number"])
    refuse_objected(fields["heading"], fields["text"])

    def change(tree: Tree) -> int:
        above = key_in(tree, parent)
        _make_room_in(tree, above)
        key = tree.add(above, max(place, 0), **fields)
        refuse_misplaced(tree, key)
        return key

    return _mended(draft, Mending.INSERT, change, actor=actor, now=now)


@operation
def remove(*, provision: Provision, actor: User, now: datetime.datetime) -> None:
    """Take a provision out of a draft with all below it; undoing the step brings everything back."""
    tree = Tree(lock_working(provision.draft))
    key = key_in(tree, provision)
    subject = str(tree.rows[key])
    tree.drop(key)
    note(tree.draft, Mending.REMOVE, tree.save(), None, actor=actor, now=now, subject=subject)


def clean_limited(heading: str) -> str:
    """Clean a heading. Refuses one that is too long."""
    return within_limit(lambda text: clean_line(text, limit=LONGEST_HEADING), heading, field="heading")


def _mended(draft: Draft, *arguments: Any, **call: Any) -> Provision:
    row = mend(draft, *arguments, **call)
    assert row is not None  # noqa: S101 - a step on a provision ends with one
    return row


def _one_before(tree: Tree, key: int) -> int:
    siblings = tree.siblings_of(key)
    place = siblings.index(key)
    if place == 0:
        raise Refused(_("Không có mục nào đứng ngay trước, cùng cấp với mục này."))
    return siblings[place - 1]


def _make_room_in(tree: Tree, above: int) -> None:
    if above != TOP and may_hold(tree.rows[above], Kind.TEXT):
        make_room(tree, above)


def _settle(tree: Tree, key: int, new: int, kind: Kind) -> None:
    """Put what was cut off a row at the level that its label says."""
    row = tree.rows[key]
    if row.kind != Kind.TEXT and level_of(kind) > level_of(row.kind):
        make_room(tree, key)
        tree.put(new, key, len(tree.children[key]))
    while (above := tree.rows.get(tree.parent_of(new))) is not None and not may_hold(above, kind):
        if above.kind == Kind.TEXT:
            return
        lift(tree, new)
    turn_into(tree, new, kind)
    settle_children(tree, new)
