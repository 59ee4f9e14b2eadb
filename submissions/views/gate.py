"""The way in: who may come to the intake desk, and how a request becomes a workshop and a submission."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proceedings.models import User, Workshop
from submissions.models import Submission

View = Callable[..., HttpResponseBase]

VIEW = "submissions.view_submission"
RECEIVE = "submissions.add_submission"
DECIDE = "submissions.change_submission"


def reads(view: View) -> View:
    """Let those read who may see what arrives; a stranger signs in first (decision 0003)."""
    return require_safe(never_cache(_guarded(view, VIEW)))


def writes(right: str = DECIDE) -> Callable[[View], View]:
    """Let those write who hold a right; by POST only."""
    return lambda view: require_POST(_guarded(view, right))


def reads_and_writes(view: View) -> View:
    """Let those read who may see what arrives; the view itself asks for the right to write."""
    return require_http_methods(["GET", "HEAD", "POST"])(never_cache(_guarded(view, VIEW)))


def workshop_of(slug: str) -> Workshop:
    """Return the workshop of an address, or answer 404."""
    return get_object_or_404(Workshop.objects.select_related("counter"), slug=slug)


def submission_of(request: HttpRequest, slug: str, pk: int) -> Submission:
    """Return a submission that the person may see, in the workshop of the address, or answer 404."""
    rows = Submission.objects.visible_to(cast("User", request.user)).select_related(
        "batch__workshop", "batch__link", "file", "committee", "contribution", "known_as", "replaces",
        "attaches_to", "container", "checked_by", "decided_by", "reading_progress",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk, batch__workshop__slug=slug)


def call_of(request: HttpRequest) -> dict[str, Any]:
    """Return who acts and when, as every operation wants to be told."""
    return {"actor": request.user, "now": timezone.now()}


def _guarded(view: View, right: str) -> View:
    return login_required(permission_required(right, raise_exception=True)(view))
