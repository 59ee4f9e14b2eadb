"""Handing out published pages and files: the address is looked up, the bytes are sent, nothing is rendered."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import Http404, HttpResponseBase, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from proceedings.models import User
from proceedings.publishing import shelves
from proceedings.publishing.assets import assets
from proceedings.publishing.audiences import audience_of
from proceedings.publishing.ranges import Unsatisfiable, requested_range
from proceedings.vocabulary import Audience

EDITION = re.compile(r"^(/workshops/([^/]+)/)editions/(\d{1,9})(?:\.(\d{1,9}))?/")
DOWNLOAD = re.compile(r"^/workshops/([^/]+)/downloads/([^/]+)$")
PAGE = re.compile(r"^/(?:$|workshops/|committees/)")
#: A client that takes gzip, and does not forbid it by a weight of zero.
TAKES_GZIP = re.compile(r"(?:^|,)\s*gzip\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:$|,)))")
FOR_EVER = "public, max-age=31536000, immutable"


class PublishedPagesMiddleware:
    """Answer a visitor without a session before sessions, languages and forms cost anything.

    Whoever may have a session goes through the views below, which ask who they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in {"GET", "HEAD"} and settings.SESSION_COOKIE_NAME not in request.COOKIES:
            path, language = split_language(request.path_info)
            if PAGE.match(path):
                found = published(request, path, language, Audience.PUBLIC)
                if found is not None:
                    return found
        return self.get_response(request)


@require_safe
def page(request: HttpRequest, *_parts: object, **_named: object) -> HttpResponseBase:
    """Serve a published page or file to whoever asks, as the audience that they are."""
    path, language = split_language(request.path_info)
    audience = audience_of(request.user if isinstance(request.user, User) else None, path)
    found = published(request, path, language, audience)
    if found is None and audience != Audience.PUBLIC:
        found = published(request, path, language, Audience.PUBLIC)
    if found is None:
        raise Http404
    return found


@require_safe
def asset(request: HttpRequest, name: str) -> HttpResponse:
    """Serve what a page is dressed in: of today without the database, of earlier editions from it."""
    address = f"/assets/{name}"
    for path, media_type, rendered in assets():
        if path == address:
            found: shelves.FoundPage | None = shelves.FoundPage(rendered.sha256, rendered.gzipped, media_type)
            break
    else:
        found = shelves.asset(address)
    if found is None:
        raise Http404
    response = _send(request, found)
    response.headers["Cache-Control"] = FOR_EVER
    return response


def published(request: HttpRequest, path: str, language: str, audience: Audience) -> HttpResponseBase | None:
    """Return the answer for a published address, or None where this audience has nothing there."""
    if "\0" in path:
        return None
    edition = EDITION.match(path)
    number = (int(edition[3]), int(edition[4] or 0)) if edition else None
    if edition:
        path = edition[1] + path[edition.end() :]
    download = DOWNLOAD.match(path)
    if download:
        response = _file(request, download[1], download[2], number, audience)
    else:
        response = _page(request, path, language, number, audience, slug=edition[2] if edition else "")
    if response is not None:
        response.headers["Cache-Control"] = (
            "public, no-cache" if audience == Audience.PUBLIC else "private, no-cache"
        )
        response.headers["Vary"] = "Accept-Encoding, Cookie"
        if edition:
            response.headers["X-Robots-Tag"] = "noindex"
    return response


def split_language(path: str) -> tuple[str, str]:
    """Return an address without its language prefix, and the language: ``/en/workshops/`` is English."""
    return (path[3:], "en") if path.startswith("/en/") else (path, "vi")


def _page(
    request: HttpRequest,
    path: str,
    language: str,
    number: tuple[int, int] | None,
    audience: Audience,
    *,
    slug: str,
) -> HttpResponse | None:
    if number is None:
        found = shelves.current_page(path, language, audience)
    else:
        found = shelves.numbered_page(path, language, slug, number, _readable(audience))
    if found is None:
        return None
    response = _send(request, found)
    response.headers["Content-Language"] = language
    return response


def _send(request: HttpRequest, found: shelves.FoundPage) -> HttpResponse:
    takes_gzip = TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")) is not None
    etag = f'"{found.sha256[:32]}{"-gz" if takes_gzip else ""}"'
    if _is_known(request, etag):
        not_modified = HttpResponseNotModified()
        not_modified.headers["ETag"] = etag
        return not_modified
    body = found.gzipped if takes_gzip else gzip.decompress(found.gzipped)
    response = HttpResponse(b"" if request.method == "HEAD" else body, content_type=found.media_type)
    response.headers["Content-Length"] = str(len(body))
    response.headers["ETag"] = etag
    if takes_gzip:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _file(
    request: HttpRequest, slug: str, name: str, number: tuple[int, int] | None, audience: Audience
) -> HttpResponseBase | None:
    if number is None:
        found = shelves.current_file(slug, name, audience)
    else:
        found = shelves.numbered_file(slug, name, number, _readable(audience))
    if found is None:
        return None
    response = _send_file(request, found)
    response.headers["ETag"] = f'"{found.sha256[:32]}"'
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{slug}-{name}") or "attachment"
    )
    return response


def _send_file(request: HttpRequest, found: shelves.FoundFile) -> HttpResponseBase:
    etag = f'"{found.sha256[:32]}"'
    if _is_known(request, etag):
        return HttpResponseNotModified()
    try:
        asked = {} if request.method == "HEAD" else request.headers
        start, stop = requested_range(asked, size=found.size, etag=etag)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{found.size}"})
    is_part = (start, stop) != (0, found.size)
    content = iter(()) if request.method == "HEAD" else found.read(start, stop)
    response = StreamingHttpResponse(content, status=206 if is_part else 200, content_type=found.media_type)
    response.headers["Content-Length"] = str(stop - start)
    if is_part:
        response.headers["Content-Range"] = f"bytes {start}-{stop - 1}/{found.size}"
    return response


def _is_known(request: HttpRequest, etag: str) -> bool:
    given = request.headers.get("If-None-Match")
    return given is not None and (
        given == etag or etag in (tag.removeprefix("W/") for tag in parse_etags(given))
    )


def _readable(audience: Audience) -> list[str]:
    return [Audience.PUBLIC.value] if audience == Audience.PUBLIC else list(Audience.values)
