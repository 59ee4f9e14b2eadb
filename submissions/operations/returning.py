"""A draft that came back as a Word file: kept, and its differences taken into the working draft one by one, or left."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Provision, User
from proceedings.operations import draft_mending, draft_rewriting, draft_units
from proceedings.operations.draft_nodes import may_hold
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.queries.writing import Rows
from proceedings.text.labels import read_label
from proceedings.text.provisions import Kind
from proceedings.text.returned import ReturnedDraft
from proceedings.text.returned_differences import ReturnedChange
from proceedings.text.unit_lines import lines_of_unit
from proceedings.text.units import is_division, stamp_of, text_of
from submissions.models import ReturnedFile
from submissions.queries.returned import Difference, look_at
from submissions.readers.document import ReadDocument

LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Taken:
    """How many differences were taken over, and why others were not."""

    count: int
    refusals: tuple[str, ...]


@operation
def take_back(
    *, draft: Draft, name: str, content: bytes, returned: ReturnedDraft, document: ReadDocument, actor: User,
    now: datetime.datetime,
) -> ReturnedFile:  # fmt: skip
    """Keep what a returned file holds until its differences are decided; the same file again is the same return.

    ``document`` is what the jail read, already screened. Refuses a file without a paragraph.
    """
    if not any(paragraph.text.strip() for paragraph in returned.paragraphs):
        raise Refused(_("Tệp không có chữ nào. Kiểm tra lại tệp rồi gửi lại."), field="file")
    sha256 = hashlib.sha256(content).hexdigest()
    kept, _made = ReturnedFile.objects.get_or_create(
        draft=draft,
        sha256=sha256,
        closed_at=None,
        defaults={
            "name": name[-LONGEST_NAME:],
            "size": len(content),
            "draft_name": str(returned.draft or ""),
            "paragraphs": [[each.text, list(each.bookmarks)] for each in returned.paragraphs],
            "tracked_changes": document.tracked_changes,
            "received_at": now,
            "received_by": actor,
        },
    )
    return kept


@operation
def leave(
    *, returned: ReturnedFile, keys: Iterable[str], actor: User, now: datetime.datetime
) -> ReturnedFile:
    """Leave differences aside: the working draft stays as it is there. Refuses a return that was closed."""
    locked = _lock(returned)
    locked.left = sorted({*locked.left, *keys})
    locked.save(update_fields=["left"])
    return locked


@operation
def reconsider(*, returned: ReturnedFile, actor: User, now: datetime.datetime) -> ReturnedFile:
    """Show again all differences that were left aside. Refuses a return that was closed."""
    locked = _lock(returned)
    locked.left = []
    locked.save(update_fields=["left"])
    return locked


@operation
def close(*, returned: ReturnedFile, actor: User, now: datetime.datetime) -> ReturnedFile:
    """Be done with a return; what was not taken over is left, and its words are kept no longer."""
    locked = _lock(returned)
    locked.closed_at, locked.closed_by, locked.paragraphs = now, actor, []
    locked.save(update_fields=["closed_at", "closed_by", "paragraphs"])
    return locked


@operation
def accept(*, returned: ReturnedFile, key: str, actor: User, now: datetime.datetime) -> None:
    """Take one difference into the working draft, as it was shown.

    Refuses a return that was closed, one whose provision was changed since it was shown (its key is gone), and what
    the operations of the draft refuse.
    """
    locked = _lock(returned)
    found = look_at(locked, locked.draft)
    difference = next((each for each in found.differences if each.key == key), None)
    if difference is None:
        raise Refused(
            _("Chỗ này vừa được người khác sửa hoặc đã nhận rồi. Xem lại danh sách dưới đây rồi quyết định.")
        )
    _Taking(locked.draft, found.rows, {"actor": actor, "now": now}).take(difference)


def accept_all(*, returned: ReturnedFile, keys: Iterable[str], actor: User, now: datetime.datetime) -> Taken:
    """Take over the differences that were shown, each by itself: one that is refused does not stop the others."""
    count, refusals = 0, []
    for key in keys:
        try:
            with transaction.atomic():
                accept(returned=returned, key=key, actor=actor, now=now)
            count += 1
        except Refused as refusal:
            refusals.append(str(refusal))
    return Taken(count, tuple(dict.fromkeys(refusals)))


class _Taking:
    """Taking differences over, by the operations of the draft, at the stamp of what was compared."""

    def __init__(self, draft: Draft, rows: Rows, call: dict[str, Any]) -> None:
        self.draft, self.rows, self.call = draft, rows, call

    def take(self, difference: Difference) -> None:
        """Do what a difference says."""
        if difference.change in (ReturnedChange.CHANGED, ReturnedChange.SPLIT):
            self._replace(_key(difference.row), difference.new.split("\n"))
        elif difference.change is ReturnedChange.NEW:
            self._add(difference.after, difference.new.split("\n"))
        elif difference.change is ReturnedChange.MOVED:
            self._move(_key(difference.row), difference)
        elif difference.is_whole:
            self._drop(_key(difference.row))
        else:
            self._replace(_key(difference.row), [])

    def _replace(self, key: int, new: list[str], *, is_whole: bool = False) -> None:
        """Give a provision other lines of its own; with ``is_whole`` in the place of all below it, too."""
        unit = self._unit(key)
        node = self.rows.nodes[unit]
        if is_division(node):
            self._write(unit, "\n".join(new))
            return
        owners = [self.rows.keys[each.path] for each in node.walk()]
        gone = {self.rows.keys[each.path] for each in self.rows.nodes[key].walk()} if is_whole else {key}
        lines: list[str] = []
        is_put = False
        for line in lines_of_unit(node):
            if owners[line.owner] not in gone:
                lines.append(line.text)
            elif not is_put:
                lines += new
                is_put = True
        self._write(unit, "\n".join(lines))

    def _add(self, after: int | None, new: list[str]) -> None:
        """Put new lines after a provision: articles of their own, else lines of its unit."""
        lead, articles = _parted(new)
        unit = self._unit(after) if after is not None else None
        row = self._row(unit) if unit is not None else None
        if lead:
            row = self._add_lines(after, unit, lead)
        for lines in articles:
            label = read_label(lines[0], Kind.DIEU)
            if row is None or label is None:
                raise Refused(
                    _("Chưa rõ đặt điều mới này vào đâu. Thêm điều ở trang soạn rồi chép nội dung vào.")
                )
            row = draft_units.insert_article(
                after=row, heading=label.rest, text="\n".join(lines[1:]), number=label.number, **self.call
            )

    def _add_lines(self, after: int | None, unit: int | None, new: list[str]) -> Provision:
        if unit is None or after is None:
            first = self.rows.keys[self.rows.tree[0].path]
            node = self.rows.nodes[first]
            if is_division(node) or node.kind is not Kind.TEXT:
                raise Refused(
                    _("Đoạn mới đứng trước điều đầu tiên. Thêm đoạn ở dàn ý rồi chép nội dung vào.")
                )
            return self._write(first, "\n".join([*new, text_of(node)]))
        node = self.rows.nodes[unit]
        if is_division(node):
            return draft_units.insert_text(after=self._row(unit), text="\n".join(new), **self.call)
        owners = [self.rows.keys[each.path] for each in node.walk()]
        lines: list[str] = []
        place = 0
        for line in lines_of_unit(node):
            lines.append(line.text)
            if owners[line.owner] == after:
                place = len(lines)
        return self._write(unit, "\n".join([*lines[:place], *new, *lines[place:]]))

    def _drop(self, key: int) -> None:
        if self._unit(key) == key:
            draft_units.remove_unit(provision=self._row(key), stamp=self._stamp(key), **self.call)
        else:
            self._replace(key, [], is_whole=True)

    def _move(self, key: int, difference: Difference) -> None:
        """Hang a provision after the one that it follows in the file, at the level that may hold it."""
        row = self._row(key)
        if not difference.is_whole:
            raise Refused(_("Chỉ một phần của mục này được chuyển. Chuyển bằng tay ở dàn ý."))
        if difference.after is None:
            draft_mending.move(provision=row, parent=None, place=0, **self.call)
            return
        after: Provision = self._row(difference.after)
        if (
            after.kind != Kind.TEXT
            and may_hold(after, row.kind)
            and after.kind not in (Kind.KHOAN, Kind.DIEM)
        ):
            leads = sum(1 for _ in after.children.filter(kind=Kind.TEXT.value, role__in=("", "chapeau")))
            draft_mending.move(
                provision=row, parent=after, place=leads if row.kind != Kind.TEXT else 0, **self.call
            )
            return
        while after.parent is not None and not may_hold(after.parent, row.kind):
            after = after.parent
        siblings = list(self.draft.provisions.filter(parent=after.parent_id).order_by("position"))
        place = [each.pk for each in siblings if each.pk != key].index(after.pk) + 1
        draft_mending.move(provision=row, parent=after.parent, place=place, **self.call)

    def _write(self, unit: int, text: str) -> Provision:
        return draft_rewriting.rewrite(
            provision=self._row(unit),
            text=text,
            change_note=self.rows.notes[unit],
            stamp=self._stamp(unit),
            **self.call,
        )

    def _stamp(self, key: int) -> str:
        return stamp_of(self.rows.nodes[key], self.rows.notes[key])

    def _unit(self, key: int) -> int:
        path = self.rows.nodes[key].path
        holders = [
            other
            for other, _depth, node in self.rows.units()
            if any(each.path == path for each in node.walk())
        ]
        return holders[-1] if holders else key

    def _row(self, key: int) -> Provision:
        row = self.draft.provisions.filter(pk=key).first()
        if row is None:
            raise Refused(_("Mục này vừa được người khác bỏ hoặc gộp. Tải lại trang để xem bản hiện tại."))
        return row


def _parted(lines: list[str]) -> tuple[list[str], list[list[str]]]:
    """New lines before the first line that opens an article, and the articles."""
    lead: list[str] = []
    articles: list[list[str]] = []
    for line in lines:
        if read_label(line, Kind.DIEU):
            articles.append([line])
        elif articles:
            articles[-1].append(line)
        else:
            lead.append(line)
    return lead, articles


def _key(row: int | None) -> int:
    if row is None:
        raise Refused(_("Không rõ chỗ này thuộc mục nào. Sửa bằng tay ở trang soạn."))
    return row


def _lock(returned: ReturnedFile) -> ReturnedFile:
    locked = (
        ReturnedFile.objects.select_for_update(of=("self",))
        .select_related("draft__consulted_text__workshop", "draft__based_on")
        .defer("draft__source_text", "draft__based_on__source_text")
        .filter(pk=returned.pk)
        .first()
    )
    if locked is None or locked.closed_at is not None:
        raise Refused(_("Bản Word này đã xử lý xong. Gửi lại tệp nếu cần xem tiếp."))
    return locked
