"""Filters that are plain links: every list that a reader can ask for is a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from proceedings.queries.regions import southward
from proceedings.queries.registry import Line
from proceedings.text.folding import strip_marks
from proceedings.vocabulary import BodyKind, ContributionForm


@dataclass(frozen=True)
class Value:
    """One value of a facet: its place in the address and what people read (an enum member, or text as it stands)."""

    slug: str
    label: Any
    matches: Callable[[Line], bool]


@dataclass(frozen=True)
class Choice:
    """A link of a filter: what it is called, how many documents it leads to, its address below the list's root."""

    label: Any
    count: int
    path: str
    is_current: bool


@dataclass(frozen=True)
class Facet:
    """One filter as the page shows it."""

    name: str
    choices: tuple[Choice, ...]


def facets_of(lines: Sequence[Line], themes: Sequence[tuple[str, str]]) -> dict[str, list[Value]]:
    """Return the values that occur among some lines, by facet: theme, form, region or kind of body."""
    facets = {
        "theme": [Value(slug, title, _has("theme_slug", slug)) for slug, title in themes],
        "form": [
            Value("live", "live", lambda line: line.presented_live),
            *(Value(form.value, form, _has("form", form)) for form in ContributionForm),
        ],
        "body": [
            *(
                Value(slug_of(region), region, _has("region", region))
                for region in sorted({line.region for line in lines if line.region}, key=southward)
            ),
            *(
                Value(kind.value, kind, _has("body_kind", kind))
                for kind in BodyKind
                if kind != BodyKind.COMMITTEE
            ),
        ],
    }
    return {
        name: [value for value in values if any(map(value.matches, lines))] for name, values in facets.items()
    }


def combinations(
    facets: dict[str, list[Value]], lines: Sequence[Line]
) -> Iterator[tuple[dict[str, Value], list[Line]]]:
    """Yield every selection that leaves something, with what it leaves: no filter, one, or a form with another."""
    selections: list[dict[str, Value]] = [{}]
    selections += [{name: value} for name, values in facets.items() for value in values]
    selections += [
        {name: value, "form": form}
        for name in ("theme", "body")
        for value in facets[name]
        for form in facets["form"]
    ]
    for selection in selections:
        left = [line for line in lines if all(value.matches(line) for value in selection.values())]
        if left:
            yield selection, left


def path_of(selection: dict[str, Value]) -> str:
    """Return a selection's address below the list: ``by/theme/co-so/form/paper/``, the facets in their order."""
    parts = [f"{name}/{selection[name].slug}/" for name in ("theme", "body", "form") if name in selection]
    return "by/" + "".join(parts) if parts else ""


def shown(
    facets: dict[str, list[Value]], selection: dict[str, Value], lines: Sequence[Line]
) -> tuple[Facet, ...]:
    """Return the filters as links from a selection: each keeps the form chosen, and counts what it leads to."""
    return tuple(
        Facet(name=name, choices=tuple(_choices(name, values, selection, lines)))
        for name, values in facets.items()
        if len(values) > 1
    )


def slug_of(text: str) -> str:
    """Return a text's place in an address: ``Tây Nguyên`` is ``tay-nguyen``."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in strip_marks(text)).split())


def _choices(
    name: str, values: list[Value], selection: dict[str, Value], lines: Sequence[Line]
) -> Iterator[Choice]:
    others = {key: value for key, value in selection.items() if key != name and "form" in {key, name}}
    kept = [line for line in lines if all(value.matches(line) for value in others.values())]
    yield Choice(label="all", count=len(kept), path=path_of(others), is_current=name not in selection)
    for value in values:
        count = sum(map(value.matches, kept))
        if count:
            is_current = name in selection and selection[name].slug == value.slug
            yield Choice(
                label=value.label, count=count, path=path_of({**others, name: value}), is_current=is_current
            )


def _has(field: str, wanted: Any) -> Callable[[Line], bool]:
    return lambda line: getattr(line, field) == wanted
