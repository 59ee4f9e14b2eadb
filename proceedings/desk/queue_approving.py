"""What waits for approval, response by response: read with the points that it answers, approved or sent back."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.desk.gate import call_of, workshop_of
from proceedings.desk.paging import page_links
from proceedings.desk.point_gate import APPROVE, reads_points, sends
from proceedings.desk.queue_page import selects_of
from proceedings.desk.queue_query import query_of, read_asked
from proceedings.desk.sent_keys import key_of
from proceedings.models import Response, User, Workshop
from proceedings.operations import responses
from proceedings.operations.refusals import Conflict, Refused
from proceedings.queries.approval_queue import awaiting_asked, latest_batches, read_awaiting
from proceedings.queries.point_queue import choices_of

#: Responses that are shown at once.
ON_A_PAGE = 25
#: The filters that make sense here: who holds a point and by when does not.
FILTERS = frozenset({"place", "body", "kind", "decision", "form"})


@reads_points
def approvals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the responses of a workshop that wait for approval."""
    return render(request, "desk/queue_approve.html", approvals_page(request, workshop_of(slug)))


@sends(APPROVE)
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Approve one response as it was read, or give it back with a note; a refusal stands on the page."""
    workshop = workshop_of(slug)
    response = get_object_or_404(Response.objects.in_workshop(workshop), pk=pk)
    version, note = key_of(request.POST.get("version", "")) or 0, request.POST.get("note", "")
    try:
        if request.POST.get("act") == "return":
            responses.send_back(response=response, note=note, version=version, **call_of(request))
            messages.success(request, _("Đã trả lại người soạn, kèm lý do."))
        else:
            responses.approve_response(response=response, version=version, **call_of(request))
            messages.success(request, _("Đã duyệt “%(response)s”.") % {"response": response})
    except Refused as refusal:
        page = approvals_page(request, workshop, refused=(pk, _worded(refusal)), note=note)
        return render(request, "desk/queue_approve.html", page)
    return redirect(f"{reverse('queues:approvals', args=[slug])}?{_query(request)}")


def approvals_page(
    request: HttpRequest,
    workshop: Workshop,
    *,
    refused: tuple[int, str] | None = None,
    note: str = "",
    refusal: str = "",
) -> dict[str, Any]:
    """Return what the page shows: what waits under the filters of its address, and what was refused just now."""
    asked, user = read_asked(request.GET.dict()), cast("User", request.user)
    waiting = awaiting_asked(workshop, asked)
    total, base = waiting.count(), query_of(asked)
    page = key_of(request.GET.get("page", "")) or 1
    links = page_links(total, page, ON_A_PAGE, f"?{base}{'&' if base else ''}page=")
    rows = read_awaiting(waiting[links.start : links.end], user=user)
    is_shown = refused is not None and any(row.pk == refused[0] for row in rows)
    return {
        "workshop": workshop,
        "asked": asked,
        "rows": rows,
        "total": total,
        "links": links,
        "selects": selects_of(asked, choices_of(workshop), only=FILTERS),
        "query": _query(request),
        "refused_pk": refused[0] if refused and is_shown else None,
        "refused_why": refused[1] if refused else "",
        "refusal": refusal or (refused[1] if refused and not is_shown else ""),
        "note": note,
        "batches": latest_batches(workshop, most=3),
        "may_approve": user.has_perm(APPROVE),
    }


def _worded(refusal: Refused) -> str:
    if isinstance(refusal, Conflict):
        return _(
            "Chưa làm: nội dung này vừa được người khác sửa sau khi đồng chí mở trang. "
            "Bản hiện tại ở dưới; xem lại rồi duyệt hoặc trả lại."
        )
    return str(refusal)


def _query(request: HttpRequest) -> str:
    page = request.GET.get("page", "")
    return query_of(read_asked(request.GET.dict()), page=page if key_of(page) else "")
