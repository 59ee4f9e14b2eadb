"""The queue of a workshop's points: its lines, its counts, and what can be chosen to ask for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from proceedings.models import Answer, Contribution, Draft, Provision, SavedQueue, Theme, User, Workshop
from proceedings.models.points import Point, PointQuerySet
from proceedings.queries.place_names import place_name
from proceedings.queries.point_filters import GENERAL, Asked, Tab, filtered_points, tab_condition
from proceedings.vocabulary import (
    ContributionForm,
    Decision,
    DraftState,
    PointKind,
    ProvisionKind,
    ResponseState,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One point as the queue shows it; ``place_key`` asks the queue for its place, ``body_key`` for its body."""

    pk: int
    number: int
    body: str
    body_key: str
    form: ContributionForm
    is_sample: bool
    place: str
    place_key: str
    draft_number: int | None
    kind: PointKind
    summary: str
    quote: str
    decision: Decision | None
    state: ResponseState | None
    holder: str
    due_on: datetime.date | None
    is_overdue: bool
    group_size: int
    note: str


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody said when points were handed over, and with how many of those still open it stands."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be asked for."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that a workshop has: articles of the drafts issued last, themes, bodies, people who answer."""

    articles: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    bodies: tuple[Choice, ...]
    people: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the points of one workshop stand."""

    workshop: Workshop
    total: int
    by_tab: dict[Tab, int]


#: What the list of workshops tells of each.
COUNTED = (Tab.MINE, Tab.UNASSIGNED, Tab.WAITING, Tab.OVERDUE)
_COLUMNS = (
    "pk", "contribution__number", "contribution__committee__full_name", "contribution__committee__slug",
    "contribution__body_name", "contribution__form", "contribution__is_sample", "anchor__path", "anchor__kind",
    "anchor__number", "anchor__draft__number", "anchor__draft__consulted_text__slug", "theme__slug", "theme__title",
    "kind", "summary", "answer__response__decision", "answer__response__state", "answer__response",
    "assignee__full_name", "assignee__username", "due_on", "handover_note",
)  # fmt: skip


def lines_of(points: PointQuerySet, *, today: datetime.date, with_quote: bool = False) -> list[Line]:
    """Read lines in the order of their points: two queries however many there are, one where none shares a response."""
    columns = (*_COLUMNS, "quote") if with_quote else _COLUMNS
    rows = list(points.values(*columns))
    sizes = _group_sizes({row["answer__response"] for row in rows if row["answer__response"]})
    return [_line(row, sizes, today) for row in rows]


def count_by_tab(workshop: Workshop, asked: Asked, *, user: User, today: datetime.date) -> dict[Tab, int]:
    """Count what each view of the queue holds under the filters that apply: one query."""
    counts = {f"{tab}_count": Count("pk", filter=tab_condition(tab, user, today)) for tab in Tab}
    counts["all_count"] = Count("pk")
    found = filtered_points(workshop, asked).order_by().aggregate(**counts)
    return {tab: found[f"{tab}_count"] for tab in Tab}


def notes_for(workshop: Workshop, user: User, *, most: int = 5) -> list[Note]:
    """Return what was said to a person with the points handed over that are still open, the most frequent first."""
    rows = Point.objects.in_workshop(workshop).standing().filter(assignee=user).exclude(handover_note="")
    rows = rows.exclude(answer__response__state=ResponseState.APPROVED)
    counted = rows.order_by().values_list("handover_note").annotate(count=Count("pk"))
    return [Note(text, count) for text, count in counted.order_by("-count", "handover_note")[:most]]


def choices_of(workshop: Workshop) -> Choices:
    """Return what can be asked for in a workshop: four queries."""
    themes = Theme.objects.filter(workshop=workshop).order_by("position").values_list("slug", "title")
    people = answering_people().values_list("username", "full_name")
    return Choices(
        articles=tuple(_articles(workshop)),
        themes=tuple(Choice(f"@{slug}", title) for slug, title in themes),
        bodies=tuple(_bodies(workshop)),
        people=tuple(Choice(username, name or username) for username, name in people),
    )


def answering_people() -> QuerySet[User]:
    """Return the people who may answer points, by name."""
    right = {"codename": "change_response", "content_type__app_label": "proceedings"}
    by_group = Q(**{f"groups__permissions__{name}": value for name, value in right.items()})
    by_person = Q(**{f"user_permissions__{name}": value for name, value in right.items()})
    able = by_group | by_person | Q(is_superuser=True)
    return User.objects.filter(able, is_active=True).distinct().order_by("full_name", "username")


def saved_for(workshop: Workshop, user: User) -> list[SavedQueue]:
    """Return the queues that a person kept, and those that others share, by name."""
    rows = SavedQueue.objects.filter(Q(owner=user) | Q(is_shared=True), workshop=workshop)
    return list(rows.select_related("owner").order_by("name", "pk"))


def workshops_with_points(*, user: User, today: datetime.date) -> list[Standing]:
    """Return the workshops that have points, those held last first, with how their points stand: two queries."""
    views = {f"{tab}_count": Count("pk", filter=tab_condition(tab, user, today)) for tab in COUNTED}
    points = Point.objects.standing().order_by().values("contribution__workshop")
    counted: Any = points.annotate(total=Count("pk"), **views)
    counts = {row["contribution__workshop"]: row for row in counted}
    rows = Workshop.objects.filter(pk__in=counts).latest_first()
    return [
        Standing(row, counts[row.pk]["total"], {tab: counts[row.pk][f"{tab}_count"] for tab in COUNTED})
        for row in rows
    ]


def _articles(workshop: Workshop) -> Iterator[Choice]:
    """Yield the articles of the last issued draft of each text, in reading order."""
    issued = Draft.objects.filter(consulted_text__workshop=workshop, state=DraftState.ISSUED)
    last = (
        issued.filter(consulted_text=OuterRef("draft__consulted_text")).order_by("-number").values("pk")[:1]
    )
    rows = Provision.objects.filter(
        draft__consulted_text__workshop=workshop, draft=Subquery(last), kind=ProvisionKind.DIEU
    ).order_by("draft__consulted_text", "position")
    names = ("draft__consulted_text__slug", "path", "kind", "number", "heading")
    for slug, path, kind, number, heading in rows.values_list(*names):
        name = place_name(path, kind, number)
        yield Choice(f"{slug}:{path}", f"{name}. {heading[:80]}" if heading else name)


def _bodies(workshop: Workshop) -> Iterator[Choice]:
    rows = Contribution.objects.in_workshop(workshop).standing()
    names = ("committee__sort_key", "body_name", "committee__slug", "committee__full_name")
    found = (
        rows.values_list(*names)
        .distinct()
        .order_by(F("committee__sort_key").asc(nulls_last=True), *names[1:])
    )
    for _key, name, slug, committee in found:
        yield Choice(slug or f"={name}", committee or name)


def _group_sizes(responses: set[int]) -> dict[int, int]:
    counted = Answer.objects.filter(response__in=responses).order_by().values_list("response")
    return dict(counted.annotate(count=Count("pk"))) if responses else {}


def _line(row: dict[str, Any], sizes: dict[int, int], today: datetime.date) -> Line:
    place, key = _place(row)
    state, due = row["answer__response__state"], row["due_on"]
    committee, name = row["contribution__committee__slug"], row["contribution__body_name"]
    return Line(
        pk=row["pk"],
        number=row["contribution__number"],
        body=row["contribution__committee__full_name"] or name,
        body_key=committee or f"={name}",
        form=ContributionForm(row["contribution__form"]),
        is_sample=row["contribution__is_sample"],
        place=place,
        place_key=key,
        draft_number=row["anchor__draft__number"],
        kind=PointKind(row["kind"]),
        summary=row["summary"],
        quote=row.get("quote", ""),
        decision=Decision(row["answer__response__decision"]) if row["answer__response__decision"] else None,
        state=ResponseState(state) if state else None,
        holder=row["assignee__full_name"] or row["assignee__username"] or "",
        due_on=due,
        is_overdue=bool(due and due < today and state != ResponseState.APPROVED),
        group_size=sizes.get(row["answer__response"], 1),
        note=row["handover_note"],
    )


def _place(row: dict[str, Any]) -> tuple[str, str]:
    if path := row["anchor__path"]:
        slug = row["anchor__draft__consulted_text__slug"]
        return place_name(path, row["anchor__kind"], row["anchor__number"]), f"{slug}:{path}"
    if slug := row["theme__slug"]:
        return row["theme__title"], f"@{slug}"
    return "", GENERAL
