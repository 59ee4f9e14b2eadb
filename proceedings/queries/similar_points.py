"""Points of others about the same place that say the same, with how much, why, and which passages they share."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from proceedings.models import Point
from proceedings.text.folding import fold
from proceedings.text.similarity import Corpus

#: Points that are weighed for one.
_CANDIDATES = 120
#: Points that are shown.
MOST = 9
#: Folded words that a shared passage has at least.
_PASSAGE = 3
_WORD = re.compile(r"\w+")


class Level(StrEnum):
    """How much two points have in common."""

    EQUAL = "equal"
    CLOSE = "close"
    RELATED = "related"


#: From which score on.
_FROM = {Level.EQUAL: 0.85, Level.CLOSE: 0.45, Level.RELATED: 0.12}


class Shared(NamedTuple):
    """A passage of both texts, whole words, as offsets in each."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int


@dataclass(frozen=True, slots=True)
class SimilarPoint:
    """A point alike the one asked for (a): this one is b; ``response_id`` and ``decision`` are those it has, if any."""

    point: Point
    body: str
    score: float
    level: Level
    reasons: tuple[str, ...]
    shared: tuple[Shared, ...]
    decision: str
    response_id: int | None


def similar_points(point: Point) -> tuple[SimilarPoint, ...]:
    """Return the points of the workshop most like one, the most alike first: one query.

    They stand at the same place, above or below it, or under the same theme; what shares its response is left out.
    """
    candidates = list(_candidates(point)[:_CANDIDATES])
    corpus = Corpus([_said(point), *map(_said, candidates)])
    scored = ((corpus.compare(0, place), other) for place, other in enumerate(candidates, start=1))
    found = sorted(
        (pair for pair in scored if pair[0] >= _FROM[Level.RELATED]), key=lambda pair: (-pair[0], pair[1].pk)
    )
    return tuple(_similar(point, other, score) for score, other in found[:MOST])


def points_sharing(response: int | None, *, but: int = 0) -> list[Point]:
    """Return the points that a response answers, with their bodies, in the order of the registry: one query."""
    rows = _with_body(Point.objects.filter(answer__response=response).exclude(pk=but)) if response else None
    return list(rows.in_order()) if rows is not None else []  # type: ignore[attr-defined]


def find_shared(one: str, other: str) -> tuple[Shared, ...]:
    """Return the passages of at least three words that two texts share, in the order of the first."""
    words, others = (list(_WORD.finditer(text)) for text in (one, other))
    matcher = difflib.SequenceMatcher(
        None, [fold(w[0]) for w in words], [fold(w[0]) for w in others], autojunk=False
    )
    return tuple(
        Shared(words[a].start(), words[a + n - 1].end(), others[b].start(), others[b + n - 1].end())
        for a, b, n in matcher.get_matching_blocks()
        if n >= _PASSAGE
    )


def _candidates(point: Point) -> QuerySet[Point]:
    rows = Point.objects.filter(_near(point), contribution__workshop=point.contribution.workshop_id)
    answer = getattr(point, "answer", None)
    if answer is not None:
        rows = rows.exclude(answer__response=answer.response_id)
    return _with_body(rows.standing().exclude(pk=point.pk)).order_by("pk")


def _near(point: Point) -> Q:
    if point.anchor is None:
        return Q(theme=point.theme_id, anchor=None)
    path = point.anchor.path
    steps = path.split(".")
    above = [".".join(steps[:length]) for length in range(1, len(steps) + 1)]
    return Q(anchor__path__in=above) | Q(anchor__path__startswith=f"{path}.")


def _with_body(rows: QuerySet[Point]) -> QuerySet[Point]:
    joined = rows.select_related("contribution__committee", "anchor", "answer__response")
    return joined.defer("contribution__text", "contribution__summary", "anchor__text", "anchor__heading")


def _said(point: Point) -> str:
    return f"{point.quote}\n{point.wording}"


def _similar(point: Point, other: Point, score: float) -> SimilarPoint:
    answer = getattr(other, "answer", None)
    shared = find_shared(point.quote, other.quote)
    return SimilarPoint(
        point=other,
        body=other.contribution.body,
        score=score,
        level=next(level for level, least in _FROM.items() if score >= least),
        reasons=tuple(_reasons(point, other, shared)),
        shared=shared,
        decision=answer.response.decision if answer else "",
        response_id=answer.response_id if answer else None,
    )


def _reasons(point: Point, other: Point, shared: tuple[Shared, ...]) -> Iterable[str]:
    if fold(point.quote) == fold(other.quote):
        yield _("nguyên văn như nhau")
    elif shared:
        yield _("có đoạn trùng nhau")
    if point.wording and fold(point.wording) == fold(other.wording):
        yield _("cùng lời văn đề xuất")
    if point.anchor and other.anchor:
        is_same = point.anchor.path == other.anchor.path
        yield _("cùng điều khoản") if is_same else _("điều khoản trên hoặc dưới")
    elif point.theme_id and point.theme_id == other.theme_id:
        yield _("cùng nhóm vấn đề")
