"""The provision edited in place beside the point that asks for it, with the conflicts of the full page."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.desk.answering_page import point_url, show
from proceedings.desk.answering_sent import Sent
from proceedings.desk.gate import MEND, call_of
from proceedings.desk.point_gate import point_of, sends
from proceedings.models import Point, Provision
from proceedings.operations.draft_rewriting import UnitConflict, rewrite
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import DraftState


@sends(MEND)
def write(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Save the unit of the working copy that stands beside a point."""
    found, sent = point_of(request, slug, pk), Sent.of(request)
    try:
        rewrite(
            provision=_row(found, sent.unit),
            text=sent.unit_text,
            change_note=sent.unit_note,
            stamp=sent.stamp,
            **call_of(request),
        )
    except UnitConflict as conflict:
        return show(request, point_of(request, slug, pk), sent=sent, conflict=conflict, status=409)
    except Refused as refusal:
        return show(request, point_of(request, slug, pk), sent=sent, refusal=refusal, status=422)
    words = _("Đã lưu điều khoản trong bản đang soạn.")
    if sent.has_words_left:
        left = _("Quyết định và lý do đang nhập vẫn còn trên trang và chưa lưu.")
        sent = replace(sent, is_unit_saved=True)
        return show(request, point_of(request, slug, pk), sent=sent, notice=f"{words} {left}")
    messages.success(request, words)
    return redirect(point_url(found, found.pk, sent.queue))


def _row(found: Point, key: int) -> Provision:
    rows = Provision.objects.select_related("draft__consulted_text").defer("draft__source_text")
    row = rows.filter(pk=key, draft__consulted_text__workshop=found.contribution.workshop_id).first()
    if row is None:
        raise Refused(
            gettext_lazy("Điều khoản này vừa được người khác bỏ hoặc gộp. Chữ đã nhập vẫn còn trên trang.")
        )
    if row.draft.state != DraftState.WORKING:
        raise Refused(
            gettext_lazy(
                "Bản đang soạn vừa được phát hành nên không sửa được nữa. Chữ đã nhập vẫn còn trên trang."
            )
        )
    return row
