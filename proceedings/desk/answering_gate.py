"""The way in to the answering screen: who reads, who answers, who approves, and how an address becomes a point."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proceedings.desk.gate import View
from proceedings.models import Point, Response, User
from proceedings.queries.answering import points_of

READ = "proceedings.view_point"
ANSWER = "proceedings.change_response"
APPROVE = "proceedings.approve_response"
REPLY = "proceedings.change_answer"
SNIPPETS = "proceedings.change_reasonsnippet"
MEND = "proceedings.change_draft"


def reads(view: View) -> View:
    """Let those read who may see points; a stranger signs in first (decision 0003)."""
    return require_safe(never_cache(_guarded(view, READ)))


def reads_and_writes(view: View) -> View:
    """Let those read who may see points; the view itself asks for the right to write."""
    return require_http_methods(["GET", "HEAD", "POST"])(never_cache(_guarded(view, READ)))


def writes(right: str, view: View) -> View:
    """Let those write who hold a right; by POST only."""
    return require_POST(never_cache(_guarded(view, right)))


def point_of(request: HttpRequest, slug: str, pk: int) -> Point:
    """Return a point of the workshop of the address, as it stands now, or answer 404."""
    rows = points_of(cast("User", request.user))
    return get_object_or_404(rows, pk=pk, contribution__workshop__slug=slug)


def response_of(request: HttpRequest, slug: str, pk: int) -> Response:
    """Return a response of the workshop of the address, or answer 404."""
    rows = Response.objects.visible_to(cast("User", request.user))
    joined = rows.select_related("workshop", "drafted_by", "proposed_by", "approved_by", "resulting")
    return get_object_or_404(joined, pk=pk, workshop__slug=slug)


def _guarded(view: View, right: str) -> View:
    return login_required(permission_required(right, raise_exception=True)(view))
