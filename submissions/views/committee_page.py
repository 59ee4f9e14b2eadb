"""A committee's own page: what it may send, what it has sent and how that stands."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from proceedings.operations.refusals import Refused
from submissions import spool
from submissions.forms.committee import FilesForm
from submissions.models import Batch
from submissions.operations import receiving
from submissions.queries.asked import asked_through
from submissions.readers.document import Problem
from submissions.views.entrance import Entrance, delegate_of, private
from submissions.vocabulary import Refusal, SubmissionState


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """List the workshops that asked the delegate's committee, or one that it succeeded, and that collect."""
    return private(render(request, "submit/home.html", {"asked": asked_through(delegate_of(request))}))


@require_safe
@login_required
def workshop(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the page of the delegate's committee in a workshop; to the list where it answers for several."""
    asked = [row for row in asked_through(delegate_of(request)) if row.workshop.slug == slug]
    if not asked:
        raise Http404
    if len(asked) == 1:
        return private(redirect("committee:delegate-page", slug, asked[0].committee.slug))
    return private(render(request, "submit/home.html", {"asked": asked}))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """Show what was handed in and the way to hand in more; take files in and lead to what was read of them."""
    form = FilesForm(request.POST or None, request.FILES or None, initial={"form_token": _new_token()})
    if request.method == "POST" and form.is_valid():
        try:
            batch = entrance.open_batch(form.cleaned_data["form_token"])
            take_in(entrance, batch, form.cleaned_data["documents"])
            return redirect(entrance.address(batch.pk))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"entrance": entrance, "form": form, "batches": _lines(entrance), "steps": steps(1)}
    return render(request, "submit/page.html", context)


def steps(current: int) -> list[dict[str, str]]:
    """Return the four steps of handing in, as the component takes them; ``current`` counts from 1."""
    labels = (_("Chọn tệp"), _("Xem lại"), _("Xác nhận gửi"), _("Phiếu tiếp nhận"))
    places = ("done", "current", "ahead")
    return [
        {"label": label, "place": places[(number >= current) + (number > current)]}
        for number, label in enumerate(labels, start=1)
    ]


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One batch in the list: where it is, how many files are in it, how many of them are registered, refused."""

    batch: Batch
    address: str
    files: int
    registered: int
    refused: int


def _lines(entrance: Entrance) -> list[BatchLine]:
    is_file = ~Q(submissions__refusal=Refusal.WITHDRAWN) & ~Q(submissions__state=SubmissionState.OPENED)
    batches: Any = entrance.batches.annotate(
        files_count=Count("submissions", filter=is_file),
        registered_count=Count("submissions", filter=Q(submissions__state=SubmissionState.ACCEPTED)),
        refused_count=Count("submissions", filter=is_file & Q(submissions__state=SubmissionState.REFUSED)),
    ).latest_first()
    return [
        BatchLine(
            batch,
            entrance.address(batch.pk),
            batch.files_count,
            batch.registered_count,
            batch.refused_count,
        )
        for batch in batches
    ]


def take_in(entrance: Entrance, batch: Batch, files: Iterable[UploadedFile[Any]]) -> None:
    """Take uploaded files into a batch; one that is too large or does not fit on the disk is noted with its reason."""
    actor, now = entrance.actor, timezone.now()
    for file in files:
        name = file.name or ""
        try:
            spooled = spool.take_in(file.chunks())
            receiving.receive(batch=batch, name=name, spooled=spooled, actor=actor, now=now)
        except spool.TooLarge:
            _note_refused(batch, file, Problem.TOO_LARGE, entrance)
        except OSError:
            _note_refused(batch, file, Problem.READER_FAILED, entrance)


def _note_refused(batch: Batch, file: UploadedFile[Any], problem: Problem, entrance: Entrance) -> None:
    receiving.receive_unread(
        batch=batch,
        name=file.name or "",
        size=file.size or 0,
        problem=problem,
        values={},
        is_unsafe=False,
        actor=entrance.actor,
        now=timezone.now(),
    )


def _new_token() -> str:
    return secrets.token_urlsafe(18)
