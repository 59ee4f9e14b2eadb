"""Writes on points: an exact span of a contribution is marked as an opinion, said anew, or taken back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Contribution, Point, Provision, Theme, User
from proceedings.models.points import LONGEST_SUMMARY
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, lock_unchanged, within_limit
from proceedings.operations.spans import check_fields, fit_span, refuse_overlap
from proceedings.operations.synthesis_guard import lock_standing, refuse_foreign_place
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.similar_points import said_of
from proceedings.text.cleaning import clean_line, clean_text
from proceedings.text.coverage import Span
from proceedings.text.likeness import signature
from proceedings.vocabulary import PointKind, ResponseState


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
    span = fit_span(locked, start, end)
    known = locked.points.filter(start=span[0], end=span[1]).first()
    if known and is_told(known, told):
        return known
    refuse_overlap(locked, span)
    return make_point(locked, span, told)


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
        new = fit_span(locked, *span)
        refuse_overlap(locked, new, but=theirs)
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


def make_point(contribution: Contribution, span: Span, told: Told, **more: Any) -> Point:
    """Make a point of a span that is fit and free; ``more`` are fields of its own. For other operations."""
    point = new_point(contribution, span, told, **more)
    point.save(force_insert=True)
    return point


def new_point(contribution: Contribution, span: Span, told: Told, **more: Any) -> Point:
    """Return a point of a span that is fit and free, not saved yet. For other operations."""
    point = Point(
        contribution=contribution,
        start=span[0],
        end=span[1],
        quote=contribution.text[span[0] : span[1]],
        **more,
    )
    _tell(point, told, contribution)
    return point


def is_told(point: Point, told: Told) -> bool:
    """Say whether a point is told already as it is to be told."""
    anchor = told.anchor.pk if told.anchor else None
    theme = told.theme.pk if told.theme else None
    wording = within_limit(clean_text, told.wording, field="wording")
    summary = shorten(told.summary) or point.summary
    return (point.kind, point.anchor_id, point.theme_id, point.wording, point.summary) == (
        told.kind, anchor, theme, wording, summary,
    )  # fmt: skip


def shorten(words: str) -> str:
    """Return words on one line, cut at a blank where they are longer than a summary may be."""
    line = within_limit(lambda text: clean_line(text, limit=len(text)), words, field="summary")
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0][: LONGEST_SUMMARY - 1] + "…"


def _tell(point: Point, told: Told, contribution: Contribution) -> None:
    refuse_foreign_place(contribution.workshop_id, told.anchor, told.theme)
    point.kind, point.anchor, point.theme = told.kind, told.anchor, told.theme
    point.wording = within_limit(clean_text, told.wording, field="wording")
    point.summary = shorten(told.summary) or shorten(point.quote)
    refuse_objected(point.wording, point.summary)
    check_fields(point)
    point.signature = signature(said_of(point))


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
