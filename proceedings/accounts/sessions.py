"""How long staff stay signed in: an hour without doing anything, half a day in all."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

LONGEST_PAUSE = datetime.timedelta(minutes=60)
LONGEST_SESSION = datetime.timedelta(hours=12)
#: A visit is noted at most this often, so that reading does not write a session row for every page.
NOTED_EVERY = datetime.timedelta(minutes=1)


class SessionLimitsMiddleware:
    """End a staff session that was left alone or lasts too long; a delegate's ends by its cookie's age."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and getattr(request.user, "is_staff", False):
            _end_or_note(request, timezone.now())
        return self.get_response(request)


def _end_or_note(request: HttpRequest, now: datetime.datetime) -> None:
    began = _moment(request, "began_at", now)
    seen = _moment(request, "seen_at", now)
    if now - seen > LONGEST_PAUSE or now - began > LONGEST_SESSION:
        logout(request)
    elif now - seen > NOTED_EVERY:
        request.session["seen_at"] = now.isoformat()


def _moment(request: HttpRequest, name: str, now: datetime.datetime) -> datetime.datetime:
    if name not in request.session:
        request.session[name] = now.isoformat()
    return datetime.datetime.fromisoformat(request.session[name])
