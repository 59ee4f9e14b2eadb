"""Who speaks in the sample: the 63 committees of the day, and 29 bodies that the report does not name."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from proceedings.reference import CommitteeRow, committees
from proceedings.sample.drawing import shuffled
from proceedings.sample.facts import HELD_ON, LIVE
from proceedings.vocabulary import BodyKind

#: How many of the unnamed bodies are of each kind: with the 63 committees they make the 92 documents.
UNNAMED: Final = ((BodyKind.PARTY_BODY, 11), (BodyKind.STATE_BODY, 12), (BodyKind.ORGANISATION, 6))
NAMES: Final = {
    BodyKind.PARTY_BODY: "Cơ quan góp ý mẫu số {:02}",
    BodyKind.STATE_BODY: "Cơ quan góp ý mẫu số {:02}",
    BodyKind.ORGANISATION: "Tổ chức góp ý mẫu số {:02}",
}
POSTS: Final = {
    BodyKind.COMMITTEE: "T/M Ban Thường vụ",
    BodyKind.PARTY_BODY: "T/M tập thể lãnh đạo",
    BodyKind.STATE_BODY: "Thủ trưởng cơ quan",
    BodyKind.ORGANISATION: "T/M Ban Thường trực",
}
SYMBOLS: Final = {
    BodyKind.COMMITTEE: "{}-CV/TU",
    BodyKind.PARTY_BODY: "{}-CV/CQ",
    BodyKind.STATE_BODY: "{}/CQ-VP",
    BodyKind.ORGANISATION: "{}/TC-VP",
}


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who sends a text: a committee by its slug, or another body by its placeholder name.

    ``speaking_order`` is the place among the live papers, of the sample's making; None where nothing is presented.
    """

    kind: BodyKind
    committee_slug: str = ""
    name: str = ""
    speaking_order: int | None = None

    @property
    def key(self) -> str:
        """Return what tells this body from the others."""
        return self.committee_slug or self.name


@functools.cache
def bodies() -> tuple[Body, ...]:
    """Return the 92 bodies: the committees in the order of their table, then the unnamed ones."""
    rows = [row for row in committees() if row.is_in_force_on(HELD_ON)]
    order = {row.slug: place for place, row in enumerate(_speakers(rows), start=1)}
    asked = [Body(BodyKind.COMMITTEE, row.slug, speaking_order=order.get(row.slug)) for row in rows]
    kinds = [kind for kind, count in UNNAMED for _each in range(count)]
    others = [Body(kind, name=NAMES[kind].format(place)) for place, kind in enumerate(kinds, start=1)]
    return (*asked, *others)


def _speakers(rows: list[CommitteeRow]) -> list[CommitteeRow]:
    """Choose who presents: one committee of each region in turn, never Bắc Ninh, whose remarks are known."""
    regions: dict[str, list[CommitteeRow]] = {}
    for row in shuffled(rows, lambda row: row.slug, "live"):
        if row.slug != "bac-ninh":
            regions.setdefault(row.region, []).append(row)
    turns = [(turn, region) for region in sorted(regions) for turn in range(len(regions[region]))]
    return [regions[region][turn] for turn, region in sorted(turns)[:LIVE]]
