"""What waits to be split into points, and one contribution as it is split: its points and its quiet stretches."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, Q, Value, When

from proceedings.models import Contribution, NoRequest, Point, User, Workshop
from proceedings.queries.history import event_model
from proceedings.text.folding import fold
from proceedings.vocabulary import ContributionForm, ContributionState, Stance


class Who(StrEnum):
    """Whose contributions a list shows."""

    ALL = "all"
    MINE = "mine"
    NOBODY = "nobody"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class SplitLine:
    """One contribution of the list; counts are of paragraphs with words, and of points."""

    pk: int
    number: int
    body: str
    title: str
    form: str
    stance: str
    theme: int | None
    theme_title: str
    paragraph_count: int
    open_count: int
    point_count: int
    editor: int | None
    editor_name: str
    due_on: datetime.date | None
    is_late: bool
    is_sample: bool

    @property
    def done_count(self) -> int:
        """Return how many paragraphs are accounted for."""
        return self.paragraph_count - self.open_count

    def is_of(self, who: Who, user: int) -> bool:
        """Tell whether the line is among those that somebody asked for."""
        return {
            Who.ALL: True,
            Who.MINE: self.editor == user,
            Who.NOBODY: self.editor is None,
            Who.UNFINISHED: self.open_count > 0,
        }[who]


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote a row, and when."""

    by: str
    at: datetime.datetime


def workshops_to_split() -> list[Workshop]:
    """Return all workshops, the latest first, with the number of contributions and of those not split: one query."""
    standing = Q(contributions__state=ContributionState.REGISTERED)
    open_ = standing & Q(contributions__coverage__open_count__gt=0)
    counted = Workshop.objects.annotate(
        contribution_count=Count("contributions", filter=standing),
        open_count=Count("contributions", filter=open_),
    )
    return list(counted.order_by("-held_on", "-pk"))


def lines_to_split(workshop: Workshop, today: datetime.date) -> list[SplitLine]:
    """Return the standing contributions of a workshop by number: one query, whatever their length."""
    rows = Contribution.objects.in_workshop(workshop).standing().defer("text", "summary").by_number()
    return [
        _line(row, today)
        for row in rows.select_related("committee", "theme", "coverage", "splitting__editor")
    ]


def keep_lines(lines: Iterable[SplitLine], *, theme: int | None = None, body: str = "") -> list[SplitLine]:
    """Keep the lines of a theme whose body is named by some words, accents or not."""
    words = fold(body).split()
    return [
        line
        for line in lines
        if (theme is None or line.theme == theme) and all(word in fold(line.body) for word in words)
    ]


def points_in(contribution: Contribution) -> list[Point]:
    """Return the points of a contribution in the order of its text, with what they are about: one query."""
    rows = contribution.points.select_related("anchor__draft__consulted_text", "theme", "answer__response")
    return list(rows.order_by("start", "pk"))


def quiet_in(contribution: Contribution) -> list[NoRequest]:
    """Return the stretches of a contribution that ask for nothing, with who said so: one query."""
    return list(contribution.no_requests.select_related("marked_by").order_by("start", "pk"))


def next_open(contribution: Contribution, user: User) -> int | None:
    """Return the number of the next contribution with open words that is this person's or nobody's: one query."""
    rows = Contribution.objects.filter(workshop=contribution.workshop_id).standing()
    rows = rows.filter(coverage__open_count__gt=0).exclude(pk=contribution.pk)
    rows = rows.filter(Q(splitting=None) | Q(splitting__editor=user))
    after = Case(When(number__gt=contribution.number, then=Value(0)), default=Value(1))
    return rows.order_by(after, "number").values_list("number", flat=True).first()


def later_version(contribution: Contribution) -> Contribution | None:
    """Return the document that replaces one, if there is one: one query."""
    rows = contribution.replacements.exclude(state=ContributionState.VOID).defer("text")
    return rows.order_by("-number").first()


def overlapping(contribution: Contribution, start: int, end: int) -> tuple[Point, Written | None] | None:
    """Return the point that has words of a span, with who marked it and when: two queries."""
    point = contribution.points.filter(start__lt=end, end__gt=start).order_by("start").first()
    return (point, marked(point)) if point else None


def marked(point: Point) -> Written | None:
    """Return who marked a point and when: one query."""
    events = event_model(Point)._default_manager.filter(pgh_obj=point.pk, pgh_label="insert")
    event = events.select_related("pgh_context").order_by("pgh_id").first()
    return _written(event) if event else None


def removed_point(contribution: Contribution, key: int) -> Point | None:
    """Return what a point said that was taken back, as its history has it: one query."""
    events = event_model(Point)._default_manager.filter(pgh_obj=key, contribution=contribution)
    event: Any = events.order_by("-pgh_id").first()
    if event is None or event.pgh_label != "delete":
        return None
    names = ("start", "end", "quote", "kind", "anchor_id", "theme_id", "wording", "summary")
    return Point(contribution=contribution, **{name: getattr(event, name) for name in names})


def _written(event: Any) -> Written:
    said = event.pgh_context.metadata if event.pgh_context else {}
    return Written(str(said.get("actor_name", "")), event.pgh_created_at)


def _line(row: Contribution, today: datetime.date) -> SplitLine:
    splitting = getattr(row, "splitting", None)
    coverage = row.coverage
    return SplitLine(
        pk=row.pk,
        number=row.number,
        body=row.body,
        title=row.title,
        form=str(ContributionForm(row.form).label),
        stance=str(Stance(row.stance).label) if row.stance else "",
        theme=row.theme_id,
        theme_title=row.theme.title if row.theme else "",
        paragraph_count=coverage.paragraph_count,
        open_count=coverage.open_count,
        point_count=coverage.point_count,
        editor=splitting.editor_id if splitting else None,
        editor_name=str(splitting.editor) if splitting else "",
        due_on=splitting.due_on if splitting else None,
        is_late=bool(splitting and splitting.due_on and splitting.due_on < today and coverage.open_count),
        is_sample=row.is_sample,
    )
