"""What a committee said of the answer that it was given, recorded with its day."""

from __future__ import annotations

import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from proceedings.desk.answering_page import point_url, show
from proceedings.desk.gate import call_of
from proceedings.desk.point_gate import REPLY, point_of, sends
from proceedings.operations.refusals import Refused
from proceedings.operations.replies import record_reply
from proceedings.vocabulary import Reply


@sends(REPLY)
def record(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record a reply, or take it back."""
    found = point_of(request, slug, pk)
    typed = {name: request.POST.get(name, "") for name in ("reply", "reply_note", "replied_on")}
    reply = typed["reply"] if typed["reply"] in Reply.values else ""
    try:
        record_reply(
            point=found,
            reply=reply,
            note=typed["reply_note"],
            on=_day(typed["replied_on"]),
            **call_of(request),
        )
    except Refused as refusal:
        return show(request, point_of(request, slug, pk), refusal=refusal, reply=typed, status=422)
    messages.success(request, _("Đã ghi phản hồi của cấp ủy.") if reply else _("Đã bỏ phản hồi đã ghi."))
    return redirect(point_url(found, found.pk, request.POST.get("queue", "")))


def _day(words: str) -> datetime.date | None:
    try:
        return parse_date(words)
    except ValueError:
        return None
