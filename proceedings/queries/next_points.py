"""What comes before and after a point that is being answered, in the queue that an editor works through."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from proceedings.models import Point, Workshop


def next_points(workshop: Workshop, query: str, point: Point) -> tuple[int | None, int | None]:
    """Return the keys of the point before and of the next one without a response: one query.

    ``query`` is the queue's, as its address has it; the order is that of the registry and of the text.
    """
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
