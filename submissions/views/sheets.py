"""The page of a table of contributions: which column is what, what is wrong in which cell, entering the rows."""

from __future__ import annotations

import json
from typing import Any, Final, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proceedings.models import RegistryCounter, User
from proceedings.operations.refusals import Refused
from submissions.forms.sheets import MappingForm
from submissions.models import Submission, Workbook
from submissions.operations import importing
from submissions.sheets.problem_sheet import write_problems
from submissions.sheets.problems import from_json
from submissions.views.gate import DECIDE, call_of, reads, reads_and_writes, writes
from submissions.views.sheet_template import download

#: So many faults are shown on the page; all of them are in the workbook that can be downloaded.
PROBLEMS_SHOWN: Final = 200


@reads_and_writes
def rows(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show how a table is read and what is wrong in it; take over what a person says of its columns."""
    workbook = _workbook(request, slug, pk)
    may_write = request.user.has_perm(DECIDE)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    form = MappingForm(request.POST or None, workbook=workbook) if workbook.layouts else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            importing.map_columns(submission=workbook.submission, layouts=form.chosen(), **call_of(request))
            return redirect("sheets:rows", slug, pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "intake/rows.html", _context(workbook, form, may_write=may_write))


@writes()
def enter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask for the rows to be entered; it is done in the background, and the page tells how far it is."""
    workbook = _workbook(request, slug, pk)
    try:
        importing.ask_import(submission=workbook.submission, **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("sheets:rows", slug, pk)


@writes()
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an import back."""
    workbook = _workbook(request, slug, pk)
    try:
        count = importing.undo(submission=workbook.submission, **call_of(request))
        words = ngettext(
            "Đã hoàn tác: %(count)s số được giữ lại trong sổ ở trạng thái hủy.",
            "Đã hoàn tác: %(count)s số được giữ lại trong sổ ở trạng thái hủy.",
            count,
        )
        messages.success(request, words % {"count": count})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("sheets:rows", slug, pk)


@reads
def problems(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Hand out all faults as a workbook, to be sent to who wrote the table."""
    workbook = _workbook(request, slug, pk, with_problems=True)
    content = write_problems([from_json(stored) for stored in workbook.problems])
    return download(content, f"o-can-sua-{pk}.xlsx")


def _workbook(request: HttpRequest, slug: str, pk: int, *, with_problems: bool = False) -> Workbook:
    seen = Submission.objects.visible_to(cast("User", request.user)).filter(batch__workshop__slug=slug)
    found = Workbook.objects.select_related("submission__batch__workshop", "submission__file").defer(
        "submission__text", "submission__original_text", "submission__marked_text", "submission__fingerprint"
    )
    if not with_problems:
        found = found.defer("problems")
    return get_object_or_404(found, pk=pk, submission__in=seen)


def _context(workbook: Workbook, form: MappingForm | None, *, may_write: bool) -> dict[str, Any]:
    workshop = workbook.submission.batch.workshop
    counter = RegistryCounter.objects.filter(workshop=workshop).first()
    first = (counter.last_number if counter else 0) + 1
    return {
        "workbook": workbook,
        "submission": workbook.submission,
        "workshop": workshop,
        "report": workbook.report,
        "form": form,
        "error_title": _("Chưa đổi cách đọc bảng. Cần sửa chỗ sau:"),
        "problems": [from_json(stored) for stored in _first_problems(workbook)],
        "problems_shown": PROBLEMS_SHOWN,
        "first_number": first,
        "last_number": first + workbook.row_count - 1,
        "may_write": may_write,
        "is_forgotten": importing.is_forgotten(workbook),
        "may_undo": may_write and workbook.may_be_undone(timezone.now()),
    }


def _first_problems(workbook: Workbook) -> list[Any]:
    """Return the first faults without loading all of them: there may be 20,000."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT jsonb_path_query_array(problems, %s::jsonpath) FROM submissions_workbook WHERE submission_id = %s",
            [f"$[0 to {PROBLEMS_SHOWN - 1}]", workbook.pk],
        )
        (first,) = cursor.fetchone()
    return cast("list[Any]", json.loads(first) if isinstance(first, str) else first)
