"""Writes on stretches of a contribution that ask for nothing: a named person says so, or takes it back (law 1)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, NoRequest, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.spans import check_fields, fit_span, refuse_overlap, taken_spans
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.text.coverage import Span, cover
from proceedings.vocabulary import NoRequestReason, Stance


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

    Refuses what :func:`~proceedings.operations.points.mark_point` refuses.
    """
    locked = lock_standing(contribution)
    return [make_no_request(locked, fit_span(locked, *span), reason, actor, now) for span in spans]


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
    return _mark_open(lock_standing(contribution), reason, paragraphs, actor, now)


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
    _mark_open(locked, NoRequestReason.AGREEMENT, None, actor, now)
    locked.stance = Stance.AGREES
    locked.save(update_fields=["stance"])
    return locked


def _mark_open(
    locked: Contribution,
    reason: NoRequestReason | str,
    paragraphs: Iterable[int] | None,
    actor: User,
    now: datetime.datetime,
) -> list[NoRequest]:
    """Mark what no span has, free as it is, in one statement: the coverage is measured once."""
    wanted = None if paragraphs is None else set(paragraphs)
    return NoRequest.objects.bulk_create(
        new_no_request(locked, span, reason, actor, now)
        for paragraph in cover(locked.text, taken_spans(locked))
        if wanted is None or paragraph.number in wanted
        for span in paragraph.rest
    )


def make_no_request(
    contribution: Contribution,
    span: Span,
    reason: NoRequestReason | str,
    actor: User,
    now: datetime.datetime,
) -> NoRequest:
    """Mark a stretch that is fit, where it is free; the one that is there is returned. For other operations."""
    known = contribution.no_requests.filter(start=span[0], end=span[1]).first()
    if known:
        return known
    refuse_overlap(contribution, span)
    stretch = new_no_request(contribution, span, reason, actor, now)
    stretch.save(force_insert=True)
    return stretch


def new_no_request(
    contribution: Contribution,
    span: Span,
    reason: NoRequestReason | str,
    actor: User,
    now: datetime.datetime,
) -> NoRequest:
    """Return a stretch that is fit and free, not saved yet. For other operations."""
    stretch = NoRequest(
        contribution=contribution,
        start=span[0],
        end=span[1],
        quote=contribution.text[span[0] : span[1]],
        reason=reason,
        marked_by=actor,
        marked_at=now,
    )
    check_fields(stretch)
    return stretch
