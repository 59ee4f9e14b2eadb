"""The committees of a workshop and of the whole table: who was asked, who answered, who answers today."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from proceedings.models import Committee, Workshop
from proceedings.queries.regions import region_on
from proceedings.queries.registry import Line
from proceedings.vocabulary import CommitteeKind, ParticipationState


@dataclass(frozen=True, slots=True)
class Body:
    """A committee as reference pages name it."""

    slug: str
    name: str
    full_name: str
    kind: CommitteeKind
    region: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    today_slug: str
    today: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one committee did in one workshop."""

    body: Body
    asked: bool
    state: ParticipationState | None
    attended: bool | None
    lines: tuple[Line, ...]

    @property
    def live_count(self) -> int:
        """Count what it presented live."""
        return sum(line.presented_live for line in self.lines)


def table_of_committees() -> dict[str, Body]:
    """Return every committee by its slug, in Vietnamese dictionary order: one query."""
    rows = {row.pk: row for row in Committee.objects.alphabetical()}

    def today(row: Committee) -> Committee:
        while row.successor_id is not None:
            row = rows[row.successor_id]
        return row

    return {row.slug: _body(row, today(row)) for row in rows.values()}


def shares_of(workshop: Workshop, lines: Iterable[Line], table: dict[str, Body]) -> tuple[Share, ...]:
    """Return the committees that were asked or that contributed, in dictionary order."""
    by_committee: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.committee_slug:
            by_committee[line.committee_slug].append(line)
    asked = {
        slug: (ParticipationState(state), attended)
        for slug, state, attended in workshop.participations.values_list(
            "committee__slug", "state", "attended"
        )
    }
    return tuple(
        Share(
            body=replace(body, region=region_on(body.region, workshop.held_on)),
            asked=slug in asked,
            state=asked[slug][0] if slug in asked else None,
            attended=asked[slug][1] if slug in asked else None,
            lines=tuple(by_committee[slug]),
        )
        for slug, body in table.items()
        if slug in asked or slug in by_committee
    )


def _body(row: Committee, today: Committee) -> Body:
    return Body(
        slug=row.slug,
        name=row.name,
        full_name=row.full_name,
        kind=CommitteeKind(row.kind),
        region=row.region,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        today_slug="" if today.pk == row.pk else today.slug,
        today="" if today.pk == row.pk else today.full_name,
    )
