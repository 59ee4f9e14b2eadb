"""Which pages an edition has: one module per kind."""

from collections.abc import Iterator
from itertools import chain

from proceedings.publishing.pages import (
    committees,
    conclusions,
    contributions,
    downloads,
    drafts,
    redlines,
    site,
    workshop,
)
from proceedings.publishing.pages.spec import PageSpec
from proceedings.publishing.sources import Source


def pages_of(source: Source) -> Iterator[PageSpec]:
    """Yield every page of a workshop's edition, and the site-wide pages that follow from it."""
    yield workshop.page(source)
    yield from drafts.pages(source)
    yield from redlines.pages(source)
    yield from contributions.lists(source)
    yield from contributions.texts(source)
    yield committees.index(source)
    yield from committees.pages(source)
    yield conclusions.page(source)
    yield downloads.page(source)
    yield from site.pages(source)


def count_of(source: Source) -> int:
    """Return how many pages :func:`pages_of` yields, for the progress."""
    lists, shares, sites = contributions.list_count(source), len(source.shares), site.page_count(source)
    drafted = sum(1 + len(text.drafts) + len(text.pairs) for text in source.circulated)
    return 4 + lists + len(source.lines) + shares + sites + drafted


def page_at(source: Source, path: str) -> PageSpec | None:
    """Return the page of a workshop at a path, for the preview; None where there is none."""
    rest = path.removeprefix(source.root)
    kind, _slash, name = rest.strip("/").partition("/")
    if kind == "contributions" and name.isdigit():
        return next(contributions.texts(source, number=int(name)), None)
    drafted = chain(drafts.pages(source), redlines.pages(source))
    candidates: dict[str, Iterator[PageSpec]] = {
        "": iter([workshop.page(source)]),
        "draft": drafted,
        "texts": drafted,
        "contributions": contributions.lists(source),
        "committees": iter([committees.index(source), *committees.pages(source)]),
        "conclusions": iter([conclusions.page(source)]),
        "downloads": iter([downloads.page(source)]),
    }
    return next((spec for spec in candidates.get(kind, iter(())) if spec.path == path), None)
