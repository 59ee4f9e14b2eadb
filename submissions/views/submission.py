"""One submission: the document on the left, its fields on the right; confirming leads to the next one in doubt."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.admin.operated import day_of, directory_of
from proceedings.models import User
from proceedings.operations.refusals import Refused
from submissions import outcomes
from submissions.forms.correction import CorrectionForm
from submissions.forms.twins import KEEP, REFUSE, Twin
from submissions.models import Submission
from submissions.operations import correcting, deciding
from submissions.operations.recognising import PICTURES
from submissions.readers.document import Problem
from submissions.reading import can_recognise
from submissions.views.document import document_of
from submissions.views.gate import DECIDE, call_of, reads_and_writes, submission_of
from submissions.views.rows import in_shown_order, notes_of, order_of
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, SubmissionState

#: Pages that are shown as images; of a longer file the original has the rest.
MOST_PAGES = 60


@reads_and_writes
def submission(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a submission, or save what a person made of it; a secret has no page."""
    row = submission_of(request, slug, pk)
    if row.refusal == Refusal.SECRECY or row.state in UNDER_WAY:
        raise Http404
    if request.method == "POST":
        return _save(request, row)
    return _page(request, row, _form(request, row) if row.state in OPEN else None)


def _save(request: HttpRequest, row: Submission) -> HttpResponse:
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied
    is_confirming = request.POST.get("act") == "confirm"
    form = _form(request, row, data=request.POST, is_confirming=is_confirming)
    if not form.is_valid():
        return _page(request, row, form)
    try:
        with transaction.atomic():
            is_closed = _apply(request, row, form, is_confirming=is_confirming)
    except Refused as refusal:
        fresh = submission_of(request, row.batch.workshop.slug, row.pk)
        again = _form(request, fresh, data=request.POST, is_confirming=is_confirming, refusal=refusal)
        again.is_valid()
        return _page(request, fresh, again)
    if is_confirming or is_closed:
        return _go_on(request, row)
    messages.success(request, _("Đã lưu."))
    return redirect(_address(row, request))


def _apply(request: HttpRequest, row: Submission, form: CorrectionForm, *, is_confirming: bool) -> bool:
    """Save the fields, then do what was chosen about a twin; tell whether the submission was refused by it."""
    twin, call = form.chosen_twin, call_of(request)
    is_kept = twin is not None and twin.verb == KEEP
    is_refused = twin is not None and twin.verb == REFUSE
    correcting.correct(
        submission=form.save(commit=False),
        changed=form.changed_columns,
        version=form.read_version,
        is_checked=is_confirming and not is_kept and not is_refused,
        **call,
    )
    if twin is not None and is_confirming:
        _settle(row, twin, call)
    return is_refused and is_confirming


def _settle(row: Submission, twin: Twin, call: dict[str, Any]) -> None:
    if twin.verb == REFUSE:
        deciding.refuse(submission=row, reason=twin.reason, **call)
    elif twin.verb == KEEP:
        correcting.keep_with(submission=row, main=twin.main, **call)
    else:
        if row.attaches_to_id is not None:
            correcting.keep_with(submission=row, main=None, is_checked=True, **call)
        correcting.mark_replacement(submission=row, earlier=twin.earlier, **call)


def _form(request: HttpRequest, row: Submission, **options: Any) -> CorrectionForm:
    day = row.document_on or day_of(row.batch.workshop)
    return CorrectionForm(
        options.pop("data", None), instance=row, directory=directory_of(request, day), **options
    )


def _go_on(request: HttpRequest, row: Submission) -> HttpResponse:
    following = [each for each in _open_ones(request, row) if each.state == SubmissionState.DOUBTFUL]
    if following:
        messages.success(request, _("Đã xác nhận “%(name)s”.") % {"name": row.title or row.name})
        return redirect(_address(following[0], request))
    messages.success(
        request, _("Đã xác nhận “%(name)s”. Không còn hồ sơ nào cần xem lại.") % {"name": row.title}
    )
    return redirect(f"{reverse('intake:table', args=[row.batch.workshop.slug])}?order={_order(request)}")


def _open_ones(request: HttpRequest, row: Submission) -> list[Submission]:
    """Return what is on the table in the shown order, doubtful ones first, beginning after the one in hand."""
    rows = Submission.objects.visible_to(cast("User", request.user)).in_workshop(row.batch.workshop)
    shown = in_shown_order(rows.open().for_table(), _order(request))
    doubtful_first = sorted(shown, key=lambda each: each.state != SubmissionState.DOUBTFUL)
    place = next((at for at, each in enumerate(doubtful_first) if each.pk == row.pk), -1)
    return doubtful_first[place + 1 :] + doubtful_first[: max(place, 0)]


def _page(request: HttpRequest, row: Submission, form: CorrectionForm | None) -> HttpResponse:
    others = _open_ones(request, row) if row.state in OPEN else []
    reason, remedy = outcomes.words_of(row) if row.state == SubmissionState.REFUSED else ("", "")
    may_decide = request.user.has_perm(DECIDE)
    context: dict[str, Any] = {
        "workshop": row.batch.workshop,
        "submission": row,
        "heading": row.title or row.name.rsplit("/", 1)[-1],
        "form": form if may_decide else None,
        "comparison": form.comparison if form else None,
        "document": document_of(row),
        "notes": notes_of(row),
        "reason": reason,
        "remedy": remedy,
        "order": _order(request),
        "next": _neighbour(others[0], request) if others else None,
        "previous": _neighbour(others[-1], request) if others else None,
        "may_write": may_decide,
        "may_recognise": row.kind in PICTURES and row.file is not None and row.problem != Problem.RECOGNISED,
        "has_recogniser": can_recognise(),
        "pages": _pages(row),
    }
    return render(request, "intake/submission.html", context)


def _pages(row: Submission) -> list[dict[str, str]]:
    """Return the pages that can be looked at: of files whose pages are pictures, and not without end."""
    if row.kind not in PICTURES or row.file is None:
        return []
    count = min(int(row.facts.get("pages") or 1), MOST_PAGES)
    slug = row.batch.workshop.slug
    return [
        {
            "href": reverse("intake:submission-page", args=[slug, row.pk, number]),
            "words": _("Trang %(number)s") % {"number": number},
        }
        for number in range(1, count + 1)
    ]


def _neighbour(row: Submission, request: HttpRequest) -> dict[str, str]:
    return {"href": _address(row, request), "title": row.title or row.name}


def _address(row: Submission, request: HttpRequest) -> str:
    slug = row.batch.workshop.slug
    return f"{reverse('intake:submission', args=[slug, row.pk])}?order={_order(request)}"


def _order(request: HttpRequest) -> str:
    return order_of(request.GET.get("order"))
