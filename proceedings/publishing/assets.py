"""The few files that every page needs, named by their hash so that an answer may be kept for ever."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proceedings.publishing.stylesheet import stylesheet

FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: where it is served, what it is, its bytes."""

    path: str
    media_type: str
    body: bytes


@cache
def public_assets() -> dict[str, Asset]:
    """The assets by role, "stylesheet" and "icon"; an edition keeps copies, as its pages name these paths."""
    icon = (Path(settings.BASE_DIR) / "static" / "favicon.svg").read_bytes()
    return {
        "stylesheet": _asset("site", "css", "text/css; charset=utf-8", stylesheet()),
        "icon": _asset("icon", "svg", "image/svg+xml", icon),
    }


@require_safe
def serve_asset(request: HttpRequest, name: str) -> HttpResponse:
    """Serve one of today's assets at `/assets/<name>`; an edition's older ones are its own to serve."""
    for asset in public_assets().values():
        if asset.path == f"/assets/{name}":
            return HttpResponse(
                asset.body, content_type=asset.media_type, headers={"Cache-Control": FOR_EVER}
            )
    raise Http404


def _asset(stem: str, suffix: str, media_type: str, body: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()
    return Asset(f"/assets/{stem}-{digest[:16]}.{suffix}", media_type, body)
