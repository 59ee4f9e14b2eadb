"""The pages of the whole site, made from what is published: home, workshops, the committees' table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import Source, published_facts
from proceedings.queries.committees import Body
from proceedings.queries.regions import southward


@dataclass(frozen=True)
class WorkshopLine:
    """A published workshop as a list shows it; ``shares`` maps a committee to (asked, documents, live)."""

    slug: str
    title: str
    short_title: str
    host: str
    held_on: str
    stage: str
    documents: int
    live: int
    bodies: int
    shares: tuple[tuple[str, tuple[bool, int, int]], ...]


@dataclass(frozen=True)
class HomePage:
    """The latest workshop, set large, and the others."""

    latest: WorkshopLine
    others: tuple[WorkshopLine, ...]


@dataclass(frozen=True)
class WorkshopsPage:
    """Every published workshop, the latest event first."""

    workshops: tuple[WorkshopLine, ...]


@dataclass(frozen=True)
class CommitteesPage:
    """Those of today by region, each with those it succeeded; those closed, each with who answers for it."""

    living: tuple[tuple[str, tuple[tuple[Body, tuple[Body, ...]], ...]], ...]
    closed: tuple[tuple[Body, Body | None], ...]


@dataclass(frozen=True)
class Taken:
    """What one committee did in one workshop."""

    slug: str
    title: str
    held_on: str
    documents: int
    live: int


@dataclass(frozen=True)
class CommitteePage:
    """One committee across workshops, with those it succeeded and what they did."""

    body: Body
    today: Body | None
    predecessors: tuple[tuple[Body, tuple[Taken, ...]], ...]
    workshops: tuple[Taken, ...]


def pages(source: Source) -> Iterator[PageSpec]:
    """Yield the site's pages as they are once this edition is on the shelf."""
    facts = {**published_facts(source.audience), source.workshop.pk: source.facts}
    workshops = sorted(
        (_line(each) for each in facts.values()), key=lambda line: (line.held_on, line.slug), reverse=True
    )
    bodies = tuple(source.table.values())
    yield _spec("/", "public/home.html", HomePage(workshops[0], tuple(workshops[1:])), section="home")
    yield _spec("/workshops/", "public/workshops.html", WorkshopsPage(tuple(workshops)))
    yield _spec("/committees/", "public/committees.html", _table(source.table), section="committees")
    for body in bodies:
        content = CommitteePage(
            body=body,
            today=source.table.get(body.today_slug),
            predecessors=tuple(
                (other, tuple(_taken_part(other.slug, workshops))) for other in _succeeded(body, bodies)
            ),
            workshops=tuple(_taken_part(body.slug, workshops)),
        )
        yield _spec(f"/committees/{body.slug}/", "public/committee.html", content, section="committees")


def page_count(source: Source) -> int:
    """Return how many pages :func:`pages` yields: home, workshops, committees, and one of each committee."""
    return 3 + len(source.table)


def _table(table: dict[str, Body]) -> CommitteesPage:
    regions: dict[str, list[Body]] = {}
    for body in table.values():
        if body.valid_to is None:
            regions.setdefault(body.region, []).append(body)
    return CommitteesPage(
        living=tuple(
            (region, tuple((body, _succeeded(body, table.values())) for body in regions[region]))
            for region in sorted(regions, key=southward)
        ),
        closed=tuple((body, table.get(body.today_slug)) for body in table.values() if body.valid_to),
    )


def _succeeded(body: Body, bodies: Iterable[Body]) -> tuple[Body, ...]:
    return tuple(other for other in bodies if other.today_slug == body.slug)


def _spec(path: str, template: str, content: Any, *, section: str = "workshops") -> PageSpec:
    return PageSpec(path=path, template=template, content=content, section=section, is_site_page=True)


def _line(facts: dict[str, Any]) -> WorkshopLine:
    shares = tuple((slug, tuple(share)) for slug, share in sorted(facts["shares"].items()))
    return WorkshopLine(**{**facts, "shares": shares})


def _taken_part(slug: str, workshops: list[WorkshopLine]) -> Iterator[Taken]:
    for workshop in workshops:
        share = dict(workshop.shares).get(slug)
        if share:
            _asked, documents, live = share
            yield Taken(workshop.slug, workshop.short_title, workshop.held_on, documents, live)
