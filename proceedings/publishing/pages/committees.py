"""The committees in a workshop: who was asked, who contributed, and each with what it said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import Source
from proceedings.queries.committees import Body, Share
from proceedings.queries.conclusions import TaskLine
from proceedings.queries.regions import southward
from proceedings.queries.registry import Line
from proceedings.queries.workshops import Head, Numbers, Person


@dataclass(frozen=True)
class IndexPage:
    """The list of committees, by region as they were then, and the other bodies that contributed."""

    head: Head
    numbers: Numbers
    shares: tuple[Share, ...]
    regions: tuple[tuple[str, tuple[Share, ...]], ...]
    others: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True)
class CommitteePage:
    """One committee: its documents, its people at the event, the tasks it was given."""

    head: Head
    share: Share
    today: Body | None
    people: tuple[Person, ...]
    tasks: tuple[TaskLine, ...]
    previous: tuple[str, str] | None
    following: tuple[str, str] | None


def index(source: Source) -> PageSpec:
    """Return the page that lists the committees."""
    regions: dict[str, list[Share]] = {}
    for share in source.shares:
        regions.setdefault(share.body.region, []).append(share)
    others: dict[str, list[Line]] = {}
    for line in source.lines:
        if not line.committee_slug:
            others.setdefault(line.body, []).append(line)
    content = IndexPage(
        head=source.head,
        numbers=source.numbers,
        shares=source.shares,
        regions=tuple(
            (region, tuple(shares))
            for region, shares in sorted(regions.items(), key=lambda item: southward(item[0]))
        ),
        others=tuple((body, tuple(lines)) for body, lines in others.items()),
    )
    return PageSpec(
        path=f"{source.root}committees/", template="public/workshop_committees.html", content=content
    )


def pages(source: Source) -> Iterator[PageSpec]:
    """Yield the page of every committee that was asked or that contributed."""
    people: dict[str, list[Person]] = {}
    for site in source.sites:
        people.setdefault(site.committee_slug, []).extend(site.people)
    for place, share in enumerate(source.shares):
        content = CommitteePage(
            head=source.head,
            share=share,
            today=source.table.get(share.body.today_slug),
            people=tuple(people.get(share.body.slug, ())),
            tasks=tuple(
                task
                for conclusion in source.conclusions
                for task in conclusion.tasks
                if task.owner == share.body.full_name
            ),
            previous=_neighbour(source.shares, place - 1),
            following=_neighbour(source.shares, place + 1),
        )
        yield PageSpec(
            path=f"{source.root}committees/{share.body.slug}/",
            template="public/workshop_committee.html",
            content=content,
            heading=share.body.full_name,
        )


def _neighbour(shares: tuple[Share, ...], place: int) -> tuple[str, str] | None:
    if not 0 <= place < len(shares):
        return None
    return shares[place].body.slug, shares[place].body.full_name
