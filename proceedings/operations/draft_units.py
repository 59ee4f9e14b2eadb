"""Whole units of a working draft: put in after another, taken out, brought back as the draft before had them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Provision, User
from proceedings.operations.draft_mending import clean_limited
from proceedings.operations.draft_nodes import key_in, may_hold
from proceedings.operations.draft_rewriting import UnitConflict, node_of, note_unit, plant
from proceedings.operations.draft_steps import lock_working, note
from proceedings.operations.draft_trees import TOP, Tree
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.words_screening import refuse_objected
from proceedings.text.labels import written_mark
from proceedings.text.provisions import LETTERS, Kind, Role
from proceedings.text.unit_reading import Written, read_unit
from proceedings.text.units import stamp_of, text_of
from proceedings.vocabulary import Mending


@operation
def insert_article(
    *,
    after: Provision,
    heading: str = "",
    text: str = "",
    renumber: bool = False,
    number: str = "",
    actor: User,
    now: datetime.datetime,
) -> Provision:
    """Put a new article after a unit; return it. Its number goes on from the article before it.

    With ``renumber`` it takes the next number and every later article that has a bare number moves on by one, the
    citations of them left as they are; without, it is an inserted one: ``Điều 12a``, ``12b``… ``text`` are its further
    lines, with marks; a ``number`` that is given and not taken is kept. Refuses an issued draft and a unit that is
    gone.
    """
    heading = clean_limited(heading)
    refuse_objected(heading, text)
    tree = Tree(lock_working(after.draft))
    key = key_in(tree, after)
    parent, place = _place_after(tree, key)
    before = _articles(tree, key)
    if number and not _is_taken(tree, number):
        number = number[:100]
    elif renumber:
        count = 1 + (int(re.match(r"\d+", before[-1].number)[0]) if before else 0)  # type: ignore[index]
        _move_on(tree, key, count)
        number = str(count)
    else:
        number = _inserted(tree, before[-1].number if before else "0")
    new = tree.add(parent, place, kind=Kind.DIEU.value, number=number, mark=written_mark(Kind.DIEU, number))
    tree.rows[new].heading = heading
    if text.strip():
        plant(tree, new, read_unit(node_of(tree, new), f"{tree.rows[new].mark} {heading}\n{text}"))
    note(tree.draft, Mending.INSERT, tree.save(), tree.rows[new], actor=actor, now=now)
    return Provision.objects.get(pk=new)


@operation
def insert_text(*, after: Provision, text: str, actor: User, now: datetime.datetime) -> Provision:
    """Put a paragraph after a unit, beside it; return it. Refuses as :func:`insert_article` does."""
    refuse_objected(text)
    tree = Tree(lock_working(after.draft))
    parent, place = _place_after(tree, key_in(tree, after))
    new = tree.add(parent, place, kind=Kind.TEXT.value, text=text.strip())
    note(tree.draft, Mending.INSERT, tree.save(), tree.rows[new], actor=actor, now=now)
    return Provision.objects.get(pk=new)


@operation
def remove_unit(*, provision: Provision, stamp: str, actor: User, now: datetime.datetime) -> None:
    """Take a unit that was read at ``stamp`` out of a draft with all below it; undoing the step brings it back.

    Refuses an issued draft, a unit that is gone, and (:class:`UnitConflict`) one that somebody wrote meanwhile.
    """
    tree = Tree(lock_working(provision.draft))
    key = key_in(tree, provision)
    _refuse_written(tree, key, stamp, actor)
    subject = str(tree.rows[key])
    tree.drop(key)
    note(tree.draft, Mending.REMOVE, tree.save(), None, actor=actor, now=now, subject=subject)


@operation
def restore_unit(*, provision: Provision, stamp: str, actor: User, now: datetime.datetime) -> Provision:
    """Make a unit that was read at ``stamp`` again what the draft before has; return its row as saved.

    Rows are kept where they are copies of those rows. Refuses a unit that the draft before does not have, an issued
    draft, a unit that is gone, and (:class:`UnitConflict`) one that somebody wrote meanwhile.
    """
    tree = Tree(lock_working(provision.draft))
    key = key_in(tree, provision)
    row = tree.rows[key]
    _refuse_written(tree, key, stamp, actor)
    if row.origin_id is None or tree.draft.based_on is None:
        raise Refused(_("Mục này mới thêm, dự thảo đã phát hành không có. Để bỏ mục, dùng nút “Bỏ mục này”."))
    before = Tree(tree.draft.based_on)
    copies = {tree.rows[each].origin_id: place for place, each in enumerate(tree.below(key))}
    written, origins = _written(before, row.origin_id, copies, is_root=True)
    plant(tree, key, written)
    for each, origin in zip(tree.below(key), origins, strict=False):
        if tree.rows[each].origin_id is None:
            tree.rows[each].origin_id = origin
    row.change_note = ""
    note_unit(tree, row, actor=actor, now=now)
    return Provision.objects.get(pk=key)


@operation
def bring_back(*, draft: Draft, origin: Provision, actor: User, now: datetime.datetime) -> Provision:
    """Put a unit of the draft before that was taken out back where it stood; return it.

    Refuses one that is not of the draft before, or that still has its copy, and an issued draft.
    """
    tree = Tree(lock_working(draft))
    if origin.draft_id != tree.draft.based_on_id or tree.draft.based_on is None:
        raise Refused(_("Mục này không thuộc dự thảo đã phát hành trước bản đang soạn."))
    copy_of = {row.origin_id: key for key, row in tree.rows.items() if row.origin_id}
    if origin.pk in copy_of:
        raise Refused(_("Mục này vẫn còn trong bản đang soạn. Tải lại trang để xem bản hiện tại."))
    before = Tree(tree.draft.based_on)
    parent, place = _place_of(tree, before, origin.pk, copy_of)
    row = before.rows[origin.pk]
    new = tree.add(parent, place, kind=row.kind, role=row.role, origin_id=row.pk)
    written, origins = _written(before, origin.pk, {origin.pk: 0}, is_root=True)
    _grow_copy(tree, new, written, iter(origins))
    note(tree.draft, Mending.INSERT, tree.save(), tree.rows[new], actor=actor, now=now)
    return Provision.objects.get(pk=new)


def _refuse_written(tree: Tree, key: int, stamp: str, actor: User) -> None:
    row, unit = tree.rows[key], node_of(tree, key)
    now = stamp_of(unit, row.change_note)
    if now != stamp:
        saved = text_of(unit), row.change_note
        raise UnitConflict(theirs=row, yours=saved, saved=saved, stamp=now, actor=actor)


def _place_after(tree: Tree, key: int) -> tuple[int, int]:
    """Where a new article stands after a unit: within a division as its first, after anything else beside it."""
    row = tree.rows[key]
    if (
        row.kind not in (Kind.DIEU, Kind.TEXT)
        and may_hold(row, Kind.DIEU)
        and row.kind not in ("khoan", "diem")
    ):
        lead = 0
        for child in tree.children.get(key, ()):
            if tree.rows[child].kind != Kind.TEXT:
                break
            lead += 1
        return key, lead
    parent = tree.parent_of(key)
    while parent != TOP and not may_hold(tree.rows[parent], Kind.DIEU):
        key, parent = parent, tree.parent_of(parent)
    return parent, tree.children[parent].index(key) + 1


def _articles(tree: Tree, upto: int) -> list[Provision]:
    """The numbered articles from the beginning to a row, that row with them."""
    found = []
    for top in tree.children[TOP]:
        for key in tree.below(top):
            row = tree.rows[key]
            if row.kind == Kind.DIEU and re.match(r"\d", row.number):
                found.append(row)
            if key == upto:
                return found
    return found


def _move_on(tree: Tree, after: int, count: int) -> None:
    """Give every article after a row that has a bare number from ``count`` on the next one."""
    earlier = {row.pk for row in _articles(tree, after)}
    for top in tree.children[TOP]:
        for key in tree.below(top):
            row = tree.rows[key]
            found = re.match(r"\d+", row.number)
            if row.kind != Kind.DIEU or key in earlier or found is None or int(found[0]) < count:
                continue
            number = f"{int(found[0]) + 1}{row.number[found.end() :]}"
            row.mark = row.mark.replace(row.number, number, 1) or written_mark(Kind.DIEU, number)
            row.number = number


def _is_taken(tree: Tree, number: str) -> bool:
    return any(row.kind == Kind.DIEU and row.number == number for row in tree.rows.values())


def _inserted(tree: Tree, number: str) -> str:
    """The next free number of an inserted article: 12 → 12a, or 12b where that is taken."""
    taken = {row.number.casefold() for row in tree.rows.values() if row.kind == Kind.DIEU}
    found = re.match(r"(\d+)(\w?)", number)
    bare, letter = (found[1], found[2].casefold()) if found else ("0", "")
    start = LETTERS.find(letter) + 1 if letter else 0
    for each in LETTERS[start:]:
        if f"{bare}{each}" not in taken:
            return f"{bare}{each}"
    raise Refused(
        _("Không còn chữ cái nào cho điều bổ sung sau Điều %(number)s. Chọn đánh số lại."), number=number
    )


def _written(
    before: Tree, key: int, copies: dict[int | None, int], *, is_root: bool = False
) -> tuple[Written, list[int]]:
    """A row of the draft before as a written node, each of whose nodes is the copy of its row; and those rows' keys."""
    row = before.rows[key]
    written = Written(
        0 if is_root else copies.get(key),
        Kind(row.kind), Role(row.role), row.number, row.mark, row.heading, row.text,
    )  # fmt: skip
    keys = [key]
    for child in before.children.get(key, ()):
        below, more = _written(before, child, copies)
        written.children.append(below)
        keys += more
    return written, keys


def _grow_copy(tree: Tree, key: int, written: Written, origins: Iterator[int]) -> None:
    row = tree.rows[key]
    row.origin_id = next(origins)
    for name in ("number", "mark", "heading", "text"):
        setattr(row, name, getattr(written, name))
    for child in written.children:
        fields = {"kind": child.kind.value, "role": child.role.value}
        _grow_copy(tree, tree.add(key, len(tree.children[key]), **fields), child, origins)


def _place_of(tree: Tree, before: Tree, key: int, copy_of: dict[int, int]) -> tuple[int, int]:
    """Where a unit of the draft before stood: after the nearest one before it that is still there."""
    above = before.parent_of(key)
    parent = copy_of.get(above, TOP) if above != TOP else TOP
    siblings = before.children[above]
    for each in reversed(siblings[: siblings.index(key)]):
        copy = copy_of.get(each)
        if copy is not None and tree.parent_of(copy) == parent:
            return parent, tree.children[parent].index(copy) + 1
    return parent, 0
