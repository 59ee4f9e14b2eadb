"""What waits for approval: each response with the points that it answers, and the batches that were approved."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from proceedings.models import Answer, ApprovalBatch, Response, User, Workshop
from proceedings.queries.place_names import place_name
from proceedings.queries.point_filters import Asked, filtered_points
from proceedings.vocabulary import Decision, DraftState, ResponseState

#: Points of one response that a list shows; the others are counted.
POINTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Answered:
    """One point that a response answers."""

    pk: int
    number: int
    body: str
    place: str
    summary: str
    addendum: str


@dataclass(frozen=True, slots=True)
class Resulting:
    """The provision that changed: its name, the text, the draft's number (nothing while it is worked on), its key."""

    name: str
    text_slug: str = ""
    draft_number: int | None = None
    working_key: int | None = None


@dataclass(frozen=True, slots=True)
class Awaiting:
    """One response as who approves it reads it."""

    pk: int
    version: int
    decision: Decision | None
    state: ResponseState
    reason: str
    resulting: Resulting | None
    proposed_by: str
    proposed_at: datetime.datetime | None
    is_own: bool
    points: tuple[Answered, ...]
    point_count: int

    @property
    def more(self) -> int:
        """How many points are not shown."""
        return self.point_count - len(self.points)


def awaiting_asked(workshop: Workshop, asked: Asked) -> QuerySet[Response]:
    """Return the responses of a workshop that wait and answer a point that is asked for, the first proposed first."""
    rows = Response.objects.in_workshop(workshop).awaiting_approval()
    answers = Answer.objects.filter(response=OuterRef("pk"))
    if asked.is_filtered:
        answers = answers.filter(point__in=filtered_points(workshop, asked).order_by().values("pk"))
    return rows.filter(Exists(answers)).order_by("proposed_at", "pk")


def read_awaiting(responses: QuerySet[Response], *, user: User, most: int = POINTS_SHOWN) -> list[Awaiting]:
    """Read responses in their order with the points that they answer: two queries however many there are."""
    rows = list(
        responses.select_related("proposed_by", "resulting__draft__consulted_text").defer(
            "resulting__text", "resulting__draft__source_text"
        )
    )
    points = _answered([row.pk for row in rows], most)
    return [
        Awaiting(
            pk=row.pk,
            version=row.version,
            decision=Decision(row.decision) if row.decision else None,
            state=ResponseState(row.state),
            reason=row.reason,
            resulting=_resulting(row),
            proposed_by=str(row.proposed_by) if row.proposed_by else "",
            proposed_at=row.proposed_at,
            is_own=row.proposed_by_id == user.pk,
            points=tuple(each for each, _count in points[row.pk]),
            point_count=points[row.pk][0][1] if points[row.pk] else 0,
        )
        for row in rows
    ]


def count_decisions(rows: Iterable[Awaiting]) -> list[tuple[Decision, int]]:
    """Count responses by what they decide, in the order of the list of decisions."""
    counts = Counter(row.decision for row in rows)
    return [(decision, counts[decision]) for decision in Decision if counts[decision]]


def latest_batches(workshop: Workshop, *, most: int) -> list[ApprovalBatch]:
    """Return the batches of a workshop that were approved last."""
    rows = ApprovalBatch.objects.filter(workshop=workshop).select_related("actor", "undone_by")
    return list(rows.order_by("-at", "-pk")[:most])


def changed_since(batch: ApprovalBatch, rows: Sequence[Awaiting]) -> frozenset[int]:
    """Return the keys of a batch's responses that are no longer as they were approved."""
    return frozenset(row.pk for row in rows if batch.versions.get(str(row.pk)) != row.version)


def _answered(keys: list[int], most: int) -> dict[int, list[tuple[Answered, int]]]:
    order = [F("point__contribution__number").asc(), F("point__start").asc(), F("pk").asc()]
    rows = Answer.objects.filter(response__in=keys).annotate(
        place_in=Window(RowNumber(), partition_by="response", order_by=order),
        size=Window(Count("pk"), partition_by="response"),
    )
    columns = (
        "response", "size", "addendum", "point", "point__summary", "point__contribution__number",
        "point__contribution__committee__full_name", "point__contribution__body_name", "point__anchor__path",
        "point__anchor__kind", "point__anchor__number", "point__theme__title",
    )  # fmt: skip
    found: dict[int, list[tuple[Answered, int]]] = defaultdict(list)
    for row in rows.filter(place_in__lte=most).order_by("response", "place_in").values(*columns):
        found[row["response"]].append((_point(row), row["size"]))
    return found


def _point(row: dict[str, Any]) -> Answered:
    path = row["point__anchor__path"]
    place = place_name(path, row["point__anchor__kind"], row["point__anchor__number"]) if path else ""
    return Answered(
        pk=row["point"],
        number=row["point__contribution__number"],
        body=row["point__contribution__committee__full_name"] or row["point__contribution__body_name"],
        place=place or row["point__theme__title"] or "",
        summary=row["point__summary"],
        addendum=row["addendum"],
    )


def _resulting(row: Response) -> Resulting | None:
    """A working copy loses rows: then only what the provision was called is left."""
    provision = row.resulting
    if provision is None:
        return Resulting(row.resulting_label) if row.resulting_label else None
    draft = provision.draft
    return Resulting(
        place_name(provision.path, provision.kind, provision.number),
        draft.consulted_text.slug,
        draft.number,
        provision.pk if draft.state == DraftState.WORKING else None,
    )
