"""The unpublished state through the same templates, for staff only."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from proceedings.models import Workshop
from proceedings.publishing.pages import page_at
from proceedings.publishing.rendering import LANGUAGES, render
from proceedings.publishing.sources import Source
from proceedings.vocabulary import Audience


@require_safe
@login_required
def preview(request: HttpRequest, slug: str, audience: str, rest: str) -> HttpResponse:
    """Render one page of a workshop as it would be published now; links lead on within the preview."""
    if not request.user.has_perm("proceedings.view_contribution"):
        raise PermissionDenied
    if audience not in Audience.values:
        raise Http404
    source = Source(get_object_or_404(Workshop, slug=slug), Audience(audience))
    spec = page_at(source, source.root + rest)
    if spec is None:
        raise Http404
    language = get_language() or LANGUAGES[0]
    response = HttpResponse(render(spec, language, is_preview=True))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
