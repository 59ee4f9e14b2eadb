"""The registry as readers see it: lists by every filter, and each contribution on its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from proceedings.publishing.pages import filters
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import Source
from proceedings.queries.committees import Body
from proceedings.queries.registry import Line, Text
from proceedings.queries.workshops import Head

A_PAGE = 100


@dataclass(frozen=True)
class ListPage:
    """One page of a list: its lines, its filters, its neighbours. ``base`` is the list's address below the workshop."""

    head: Head
    base: str
    selected: tuple[Any, ...]
    facets: tuple[filters.Facet, ...]
    lines: tuple[Line, ...]
    total: int
    whole: int
    number: int
    count: int


@dataclass(frozen=True)
class TextPage:
    """One contribution with its neighbours in the registry; ``today`` answers for a committee that was closed."""

    head: Head
    text: Text
    committee: Body | None
    today: Body | None
    previous: Line | None
    following: Line | None


def lists(source: Source) -> Iterator[PageSpec]:
    """Yield the lists: whole, by each filter and by form with another filter, a hundred lines a page."""
    facets = filters.facets_of(source.lines, source.themes)
    found = False
    for selection, lines in filters.combinations(facets, source.lines):
        found = True
        yield from _list(source, selection, lines, filters.shown(facets, selection, source.lines))
    if not found:
        yield from _list(source, {}, [], ())


def list_count(source: Source) -> int:
    """Return how many pages :func:`lists` yields, without their filters and lines."""
    facets = filters.facets_of(source.lines, source.themes)
    selected = filters.combinations(facets, source.lines)
    return sum(_page_count(lines) for _selection, lines in selected) or 1


def texts(source: Source, *, number: int | None = None) -> Iterator[PageSpec]:
    """Yield every contribution's page, or only one's."""
    place_of = {line.number: place for place, line in enumerate(source.lines)}
    for text in source.texts(number):
        place = place_of[text.line.number]
        content = TextPage(
            head=source.head,
            text=text,
            committee=source.table.get(text.line.committee_slug),
            today=source.table.get(text.answering_today_slug),
            previous=source.lines[place - 1] if place else None,
            following=source.lines[place + 1] if place + 1 < len(source.lines) else None,
        )
        yield PageSpec(
            path=f"{source.root}contributions/{text.line.number}/",
            template="public/contribution.html",
            content=content,
            heading=f"{text.line.title} – {text.line.body}",
            passage="\n".join((text.summary, *text.paragraphs)),
        )


def _page_count(lines: list[Line]) -> int:
    return max(1, -(-len(lines) // A_PAGE))


def _list(
    source: Source, selection: dict[str, filters.Value], lines: list[Line], facets: tuple[filters.Facet, ...]
) -> Iterator[PageSpec]:
    base = f"contributions/{filters.path_of(selection)}"
    count = _page_count(lines)
    for number in range(1, count + 1):
        content = ListPage(
            head=source.head,
            base=base,
            selected=tuple(value.label for value in selection.values()),
            facets=facets,
            lines=tuple(lines[(number - 1) * A_PAGE : number * A_PAGE]),
            total=len(lines),
            whole=len(source.lines),
            number=number,
            count=count,
        )
        page = f"page/{number}/" if number > 1 else ""
        yield PageSpec(
            path=f"{source.root}{base}{page}", template="public/contributions.html", content=content
        )
