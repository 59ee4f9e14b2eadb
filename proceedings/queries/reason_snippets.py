"""Reasons that are used again and again: which there are, and which responses hold their words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from proceedings.models import ReasonSnippet, Response, Workshop

#: Responses of one snippet that are shown.
MOST = 100


@dataclass(frozen=True, slots=True)
class Use:
    """One response that holds the words of a snippet."""

    response: Response
    points: int


def snippets_of(workshop: Workshop, *, with_retired: bool = False) -> list[ReasonSnippet]:
    """Return the snippets of a workshop by name: one query."""
    rows = ReasonSnippet.objects.filter(workshop=workshop)
    return list(
        (rows if with_retired else rows.filter(is_retired=False)).order_by("is_retired", "name", "pk")
    )


def where_used(snippet: ReasonSnippet) -> tuple[Use, ...]:
    """Return the responses whose reason holds the words of a snippet, the latest first: one query."""
    rows = Response.objects.filter(workshop=snippet.workshop_id, reason__contains=snippet.text).in_use()
    counted = rows.annotate(points=Count("answers")).order_by("-pk")[:MOST]
    return tuple(Use(row, row.points) for row in counted)  # type: ignore[attr-defined]
