"""What is said of a workshop as a whole: its head, its numbers, its people and its programme."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import TextChoices

from proceedings.models import Workshop
from proceedings.queries.regions import southward
from proceedings.queries.registry import Line
from proceedings.vocabulary import AgendaKind, BodyKind, ContributionForm, DelegateRole, Stance, WorkshopStage

Choice = TypeVar("Choice", bound=TextChoices)


@dataclass(frozen=True)
class Head:
    """What stands above every page of a workshop; ``draft_root`` leads to its draft, where readers have one."""

    slug: str
    title: str
    short_title: str
    host: str
    held_on: datetime.date | None
    place: str
    stage: WorkshopStage
    next_kind: str
    next_on: datetime.date | None
    draft_root: str = ""


@dataclass(frozen=True)
class Numbers:
    """Documents, live papers and bodies: three counts that are never mixed."""

    documents: int
    live: int
    bodies: int
    committees: int
    committees_asked: int
    by_kind: tuple[tuple[BodyKind, int], ...]
    by_form: tuple[tuple[ContributionForm, int], ...]
    by_stance: tuple[tuple[Stance, int], ...]
    by_region: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Person:
    """A delegate with the posts of that day."""

    full_name: str
    posts: str
    role: DelegateRole
    site: str


@dataclass(frozen=True)
class SiteLine:
    """A place linked by video, with who chaired there."""

    name: str
    place: str
    committee_slug: str
    headcount: int | None
    level: int
    people: tuple[Person, ...]


@dataclass(frozen=True)
class ProgrammeLine:
    """A line of the programme, with the paper that was presented, where one was."""

    starts_at: datetime.time | None
    kind: AgendaKind
    title: str
    speaker: str
    speaker_posts: str
    site: str
    number: int | None
    body: str


def head_of(workshop: Workshop) -> Head:
    """Return a workshop's head."""
    next_kind, next_on = workshop.next_date or ("", None)
    return Head(
        slug=workshop.slug,
        title=workshop.title,
        short_title=workshop.short_title,
        host=workshop.host,
        held_on=workshop.held_on,
        place=workshop.place,
        stage=WorkshopStage(workshop.stage),
        next_kind=next_kind,
        next_on=next_on,
    )


def numbers_of(workshop: Workshop, lines: Iterable[Line]) -> Numbers:
    """Count the documents, the live ones and the bodies among some lines of the registry."""
    lines = list(lines)
    bodies = {line.committee_slug or line.body: line.body_kind for line in lines}
    return Numbers(
        documents=len(lines),
        live=sum(line.presented_live for line in lines),
        bodies=len(bodies),
        committees=sum(kind == BodyKind.COMMITTEE for kind in bodies.values()),
        committees_asked=workshop.participations.count(),
        by_kind=_counted(bodies.values(), BodyKind),
        by_form=_counted((line.form for line in lines), ContributionForm),
        by_stance=_counted((line.stance for line in lines if line.stance), Stance),
        by_region=tuple(
            sorted(
                Counter(line.region for line in lines if line.region).items(),
                key=lambda item: southward(item[0]),
            )
        ),
    )


def programme_of(workshop: Workshop, lines: Iterable[Line]) -> tuple[ProgrammeLine, ...]:
    """Return the programme in order; a paper that this audience may not read is not linked."""
    presented = {line.agenda_item_id: line for line in lines if line.agenda_item_id}
    items = workshop.agenda.select_related("speaker", "site").order_by("position", "id")
    return tuple(
        ProgrammeLine(
            starts_at=item.starts_at,
            kind=AgendaKind(item.kind),
            title=item.title,
            speaker=item.speaker.full_name if item.speaker else "",
            speaker_posts=item.speaker.posts_line if item.speaker else "",
            site=item.site.name if item.site else "",
            number=presented[item.pk].number if item.pk in presented else None,
            body=presented[item.pk].body if item.pk in presented else "",
        )
        for item in items
    )


def people_of(workshop: Workshop) -> tuple[Person, ...]:
    """Return the delegates in protocol order."""
    return tuple(
        Person(
            full_name=delegate.full_name,
            posts=delegate.posts_line,
            role=DelegateRole(delegate.role),
            site=delegate.site.name if delegate.site else "",
        )
        for delegate in workshop.delegates.select_related("site").order_by("position", "id")
    )


def sites_of(workshop: Workshop, people: Iterable[Person]) -> tuple[SiteLine, ...]:
    """Return the sites, each below the one it hangs from, with its delegates."""
    people = list(people)
    sites = list(workshop.sites.select_related("committee").order_by("position", "id"))

    def below(parent_id: int | None, level: int) -> Iterable[SiteLine]:
        for site in sites:
            if site.parent_id == parent_id:
                yield SiteLine(
                    name=site.name,
                    place=site.place,
                    committee_slug=site.committee.slug if site.committee else "",
                    headcount=site.headcount,
                    level=level,
                    people=tuple(person for person in people if person.site == site.name),
                )
                yield from below(site.pk, level + 1)

    return tuple(below(None, 0))


def _counted(values: Iterable[str], choices: type[Choice]) -> tuple[tuple[Choice, int], ...]:
    counts = Counter(values)
    return tuple((choice, counts[choice]) for choice in choices if counts[choice])
