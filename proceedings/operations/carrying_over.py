"""Taking the points of a replaced document over to the version that replaces it, with what answers them."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Contribution, Point, User
from proceedings.operations.no_requests import make_no_request
from proceedings.operations.points import Told, make_point
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.operations.response_locks import let_look_again, lock_rows
from proceedings.operations.shared_responses import copy_response
from proceedings.operations.synthesis_guard import lock_standing
from proceedings.text.coverage import Span
from proceedings.vocabulary import ResponseState


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
            made[old] = make_point(locked, span, told, **given)
        elif carried[old.quote]:
            carried[old.quote] -= 1
        else:
            missing.append(old)
    _answer_likewise(made, actor=actor)
    for stretch in earlier.no_requests.order_by("start"):
        if span := _only_place(locked, stretch.quote):
            make_no_request(locked, span, stretch.reason, actor, now)
    return list(made.values()), missing


def _answer_likewise(taken_over: Mapping[Point, Point], *, actor: User) -> None:
    """Give points the responses of others, each to the one it maps to, with what was added for the committee.

    What was approved stays as it is: the points share a drafted copy of it instead.
    """
    later = {old.pk: new for old, new in taken_over.items()}
    answers = list(Answer.objects.filter(point__in=later).order_by("pk"))
    given = {
        row.pk: copy_response(row, actor=actor) if row.state == ResponseState.APPROVED else row
        for row in lock_rows({answer.response_id for answer in answers})
    }
    Answer.objects.bulk_create(
        Answer(point=later[old.point_id], response=given[old.response_id], addendum=old.addendum)
        for old in answers
    )
    let_look_again(*given.values())


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
