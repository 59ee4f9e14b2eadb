"""What a table is compared with: committees, the workshop's themes, the documents that stand in its registry."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proceedings.models import Committee, Contribution, Theme, Workshop
from proceedings.text.folding import fold
from submissions.sheets.bodies import Bodies

#: A document by what makes it one: its committee, the key of its symbol, its date.
DocumentKey = tuple[int, str, datetime.date]


@dataclass(frozen=True, slots=True)
class Known:
    """The record as a table is checked against it; ``received_on`` is the day for rows without one of their own."""

    bodies: Bodies
    themes: Mapping[str, Theme]
    documents: Mapping[DocumentKey, int]
    received_on: datetime.date
    today: datetime.date
    title: str


def known_of(workshop: Workshop, *, received_on: datetime.date, today: datetime.date) -> Known:
    """Read what a table for a workshop is compared with: three questions to the database, for any number of rows."""
    return Known(
        bodies=Bodies(Committee.objects.select_related("successor").alphabetical()),
        themes=_by_name(workshop.themes.order_by("position", "pk")),
        documents={
            (committee, key, day): number
            for committee, key, day, number in Contribution.objects.standing()
            .filter(workshop=workshop, committee__isnull=False, document_on__isnull=False)
            .exclude(symbol_key="")
            .order_by("number")
            .values_list("committee", "symbol_key", "document_on", "number")
            if committee and day
        },
        received_on=received_on,
        today=today,
        title=f"Ý kiến góp ý tại {workshop.short_title}"[:500],
    )


def _by_name(themes: Iterable[Theme]) -> dict[str, Theme]:
    named: dict[str, Theme] = {}
    for theme in themes:
        named.setdefault(fold(theme.title), theme)
        named.setdefault(str(theme.position), theme)
    return named
