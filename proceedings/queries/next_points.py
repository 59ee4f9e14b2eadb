"""What comes before and after a point that is being answered, in the queue that an editor works through."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import QuerySet

from proceedings.models import Point, User, Workshop
from proceedings.queries.point_filters import Asked, points_asked
from proceedings.vocabulary import ResponseState

#: Responses that nobody has to write any more.
_DONE = frozenset({ResponseState.PROPOSED, ResponseState.APPROVED})


def next_points(
    workshop: Workshop, asked: Asked | None, point: Point, *, user: User, today: datetime.date
) -> tuple[int | None, int | None]:
    """Return the keys of the point before and of the next one that waits for a response: one query.

    With a question to the queue they are found in its list and its order; a point that left the list by being answered
    keeps its place by the registry. Without one the order is that of the registry and of the text.
    """
    if asked is None:
        return _in_registry(workshop, point)
    rows = points_asked(workshop, asked, user=user, today=today)
    fields = ("pk", "contribution__number", "start", "answer__response__state")
    found = list(rows.values_list(*fields))
    place = next((place for place, row in enumerate(found) if row[0] == point.pk), None)
    if place is not None:
        earlier, later = found[:place], found[place + 1 :]
    else:
        here = point.contribution.number, point.start
        earlier = [row for row in found if row[1:3] < here]
        later = [row for row in found if row[1:3] > here]
    after = next((key for key, _number, _start, state in later if state not in _DONE), None)
    return earlier[-1][0] if earlier else None, after


def _in_registry(workshop: Workshop, point: Point) -> tuple[int | None, int | None]:
    number, start = point.contribution.number, point.start
    points = Point.objects.in_workshop(workshop).standing()
    beside = points.filter(contribution=point.contribution_id)
    beyond = points.filter(contribution__number__gt=number), points.filter(contribution__number__lt=number)
    parts = [  # each is found at once by an index, where one condition with "or" would read all points
        _first(beside.unanswered().filter(start__gt=start).order_by("start")),
        _first(beyond[0].unanswered().order_by("contribution__number", "start")),
        _first(beside.filter(start__lt=start).order_by("-start")),
        _first(beyond[1].order_by("-contribution__number", "-start")),
    ]
    places = {
        (its_number, its_start): key for key, its_number, its_start in parts[0].union(*parts[1:], all=True)
    }
    before = max((place for place in places if place < (number, start)), default=None)
    after = min((place for place in places if place > (number, start)), default=None)
    return places[before] if before else None, places[after] if after else None


def _first(points: QuerySet[Point]) -> QuerySet[Any, Any]:
    return points.values_list("pk", "contribution__number", "start")[:1]
