"""The table of the intake desk: what arrived for a workshop, in the columns of the registry book."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from proceedings.models import Workshop
from submissions import spool
from submissions.models import Batch
from submissions.queries import desk
from submissions.views.gate import DECIDE, RECEIVE, reads, workshop_of
from submissions.views.rows import DAYS_IN_SIGHT, ORDERS, groups_of, order_of, rows_in_sight
from submissions.vocabulary import UNDER_WAY


@reads
def workshops(request: HttpRequest) -> HttpResponse:
    """Show the workshops that take documents, and what waits in each."""
    return render(request, "intake/workshops.html", {"waiting": desk.waiting_by_workshop()})


@reads
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the table of one workshop, with the place where files are dropped."""
    workshop = workshop_of(slug)
    context = context_of(request, workshop)
    context |= {
        "form_token": uuid.uuid4().hex,
        "largest": spool.LARGEST,
        "may_receive": request.user.has_perm(RECEIVE),
        "days_in_sight": DAYS_IN_SIGHT,
    }
    return render(request, "intake/table.html", context)


@reads
def status(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer the part of the table's page that changes while files are read."""
    return render(request, "intake/_status.html", context_of(request, workshop_of(slug)))


def context_of(request: HttpRequest, workshop: Workshop) -> dict[str, Any]:
    """Return what the table and its fragment show: the count, the groups in the order asked for, what runs."""
    order, now = order_of(request.GET.get("order")), timezone.now()
    is_whole = request.GET.get("all") == "1"
    tally = desk.tally(workshop)
    submissions = rows_in_sight(workshop, now=now, whole=is_whole)
    groups = groups_of(submissions, workshop=workshop, order=order, counts=tally.by_state, now=now)
    return {
        "workshop": workshop,
        "tally": tally,
        "groups": groups,
        "order": order,
        "orders": _orders(order, is_whole=is_whole),
        "is_whole": is_whole,
        "may_decide": request.user.has_perm(DECIDE),
        "running": _running(workshop) if tally.reading else [],
        "next_number": workshop.counter.last_number + 1,
    }


def _orders(current: str, *, is_whole: bool) -> list[dict[str, Any]]:
    tail = "&all=1" if is_whole else ""
    return [
        {"href": f"?order={key}{tail}", "label": label, "is_current": key == current}
        for key, (label, _key) in ORDERS.items()
    ]


def _running(workshop: Workshop) -> list[Batch]:
    unread = {"submissions__state__in": UNDER_WAY, "submissions__file": None}
    return list(workshop.batches.filter(**unread).distinct().order_by("received_at", "pk"))
