"""Writes on tables of contributions: take one up, map its columns, enter its rows, undo."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Contribution, User
from proceedings.operations import contributions_in_bulk as registry
from proceedings.operations.contributions_in_bulk import OnProgress
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from submissions.models import ColumnMapping, Submission, Workbook
from submissions.operations.moves import lock, move
from submissions.sheets.mapping import Layout, key_of
from submissions.vocabulary import OPEN, SubmissionState, WorkbookState

#: Headings that a workshop remembers, at most; the oldest go first.
MOST_REMEMBERED = 500


_JOBS = {WorkbookState.CHECKING: "check_workbook", WorkbookState.IMPORTING: "import_workbook"}


def is_forgotten(workbook: Workbook) -> bool:
    """Tell whether a table waits for the machine, and no job for it waits or runs."""
    return (
        workbook.is_under_way
        and not ProcrastinateJob.objects.filter(
            task_name=_JOBS[WorkbookState(workbook.state)],
            status__in=("todo", "doing"),
            args__submission_id=workbook.pk,
        ).exists()
    )


def take_up(submission: Submission) -> None:
    """Let a table that was put on the table be checked in the background."""
    Workbook.objects.update_or_create(
        submission=submission, defaults={"state": WorkbookState.CHECKING, "layouts": []}
    )
    _queue("check_workbook", submission)


@operation
def map_columns(
    *, submission: Submission, layouts: Sequence[Layout], actor: User, now: datetime.datetime
) -> None:
    """Say what the columns of a table hold, remember it for the workshop, and let the table be checked again.

    Refuses a table that is being entered or was entered, and one of which no sheet is used.
    """
    workbook = _lock_open(submission)
    if not any(layout.is_used for layout in layouts):
        raise Refused(_("Chọn ít nhất một trang tính để nhập."), field="sheets")
    _remember(submission, layouts)
    workbook.layouts = [asdict(layout) for layout in layouts]
    workbook.revision += 1
    workbook.state, workbook.error = WorkbookState.CHECKING, ""
    workbook.done_count = workbook.total_count = 0
    workbook.save(update_fields=["layouts", "revision", "state", "error", "done_count", "total_count"])
    _queue("check_workbook", submission)


@operation
def ask_import(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Ask for the rows of a table to be entered in the registry; asking twice is asking once (law 10).

    A table whose job came to an end without a result (it failed every time) is handed to a new one.
    Refuses a table with a fault in any cell, one without rows, and one that was not checked.
    """
    workbook = lock_workbook(submission)
    if workbook.is_under_way:
        if is_forgotten(workbook):
            _queue(_JOBS[WorkbookState(workbook.state)], submission)
        return
    if workbook.state == WorkbookState.IMPORTED:
        return
    workbook = _lock_open(submission)
    if not workbook.may_be_imported:
        raise Refused(
            _(
                "Bảng còn %(count)s ô cần sửa hoặc chưa kiểm tra xong, nên chưa nhập dòng nào. "
                "Sửa trong tệp rồi gửi lại, hoặc chọn lại cột."
            ),
            count=workbook.problem_count,
        )
    workbook.state = WorkbookState.IMPORTING
    workbook.asked_by, workbook.asked_at = actor, now
    workbook.done_count, workbook.total_count = 0, workbook.row_count
    workbook.save(update_fields=["state", "asked_by", "asked_at", "done_count", "total_count"])
    _queue("import_workbook", submission)


@operation
def note_checked(
    *,
    submission: Submission,
    revision: int,
    layouts: Sequence[Layout],
    report: Mapping[str, Any],
    problems: Sequence[Any],
    actor: User,
    now: datetime.datetime,
) -> bool:
    """Keep what a check has found; tell whether it counts: that of columns that were mapped anew meanwhile does not."""
    workbook = lock_workbook(submission)
    if workbook.revision != revision or workbook.state == WorkbookState.IMPORTED:
        return False
    workbook.state, workbook.error = WorkbookState.CHECKED, ""
    workbook.layouts = [asdict(layout) for layout in layouts]
    workbook.report, workbook.problems = dict(report), list(problems)
    workbook.row_count, workbook.problem_count = report["row_count"], report["problem_count"]
    workbook.save()
    return True


@operation
def note_failed(*, submission: Submission, error: str, actor: User, now: datetime.datetime) -> None:
    """Say why a table could not be checked or entered; nothing of it was entered."""
    workbook = lock_workbook(submission)
    if workbook.state != WorkbookState.IMPORTED:
        workbook.state, workbook.error = WorkbookState.FAILED, error[:1000]
        workbook.save(update_fields=["state", "error"])


@operation
def enter_rows(
    *,
    submission: Submission,
    rows: Sequence[Mapping[str, Any]],
    on_progress: OnProgress | None = None,
    actor: User,
    now: datetime.datetime,
) -> list[Contribution]:
    """Enter all rows of a table in the registry, in their order, each with the table as its file: all or none.

    Entering them again returns the contributions of the first time. Refuses, naming the row, what the registry
    refuses of any, and a table that is no longer on the table.
    """
    submission = lock(submission)
    if submission.state == SubmissionState.OPENED and "imported" in submission.facts:
        return list(entered(submission))
    _refuse_closed(submission)
    made = registry.register_all(
        workshop=submission.batch.workshop,
        rows=[{**row, "idempotency_key": _key(submission, place)} for place, row in enumerate(rows, 1)],
        on_progress=on_progress,
        actor=actor,
        now=now,
    )
    _attach(submission, made, actor=actor, now=now)
    if submission.state == SubmissionState.READY:
        move(submission, SubmissionState.DOUBTFUL)
    move(submission, SubmissionState.OPENED)
    submission.facts |= {"imported": len(made), "first": made[0].number, "last": made[-1].number}
    submission.decided_by, submission.decided_at = actor, now
    submission.save(update_fields=["state", "facts", "decided_by", "decided_at"])
    Workbook.objects.filter(submission=submission).update(
        state=WorkbookState.IMPORTED, error="", done_count=len(made), total_count=len(made)
    )
    return made


@operation
def undo(*, submission: Submission, actor: User, now: datetime.datetime) -> int:
    """Take an import back within a day: all its numbers stay as void, the table is on the table again; return how many.

    What was voided one by one meanwhile stays as it is. Refuses after a day.
    """
    submission = lock(submission)
    workbook = lock_workbook(submission)
    workbook.submission = submission
    if not workbook.may_be_undone(now):
        raise Refused(
            _(
                "Chỉ hoàn tác được trong một ngày sau khi nhập. Nếu cần, hủy từng số trong sổ văn bản và ghi rõ lý do."
            )
        )
    reason = gettext("Hoàn tác việc nhập bảng lúc %(at)s") % {
        "at": f"{timezone.localtime(now):%H:%M %d/%m/%Y}"
    }
    standing = list(entered(submission).exclude(state="void").only("workshop", "number", "committee"))
    count = registry.void_all(contributions=standing, reason=reason, actor=actor, now=now)
    for name in ("imported", "first", "last"):
        submission.facts.pop(name, None)
    submission.undone_count += 1
    submission.decided_by, submission.decided_at = None, None
    move(submission, SubmissionState.DOUBTFUL)
    submission.save(update_fields=["state", "facts", "undone_count", "decided_by", "decided_at"])
    take_up_again(workbook)
    return count


def take_up_again(workbook: Workbook) -> None:
    """Let a table be checked anew with the columns as they are mapped."""
    workbook.revision += 1
    workbook.state, workbook.error = WorkbookState.CHECKING, ""
    workbook.done_count = workbook.total_count = 0
    workbook.save(update_fields=["revision", "state", "error", "done_count", "total_count"])
    _queue("check_workbook", workbook.submission)


def entered(submission: Submission) -> Any:
    """Return the contributions that were entered from a table, as a query in the order of their numbers."""
    return submission.batch.workshop.contributions.filter(
        idempotency_key__startswith=_key(submission, "")
    ).by_number()


def lock_workbook(submission: Submission) -> Workbook:
    """Lock the state of a table until the end of the transaction. Refuses a file that is none."""
    workbook = Workbook.objects.select_for_update(of=("self",)).filter(submission=submission).first()
    if workbook is None:
        raise Refused(_("Tệp này không phải là bảng góp ý."))
    return workbook


def _lock_open(submission: Submission) -> Workbook:
    _refuse_closed(lock(submission))
    workbook = lock_workbook(submission)
    if workbook.state in {WorkbookState.IMPORTING, WorkbookState.IMPORTED}:
        raise Refused(_("Bảng đang được nhập hoặc đã nhập vào sổ. Tải lại trang để xem."))
    return workbook


def _refuse_closed(submission: Submission) -> None:
    if submission.state not in OPEN:
        raise Refused(
            _("Hồ sơ “%(name)s” đang ở trạng thái “%(state)s”. Tải lại trang để xem."),
            name=submission.name,
            state=SubmissionState(submission.state).label,
        )


def _key(submission: Submission, place: int | str) -> str:
    """Return the idempotency key of a row; after an undo rows are entered under keys of their own."""
    undone = f":{submission.undone_count}" if submission.undone_count else ""
    return f"submission:{submission.pk}{undone}:row:{place}"


def _attach(
    submission: Submission, made: Sequence[Contribution], *, actor: User, now: datetime.datetime
) -> None:
    if submission.file is None or not made:
        return
    with submission.file.file.open("rb") as content:
        registry.attach_to_all(
            contributions=made,
            name=submission.file.name,
            content=content.read(),
            media_type=submission.file.media_type,
            actor=actor,
            now=now,
        )


def _remember(submission: Submission, layouts: Sequence[Layout]) -> None:
    mapping, _created = ColumnMapping.objects.select_for_update().get_or_create(
        workshop=submission.batch.workshop
    )
    for layout in layouts:
        if layout.is_used and layout.heading_row:
            for heading, content in zip(layout.headings, layout.contents, strict=True):
                if key := key_of(heading):
                    mapping.columns.pop(key, None)
                    mapping.columns[key] = str(content)
    mapping.columns = dict(list(mapping.columns.items())[-MOST_REMEMBERED:])
    mapping.save(update_fields=["columns"])


def _queue(task: str, submission: Submission) -> None:
    """Enqueue a job within this transaction; those of one workshop wait for one another."""
    lock_name = f"workbook:{submission.batch.workshop_id}"
    app.configure_task(task, queue="intake", lock=lock_name).defer(submission_id=submission.pk)
