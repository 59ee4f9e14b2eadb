"""One batch on a committee's own page: what was read of each file, correcting it, taking it back, handing all in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proceedings.operations.refusals import Conflict, Refused
from proceedings.web.errors import Problem as ErrorPage
from proceedings.web.errors import page as error_page
from proceedings.web.errors import too_many_requests
from submissions import receipt_paper, receipts
from submissions.committee_words import Standing, notes_of, standing_of
from submissions.forms.committee import FilesForm, ReadForm
from submissions.models import Batch, Submission
from submissions.operations import confirming
from submissions.views.committee_page import steps, take_in
from submissions.views.entrance import Entrance
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, SubmissionState

#: How much of the text a sender is shown to see that it was read rightly.
SHOWN_OF_TEXT = 6_000


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file as its sender sees it; ``href`` leads to where something can be done about it."""

    submission: Submission
    standing: Standing
    notes: tuple[str, ...] = ()
    href: str = ""
    action: str = ""

    @property
    def anchor(self) -> str:
        """Return the name by which the page is opened at this file."""
        return f"tep-{self.submission.pk}"

    @property
    def facts(self) -> list[dict[str, Any]]:
        """Return what was read of the document, as the component takes it."""
        submission = self.submission
        if submission.state not in OPEN | {SubmissionState.ACCEPTED}:
            return []
        day = f"{submission.document_on:%d/%m/%Y}" if submission.document_on else ""
        signer = ", ".join(filter(None, (submission.signer_name, submission.signer_post)))
        facts = (
            (_("Số, ký hiệu"), submission.symbol),
            (_("Ngày văn bản"), day),
            (_("Trích yếu"), submission.title),
            (_("Người ký"), signer),
        )
        return [{"term": term, "values": ({"text": text},)} for term, text in facts if text]


@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, entrance: Entrance, batch_id: int) -> HttpResponse:
    """Show what was read of a batch; add files to one that was not handed in yet."""
    handed_in = get_object_or_404(entrance.batches, pk=batch_id)
    form = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_in(entrance, handed_in, form.cleaned_data["documents"])
            return redirect(entrance.address(batch_id))
        except Refused as refusal:
            return _shown(request, entrance, handed_in, form=FilesForm(), refusal=str(refusal))
    return _shown(request, entrance, handed_in, form=form)


@require_POST
def confirm(request: HttpRequest, entrance: Entrance, batch_id: int) -> HttpResponse:
    """Hand a batch in and lead to its receipt; say what is missing where it cannot be."""
    handed_in = get_object_or_404(entrance.batches, pk=batch_id)
    try:
        confirming.confirm(batch=handed_in, actor=entrance.actor, now=timezone.now())
    except Refused as refusal:
        return _shown(request, entrance, handed_in, form=FilesForm(), refusal=str(refusal))
    return redirect(entrance.address(batch_id))


@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, entrance: Entrance, batch_id: int, pk: int) -> HttpResponse:
    """Show what was read of one file and save what its sender corrects."""
    submission = _file(entrance, batch_id, pk)
    if submission.state not in OPEN or submission.batch.confirmed_at is not None:
        return redirect(entrance.address(batch_id))
    form = ReadForm(request.POST or None, instance=submission)
    version, saved = _version(request, submission), None
    if request.method == "POST" and form.is_valid():
        try:
            confirming.correct(
                submission=form.instance,
                changed=form.changed_data,
                version=version,
                actor=entrance.actor,
                now=timezone.now(),
            )
            return redirect(entrance.address(batch_id) + f"#tep-{pk}")
        except Conflict as conflict:
            saved = ReadForm(instance=Submission.objects.get(pk=pk))
            version = conflict.theirs.version  # type: ignore[attr-defined]
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    context = {
        "entrance": entrance,
        "submission": submission,
        "form": form,
        "version": version,
        "saved": _differences(form, saved) if saved else (),
        "notes": notes_of(submission),
        "text": submission.text[:SHOWN_OF_TEXT],
        "is_cut": len(submission.text) > SHOWN_OF_TEXT,
        "crumbs": _crumbs(entrance, submission.batch),
        "withdraw_address": entrance.address(batch_id, pk, "withdraw"),
    }
    return render(request, "submit/file.html", context)


@require_POST
def withdraw(request: HttpRequest, entrance: Entrance, batch_id: int, pk: int) -> HttpResponse:
    """Take a file back."""
    submission = _file(entrance, batch_id, pk)
    try:
        confirming.withdraw(submission=submission, actor=entrance.actor, now=timezone.now())
    except Refused as refusal:
        return _shown(request, entrance, submission.batch, form=FilesForm(), refusal=str(refusal))
    return redirect(entrance.address(batch_id))


@require_safe
def receipt(request: HttpRequest, entrance: Entrance, batch_id: int) -> HttpResponse:
    """Hand out the receipt of a batch that was handed in, as PDF."""
    handed_in = get_object_or_404(entrance.batches, pk=batch_id)
    if handed_in.receipt_number is None:
        raise Http404
    if not entrance.is_within("receipt", request):
        return too_many_requests(request)
    try:
        content = receipt_paper.receipt_pdf(handed_in)
    except receipt_paper.NoReceipt:
        return error_page(request, ErrorPage(503, *receipt_paper.NO_PDF))
    name = f"phieu-tiep-nhan-{handed_in.receipt_number}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _shown(
    request: HttpRequest, entrance: Entrance, handed_in: Batch, *, form: FilesForm, refusal: str = ""
) -> HttpResponse:
    lines = _lines(entrance, handed_in)
    waiting = sum(line.submission.state in UNDER_WAY for line in lines)
    files = [line for line in lines if line.submission.state != SubmissionState.OPENED]
    context = {
        "entrance": entrance,
        "batch": handed_in,
        "form": form,
        "refusal": refusal,
        "lines": lines,
        "files_count": len(files),
        "waiting": waiting,
        "read": len(files) - waiting,
        "ready": sum(line.submission.state in OPEN | {SubmissionState.ACCEPTED} for line in files),
        "receipt": receipts.receipt_of(handed_in) if handed_in.receipt_number else None,
        "crumbs": _crumbs(entrance),
        "steps": steps(4 if handed_in.confirmed_at else 2 if waiting or not files else 3),
        "address": entrance.address(handed_in.pk),
        "confirm_address": entrance.address(handed_in.pk, "confirm"),
        "receipt_address": f"{entrance.address(handed_in.pk)}receipt.pdf",
    }
    return render(request, "submit/batch.html", context)


def _lines(entrance: Entrance, handed_in: Batch) -> list[FileLine]:
    submissions = (
        entrance.submissions.filter(batch=handed_in)
        .exclude(refusal=Refusal.WITHDRAWN)
        .for_table()
        .select_related("attaches_to__batch")
    )
    return [_line(entrance, handed_in, submission) for submission in submissions]


def _line(entrance: Entrance, handed_in: Batch, submission: Submission) -> FileLine:
    standing = standing_of(submission)
    if handed_in.confirmed_at is None and submission.state in OPEN:
        href = entrance.address(handed_in.pk, submission.pk)
        return FileLine(submission, standing, tuple(notes_of(submission)), href, _("Xem và sửa"))
    earlier = submission.attaches_to if submission.refusal == Refusal.RECEIVED else None
    if earlier is not None and earlier.batch.committee_id == entrance.committee.pk:
        href = entrance.address(earlier.batch_id) + f"#tep-{earlier.pk}"
        return FileLine(submission, standing, href=href, action=_("Mở đợt đã có tệp này"))
    return FileLine(submission, standing)


def _crumbs(entrance: Entrance, handed_in: Batch | None = None) -> list[dict[str, str]]:
    crumbs = [{"label": _("Gửi văn bản góp ý"), "href": entrance.root}]
    if handed_in is None:
        return [*crumbs, {"label": _("Đợt gửi")}]
    return [
        *crumbs, {"label": _("Đợt gửi"), "href": entrance.address(handed_in.pk)}, {"label": _("Một tệp")},
    ]  # fmt: skip


def _file(entrance: Entrance, batch_id: int, pk: int) -> Submission:
    submissions = entrance.submissions.select_related("batch")
    return get_object_or_404(submissions, batch=batch_id, pk=pk)


def _version(request: HttpRequest, submission: Submission) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) < 10 else submission.version


def _differences(form: ReadForm, saved: ReadForm) -> list[tuple[str, str]]:
    """List the fields that are saved otherwise than they stand in a form, with what is saved."""
    return [
        (str(bound.label), str(saved[bound.name].value() or "–"))
        for bound in form
        if str(bound.value() or "") != str(saved[bound.name].value() or "")
    ]
