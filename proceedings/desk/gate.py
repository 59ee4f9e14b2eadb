"""The way in: who may come to the editors' workbench, and how an address becomes a workshop, a text, a draft."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proceedings.models import ConsultedText, Draft, User, Workshop

View = Callable[..., HttpResponseBase]

VIEW = "proceedings.view_draft"
BEGIN = "proceedings.add_draft"
MEND = "proceedings.change_draft"
ISSUE = "proceedings.issue_draft"
ADD_TEXT = "proceedings.add_consultedtext"
CHANGE_TEXT = "proceedings.change_consultedtext"
TRACE = "proceedings.change_lineage"


def guarded(view: View, right: str) -> View:
    """Let those in who hold a right; a stranger signs in first, an insider without it gets 403 (decision 0003)."""
    return login_required(permission_required(right, raise_exception=True)(view))


def reads(view: View) -> View:
    """Let those read who may see drafts; a stranger signs in first (decision 0003)."""
    return require_safe(never_cache(guarded(view, VIEW)))


def writes(right: str = MEND) -> Callable[[View], View]:
    """Let those write who hold a right; by POST only."""
    return lambda view: require_POST(guarded(view, right))


def reads_and_writes(view: View) -> View:
    """Let those read who may see drafts; the view itself asks for the right to write."""
    return require_http_methods(["GET", "HEAD", "POST"])(never_cache(guarded(view, VIEW)))


def guarded_form(right: str) -> Callable[[View], View]:
    """A form that only those open who may send it."""
    return lambda view: require_http_methods(["GET", "HEAD", "POST"])(never_cache(guarded(view, right)))


def workshop_of(slug: str) -> Workshop:
    """Return the workshop of an address, or answer 404."""
    return get_object_or_404(Workshop, slug=slug)


def text_of(request: HttpRequest, slug: str, text: str) -> ConsultedText:
    """Return a consulted text that the person may see, in the workshop of the address, or answer 404."""
    rows = ConsultedText.objects.visible_to(cast("User", request.user)).select_related("workshop")
    return get_object_or_404(rows, workshop__slug=slug, slug=text)


def if_working(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the draft that is worked on to a view; where it was issued or given up meanwhile, lead to the list in words.

    So a form that is sent twice ends on a page that says what happened.
    """

    @functools.wraps(view)
    def enter(request: HttpRequest, slug: str, text: str, **more: Any) -> HttpResponse:
        consulted = text_of(request, slug, text)
        rows = consulted.drafts.working().without_source_text().select_related("based_on")
        draft = rows.first()
        if draft is None and request.method == "POST":
            messages.warning(
                request,
                _("Bản đang soạn của “%(text)s” đã được phát hành hoặc hủy.") % {"text": consulted.title},
            )
            return redirect("desk:draft-list", slug)
        if draft is None:
            raise Http404
        return view(request, _of_text(draft, consulted), **more)

    return enter


def issued_of(text: ConsultedText, number: int) -> Draft:
    """Return an issued draft of a text by its number, or answer 404."""
    rows = text.drafts.issued().without_source_text().select_related("based_on", "issued_by")
    return _of_text(get_object_or_404(rows, number=number), text)


def call_of(request: HttpRequest) -> dict[str, Any]:
    """Return who acts and when, as every operation wants to be told."""
    return {"actor": request.user, "now": timezone.now()}


def _of_text(draft: Draft, text: ConsultedText) -> Draft:
    draft.consulted_text = text
    return draft
