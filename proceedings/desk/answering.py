"""The answering screen: a point, the decision on it, the provision beside it; saved, or proposed and on to the next."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from proceedings.desk.answering_page import neighbours, point_url, show
from proceedings.desk.answering_sent import Sent, number_of
from proceedings.desk.gate import call_of
from proceedings.desk.point_gate import ANSWER, point_of, reads_and_writes_points, reads_points
from proceedings.models import Point
from proceedings.operations.answers import AnswerConflict, answer_point
from proceedings.operations.refusals import Refused
from proceedings.queries.answering import response_of
from proceedings.queries.reason_snippets import snippets_of


@reads_and_writes_points
def point(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a point with all that it takes to answer it, or save what was decided."""
    found = point_of(request, slug, pk)
    if request.method != "POST":
        return show(request, found)
    if not request.user.has_perm(ANSWER):
        raise PermissionDenied
    sent, is_proposing = Sent.of(request), request.POST.get("act") == "propose"
    if "insert" in request.POST:
        return show(request, found, sent=_with_snippet(sent, found, number_of(request.POST["insert"])))
    try:
        _answer(request, found, sent, is_proposing=is_proposing)
    except AnswerConflict as conflict:
        return show(request, point_of(request, slug, pk), sent=sent, conflict=conflict, status=409)
    except Refused as refusal:
        return show(request, point_of(request, slug, pk), sent=sent, refusal=refusal, status=422)
    return _go_on(request, found, sent, is_proposing=is_proposing)


@reads_points
def document(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the whole document that a point stands in, with the point marked."""
    found = point_of(request, slug, pk)
    text = found.contribution.text
    context = {
        "workshop": found.contribution.workshop,
        "point": found,
        "before": text[: found.start],
        "after": text[found.end :],
        "back": point_url(found, found.pk, request.GET.get("queue", "")),
    }
    return render(request, "desk/answer_document.html", context)


def _with_snippet(sent: Sent, found: Point, key: int) -> Sent:
    """Return what was sent with the words of a snippet at the end of the reason; nothing is saved."""
    chosen = next((row for row in snippets_of(found.contribution.workshop) if row.pk == key), None)
    if chosen is None:
        return sent
    return replace(sent, reason="\n".join(filter(None, (sent.reason.rstrip(), chosen.text))))


def _answer(request: HttpRequest, found: Point, sent: Sent, *, is_proposing: bool) -> None:
    answer_point(
        point=found,
        decided=sent.decided(found, response_of(found)),
        addendum=sent.addendum,
        read=sent.read,
        propose=is_proposing,
        **call_of(request),
    )


def _go_on(request: HttpRequest, found: Point, sent: Sent, *, is_proposing: bool) -> HttpResponse:
    """Lead to the next point once this one was proposed; words of a provision that were not saved keep the page."""
    words = _("Đã trình duyệt.") if is_proposing else _("Đã lưu bản nháp.")
    if sent.has_unit_left:
        left = _("Lời văn điều khoản đang sửa chưa được lưu: lưu hoặc bỏ trước khi sang ý kiến khác.")
        fresh = point_of(request, found.contribution.workshop.slug, found.pk)
        return show(request, fresh, sent=replace(sent, is_answer_saved=True), notice=f"{words} {left}")
    following = neighbours(request, found, sent.queue)[1] if is_proposing else None
    if is_proposing and following is None:
        words = _("Đã trình duyệt. Không còn ý kiến nào chưa trả lời sau ý kiến này.")
    address = point_url(found, following or found.pk, sent.queue)
    if is_proposing and "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"state": "proposed", "words": words, "next": address})
    messages.success(request, words)
    return redirect(address)
