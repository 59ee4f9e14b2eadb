"""Writes on points: a contribution is split into exact spans, each an opinion or a stretch that asks for nothing."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Contribution, NoRequest, Point, Provision, Theme, User
from proceedings.models.points import LONGEST_SUMMARY
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Invalid, Refused, lock_unchanged, within_limit
from proceedings.operations.responses import answer_likewise
from proceedings.operations.synthesis_guard import lock_standing, refuse_foreign_place
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.similar_points import said_of
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.text.coverage import Span, cover, has_words
from proceedings.text.likeness import signature
from proceedings.vocabulary import NoRequestReason, PointKind, ResponseState, Stance

_OVERLAPS = _("Đoạn đã chọn trùng với ý kiến “%(summary)s”. Chọn đoạn khác, hoặc sửa ý kiến đó.")


@dataclass(frozen=True, slots=True)
class Told:
    """What an editor says of a span: what kind of opinion it is, what it is about, the proposed wording, one line.

    Without a summary the beginning of the span is taken.
    """

    kind: PointKind | str
    anchor: Provision | None = None
    theme: Theme | None = None
    wording: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """One span that is accepted: an opinion (``told``) or a stretch without a request (``reason``)."""

    start: int
    end: int
    told: Told | None = None
    reason: NoRequestReason | str = NoRequestReason.OTHER


@operation
def mark_point(
    *, contribution: Contribution, start: int, end: int, told: Told, actor: User, now: datetime.datetime
) -> Point:
    """Make a point of a span of a contribution; blanks at its ends are left out.

    Sending the same span again, told the same, returns the point that is there (law 10). Refuses a contribution that
    does not stand, a closed synthesis, a span without words or beyond the text, one that overlaps another (whose words
    are named), and a provision or theme of another workshop.
    """
    locked = lock_standing(contribution)
    span = _span(locked, start, end)
    known = locked.points.filter(start=span[0], end=span[1]).first()
    if known and _says(known, told):
        return known
    _refuse_overlap(locked, span)
    return _point(locked, span, told)


@operation
def amend_point(
    *,
    point: Point,
    told: Told,
    span: Span | None = None,
    version: int,
    actor: User,
    now: datetime.datetime,
) -> Point:
    """Say anew what a point that was read at ``version`` is; with ``span`` it reaches over other words.

    Refuses what :func:`mark_point` refuses, a point that somebody changed meanwhile (:class:`Conflict`), one that is
    gone, and other words for a point whose response was approved.
    """
    locked = lock_standing(point.contribution_id)
    theirs = _unchanged(point, version)
    if span is not None and (theirs.start, theirs.end) != tuple(span):
        _refuse_approved(theirs)
        new = _span(locked, *span)
        _refuse_overlap(locked, new, but=theirs)
        theirs.start, theirs.end = new
        theirs.quote = locked.text[new[0] : new[1]]
    _tell(theirs, told, locked)
    theirs.save(
        update_fields=["start", "end", "quote", "kind", "anchor", "theme", "wording", "summary", "signature"],
    )
    theirs.refresh_from_db(fields=["version"])
    return theirs


@operation
def remove_point(*, point: Point, version: int, actor: User, now: datetime.datetime) -> None:
    """Take a point back: its words are open again. It stays in the history.

    Refuses one that has an answer (take it out of its response first) and one that somebody changed meanwhile.
    """
    lock_standing(point.contribution_id)
    theirs = _unchanged(point, version)
    if Answer.objects.filter(point=theirs).exists():
        raise Refused(
            _("Ý kiến này đã có nội dung tiếp thu, giải trình. Gỡ ý kiến khỏi nội dung đó trước, rồi bỏ.")
        )
    theirs.delete()


@operation
def mark_no_request(
    *,
    contribution: Contribution,
    spans: Iterable[Span],
    reason: NoRequestReason | str,
    actor: User,
    now: datetime.datetime,
) -> list[NoRequest]:
    """Say that stretches of a contribution ask for nothing; who says so stays with them (law 1).

    Refuses what :func:`mark_point` refuses.
    """
    locked = lock_standing(contribution)
    return [_no_request(locked, _span(locked, *span), reason, actor, now) for span in spans]


@operation
def unmark_no_request(*, no_request: NoRequest, actor: User, now: datetime.datetime) -> None:
    """Take the mark from a stretch: its words are open again. What is already gone is no error."""
    lock_standing(no_request.contribution_id)
    NoRequest.objects.filter(pk=no_request.pk).delete()


@operation
def mark_rest(
    *,
    contribution: Contribution,
    reason: NoRequestReason | str = NoRequestReason.OTHER,
    paragraphs: Iterable[int] | None = None,
    actor: User,
    now: datetime.datetime,
) -> list[NoRequest]:
    """Say that all words that are still open ask for nothing, or only those of some paragraphs (by number from 1)."""
    locked = lock_standing(contribution)
    wanted = None if paragraphs is None else set(paragraphs)
    return [
        _no_request(locked, span, reason, actor, now)
        for paragraph in cover(locked.text, taken_spans(locked))
        if wanted is None or paragraph.number in wanted
        for span in paragraph.rest
    ]


@operation
def agree_fully(*, contribution: Contribution, actor: User, now: datetime.datetime) -> Contribution:
    """Say that a contribution agrees with the draft and asks for nothing: a stance that is counted, with no rows.

    Refuses one that has points: then it agrees with comments at most.
    """
    locked = lock_standing(contribution)
    if locked.points.exists():
        raise Refused(
            _("Văn bản số %(number)s có ý kiến cụ thể nên không phải là nhất trí hoàn toàn."),
            number=locked.number,
        )
    for paragraph in cover(locked.text, taken_spans(locked)):
        for span in paragraph.rest:
            _no_request(locked, span, NoRequestReason.AGREEMENT, actor, now)
    locked.stance = Stance.AGREES
    locked.save(update_fields=["stance"])
    return locked


@operation
def accept_marks(
    *, contribution: Contribution, marks: Sequence[Marked], actor: User, now: datetime.datetime
) -> list[Point]:
    """Accept several spans of a contribution at once, as they were shown; all of them or none. Returns the points.

    What is there already, told the same, is returned as it is (law 10). Refuses what :func:`mark_point` refuses.
    """
    locked = lock_standing(contribution)
    known = {(point.start, point.end): point for point in locked.points.all()}
    marked = set(locked.no_requests.values_list("start", "end"))
    taken = [*known, *marked]
    accepted: list[Point] = []
    stretches: list[NoRequest] = []
    for mark in marks:
        span = _span(locked, mark.start, mark.end)
        if mark.told is None and span in marked:
            continue
        if mark.told is not None and span in known and _says(known[span], mark.told):
            accepted.append(known[span])
            continue
        _refuse_taken(locked, span, taken)
        taken.append(span)
        if mark.told is None:
            stretches.append(_stretch(locked, span, mark.reason, actor, now))
        else:
            accepted.append(_new_point(locked, span, mark.told))
    NoRequest.objects.bulk_create(stretches)
    Point.objects.bulk_create([point for point in accepted if point.pk is None])
    return accepted


def _refuse_taken(contribution: Contribution, span: Span, taken: Iterable[Span]) -> None:
    """Refuse a span that overlaps one of those of the contribution, or one that is accepted with it."""
    other = next(((start, end) for start, end in taken if start < span[1] and span[0] < end), None)
    if other is None:
        return
    _refuse_overlap(contribution, span)
    raise Refused(_OVERLAPS, field="span", summary=_summary(contribution.text[other[0] : other[1]]))


@operation
def carry_over(
    *, earlier: Contribution, later: Contribution, actor: User, now: datetime.datetime
) -> tuple[list[Point], list[Point]]:
    """Take the points of a replaced document over to the version that replaces it, where their words still stand.

    Returns the points made, with the responses of their forerunners joined (where one was approved, a drafted copy of
    it), and those of the earlier version whose words are not there (or there more than once): a person must look at
    them. Stretches without a request go over in the same way. What overlaps a span of the later version is left alone;
    a point with the very words there is one that was taken over before.
    """
    locked = lock_standing(later)
    if locked.replaces_id != earlier.pk:
        raise Refused(
            _("Văn bản số %(later)s không thay cho số %(earlier)s."),
            later=locked.number,
            earlier=earlier.number,
        )
    made: dict[Point, Point] = {}
    missing = []
    carried = Counter(locked.points.values_list("quote", flat=True))
    for old in earlier.points.select_related("anchor__draft__consulted_text", "theme").order_by("start"):
        if span := _only_place(locked, old.quote):
            told = Told(old.kind, old.anchor, old.theme, old.wording, old.summary)
            given = {name: getattr(old, name) for name in ("assignee", "due_on", "handover_note")}
            made[old] = _point(locked, span, told, **given)
        elif carried[old.quote]:
            carried[old.quote] -= 1
        else:
            missing.append(old)
    answer_likewise(made, actor=actor)
    for stretch in earlier.no_requests.order_by("start"):
        if span := _only_place(locked, stretch.quote):
            _no_request(locked, span, stretch.reason, actor, now)
    return list(made.values()), missing


def taken_spans(contribution: Contribution) -> list[Span]:
    """Return the spans of a contribution that are points or ask for nothing."""
    points = contribution.points.values_list("start", "end")
    return [*points, *contribution.no_requests.values_list("start", "end")]


def _span(contribution: Contribution, start: int, end: int) -> Span:
    words = contribution.text
    if not 0 <= start < end <= len(words):
        raise Refused(_("Đoạn đã chọn không nằm trong toàn văn. Tải lại trang rồi chọn lại."), field="span")
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    if not has_words(words[start:end]):
        raise Refused(_("Đoạn đã chọn không có chữ. Chọn lại cả câu hoặc cả đoạn."), field="span")
    return start, end


def _refuse_overlap(contribution: Contribution, span: Span, *, but: Point | None = None) -> None:
    points = contribution.points.filter(start__lt=span[1], end__gt=span[0])
    taken = points.exclude(pk=but.pk).first() if but else points.first()
    if taken:
        raise Refused(_OVERLAPS, field="span", summary=taken.summary)
    stretch = contribution.no_requests.filter(start__lt=span[1], end__gt=span[0]).first()
    if stretch:
        raise Refused(
            _(
                "Đoạn đã chọn trùng với đoạn đã ghi là không nêu yêu cầu: “%(words)s”. Bỏ dấu ở đoạn đó trước."
            ),
            field="span",
            words=" ".join(stretch.quote[:80].split()),
        )


def _point(contribution: Contribution, span: Span, told: Told, **more: Any) -> Point:
    point = _new_point(contribution, span, told, **more)
    point.save(force_insert=True)
    return point


def _new_point(contribution: Contribution, span: Span, told: Told, **more: Any) -> Point:
    point = Point(
        contribution=contribution,
        start=span[0],
        end=span[1],
        quote=contribution.text[span[0] : span[1]],
        **more,
    )
    _tell(point, told, contribution)
    return point


def _tell(point: Point, told: Told, contribution: Contribution) -> None:
    refuse_foreign_place(contribution.workshop_id, told.anchor, told.theme)
    point.kind, point.anchor, point.theme = told.kind, told.anchor, told.theme
    point.wording = within_limit(clean_text, told.wording, field="wording")
    point.summary = _summary(told.summary) or _summary(point.quote)
    refuse_objected(point.wording, point.summary)
    _check(point)
    point.signature = signature(said_of(point))


def _summary(words: str) -> str:
    line = within_limit(lambda text: clean_line(text, limit=len(text)), words, field="summary")
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0][: LONGEST_SUMMARY - 1] + "…"


def _says(point: Point, told: Told) -> bool:
    anchor = told.anchor.pk if told.anchor else None
    theme = told.theme.pk if told.theme else None
    wording = within_limit(clean_text, told.wording, field="wording")
    summary = _summary(told.summary) or point.summary
    return (point.kind, point.anchor_id, point.theme_id, point.wording, point.summary) == (
        told.kind, anchor, theme, wording, summary,
    )  # fmt: skip


def _no_request(
    contribution: Contribution,
    span: Span,
    reason: NoRequestReason | str,
    actor: User,
    now: datetime.datetime,
) -> NoRequest:
    known = contribution.no_requests.filter(start=span[0], end=span[1]).first()
    if known:
        return known
    _refuse_overlap(contribution, span)
    stretch = _stretch(contribution, span, reason, actor, now)
    stretch.save(force_insert=True)
    return stretch


def _stretch(
    contribution: Contribution,
    span: Span,
    reason: NoRequestReason | str,
    actor: User,
    now: datetime.datetime,
) -> NoRequest:
    stretch = NoRequest(
        contribution=contribution,
        start=span[0],
        end=span[1],
        quote=contribution.text[span[0] : span[1]],
        reason=reason,
        marked_by=actor,
        marked_at=now,
    )
    _check(stretch)
    return stretch


def _check(row: Point | NoRequest) -> None:
    """Check what was typed; that spans are apart and exact is seen to before, and held by the database."""
    try:
        row.clean_fields(exclude=["contribution", "quote", "anchor", "theme", "marked_by", "assignee"])
    except ValidationError as error:
        raise Invalid(error) from error


def _unchanged(point: Point, version: int) -> Point:
    try:
        return lock_unchanged(point, version=version)
    except Point.DoesNotExist as error:
        raise Refused(
            _(
                "Ý kiến này vừa được người khác bỏ. Tải lại trang để xem bản hiện tại; chữ đã nhập vẫn còn trên trang."
            )
        ) from error


def _refuse_approved(point: Point) -> None:
    if Answer.objects.filter(point=point, response__state=ResponseState.APPROVED).exists():
        raise Refused(
            _(
                "Nội dung trả lời ý kiến này đã được duyệt nên không đổi đoạn được nữa. Mở lại nội dung đó trước."
            )
        )


def _only_place(contribution: Contribution, quote: str) -> Span | None:
    between = r"(?:(?<!\w)|(?!\w))"  # not in the middle of a word, nor of a number
    places = re.finditer(rf"{between}(?={re.escape(quote)}{between})", contribution.text)
    first, second = next(places, None), next(places, None)
    if first is None or second is not None:
        return None
    span = first.start(), first.start() + len(quote)
    taken = contribution.points.filter(start__lt=span[1], end__gt=span[0]).exists()
    marked = contribution.no_requests.filter(start__lt=span[1], end__gt=span[0]).exists()
    return None if taken or marked else span
