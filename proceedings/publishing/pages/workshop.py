"""The first page of a workshop: facts, numbers, picture, programme, sites, summary."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import EditionLine, FileLine, Source
from proceedings.queries.committees import Share
from proceedings.queries.conclusions import ConclusionText
from proceedings.queries.issued_drafts import CirculatedText
from proceedings.queries.registry import Line
from proceedings.queries.workshops import Head, Numbers, Person, ProgrammeLine, SiteLine


@dataclass(frozen=True)
class WorkshopPage:
    """All that the first page shows."""

    head: Head
    numbers: Numbers
    summary: tuple[str, ...]
    source_note: str
    themes: tuple[tuple[str, str, int], ...]
    programme: tuple[ProgrammeLine, ...]
    sites: tuple[SiteLine, ...]
    people: tuple[Person, ...]
    shares: tuple[Share, ...]
    live: tuple[Line, ...]
    conclusions: tuple[ConclusionText, ...]
    texts: tuple[CirculatedText, ...]
    files: tuple[FileLine, ...]
    edition: EditionLine | None
    has_samples: bool


def page(source: Source) -> PageSpec:
    """Return the first page."""
    live = sorted(
        (line for line in source.lines if line.presented_live), key=lambda line: line.speaking_order or 9999
    )
    content = WorkshopPage(
        head=source.head,
        numbers=source.numbers,
        summary=tuple(part for part in source.workshop.summary.splitlines() if part.strip()),
        source_note=source.workshop.source_note,
        themes=tuple(
            (slug, title, sum(line.theme_slug == slug for line in source.lines))
            for slug, title in source.themes
        ),
        programme=source.programme,
        sites=source.sites,
        people=source.people,
        shares=source.shares,
        live=tuple(live),
        conclusions=source.conclusions,
        texts=source.circulated,
        files=source.files_of(None),
        edition=source.edition,
        has_samples=any(line.is_sample for line in source.lines),
    )
    return PageSpec(
        path=source.root,
        template="public/workshop.html",
        content=content,
        heading=source.head.title,
        passage=source.workshop.summary,
    )
