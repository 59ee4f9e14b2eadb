"""Many responses approved together: previewed with what hinders, all or none, and taken back for a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proceedings.desk.gate import call_of, workshop_of
from proceedings.desk.point_gate import APPROVE, reads_points, sends
from proceedings.desk.queue_approving import approvals_page
from proceedings.desk.queue_query import read_asked
from proceedings.desk.sent_keys import key_of, keys_of
from proceedings.models import ApprovalBatch, Response, User, Workshop
from proceedings.operations import approvals
from proceedings.operations.approvals import UNDONE_WITHIN, BatchRefused, Obstacle, list_obstacles
from proceedings.operations.refusals import Refused
from proceedings.queries.approval_queue import (
    awaiting_asked,
    changed_since,
    count_decisions,
    latest_batches,
    read_awaiting,
)

#: Responses that are approved together at the most, so that a person can still look through them.
LARGEST = 500
BATCHES_SHOWN = 50
POINTS_IN_PREVIEW = 3


@sends(APPROVE)
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is about to be approved, counted by decision, and what cannot be, each with its reason."""
    workshop = workshop_of(slug)
    versions = _chosen(request, workshop)
    if not versions:
        refusal = _("Chưa chọn nội dung nào. Đánh dấu các nội dung cần duyệt, hoặc chọn cả danh sách.")
        return render(request, "desk/queue_approve.html", approvals_page(request, workshop, refusal=refusal))
    is_cut = len(versions) == LARGEST and "everything" in request.POST
    context = _preview(request, workshop, versions) | {"is_cut": is_cut, "largest": LARGEST}
    return render(request, "desk/queue_preview.html", context)


@sends(APPROVE)
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve what was previewed, all or none; where something hinders, the preview says what and offers the others."""
    workshop, versions = workshop_of(slug), _versions(request.POST.getlist("chosen"))
    try:
        batch = approvals.approve_batch(workshop=workshop, versions=versions, **call_of(request))
    except BatchRefused as refusal:
        context = _preview(request, workshop, versions) | {"refusal": str(refusal)}
        return render(request, "desk/queue_preview.html", context)
    except Refused as refusal:
        return render(
            request, "desk/queue_approve.html", approvals_page(request, workshop, refusal=str(refusal))
        )
    count = len(batch.versions)
    told = ngettext("Đã duyệt %(count)s nội dung.", "Đã duyệt %(count)s nội dung.", count)
    messages.success(request, told % {"count": count})
    return redirect("queues:batch", slug, batch.pk)


@reads_points
def batches(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the batches of a workshop, the latest first."""
    workshop = workshop_of(slug)
    context = {"workshop": workshop, "batches": latest_batches(workshop, most=BATCHES_SHOWN)}
    return render(request, "desk/queue_batches.html", context)


@reads_points
def batch(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show what a batch approved, what changed since, and whether it can still be taken back."""
    return render(request, "desk/queue_batch.html", _page(request, _batch_of(slug, pk)))


@sends(APPROVE)
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let what a batch approved wait again; what changed since is left, and named on the page of the batch."""
    found = _batch_of(slug, pk)
    try:
        count, left = approvals.undo_batch(batch=found, **call_of(request))
    except Refused as refusal:
        return render(request, "desk/queue_batch.html", _page(request, found, refusal=str(refusal)))
    told = ngettext(
        "Đã hoàn tác: %(count)s nội dung trở lại chờ duyệt.",
        "Đã hoàn tác: %(count)s nội dung trở lại chờ duyệt.",
        count,
    )
    messages.success(request, told % {"count": count})
    address = reverse("queues:batch", args=[slug, pk])
    return redirect(f"{address}?left={','.join(str(row.pk) for row in left)}" if left else address)


def _chosen(request: HttpRequest, workshop: Workshop) -> dict[int, int]:
    """Return which responses are meant, as they were read; all of the query as they are now: the preview shows them."""
    if "everything" in request.POST:
        waiting = awaiting_asked(workshop, read_asked(request.GET.dict()))
        return dict(waiting.values_list("pk", "version")[:LARGEST])
    return _versions(request.POST.getlist("chosen"))


def _versions(texts: list[str]) -> dict[int, int]:
    """Read ``12:3 14:1``: keys of responses, each with the version that was read."""
    found: dict[int, int] = {}
    for text in " ".join(texts).split():
        key, version = (key_of(part) for part in (text.partition(":")[0], text.partition(":")[2]))
        if key is not None and version is not None:
            found[key] = version
    return dict(list(found.items())[:LARGEST])


def _preview(request: HttpRequest, workshop: Workshop, versions: Mapping[int, int]) -> dict[str, Any]:
    user = cast("User", request.user)
    chosen = Response.objects.in_workshop(workshop).filter(pk__in=versions).order_by("proposed_at", "pk")
    obstacles = list_obstacles(list(chosen.prefetch_related("answers")), versions, user)
    hindered = {each.response.pk for each in obstacles}
    rows = read_awaiting(chosen, user=user, most=POINTS_IN_PREVIEW)
    able = [row for row in rows if row.pk not in hindered]
    return {
        "workshop": workshop,
        "rows": able,
        "counts": count_decisions(able),
        "obstacles": [(row, why) for row in rows if (why := _why(obstacles, row.pk))],
        "gone_count": len(versions) - len(rows),
        "versions": " ".join(f"{row.pk}:{versions[row.pk]}" for row in able),
        "query": request.GET.urlencode(),
    }


def _why(obstacles: list[Obstacle], key: int) -> str:
    return next((each.why for each in obstacles if each.response.pk == key), "")


def _batch_of(slug: str, pk: int) -> ApprovalBatch:
    rows = ApprovalBatch.objects.select_related("actor", "undone_by")
    return get_object_or_404(rows, workshop=workshop_of(slug), pk=pk)


def _page(request: HttpRequest, found: ApprovalBatch, *, refusal: str = "") -> dict[str, Any]:
    user = cast("User", request.user)
    responses = Response.objects.filter(workshop_id=found.workshop_id, pk__in=keys_of(found.versions))
    rows = read_awaiting(responses.order_by("proposed_at", "pk"), user=user, most=POINTS_IN_PREVIEW)
    named = frozenset(keys_of(request.GET.get("left", "").split(",")))
    left = named if found.undone_at else changed_since(found, rows)
    return {
        "workshop": found.workshop,
        "batch": found,
        "rows": rows,
        "counts": count_decisions(rows),
        "left": [row for row in rows if row.pk in left],
        "refusal": refusal,
        "is_late": timezone.now() - found.at > UNDONE_WITHIN,
        "may_undo": user.has_perm(APPROVE),
    }
