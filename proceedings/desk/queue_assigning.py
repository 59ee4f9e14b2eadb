"""Handing points over from the queue: those chosen, or all of a query; and the queries that people keep."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from proceedings.desk.gate import call_of, workshop_of
from proceedings.desk.point_gate import ASSIGN, sends
from proceedings.desk.queue_columns import cols_of, columns_asked
from proceedings.desk.queue_forms import AssignForm
from proceedings.desk.queue_page import assigning_form, page_of, saving_form, today
from proceedings.desk.queue_query import query_of, read_asked
from proceedings.desk.sent_keys import key_of, keys_of
from proceedings.models import SavedQueue, User, Workshop
from proceedings.models.points import Point, PointQuerySet
from proceedings.operations import assignments, saved_queues
from proceedings.operations.refusals import Refused
from proceedings.queries.point_filters import Asked, points_asked
from proceedings.queries.point_queue import Choice, answering_people


@sends(ASSIGN)
def assign(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the chosen points to somebody; what is refused is told on the page, with all that was typed and chosen."""
    workshop = workshop_of(slug)
    asked, query = read_asked(request.GET.dict()), _query(request)
    people = tuple(Choice(user.username, str(user)) for user in answering_people())
    form = assigning_form(workshop, query, people, key_of(request.POST.get("total", "")) or 0, request.POST)
    if form.is_valid():
        try:
            count = assignments.assign_points(
                points=_chosen(request, workshop, asked),
                assignee=form.person(),
                due_on=form.cleaned_data["due_on"],
                note=form.cleaned_data["handover_note"],
                **call_of(request),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _told(form, count))
            return redirect(_back(workshop, query))
    chosen = frozenset(keys_of(request.POST.getlist("point")))
    return render(request, "desk/queue.html", page_of(request, workshop, assigning=form, chosen=chosen))


@sends()
def save(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the present query under a name."""
    workshop, query = workshop_of(slug), _query(request, with_page=False)
    form = saving_form(workshop, query, request.POST)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("name", "is_shared")}
        try:
            saved = saved_queues.save_queue(workshop=workshop, query=query, **told, **call_of(request))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": saved.name})
            return redirect(_back(workshop, query))
    return render(request, "desk/queue.html", page_of(request, workshop, saving=form))


@sends()
def forget(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give up a query that was kept."""
    workshop = workshop_of(slug)
    shown = SavedQueue.objects.filter(
        Q(is_shared=True) | Q(owner=cast("User", request.user)), workshop=workshop
    )
    saved = get_object_or_404(shown, pk=pk)
    try:
        saved_queues.delete_queue(saved=saved, **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã xóa bộ lọc “%(name)s”.") % {"name": saved.name})
    return redirect(_back(workshop, _query(request)))


def _chosen(request: HttpRequest, workshop: Workshop, asked: Asked) -> PointQuerySet:
    """Return the points that are meant: those chosen, or all of the query, as many as were seen."""
    if "everything" in request.POST:
        found = points_asked(workshop, asked, user=cast("User", request.user), today=today())
        seen, count = key_of(request.POST.get("total", "")), found.count()
        if not count or count != seen:
            raise Refused(
                gettext_lazy(
                    "Danh sách vừa thay đổi: nay có %(count)s ý kiến, lúc mở trang có %(seen)s. "
                    "Chưa giao ý kiến nào; xem lại danh sách rồi giao."
                ),
                count=count,
                seen=seen or 0,
            )
        return found.only("pk")
    keys = keys_of(request.POST.getlist("point"))
    if not keys:
        raise Refused(
            gettext_lazy("Chưa chọn ý kiến nào. Đánh dấu ở đầu dòng, hoặc chọn cả danh sách."),
            field="everything",
        )
    chosen = Point.objects.in_workshop(workshop).standing().filter(pk__in=keys).only("pk")
    if chosen.count() != len(keys):
        raise Refused(
            gettext_lazy(
                "Có ý kiến đã chọn không còn trong sổ: người khác vừa bỏ, hoặc văn bản đã được thay. "
                "Chưa giao ý kiến nào; xem lại danh sách rồi giao."
            )
        )
    return chosen


def _told(form: AssignForm, count: int) -> str:
    person, due = form.person(), form.cleaned_data["due_on"]
    counted: dict[str, Any] = {"count": count, "person": person, "day": f"{due:%d/%m/%Y}" if due else ""}
    if person is None:
        return (
            ngettext(
                "Đã trả %(count)s ý kiến về “Chưa giao”.", "Đã trả %(count)s ý kiến về “Chưa giao”.", count
            )
            % counted
        )
    if due:
        return (
            ngettext(
                "Đã giao %(count)s ý kiến cho %(person)s, hạn %(day)s.",
                "Đã giao %(count)s ý kiến cho %(person)s, hạn %(day)s.",
                count,
            )
            % counted
        )
    return (
        ngettext(
            "Đã giao %(count)s ý kiến cho %(person)s.", "Đã giao %(count)s ý kiến cho %(person)s.", count
        )
        % counted
    )


def _query(request: HttpRequest, *, with_page: bool = True) -> str:
    page = request.GET.get("page", "") if with_page else ""
    cols = cols_of(columns_asked(request)) if request.GET.get("cols") else ""
    return query_of(read_asked(request.GET.dict()), cols=cols, page=page if key_of(page) else "")


def _back(workshop: Workshop, query: str) -> str:
    return f"{reverse('queues:queue', args=[workshop.slug])}?{query}"
