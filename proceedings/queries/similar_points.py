"""Points of a workshop that say the same: found by signatures in the database, ranked by likeness (decision 0012)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.models import Point, Workshop
from proceedings.text.likeness import (
    Difference,
    DifferenceKind,
    Level,
    Rarity,
    Reason,
    Said,
    Shared,
    rank,
    telling,
)

#: Points that are shown.
MOST = 9
#: Less than this is not worth a look.
LEAST = 0.25
#: Signatures of a workshop that rarity is counted over, and points that are ranked.
_SAMPLED = 500
_CANDIDATES = 100

_SAMPLE = """
    SELECT point.signature FROM proceedings_point point
      JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
     WHERE contribution.workshop_id = %(workshop)s AND contribution.state = 'registered'
       AND point.id %% greatest(1, (
           SELECT sum(coverage.point_count)::bigint / %(sampled)s FROM proceedings_coverage coverage
             JOIN proceedings_contribution other ON other.id = coverage.contribution_id
            WHERE other.workshop_id = %(workshop)s)) = 0"""
_FOUND = """
    SELECT point.id FROM unnest(%s::int[], %s::float8[]) AS asked (gram, weight)
      JOIN proceedings_point point ON point.signature @> ARRAY[asked.gram]
      JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
     WHERE contribution.workshop_id = %s AND contribution.state = 'registered' AND point.id <> %s
     GROUP BY point.id ORDER BY sum(asked.weight) DESC, point.id LIMIT %s"""

_REASONS: dict[Reason, Promise] = {
    Reason.SAME_WORDS: _("lời như nhau"),
    Reason.SAME_WORDING: _("cùng lời văn đề xuất"),
    Reason.SAME_PROVISION: _("cùng điều khoản"),
    Reason.CONTAINED: _("ý kiến này nằm trong ý kiến kia"),
    Reason.SHARED_PHRASES: _("có cụm từ trùng nhau"),
}
_DIFFERENCES: dict[DifferenceKind, Promise] = {
    DifferenceKind.NUMBER: _("khác số: %(one)s – %(other)s"),
    DifferenceKind.NEGATION: _("một bên phủ định"),
    DifferenceKind.REQUEST: _("khác yêu cầu"),
    DifferenceKind.DIRECTION: _("ngược chiều"),
}


@dataclass(frozen=True, slots=True)
class SimilarPoint:
    """A point alike the one asked for (a): this one is b; ``response_id`` and ``decision`` are those it has, if any.

    ``is_opposite`` tells that it asks for the contrary: one answer can never do for both.
    """

    point: Point
    body: str
    score: float
    level: Level
    reasons: tuple[str, ...]
    shared: tuple[Shared, ...]
    decision: str
    response_id: int | None
    is_opposite: bool = False


def said_of(point: Point) -> Said:
    """Return a point as likeness compares it."""
    anchor = point.anchor.path if point.anchor else ""
    return Said(point.pk or 0, point.quote, anchor, point.wording, point.kind)


def similar_points(point: Point) -> tuple[SimilarPoint, ...]:
    """Return the points of the workshop most like one, the most alike first: two queries at any number of points.

    What shares its response is left out.
    """
    workshop = point.contribution.workshop_id
    rarity = Rarity.count(_sample(workshop))
    grams, weights = telling(point.signature, rarity)
    if not grams:
        return ()
    found = RawSQL(_FOUND, [grams, weights, workshop, point.pk, _CANDIDATES])  # noqa: S611 - our own words
    rows = {row.pk: row for row in _with_body(Point.objects.filter(pk__in=found))}
    answer = getattr(point, "answer", None)
    own = answer.response_id if answer else None
    others = [row for _key, row in sorted(rows.items()) if own is None or _response_of(row) != own]
    ranked = rank(said_of(point), [said_of(row) for row in others], rarity)
    best = [similar for similar in ranked if similar.score >= LEAST][:MOST]
    return tuple(
        SimilarPoint(
            point=rows[similar.key],
            body=rows[similar.key].contribution.body,
            score=similar.score,
            level=similar.level,
            reasons=tuple(_words(similar.reasons, similar.differences)),
            shared=similar.shared,
            decision=_decision_of(rows[similar.key]),
            response_id=_response_of(rows[similar.key]),
            is_opposite=similar.is_opposite,
        )
        for similar in best
    )


def points_sharing(response: int | None, *, but: int = 0) -> list[Point]:
    """Return the points that a response answers, with their bodies, in the order of the registry: one query."""
    if not response:
        return []
    return list(_with_body(Point.objects.filter(answer__response=response).exclude(pk=but)).in_order())


def all_said(workshop: Workshop) -> list[Said]:
    """Return the standing points of a workshop as likeness compares them: one query."""
    rows = Point.objects.in_workshop(workshop).standing().order_by("pk")
    fields = ("pk", "quote", "anchor__path", "wording", "kind")
    return [
        Said(pk, quote, path or "", wording, kind)
        for pk, quote, path, wording, kind in rows.values_list(*fields)
    ]


def _sample(workshop: int) -> Iterator[list[int]]:
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLE, {"workshop": workshop, "sampled": _SAMPLED})
        yield from (signature for (signature,) in cursor.fetchall())


def _with_body(rows: Any) -> Any:
    joined = rows.select_related("contribution__committee", "anchor", "answer__response")
    return joined.defer("contribution__text", "contribution__summary", "anchor__text", "anchor__heading")


def _response_of(point: Point) -> int | None:
    answer = getattr(point, "answer", None)
    return answer.response_id if answer else None


def _decision_of(point: Point) -> str:
    answer = getattr(point, "answer", None)
    return answer.response.decision if answer else ""


def _words(reasons: Iterable[Reason], differences: Iterable[Difference]) -> Iterator[str]:
    yield from (str(_REASONS[reason]) for reason in reasons)
    for kind in dict.fromkeys(difference.kind for difference in differences):
        told = next(difference for difference in differences if difference.kind == kind)
        yield gettext(str(_DIFFERENCES[kind])) % {"one": told.one, "other": told.other}
