"""What the pages of a workshop are made from: read once a run, and light enough to stay in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.utils import timezone

from proceedings.exports.draft_names import kind_of, names_of
from proceedings.models import Edition, Shelf, Workshop
from proceedings.queries.committees import Body, Share, shares_of, table_of_committees
from proceedings.queries.conclusions import ConclusionText, conclusions_of
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import CirculatedText, circulated_texts
from proceedings.queries.registry import Line, Text, lines_of, texts_of
from proceedings.queries.workshops import (
    Head,
    Numbers,
    Person,
    ProgrammeLine,
    SiteLine,
    head_of,
    numbers_of,
    people_of,
    programme_of,
    sites_of,
)
from proceedings.vocabulary import Audience


@dataclass(frozen=True)
class FileLine:
    """A download as its page lists it; ``size`` in bytes."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class EditionLine:
    """An edition as a list of editions shows it."""

    label: str
    issued_on: str
    note: str


@dataclass
class Source:
    """One workshop as one audience may read it. ``files`` are those of the edition that is being made."""

    workshop: Workshop
    audience: Audience
    edition: EditionLine | None = None
    files: tuple[FileLine, ...] = field(default_factory=tuple)

    @property
    def root(self) -> str:
        """Return the path below which the workshop's pages stand."""
        return f"/workshops/{self.workshop.slug}/"

    @cached_property
    def head(self) -> Head:
        """Return what stands above every page."""
        head = head_of(self.workshop)
        return replace(head, draft_root=self.circulated[0].root) if self.circulated else head

    @cached_property
    def circulated(self) -> tuple[CirculatedText, ...]:
        """Return the texts of which this audience reads issued drafts, the main one first."""
        return circulated_texts(self.workshop, self.audience)

    @cached_property
    def reader(self) -> DraftReader:
        """Return what reads those drafts."""
        return DraftReader()

    def files_of(self, text: CirculatedText | None) -> tuple[FileLine, ...]:
        """Return the files of a text, or those of no text."""
        if text is None:
            return tuple(file for file in self.files if not kind_of(file.name))
        names = names_of(text)
        return tuple(file for file in self.files if file.name in names)

    @cached_property
    def lines(self) -> list[Line]:
        """Return the registry's lines, by number."""
        return lines_of(self.workshop, self.audience)

    @cached_property
    def line_of(self) -> dict[int, Line]:
        """Return the registry's lines by their number."""
        return {line.number: line for line in self.lines}

    @cached_property
    def numbers(self) -> Numbers:
        """Return the three counts."""
        return numbers_of(self.workshop, self.lines)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return the delegates in protocol order."""
        return people_of(self.workshop)

    @cached_property
    def sites(self) -> tuple[SiteLine, ...]:
        """Return the sites."""
        return sites_of(self.workshop, self.people)

    @cached_property
    def programme(self) -> tuple[ProgrammeLine, ...]:
        """Return the programme."""
        return programme_of(self.workshop, self.lines)

    @cached_property
    def table(self) -> dict[str, Body]:
        """Return the whole table of committees by slug."""
        return table_of_committees()

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Return what each committee did."""
        return shares_of(self.workshop, self.lines, self.table)

    @cached_property
    def conclusions(self) -> tuple[ConclusionText, ...]:
        """Return the conclusions."""
        return conclusions_of(self.workshop)

    @cached_property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Return the outline: slug and title in order."""
        return tuple(self.workshop.themes.order_by("position", "id").values_list("slug", "title"))

    @cached_property
    def earlier(self) -> tuple[EditionLine, ...]:
        """Return the editions for this audience that were issued before, the newest first."""
        rows = self.workshop.editions.filter(audience=self.audience).latest_first()
        return tuple(
            EditionLine(label=row.label, issued_on=f"{timezone.localdate(row.issued_at)}", note=row.note)
            for row in rows
        )

    def texts(self, number: int | None = None) -> Iterator[Text]:
        """Yield the contributions whole, or only one."""
        return texts_of(self.workshop, self.audience, lines=self.line_of, number=number)

    @property
    def facts(self) -> dict[str, Any]:
        """Return what site-wide pages say of this workshop once it is published; JSON-ready."""
        head, numbers = self.head, self.numbers
        return {
            "slug": head.slug,
            "title": head.title,
            "short_title": head.short_title,
            "host": head.host,
            "held_on": f"{head.held_on:%Y-%m-%d}" if head.held_on else "",
            "stage": head.stage.value,
            "documents": numbers.documents,
            "live": numbers.live,
            "bodies": numbers.bodies,
            "shares": {
                share.body.slug: [share.asked, len(share.lines), share.live_count] for share in self.shares
            },
        }


def published_facts(audience: Audience) -> dict[int, dict[str, Any]]:
    """Return the facts of every workshop's current edition, by the workshop's id."""
    places = Shelf.objects.filter(audience=audience, workshop__isnull=False).select_related("edition")
    return {place.workshop_id: place.edition.facts for place in places if place.workshop_id is not None}


def next_number(workshop: Workshop, audience: Audience, *, is_correction: bool) -> tuple[int, int]:
    """Return the number and the correction that the next edition gets: 1.0, 2.0, or 1.1 for an erratum.

    All audiences share the numbers of a workshop; an erratum corrects the latest edition of its own audience.
    """
    editions = Edition.objects.filter(workshop=workshop).latest_first()
    corrected = editions.filter(audience=audience).first() if is_correction else None
    if corrected is not None:
        return corrected.number, corrected.correction + 1
    latest = editions.first()
    return (latest.number + 1 if latest else 1), 0
