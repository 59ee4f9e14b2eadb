"""Points that say the same get one response: joined, and taken out again; nothing is merged or lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from proceedings.desk.answering_page import point_url, show
from proceedings.desk.answering_sent import Sent, number_of
from proceedings.desk.gate import call_of
from proceedings.desk.point_gate import ANSWER, point_of, sends
from proceedings.models import Point
from proceedings.operations.answers import leave_group, share_answer
from proceedings.operations.refusals import Refused
from proceedings.queries.answering import response_of


@sends(ANSWER)
def join(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let another point be answered by the response of this one, or this one by the other's."""
    found, sent = point_of(request, slug, pk), Sent.of(request)
    other, seen = _pair(request.POST.get("other", ""))

    def join() -> str:
        joined = point_of(request, slug, other)
        response = response_of(found)
        decided = None if response else sent.decided(found, None)
        share_answer(
            point=found, other=joined, seen=(sent.response, seen), decided=decided, **call_of(request)
        )
        return _("Đã gộp ý kiến của %(body)s: hai ý kiến chung một nội dung trả lời.") % {
            "body": joined.contribution.body
        }

    return _act(request, found, sent, join)


@sends(ANSWER)
def leave(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a point out of the response that it shares; it gets back what it had, or a copy."""
    found, sent = point_of(request, slug, pk), Sent.of(request)
    other, seen = _pair(request.POST.get("other", ""))

    def leave() -> str:
        gone = point_of(request, slug, other)
        leave_group(point=gone, seen=seen, **call_of(request))
        return _("Đã gỡ ý kiến của %(body)s; ý kiến này giữ nội dung trả lời riêng.") % {
            "body": gone.contribution.body
        }

    return _act(request, found, sent, leave)


def _act(request: HttpRequest, found: Point, sent: Sent, act: Callable[[], str]) -> HttpResponse:
    """Do it and show the point; what was typed and not saved stays in its fields."""
    slug = found.contribution.workshop.slug
    try:
        words = act()
    except Refused as refusal:
        return show(request, point_of(request, slug, found.pk), sent=sent, refusal=refusal, status=422)
    fresh = point_of(request, slug, found.pk)
    sent = replace(sent, is_answer_saved=_says(fresh, sent))
    if sent.has_words_left or sent.has_unit_left:
        left = _("Chữ đang nhập vẫn còn trên trang và chưa lưu.")
        return show(request, fresh, sent=sent, notice=f"{words} {left}")
    messages.success(request, words)
    return redirect(point_url(found, found.pk, sent.queue))


def _says(point: Point, sent: Sent) -> bool:
    """Tell whether what was typed is what was saved, as it is where the join made a response of it."""
    saved = response_of(point)
    if saved is None or sent.addendum.strip() != sent.read_addendum.strip():
        return False
    told = (sent.decision, sent.reason.strip(), bool(sent.resulting))
    return told == (saved.decision, saved.reason, saved.resulting_id is not None)


def _pair(words: str) -> tuple[int, int]:
    """A button names the other point and the response that it had when the page was drawn: ``12-34``."""
    point, _dash, response = words.partition("-")
    return number_of(point), number_of(response)
