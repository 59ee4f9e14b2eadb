"""A response with all that it answers, its versions side by side, and what a second person does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from proceedings.desk.answering_page import point_url
from proceedings.desk.answering_sent import number_of
from proceedings.desk.gate import View, call_of
from proceedings.desk.marked import words_of
from proceedings.desk.point_gate import APPROVE, point_of, reads_points, response_of, sends
from proceedings.models import Response
from proceedings.operations.refusals import Conflict, Refused
from proceedings.operations.responses import approve_response, reopen_response, send_back
from proceedings.queries.response_versions import Version, versions_of
from proceedings.queries.similar_points import points_sharing
from proceedings.text.redline import compare_words
from proceedings.vocabulary import ResponseState


@reads_points
def response(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a response, what it answers, and what lies between any two of its versions."""
    return _page(request, response_of(request, slug, pk))


def _page(
    request: HttpRequest, found: Response, *, refusal: str = "", note: str = "", status: int = 200
) -> HttpResponse:
    versions = versions_of(found)
    one, other = _pair(request, versions)
    is_closed = bool(getattr(found, "is_closed", False))
    may_decide = request.user.has_perm(APPROVE) and not is_closed
    context: dict[str, Any] = {
        "workshop": found.workshop,
        "response": found,
        "points": points_sharing(found.pk),
        "versions": versions,
        "one": one,
        "other": other,
        "words": words_of(compare_words(one.reason, other.reason)) if one and other else (),
        "refusal": refusal,
        "note": note,
        "is_closed": is_closed,
        "may_approve": may_decide
        and found.state == ResponseState.PROPOSED
        and found.proposed_by_id != request.user.pk,
        "may_send_back": may_decide and found.state == ResponseState.PROPOSED,
        "may_reopen": may_decide and found.state == ResponseState.APPROVED,
    }
    return render(request, "desk/answer_response.html", context, status=status)


def _deciding(act: Callable[[Response, dict[str, Any], HttpRequest], str]) -> View:
    """Make the view of an act of a second person: done and back where it was asked, or refused on the page."""

    def view(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
        found = response_of(request, slug, pk)
        call = {"response": found, "version": number_of(request.POST.get("version")), **call_of(request)}
        try:
            words = act(found, call, request)
        except Conflict:
            words = _(
                "Nội dung vừa được người khác sửa nên chưa làm gì. Xem bản hiện tại dưới đây rồi quyết định."
            )
            return _refused(request, slug, pk, words)
        except Refused as refusal:
            return _refused(request, slug, pk, str(refusal))
        messages.success(request, words)
        return _back(request, slug, found)

    return sends(APPROVE)(view)


def _approve(found: Response, call: dict[str, Any], request: HttpRequest) -> str:
    approve_response(**call)
    return _("Đã duyệt.")


def _send_back(found: Response, call: dict[str, Any], request: HttpRequest) -> str:
    send_back(**call, note=request.POST.get("note", ""))
    return _("Đã trả lại người soạn.")


def _reopen(found: Response, call: dict[str, Any], request: HttpRequest) -> str:
    reopen_response(**call, reason=request.POST.get("note", ""))
    return _("Đã mở lại; lý do được lưu trong lịch sử.")


approve, back, reopen = map(_deciding, (_approve, _send_back, _reopen))


def _refused(request: HttpRequest, slug: str, pk: int, words: str) -> HttpResponse:
    note = request.POST.get("note", "")
    return _page(request, response_of(request, slug, pk), refusal=words, note=note, status=422)


def _back(request: HttpRequest, slug: str, found: Response) -> HttpResponse:
    if asked := number_of(request.POST.get("point")):
        return redirect(point_url(point_of(request, slug, asked), asked, request.POST.get("queue", "")))
    return redirect("points:response", slug, found.pk)


def _pair(request: HttpRequest, versions: tuple[Version, ...]) -> tuple[Version | None, Version | None]:
    """The two versions that are asked for, else the last two."""
    by_number = {version.number: version for version in versions}
    numbers = [number_of(request.GET.get(name)) for name in ("one", "other")]
    one, other = (by_number.get(number) for number in numbers)
    if one and other:
        return one, other
    return (versions[1], versions[0]) if len(versions) > 1 else (None, None)
