"""Splitting contributions into points: the workshops, the contributions that wait, and one contribution."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.desk.gate import call_of, workshop_of
from proceedings.desk.point_gate import ASSIGN, contribution_of, reads_and_writes_points, reads_points
from proceedings.desk.sent_keys import key_of, keys_of
from proceedings.desk.split_acts import act_on
from proceedings.desk.split_forms import AssignForm, themes_of
from proceedings.desk.split_page import Page
from proceedings.models import Contribution, User, Workshop
from proceedings.operations.assignments import assign_splitting
from proceedings.operations.refusals import Refused
from proceedings.queries.splitting import Who, keep_lines, lines_to_split, workshops_to_split


@reads_points
def workshops(request: HttpRequest) -> HttpResponse:
    """Show the workshops and how many contributions of each wait to be split."""
    return render(request, "desk/split_workshops.html", {"workshops": workshops_to_split()})


@reads_and_writes_points
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the contributions of a workshop, or give those that were ticked to an editor."""
    workshop = workshop_of(slug)
    if request.method != "POST":
        return _list(request, workshop, AssignForm())
    if not request.user.has_perm(ASSIGN):
        raise PermissionDenied
    form = AssignForm(request.POST)
    if form.is_valid() and (count := _assign(request, workshop, form)):
        told = {"count": count, "editor": form.cleaned_data["editor"]}
        messages.success(request, _("Đã giao %(count)s văn bản cho %(editor)s.") % told)
        return redirect(request.get_full_path())
    return _list(request, workshop, form, status=422)


@reads_and_writes_points
def contribution(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a contribution with its points and the draft beside, or do what one of its forms asks for."""
    row = contribution_of(request, slug, number)
    return act_on(request, row) if request.method == "POST" else Page(request, row).show()


def _assign(request: HttpRequest, workshop: Workshop, form: AssignForm) -> int:
    """Give the ticked contributions; what is refused stands at its field, and nothing was given."""
    ticked = keys_of(request.POST.getlist("number"))
    rows = Contribution.objects.in_workshop(workshop).standing().filter(number__in=ticked[:1000])
    try:
        if not (found := list(rows.defer("text"))):
            raise Refused(_("Chưa chọn văn bản nào. Đánh dấu ở đầu dòng rồi giao."))
        return assign_splitting(contributions=found, **form.told(), **call_of(request))
    except Refused as refusal:
        form.refuse(refusal)
        return 0


def _list(request: HttpRequest, workshop: Workshop, form: AssignForm, status: int = 200) -> HttpResponse:
    asked = request.GET
    user = cast("User", request.user)
    who = Who(asked["who"]) if asked.get("who") in list(Who) else Who.ALL
    theme = key_of(asked.get("theme"))
    body = asked.get("body", "").strip()
    lines = lines_to_split(workshop, timezone.localdate())
    kept = keep_lines(lines, theme=theme, body=body)
    context: dict[str, Any] = {
        "workshop": workshop,
        "lines": [line for line in kept if line.is_of(who, user.pk)],
        "choices": [
            {
                "label": label,
                "href": f"?{urlencode({'who': each.value, 'theme': theme or '', 'body': body})}",
                "count": sum(line.is_of(each, user.pk) for line in kept),
                "is_current": each is who,
            }
            for each, label in _who_words()
        ],
        "who": who.value,
        "theme": theme,
        "body": body,
        "themes": themes_of(workshop),
        "done_count": sum(line.open_count == 0 for line in lines),
        "total_count": len(lines),
        "point_count": sum(line.point_count for line in lines),
        "form": form,
        "ticked": request.POST.getlist("number"),
        "may_assign": request.user.has_perm(ASSIGN),
    }
    return render(request, "desk/split_list.html", context, status=status)


def _who_words() -> list[tuple[Who, str]]:
    return [
        (Who.MINE, _("Giao cho tôi")),
        (Who.NOBODY, _("Chưa giao")),
        (Who.UNFINISHED, _("Chưa tách xong")),
        (Who.ALL, _("Tất cả")),
    ]
