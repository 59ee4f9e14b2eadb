"""What can be done on the splitting page: each act is a word of its form, with the keys that it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.desk.gate import call_of
from proceedings.desk.point_gate import SPLIT
from proceedings.desk.sent_keys import key_of
from proceedings.desk.split_page import Page
from proceedings.models import Contribution, NoRequest, Point
from proceedings.operations import no_requests, points
from proceedings.operations.carrying_over import carry_over
from proceedings.operations.point_marks import Marked, accept_marks
from proceedings.operations.refusals import Conflict, Refused
from proceedings.queries.proposals import Proposed
from proceedings.queries.splitting import overlapping
from proceedings.vocabulary import NoRequestReason

Act = Callable[[Page, Sequence[str]], HttpResponse]


def act_on(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Do what a form asks for; what is refused is told on the page, where the words that were typed still are."""
    if not request.user.has_perm(SPLIT):
        raise PermissionDenied
    name, *keys = request.POST.get("act", "").split(":")
    page = Page(request, contribution)
    try:
        return ACTS.get(name, mark)(page, keys)
    except Refused as refusal:
        return page.show(refusal=str(refusal), status=422)


def mark(page: Page, _keys: Sequence[str]) -> HttpResponse:
    """Make a point of the span that a form names, or say that it asks for nothing."""
    form, contribution = page.form(page.request.POST), page.contribution
    if not form.is_valid():
        return page.show(form=form, status=422)
    data = form.cleaned_data
    span = (data["start"], data["end"])
    try:
        if form.is_quiet:
            reason = data["reason"] or NoRequestReason.OTHER
            no_requests.mark_no_request(
                contribution=contribution, spans=[span], reason=reason, **call_of(page.request)
            )
            words = _("Đã ghi là không nêu yêu cầu.")
        else:
            told = page.told(data)
            point = points.mark_point(
                contribution=contribution, start=span[0], end=span[1], told=told, **call_of(page.request)
            )
            words = _("Đã ghi ý kiến “%(summary)s”.") % {"summary": point.summary}
    except Refused as refusal:
        form.refuse(refusal)
        taken = overlapping(contribution, *span) if refusal.field == "span" else None
        return page.show(form=form, taken=taken, status=422)
    return page.done(words, span[1], kept="new")


def amend(page: Page, _keys: Sequence[str]) -> HttpResponse:
    """Say anew what a point is; where somebody changed it meanwhile both versions are shown."""
    sent = page.request.POST
    point = page.point(sent.get("point", ""))
    if point is None:
        return _gone(page)
    form = page.form(sent, point)
    if not form.is_valid():
        return page.show(form=form, status=422)
    data = form.cleaned_data
    span = (data["start"], data["end"])
    try:
        if form.is_quiet:
            raise Refused(
                gettext_lazy("Bỏ ý kiến trước, rồi ghi đoạn này là không nêu yêu cầu."), field="kind"
            )
        told = page.told(data, point)
        version = key_of(sent.get("version")) or 0
        points.amend_point(point=point, told=told, span=span, version=version, **call_of(page.request))
    except Conflict as conflict:
        return _conflict(page, point, conflict)
    except Refused as refusal:
        form.refuse(refusal)
        return page.show(form=form, status=422)
    words = _("Đã ghi lại ý kiến “%(summary)s”.") % {"summary": told.summary}
    return page.done(words, span[0], kept=str(point.pk))


def remove(page: Page, keys: Sequence[str]) -> HttpResponse:
    """Take a point back; its form comes back filled, to be marked again where that was a mistake."""
    point = page.point(keys[0] if keys else "")
    if point is None:
        raise Refused(gettext_lazy("Ý kiến này không còn trên trang; người khác đã bỏ hoặc sửa."))
    version = (key_of(keys[1]) if len(keys) > 1 else None) or 0
    key, start = point.pk, point.start
    try:
        points.remove_point(point=point, version=version, **call_of(page.request))
    except Conflict as conflict:
        raise Refused(
            gettext_lazy("Người khác vừa sửa ý kiến này nên chưa bỏ. Xem bản hiện tại rồi quyết định.")
        ) from conflict
    return page.done(_("Đã bỏ ý kiến. Nếu bỏ nhầm, bấm Ghi trong mẫu để ghi lại."), start, removed=key)


def accept(page: Page, keys: Sequence[str]) -> HttpResponse:
    """Accept what is proposed, as it was shown: one, or all those that were ticked."""
    wanted = list(keys) or page.request.POST.getlist("key")
    found = [each for key in wanted if (each := page.proposal(key))]
    if len(found) < len(wanted) or not found:
        raise Refused(
            gettext_lazy(
                "Đề xuất đã khác với lúc trang được mở nên chưa ghi gì. Xem lại các đề xuất dưới đây."
            )
        )
    marks = [_mark(page, each) for each in found]
    accept_marks(contribution=page.contribution, marks=marks, **call_of(page.request))
    return page.done(_("Đã nhận %(count)s đề xuất.") % {"count": len(found)}, max(each.end for each in found))


def quiet(page: Page, keys: Sequence[str]) -> HttpResponse:
    """Say that what is open of a paragraph asks for nothing."""
    number = (key_of(keys[0]) if keys else None) or 0
    made = no_requests.mark_rest(contribution=page.contribution, paragraphs=[number], **call_of(page.request))
    if not made:
        raise Refused(gettext_lazy("Đoạn này không còn chữ nào để ngỏ."))
    words = _("Đoạn %(number)s: đã ghi phần còn để ngỏ là không nêu yêu cầu.") % {"number": number}
    return page.done(words, made[-1].end)


def unquiet(page: Page, keys: Sequence[str]) -> HttpResponse:
    """Take the mark from a stretch that asks for nothing."""
    row = next((each for each in page.quiet if keys and str(each.pk) == keys[0]), None)
    if row is not None:
        no_requests.unmark_no_request(no_request=row, **call_of(page.request))
    return page.done(_("Đã bỏ dấu “không nêu yêu cầu”; đoạn này lại để ngỏ."), row.start if row else 0)


def rest(page: Page, _keys: Sequence[str]) -> HttpResponse:
    """Say that all that is open asks for nothing, as the preview showed it."""
    if page.request.POST.get("stamp") != page.rest_stamp:
        raise Refused(
            gettext_lazy("Phần còn để ngỏ đã khác với lúc xem trước nên chưa ghi gì. Xem lại rồi xác nhận.")
        )
    reason = page.request.POST.get("reason") or NoRequestReason.OTHER
    made: list[NoRequest] = no_requests.mark_rest(
        contribution=page.contribution, reason=reason, **call_of(page.request)
    )
    return page.done(_("Đã ghi %(count)s đoạn là không nêu yêu cầu.") % {"count": len(made)}, 0)


def agree(page: Page, _keys: Sequence[str]) -> HttpResponse:
    """Say that the document agrees with the draft and asks for nothing."""
    no_requests.agree_fully(contribution=page.contribution, **call_of(page.request))
    return page.done(_("Đã ghi: nhất trí hoàn toàn, không có ý kiến cụ thể."), 0)


def carry(page: Page, _keys: Sequence[str]) -> HttpResponse:
    """Take over the points of the version before, where their words still stand."""
    earlier = page.contribution.replaces
    if earlier is None:
        raise Refused(gettext_lazy("Văn bản này không thay cho văn bản nào."))
    made, missing = carry_over(earlier=earlier, later=page.contribution, **call_of(page.request))
    words = _("Đã chuyển %(made)s ý kiến từ bản trước; %(missing)s ý kiến cần xem lại.")
    return page.done(words % {"made": len(made), "missing": len(missing)}, 0)


def _mark(page: Page, each: Proposed) -> Marked:
    return Marked(each.start, each.end, page.told_of(each), each.reason or NoRequestReason.OTHER)


def _gone(page: Page) -> HttpResponse:
    """Show the form of a point that is gone as that of a new one, with all that was typed."""
    form = page.form(page.resent(act="mark"))
    form.is_valid()
    form.add_error(
        None, _("Ý kiến này vừa được người khác bỏ. Chữ đã nhập vẫn còn: bấm Ghi để ghi thành ý kiến mới.")
    )
    return page.show(form=form, status=422)


def _conflict(page: Page, point: Point, conflict: Conflict) -> HttpResponse:
    theirs = conflict.theirs
    form = page.form(page.resent(version=str(getattr(theirs, "version", 0))), point)
    form.is_valid()
    form.refuse(conflict)
    return page.show(form=form, theirs=theirs, status=409)


ACTS: Final[Mapping[str, Act]] = {
    "mark": mark,
    "amend": amend,
    "remove": remove,
    "accept": accept,
    "quiet": quiet,
    "unquiet": unquiet,
    "rest": rest,
    "agree": agree,
    "carry": carry,
}
