"""The way in to points: who reads, splits, hands over, answers and approves, and how an address becomes a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from proceedings.desk.gate import View, guarded, guarded_form
from proceedings.models import Contribution, Point, Response, User
from proceedings.queries.answering import points_of
from proceedings.queries.closings import closed_above

READ: Final = "proceedings.view_point"
SPLIT: Final = "proceedings.add_point"
ASSIGN: Final = "proceedings.assign_point"
ANSWER: Final = "proceedings.change_response"
APPROVE: Final = "proceedings.approve_response"
REPLY: Final = "proceedings.change_answer"
SNIPPETS: Final = "proceedings.change_reasonsnippet"

#: Let those read who may see points; the view itself asks for the right to write.
reads_and_writes_points = guarded_form(READ)


def reads_points(view: View) -> View:
    """Let those read who may see points; a stranger signs in first (decision 0003)."""
    return require_safe(never_cache(guarded(view, READ)))


def sends(right: str = READ) -> Callable[[View], View]:
    """Let those send a form who hold a right; the answer is never kept."""
    return lambda view: require_POST(never_cache(guarded(view, right)))


def contribution_of(request: HttpRequest, slug: str, number: int) -> Contribution:
    """Return a contribution that the person may see with all that its page names, or answer 404."""
    rows = Contribution.objects.visible_to(cast("User", request.user)).annotate(
        is_closed=closed_above("workshop")
    )
    rows = rows.select_related(
        "workshop", "committee", "theme", "coverage", "splitting__editor", "replaces__committee"
    )
    return get_object_or_404(rows, workshop__slug=slug, number=number)


def point_of(request: HttpRequest, slug: str, pk: int) -> Point:
    """Return a point of the workshop of the address, as it stands now, or answer 404."""
    rows = points_of(cast("User", request.user))
    return get_object_or_404(rows, pk=pk, contribution__workshop__slug=slug)


def response_of(request: HttpRequest, slug: str, pk: int) -> Response:
    """Return a response of the workshop of the address, or answer 404."""
    rows = Response.objects.visible_to(cast("User", request.user)).annotate(
        is_closed=closed_above("workshop")
    )
    joined = rows.select_related("workshop", "drafted_by", "proposed_by", "approved_by", "resulting")
    return get_object_or_404(joined, pk=pk, workshop__slug=slug)
