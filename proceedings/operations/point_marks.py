"""Accepting several spans of a contribution at once: opinions, and stretches that ask for nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proceedings.models import Contribution, NoRequest, Point, User
from proceedings.operations.no_requests import new_no_request
from proceedings.operations.points import Told, is_told, new_point, shorten
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.spans import OVERLAPS, fit_span, refuse_overlap
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.text.coverage import Span
from proceedings.vocabulary import NoRequestReason


@dataclass(frozen=True, slots=True)
class Marked:
    """One span that is accepted: an opinion (``told``) or a stretch without a request (``reason``)."""

    start: int
    end: int
    told: Told | None = None
    reason: NoRequestReason | str = NoRequestReason.OTHER


@operation
def accept_marks(
    *, contribution: Contribution, marks: Sequence[Marked], actor: User, now: datetime.datetime
) -> list[Point]:
    """Accept several spans of a contribution at once, as they were shown; all of them or none. Returns the points.

    What is there already, told the same, is returned as it is (law 10). Refuses what
    :func:`~proceedings.operations.points.mark_point` refuses.
    """
    locked = lock_standing(contribution)
    known = {(point.start, point.end): point for point in locked.points.all()}
    marked = set(locked.no_requests.values_list("start", "end"))
    taken = [*known, *marked]
    accepted: list[Point] = []
    stretches: list[NoRequest] = []
    for mark in marks:
        span = fit_span(locked, mark.start, mark.end)
        if mark.told is None and span in marked:
            continue
        if mark.told is not None and span in known and is_told(known[span], mark.told):
            accepted.append(known[span])
            continue
        _refuse_taken(locked, span, taken)
        taken.append(span)
        if mark.told is None:
            stretches.append(new_no_request(locked, span, mark.reason, actor, now))
        else:
            accepted.append(new_point(locked, span, mark.told))
    NoRequest.objects.bulk_create(stretches)
    Point.objects.bulk_create([point for point in accepted if point.pk is None])
    return accepted


def _refuse_taken(contribution: Contribution, span: Span, taken: Iterable[Span]) -> None:
    """Refuse a span that overlaps one of those of the contribution, or one that is accepted with it."""
    other = next(((start, end) for start, end in taken if start < span[1] and span[0] < end), None)
    if other is None:
        return
    refuse_overlap(contribution, span)
    raise Refused(OVERLAPS, field="span", summary=shorten(contribution.text[other[0] : other[1]]))
