"""What the next edition of a workshop would hold, beside what the one on the shelf holds."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings.models import Edition, Shelf, Workshop
from proceedings.queries.registry import lines_of
from proceedings.queries.workshops import numbers_of
from proceedings.vocabulary import Audience


@dataclass(frozen=True)
class Comparison:
    """Three counts for one audience: as they would be published now, and as they are (None before the first)."""

    audience: Audience
    documents: int
    live: int
    bodies: int
    on_shelf: Edition | None

    @property
    def held_back(self) -> int | None:
        """Return how many fewer documents the shelf has than the next edition would."""
        return None if self.on_shelf is None else self.documents - int(self.on_shelf.facts["documents"])


def comparisons_of(workshop: Workshop) -> list[Comparison]:
    """Return the comparison for each audience."""
    shelves = {
        shelf.audience: shelf.edition
        for shelf in Shelf.objects.filter(workshop=workshop)
        .select_related("edition")
        .defer("edition__manifest")
    }
    return [_comparison(workshop, audience, shelves.get(audience.value)) for audience in Audience]


def _comparison(workshop: Workshop, audience: Audience, on_shelf: Edition | None) -> Comparison:
    numbers = numbers_of(workshop, lines_of(workshop, audience))
    return Comparison(audience, numbers.documents, numbers.live, numbers.bodies, on_shelf)
