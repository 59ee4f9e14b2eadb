"""The queues: the workshops that have points, and the points of one as a table that answers questions."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from proceedings.desk.gate import workshop_of
from proceedings.desk.point_gate import reads_points, sends
from proceedings.desk.queue_columns import REMEMBERED, cols_of, columns_named
from proceedings.desk.queue_page import page_of, today
from proceedings.desk.queue_query import query_of, read_asked
from proceedings.models import User
from proceedings.queries.point_queue import workshops_with_points


@reads_points
def workshops(request: HttpRequest) -> HttpResponse:
    """Show the workshops that have points, and what waits in each."""
    standings = workshops_with_points(user=cast("User", request.user), today=today())
    return render(request, "desk/queue_workshops.html", {"standings": standings})


@reads_points
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the points of a workshop that answer the question of the address."""
    return render(request, "desk/queue.html", page_of(request, workshop_of(slug)))


@sends()
def choose_columns(request: HttpRequest, slug: str) -> HttpResponse:
    """Show other columns, and remember them for the person."""
    workshop = workshop_of(slug)
    columns = columns_named(request.POST.getlist("column"))
    request.session[REMEMBERED] = [column.key for column in columns]
    query = query_of(read_asked(request.GET.dict()), cols=cols_of(columns))
    return redirect(f"{reverse('queues:queue', args=[workshop.slug])}?{query}")
