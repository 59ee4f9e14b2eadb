"""The table of committees: 63 of 2021 and 34 of today, each closed one with its successor."""

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("committees.csv")


@dataclass(frozen=True)
class CommitteeRow:
    """One committee of the table. Codes and names are re-used by different units; the slug is the key."""

    code: str
    slug: str
    name: str
    kind: str
    full_name: str
    region: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successor_slug: str

    def is_in_force_on(self, day: datetime.date) -> bool:
        """Tell whether the committee existed on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def committees() -> list[CommitteeRow]:
    """Read the table, in its own order."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            CommitteeRow(
                code=row["code"],
                slug=row["slug"],
                name=row["name_vi"],
                kind=row["kind"],
                full_name=row["committee_name"],
                region=row["region"],
                valid_from=_day(row["valid_from"]),
                valid_to=_day(row["valid_to"]),
                successor_slug=row["successor_slug"],
            )
            for row in csv.DictReader(lines)
        ]


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
