"""What happened to a row and its parts: who, when, by which operation, before and after."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: What each operation is called in the history.
OPERATIONS: Mapping[str, str | Promise] = {
    "contributions.register": gettext_lazy("Vào sổ"),
    "contributions.amend": gettext_lazy("Sửa văn bản"),
    "contributions.void": gettext_lazy("Hủy số"),
    "contributions.circulate": gettext_lazy("Đặt phạm vi phổ biến"),
    "attachments.attach": gettext_lazy("Đính kèm tệp"),
    "replacements.replace": gettext_lazy("Thay bằng bản mới"),
    "contributions_in_bulk.register_all": gettext_lazy("Vào sổ"),
    "contributions_in_bulk.attach_to_all": gettext_lazy("Đính kèm tệp"),
    "contributions_in_bulk.assign_theme": gettext_lazy("Xếp nhóm vấn đề"),
    "contributions_in_bulk.void_all": gettext_lazy("Hủy số"),
    "workshops.convene": gettext_lazy("Lập hội thảo"),
    "workshops.amend": gettext_lazy("Sửa hội thảo"),
    "workshops.move_on": gettext_lazy("Chuyển giai đoạn"),
    "workshops.invite": gettext_lazy("Mời cấp ủy"),
    "workshops.remind": gettext_lazy("Nhắc cấp ủy"),
    "workshops.remind_all": gettext_lazy("Nhắc cấp ủy"),
    "workshops.arrange": gettext_lazy("Sắp xếp thành phần của hội thảo"),
    "consulted_texts.add_text": gettext_lazy("Thêm văn bản lấy ý kiến"),
    "consulted_texts.amend_text": gettext_lazy("Sửa văn bản lấy ý kiến"),
    "consulted_texts.record_issued_document": gettext_lazy("Ghi văn bản đã ban hành"),
    "drafts.start_from_outline": gettext_lazy("Bắt đầu dự thảo từ văn bản"),
    "draft_reading.start_from_paragraphs": gettext_lazy("Bắt đầu dự thảo từ văn bản"),
    "drafts.start_next": gettext_lazy("Bắt đầu dự thảo tiếp theo"),
    "drafts.amend_draft": gettext_lazy("Sửa dự thảo"),
    "drafts.discard": gettext_lazy("Hủy bản đang soạn"),
    "drafts.issue": gettext_lazy("Phát hành dự thảo"),
    "draft_mending.promote": gettext_lazy("Nâng một cấp"),
    "draft_mending.demote": gettext_lazy("Hạ một cấp"),
    "draft_mending.split": gettext_lazy("Tách mục"),
    "draft_mending.merge": gettext_lazy("Gộp mục"),
    "draft_mending.relabel": gettext_lazy("Đặt lại loại, số"),
    "draft_mending.retitle": gettext_lazy("Sửa tên mục"),
    "draft_mending.move": gettext_lazy("Chuyển vị trí"),
    "draft_mending.insert": gettext_lazy("Thêm mục"),
    "draft_mending.remove": gettext_lazy("Bỏ mục"),
    "draft_steps.undo": gettext_lazy("Hoàn tác"),
    "draft_steps.redo": gettext_lazy("Làm lại"),
    "draft_writing.write": gettext_lazy("Sửa lời văn"),
    "draft_rewriting.rewrite": gettext_lazy("Soạn lại mục"),
    "draft_units.insert_article": gettext_lazy("Thêm điều"),
    "draft_units.insert_text": gettext_lazy("Thêm đoạn"),
    "draft_units.remove_unit": gettext_lazy("Bỏ mục"),
    "draft_units.restore_unit": gettext_lazy("Khôi phục mục"),
    "draft_units.bring_back": gettext_lazy("Đưa mục đã bỏ trở lại"),
    "draft_removals.explain_removal": gettext_lazy("Ghi lý do bỏ"),
    "lineages.propose_lineage": gettext_lazy("Đề xuất dòng kế thừa"),
    "lineage_proposals.propose_from_engine": gettext_lazy("Đề xuất dòng kế thừa"),
    "lineages.confirm_lineage": gettext_lazy("Xác nhận dòng kế thừa"),
    "lineages.correct_lineage": gettext_lazy("Sửa dòng kế thừa"),
    "points.mark_point": gettext_lazy("Ghi ý kiến"),
    "points.amend_point": gettext_lazy("Sửa ý kiến"),
    "points.remove_point": gettext_lazy("Bỏ ý kiến"),
    "no_requests.mark_no_request": gettext_lazy("Ghi là không nêu yêu cầu"),
    "no_requests.unmark_no_request": gettext_lazy("Bỏ dấu “không nêu yêu cầu”"),
    "no_requests.mark_rest": gettext_lazy("Ghi phần còn lại là không nêu yêu cầu"),
    "no_requests.agree_fully": gettext_lazy("Ghi nhất trí hoàn toàn"),
    "point_marks.accept_marks": gettext_lazy("Nhận các đề xuất tách ý kiến"),
    "carrying_over.carry_over": gettext_lazy("Chuyển ý kiến từ bản trước"),
    "assignments.assign_points": gettext_lazy("Giao ý kiến"),
    "assignments.assign_splitting": gettext_lazy("Giao tách ý kiến"),
    "groupings.ask_for_groups": gettext_lazy("Tìm nhóm ý kiến giống nhau"),
    "groupings.join_group": gettext_lazy("Trả lời chung cả nhóm ý kiến"),
    "groupings.dismiss_group": gettext_lazy("Bỏ nhóm được đề xuất"),
    "responses.respond": gettext_lazy("Soạn tiếp thu, giải trình"),
    "responses.save_response": gettext_lazy("Sửa tiếp thu, giải trình"),
    "responses.propose_response": gettext_lazy("Trình duyệt"),
    "responses.approve_response": gettext_lazy("Duyệt"),
    "responses.send_back": gettext_lazy("Trả lại"),
    "responses.reopen_response": gettext_lazy("Mở lại"),
    "shared_responses.join_response": gettext_lazy("Gộp ý kiến vào nhóm"),
    "shared_responses.take_out": gettext_lazy("Gỡ ý kiến khỏi nhóm"),
    "shared_responses.unanswer": gettext_lazy("Bỏ trả lời"),
    "remedies.name_what_changed": gettext_lazy("Nêu lại điều khoản đã sửa"),
    "remedies.decide_alike": gettext_lazy("Thống nhất quyết định"),
    "replies.write_addendum": gettext_lazy("Ghi nội dung riêng cho cấp ủy"),
    "replies.record_reply": gettext_lazy("Ghi phản hồi của cấp ủy"),
    "answers.answer_point": gettext_lazy("Soạn tiếp thu, giải trình"),
    "answers.share_answer": gettext_lazy("Gộp ý kiến vào nhóm"),
    "answers.leave_group": gettext_lazy("Gỡ ý kiến khỏi nhóm"),
    "approvals.approve_batch": gettext_lazy("Duyệt cả đợt"),
    "approvals.undo_batch": gettext_lazy("Hoàn tác đợt duyệt"),
    "reason_snippets.add_snippet": gettext_lazy("Thêm mẫu giải trình"),
    "reason_snippets.amend_snippet": gettext_lazy("Sửa mẫu giải trình"),
    "saved_queues.save_queue": gettext_lazy("Lưu bộ lọc"),
    "saved_queues.delete_queue": gettext_lazy("Xóa bộ lọc"),
    "closings.close_synthesis": gettext_lazy("Khóa tổng hợp"),
    "closings.reopen_synthesis": gettext_lazy("Mở lại tổng hợp"),
    "conclusions.conclude": gettext_lazy("Ghi kết luận"),
    "conclusions.amend": gettext_lazy("Sửa kết luận"),
    "conclusions.report": gettext_lazy("Báo cáo nhiệm vụ"),
    "editions.plan": gettext_lazy("Yêu cầu công bố"),
    "editions.request": gettext_lazy("Yêu cầu công bố"),
    "editions.begin": gettext_lazy("Bắt đầu công bố"),
    "editions.fail": gettext_lazy("Ngừng công bố"),
    "editions.issue": gettext_lazy("Công bố ấn bản"),
    "accounts.open_account": gettext_lazy("Lập tài khoản"),
    "accounts.amend": gettext_lazy("Sửa tài khoản"),
}
#: What operations were called when they stood in other modules: the history keeps the name of the time.
FORMER: Mapping[str, str] = {
    "contributions.attach": "attachments.attach",
}
#: What the operations of packages that build on the record are called.
_added: dict[str, str | Promise] = {}

VERBS: Mapping[str, str | Promise] = {
    "insert": gettext_lazy("thêm"),
    "update": gettext_lazy("sửa"),
    "delete": gettext_lazy("xóa"),
}
#: Columns that are kept for the machine: keys, hashes, folded copies.
UNSHOWN = frozenset(
    {
        "id",
        "symbol_key",
        "idempotency_key",
        "sort_key",
        "file",
        "sha256",
        "is_superuser",
        "source",
        "source_sha256",
        "content_sha256",
    }
)
NAMES = ("title", "full_name", "name", "text", "note")
LONGEST_SHOWN = 240
AROUND = 80
LATEST = 1_000


def add_operations(names: Mapping[str, str | Promise]) -> None:
    """Let a package that builds on the record name its own operations."""
    _added.update(names)


def name_operation(operation: str) -> str:
    """Return what an operation is called in the history, also by a name that it had before; else the name itself."""
    known = FORMER.get(operation, operation)
    return str(OPERATIONS.get(known) or _added.get(known, "")) or operation


@dataclass(frozen=True)
class Change:
    """One field before and after; long texts are cut to the place where they differ."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """What happened to one row: the row itself (``subject`` empty) or one of its parts."""

    subject: str
    verb: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Act:
    """All that one operation did."""

    at: datetime.datetime
    actor: str
    operation: str
    lines: tuple[Line, ...]


def history_of(row: models.Model, *, parts: Mapping[type[models.Model], str] | None = None) -> list[Act]:
    """Return what happened to a row, the latest first, with the parts that hang on it.

    ``parts`` maps a model to the name of its foreign key to the row. One query per model and one per kind of row
    that a foreign key points at, however long the history is; the latest thousand events of each model are read.
    """
    events = list(_events(type(row), pgh_obj=row.pk))
    for part, path in (parts or {}).items():
        events += _events(part, **{path: row.pk})
    names = _names_of_targets(events)
    lines: dict[Any, list[tuple[Any, Line | None]]] = defaultdict(list)
    before: dict[tuple[str, Any], models.Model] = {}
    for event in sorted(events, key=lambda event: (event.pgh_created_at, event.pgh_id)):
        place = (event._meta.label, event.pgh_obj_id)
        line = _line(event, before.get(place), names, is_part=not isinstance(row, event.pgh_tracked_model))
        before[place] = event
        if line.changes or event.pgh_label != "update":
            lines[event.pgh_context_id or (*place, event.pgh_id)].append((event, line))
    acts = [_act(group) for group in lines.values()]
    return sorted(acts, key=lambda act: act.at, reverse=True)


def last_act(row: models.Model) -> Act | None:
    """Return who changed a row last and when, without its lines."""
    event = _events(type(row), pgh_obj=row.pk).first()
    return _act([(event, None)]) if event else None


def event_model(model: type[models.Model]) -> type[models.Model]:
    """Return the model that keeps the history of another."""
    return apps.get_model(model._meta.app_label, f"{model.__name__}Event")


def _events(model: type[models.Model], **conditions: Any) -> models.QuerySet[Any]:
    manager = event_model(model)._default_manager
    return manager.filter(**conditions).select_related("pgh_context").order_by("-pgh_id")[:LATEST]


def _act(group: list[tuple[Any, Line | None]]) -> Act:
    event = group[0][0]
    told = event.pgh_context.metadata if event.pgh_context else {}
    return Act(
        at=event.pgh_created_at,
        actor=told.get("actor_name") or _("hệ thống"),
        operation=name_operation(told.get("operation", "")),
        lines=tuple(line for _event, line in group if line is not None),
    )


def _line(event: Any, before: Any, names: Mapping[tuple[type, Any], str], *, is_part: bool) -> Line:
    subject = _subject(event, names) if is_part else ""
    verb = str(VERBS.get(event.pgh_label, event.pgh_label))
    if event.pgh_label == "delete":
        return Line(subject, verb, ())
    changes = []
    for field in _shown_fields(event):
        old = _in_words(before, field, names) if before else ""
        new = _in_words(event, field, names)
        if old != new:
            changes.append(Change(_label(event, field), *_cut(old, new)))
    return Line(subject, verb, tuple(changes))


def _shown_fields(event: Any) -> Iterable[models.Field[Any, Any]]:
    for field in event._meta.fields:
        if not field.name.startswith("pgh_") and field.name not in UNSHOWN:
            yield field


def _label(event: Any, field: models.Field[Any, Any]) -> str:
    label = str(event.pgh_tracked_model._meta.get_field(field.name).verbose_name)
    return label[:1].upper() + label[1:]


def _subject(event: Any, names: Mapping[tuple[type, Any], str]) -> str:
    tracked = event.pgh_tracked_model
    name = next((str(getattr(event, field)) for field in NAMES if getattr(event, field, "")), "")
    committee = getattr(event, "committee_id", None)
    if not name and committee:
        name = names.get((tracked._meta.get_field("committee").related_model, committee), "")
    kind = str(tracked._meta.verbose_name)
    return f"{kind[:1].upper()}{kind[1:]}: {name[:120]}" if name else kind


def _in_words(event: Any, field: models.Field[Any, Any], names: Mapping[tuple[type, Any], str]) -> str:
    value = getattr(event, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return names.get((field.related_model, value), str(value))  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    choices = dict(event.pgh_tracked_model._meta.get_field(field.name).flatchoices)
    if choices:
        return str(choices.get(value, value))
    if isinstance(value, datetime.datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return str(formats.localize(value))


def _names_of_targets(events: Iterable[Any]) -> dict[tuple[type, Any], str]:
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for event in events:
        for field in _shown_fields(event):
            if field.is_relation and (value := getattr(event, field.attname)):
                wanted[field.related_model].add(value)  # type: ignore[index]
    return {
        (model, row.pk): str(row)
        for model, keys in wanted.items()
        for row in model._default_manager.filter(pk__in=keys)
    }


def _cut(before: str, after: str) -> tuple[str, str]:
    if max(len(before), len(after)) <= LONGEST_SHOWN:
        return before, after
    start = next(
        (place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _excerpt(before, start, end), _excerpt(after, start, end)


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    if last - first > 3 * LONGEST_SHOWN:
        last = first + 3 * LONGEST_SHOWN
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
