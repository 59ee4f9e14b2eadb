"""Groups of a whole workshop, proposed before the work starts: looked at, joined to one response, or dismissed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from proceedings.desk.gate import call_of, reads, workshop_of, writes
from proceedings.desk.ledger import page_number
from proceedings.desk.paging import page_links
from proceedings.models import ProposedGroup
from proceedings.operations import groupings
from proceedings.operations.refusals import Refused
from proceedings.queries.proposed_groups import last_search, lines_of, proposed_groups

ANSWER = "proceedings.change_response"
ON_A_PAGE = 20


@reads
def groups(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the groups that are proposed, and how far a search is."""
    workshop = workshop_of(slug)
    found = proposed_groups(workshop)
    count = found.count()
    links = page_links(count, page_number(request), ON_A_PAGE, "?page=")
    context = {
        "workshop": workshop,
        "count": count,
        "groups": lines_of(list(found[links.start : links.end])),
        "links": links,
        "search": last_search(workshop),
        "may_answer": request.user.has_perm(ANSWER),
    }
    return render(request, "desk/groups.html", context)


@writes(ANSWER)
def search(request: HttpRequest, slug: str) -> HttpResponse:
    """Let the machine look for groups."""
    try:
        groupings.ask_for_groups(workshop=workshop_of(slug), **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("grouping:groups", slug)


@writes(ANSWER)
def join(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give the points of a group one response, and go on to it."""
    group = get_object_or_404(ProposedGroup, workshop__slug=slug, pk=pk)
    try:
        response = groupings.join_group(group=group, **call_of(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("grouping:groups", slug)
    return redirect("points:response", slug, response.pk)


@writes(ANSWER)
def dismiss(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say that the points of a group do not belong together."""
    group = get_object_or_404(ProposedGroup, workshop__slug=slug, pk=pk)
    groupings.dismiss_group(group=group, **call_of(request))
    messages.success(request, _("Đã bỏ nhóm này; các ý kiến vẫn còn nguyên."))
    return redirect("grouping:groups", slug)
