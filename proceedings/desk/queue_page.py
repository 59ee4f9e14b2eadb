"""What the page of a queue shows: the views with their counts, the filters, the table, what can be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from proceedings.desk.paging import page_links
from proceedings.desk.point_gate import ASSIGN
from proceedings.desk.queue_columns import COLUMNS, Column, cols_of, columns_asked
from proceedings.desk.queue_forms import AssignForm, SaveForm
from proceedings.desk.queue_query import place_words, query_of, read_asked, told_in_words, with_current
from proceedings.desk.sent_keys import key_of
from proceedings.models import User, Workshop
from proceedings.queries.point_filters import GENERAL, NONE, Asked, Order, Tab, page_of_points, points_asked
from proceedings.queries.point_queue import (
    Choice,
    Choices,
    Line,
    choices_of,
    count_by_tab,
    lines_of,
    notes_for,
    saved_for,
)
from proceedings.vocabulary import ContributionForm, Decision, PointKind, ResponseState

#: Lines that are shown at once.
ON_A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: its words, and where they lead or which decision they mark."""

    key: str
    label: str
    words: str
    href: str = ""
    chip: str = ""
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    pk: int
    name: str
    cells: tuple[Cell, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, and the address that orders by it."""

    key: str
    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Select:
    """One list of a filter."""

    name: str
    label: str
    value: str
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]


def today() -> datetime.date:
    """Return the day on which what was due before it is overdue."""
    return timezone.localdate()


def page_of(
    request: HttpRequest,
    workshop: Workshop,
    *,
    assigning: AssignForm | None = None,
    saving: SaveForm | None = None,
    chosen: frozenset[int] = frozenset(),
) -> dict[str, Any]:
    """Return what the page of a queue shows under the question of its address; forms that were refused as they came."""
    user: User = request.user  # type: ignore[assignment]
    asked, columns, day = read_asked(request.GET.dict()), columns_asked(request), today()
    cols = cols_of(columns)
    counts = count_by_tab(workshop, asked, user=user, today=day)
    total = counts[asked.tab]
    base = query_of(asked, cols=cols)
    links = page_links(
        total, key_of(request.GET.get("page", "")) or 1, ON_A_PAGE, f"?{base}{'&' if base else ''}page="
    )
    every = points_asked(workshop, asked, user=user, today=day)
    points = page_of_points(every, asked.order, links.start, links.end)
    lines = lines_of(points, today=day, with_quote=any(column.key == "quote" for column in columns))
    choices = choices_of(workshop)
    query = query_of(asked, cols=cols, page=request.GET.get("page", ""))
    may_assign = user.has_perm(ASSIGN)
    return {
        "workshop": workshop,
        "asked": asked,
        "tabs": list(_tabs(asked, counts, cols)),
        "total": total,
        "is_nothing": not counts[Tab.ALL] and not asked.is_filtered,
        "heads": list(_heads(asked, columns, cols)),
        "rows": [_row(workshop, asked, line, columns, line.pk in chosen) for line in lines],
        "links": links,
        "selects": selects_of(asked, choices),
        "due": date_format(asked.due, "d/m/Y") if asked.due else "",
        "told": "; ".join(told_in_words(asked, choices)),
        "columns": [(column, column in columns) for column in COLUMNS],
        "base": base,
        "cols": cols,
        "query": query,
        "notes": notes_for(workshop, user) if asked.tab == Tab.MINE else [],
        "saved": saved_for(workshop, user),
        "saving": saving or saving_form(workshop, base),
        "may_assign": may_assign,
        "assigning": (assigning or assigning_form(workshop, query, choices.people, total)) if may_assign else None,
    }  # fmt: skip


def assigning_form(
    workshop: Workshop, query: str, people: tuple[Choice, ...], total: int, data: Any = None
) -> AssignForm:
    """Return the form that hands points over, under a query."""
    action = f"{reverse('queues:assign', args=[workshop.slug])}?{query}"
    return AssignForm(data, action=action, people=people, total=total)


def saving_form(workshop: Workshop, query: str, data: Any = None) -> SaveForm:
    """Return the form that keeps a query."""
    return SaveForm(data, action=f"{reverse('queues:save', args=[workshop.slug])}?{query}")


def selects_of(asked: Asked, choices: Choices, *, only: frozenset[str] | None = None) -> list[Select]:
    """Return the lists of the filters, each holding what is asked for."""
    known = (*choices.articles, *choices.themes)
    other = with_current(known, asked.place, place_words(asked.place, {})) if asked.place else known
    places = (
        (
            "",
            (
                Choice(GENERAL, _("Vấn đề chung")),
                *(each for each in other[len(known) :] if asked.place != GENERAL),
            ),
        ),
        (_("Điều"), choices.articles),
        (_("Nhóm vấn đề"), choices.themes),
    )
    bodies = with_current(choices.bodies, asked.body, asked.body.removeprefix("="))
    undecided, untouched, unheld = (
        Choice(NONE, words) for words in (_("Chưa quyết định"), _("Chưa xử lý"), _("Chưa giao ai"))
    )
    people = (unheld, *with_current((unheld, *choices.people), asked.holder, asked.holder)[1:])
    found = [
        ("place", _("Điều khoản, nhóm vấn đề"), asked.place, tuple(each for each in places if each[1])),
        ("body", _("Cấp ủy, cơ quan"), asked.body, (("", bodies),)),
        ("kind", _("Loại ý kiến"), asked.kind, (("", _listed(PointKind)),)),
        ("decision", _("Quyết định"), asked.decision, (("", (undecided, *_listed(Decision))),)),
        ("state", _("Tình trạng"), asked.state, (("", (untouched, *_listed(ResponseState))),)),
        ("holder", _("Người xử lý"), asked.holder, (("", people),)),
        ("form", _("Hình thức văn bản"), asked.form, (("", _listed(ContributionForm)),)),
        ("order", _("Xếp theo"), asked.order.value, (("", _listed(Order)),)),
    ]
    return [Select(*each) for each in found if only is None or each[0] in only]


def _tabs(asked: Asked, counts: dict[Tab, int], cols: str) -> Iterator[dict[str, Any]]:
    for tab in Tab:
        query = query_of(replace(asked, tab=tab), cols=cols)
        yield {"href": f"?{query}", "label": tab.label, "count": counts[tab], "is_current": tab == asked.tab}


def _heads(asked: Asked, columns: tuple[Column, ...], cols: str) -> Iterator[Head]:
    for column in columns:
        query = query_of(replace(asked, order=column.order), cols=cols) if column.order else ""
        href = f"?{query}" if column.order else ""
        yield Head(column.key, str(column.label), href, column.order == asked.order)


def _row(workshop: Workshop, asked: Asked, line: Line, columns: tuple[Column, ...], is_chosen: bool) -> Row:
    cells = tuple(_cell(workshop, asked, line, column) for column in columns)
    return Row(line.pk, line.summary, cells, is_chosen)


def _cell(workshop: Workshop, asked: Asked, line: Line, column: Column) -> Cell:
    words, label = column.words(line), str(column.label)
    if column.key == "summary":
        href = reverse(
            "points:point", args=[workshop.slug, line.pk], query={"queue": query_of(asked) or "tab=mine"}
        )
        return Cell(column.key, label, words, href=href, is_opening=True)
    if column.key == "decision":
        kind = line.decision.value if line.decision else "open"
        return Cell(column.key, label, words.partition(" ")[2], chip=kind)
    if column.key == "due" and line.is_overdue:
        return Cell(column.key, label, words, chip="late")
    if column.key == "place":
        href = f"?{query_of(Asked(tab=Tab.ALL, place=line.place_key))}"
        return Cell(column.key, label, words, href=href)
    return Cell(column.key, label, words)


def _listed(choices: Any) -> tuple[Choice, ...]:
    return tuple(Choice(value, str(label)) for value, label in choices.choices)
