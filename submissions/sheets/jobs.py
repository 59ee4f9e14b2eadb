"""The background side of tables: read the kept file again, check its rows, enter them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.models import User
from proceedings.operations.refusals import Refused
from submissions import reading
from submissions.models import ColumnMapping, Submission, Workbook
from submissions.operations import importing, wiping
from submissions.readers.document import Sheet, State
from submissions.sheets.checking import Checked, check
from submissions.sheets.known import known_of
from submissions.sheets.mapping import Layout, lay_out, lay_out_at
from submissions.sheets.progress import Progress
from submissions.sheets.secrecy import mark_in
from submissions.vocabulary import WorkbookState
from submissions.words import reason_of

#: So many faults are kept; a table with more is wrong as a whole.
MOST_KEPT: Final = 20_000
MOST_SKIPPED_SHOWN: Final = 200
ROWS_SHOWN: Final = 5
_LONGEST_SHOWN: Final = 120


def check_now(submission_id: int) -> None:
    """Check a table that waits for it, and keep what was found; one that is checked already stays as it is."""
    workbook = _workbook(submission_id)
    if workbook is None or workbook.state != WorkbookState.CHECKING:
        return
    actor = workbook.submission.batch.received_by
    try:
        with Progress(workbook) as progress:
            _check(workbook, actor, progress)
    except Refused as refusal:
        importing.note_failed(
            submission=workbook.submission, error=str(refusal), actor=actor, now=timezone.now()
        )


def import_now(submission_id: int) -> None:
    """Enter a table that was asked for; it is checked once more, because the registry may have grown meanwhile.

    With a fault in any cell nothing is entered, and the table is shown with it.
    """
    workbook = _workbook(submission_id)
    if workbook is None or workbook.state != WorkbookState.IMPORTING or workbook.asked_by is None:
        return
    submission, actor = workbook.submission, workbook.asked_by
    try:
        with Progress(workbook) as progress:
            checked = _check(workbook, actor, progress, is_import=True)
            if checked is None:
                return
            rows = [row.fields for row in checked.rows]
            del checked
            importing.enter_rows(
                submission=submission, rows=rows, on_progress=progress.note, actor=actor, now=timezone.now()
            )
    except Refused as refusal:
        importing.note_failed(submission=submission, error=str(refusal), actor=actor, now=timezone.now())


def _check(workbook: Workbook, actor: User, progress: Progress, *, is_import: bool = False) -> Checked | None:
    """Check a table; return what is to be entered, or None where it was put down with its faults or wiped."""
    submission = workbook.submission
    sheets, hidden = _sheets_of(submission)
    layouts = _layouts(workbook, sheets, hidden)
    if mark_in(zip(sheets, layouts, strict=True)):
        wiping.take_away(submission=submission, actor=actor, now=timezone.now())
        return None
    now = timezone.now()
    known = known_of(
        submission.batch.workshop, received_on=submission.received_on, today=timezone.localdate(now)
    )
    checked = check(sheets, layouts, known, on_progress=None if is_import else progress.note)
    if is_import and not checked.problems and checked.rows:
        return checked
    importing.note_checked(
        submission=submission,
        revision=workbook.revision,
        layouts=layouts,
        report=_report(sheets, layouts, hidden, checked, known.title),
        problems=[problem.as_json() for problem in checked.problems[:MOST_KEPT]],
        actor=actor,
        now=now,
    )
    return None


def _workbook(submission_id: int) -> Workbook | None:
    return (
        Workbook.objects.select_related(
            "submission__batch__workshop", "submission__batch__received_by", "submission__file", "asked_by"
        )
        .defer(
            "submission__text", "submission__original_text", "submission__marked_text", "problems", "report"
        )
        .filter(submission=submission_id)
        .first()
    )


def _sheets_of(submission: Submission) -> tuple[tuple[Sheet, ...], frozenset[str]]:
    """Read the kept file once more in the jail; return its sheets and the names of those that are hidden."""
    if submission.file is None:
        raise Refused(_("Tệp này không còn được giữ. Đề nghị nơi gửi gửi lại tệp."))
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        path = Path(folder) / "workbook"
        with submission.file.file.open("rb") as kept, path.open("wb") as copy:
            shutil.copyfileobj(kept, copy)
        document = reading.read(path, name=submission.file.name, scratch=Path(folder))
    if document.state == State.REFUSED or not document.sheets:
        raise Refused(reason_of(document) or _("Tệp này không phải là bảng góp ý."))
    hidden = {str(remark.values["sheet"]) for remark in document.remarks if remark.code == "hidden_sheet"}
    return document.sheets, frozenset(hidden)


def _layouts(workbook: Workbook, sheets: Sequence[Sheet], hidden: frozenset[str]) -> list[Layout]:
    """Return how the sheets are read: as a person has said, else as their headings and the workshop's memory say."""
    mapping = ColumnMapping.objects.filter(workshop=workbook.submission.batch.workshop_id).first()
    remembered = mapping.columns if mapping else {}
    said = [layout_of(stored) for stored in workbook.layouts]
    if said and [layout.sheet for layout in said] == [sheet.name for sheet in sheets]:
        return [_as_said(layout, sheet, remembered) for layout, sheet in zip(said, sheets, strict=True)]
    return [lay_out(sheet, remembered=remembered, is_hidden=sheet.name in hidden) for sheet in sheets]


def _as_said(layout: Layout, sheet: Sheet, remembered: Mapping[str, str]) -> Layout:
    """Return the layout that a person has chosen; where only the heading was chosen, its columns are found."""
    if layout.contents:
        return layout
    found = lay_out_at(sheet, layout.heading_row, layout.heading_rows, remembered=remembered)
    return replace(found, is_used=layout.is_used)


def layout_of(stored: dict[str, Any]) -> Layout:
    """Return the layout that was stored with a table."""
    return Layout(**{**stored, "headings": tuple(stored["headings"]), "contents": tuple(stored["contents"])})


def _report(
    sheets: Sequence[Sheet],
    layouts: Sequence[Layout],
    hidden: frozenset[str],
    checked: Checked,
    title: str,
) -> dict[str, Any]:
    """Return what the page shows of a check: figures, the first rows of each sheet, what was passed over."""
    return {
        "row_count": checked.row_count,
        "problem_count": len(checked.problems),
        "samples": checked.samples,
        "skipped_count": len(checked.skipped),
        "skipped": checked.skipped[:MOST_SKIPPED_SHOWN],
        "title": title,
        "sheets": [
            {
                "rows": len(sheet.rows),
                "is_hidden": sheet.name in hidden,
                "first": [
                    [" ".join(value[: 4 * _LONGEST_SHOWN].split())[:_LONGEST_SHOWN] for value in row]
                    for row in sheet.rows[layout.first_row - 1 : layout.first_row - 1 + ROWS_SHOWN]
                ],
            }
            for sheet, layout in zip(sheets, layouts, strict=True)
        ],
    }
