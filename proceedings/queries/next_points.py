"""What comes before and after a point that is being answered, in the queue that an editor works through."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from proceedings.models import Point, Workshop


def next_points(workshop: Workshop, query: str, point: Point) -> tuple[int | None, int | None]:
    """Return the keys of the point before and of the next one without a response: one query.

    ``query`` is the queue's, as its address has it; the order is that of the registry and of the text.
    """
    number, start = point.contribution.number, point.start
    later = Q(contribution__number__gt=number) | Q(contribution=point.contribution_id, start__gt=start)
    earlier = Q(contribution__number__lt=number) | Q(contribution=point.contribution_id, start__lt=start)
    points = Point.objects.in_workshop(workshop).standing()
    after = _first(points.unanswered().filter(later).order_by("contribution__number", "start"))
    before = _first(points.filter(earlier).order_by("-contribution__number", "-start"))
    found: dict[bool, int] = {}
    for key, its_number, its_start in after.union(before, all=True):
        found[(its_number, its_start) > (number, start)] = key
    return found.get(False), found.get(True)


def _first(points: QuerySet[Point]) -> QuerySet[Any, Any]:
    return points.values_list("pk", "contribution__number", "start")[:1]
