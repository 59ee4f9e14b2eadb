"""The question to a queue as its address has it: read by lists of what is allowed, written back, told in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proceedings.queries.place_names import name_of_path
from proceedings.queries.point_filters import GENERAL, NONE, Asked, Order, Tab
from proceedings.queries.point_queue import Choice, Choices
from proceedings.vocabulary import ContributionForm, Decision, PointKind, ResponseState

LONGEST: Final = 1_000
LONGEST_WORDS: Final = 100
Listed = TypeVar("Listed", bound=TextChoices)


def read_asked(params: Mapping[str, str]) -> Asked:
    """Return what an address asks for; names and values that the queue does not know are left out."""
    given = {name: str(value).replace("\x00", "").strip()[:LONGEST] for name, value in params.items()}
    place = given.get("place", "")
    return Asked(
        tab=_listed(Tab, given.get("tab")) or Tab.MINE,
        place=place if place == GENERAL or place[:1] == "@" or ":" in place else "",
        body=given.get("body", ""),
        kind=_listed(PointKind, given.get("kind")) or "",
        decision=_listed_or_none(Decision, given.get("decision")),
        state=_listed_or_none(ResponseState, given.get("state")),
        holder=given.get("holder", ""),
        due=_day(given.get("due", "")),
        form=_listed(ContributionForm, given.get("form")) or "",
        words=" ".join(given.get("q", "").split())[:LONGEST_WORDS],
        is_shared=given.get("shared") == "1",
        order=_listed(Order, given.get("order")) or Order.DOCUMENT,
    )


def query_of(asked: Asked, **more: Any) -> str:
    """Return the query of the address that asks the same, as short as it can be; ``more`` comes after it."""
    told = {
        "tab": "" if asked.tab == Tab.MINE else asked.tab.value,
        "place": asked.place,
        "body": asked.body,
        "kind": asked.kind,
        "decision": asked.decision,
        "state": asked.state,
        "holder": asked.holder,
        "due": asked.due.isoformat() if asked.due else "",
        "form": asked.form,
        "q": asked.words,
        "shared": "1" if asked.is_shared else "",
        "order": "" if asked.order == Order.DOCUMENT else asked.order.value,
        **more,
    }
    return urlencode({name: value for name, value in told.items() if value})


def told_in_words(asked: Asked, choices: Choices) -> Iterator[str]:
    """Yield what is asked for, each condition as one says it: the head of what is copied, printed and saved."""
    yield str(asked.tab.label)
    places = {each.value: each.label for each in (*choices.articles, *choices.themes)}
    if asked.place:
        yield _("về %(place)s") % {"place": place_words(asked.place, places)}
    if asked.body:
        bodies = {each.value: each.label for each in choices.bodies}
        yield _("của %(body)s") % {"body": bodies.get(asked.body, asked.body.removeprefix("="))}
    for name, value in _closed(asked):
        yield _("%(name)s: %(value)s") % {"name": name, "value": value}
    if asked.holder:
        people = {each.value: each.label for each in choices.people} | {NONE: _("chưa giao ai")}
        yield _("người xử lý: %(person)s") % {"person": people.get(asked.holder, asked.holder)}
    if asked.due:
        yield _("hạn đến hết %(day)s") % {"day": f"{asked.due:%d/%m/%Y}"}
    if asked.words:
        yield _("có chữ “%(words)s”") % {"words": asked.words}
    if asked.is_shared:
        yield _("chung một nội dung trả lời với ý kiến khác")
    yield _("xếp theo %(order)s") % {"order": str(asked.order.label).lower()}


def place_words(place: str, names: Mapping[str, str]) -> str:
    """Return how a place that is asked for is called: by the lists of the workshop, or as its path tells."""
    if place == GENERAL:
        return _("vấn đề chung")
    if place in names:
        return names[place]
    return place[1:] if place.startswith("@") else name_of_path(place.partition(":")[2])


def with_current(choices: tuple[Choice, ...], value: str, label: str) -> tuple[Choice, ...]:
    """Return choices that hold what is asked for, also where the list does not have it any more."""
    if not value or any(each.value == value for each in choices):
        return choices
    return (*choices, Choice(value, label))


def _closed(asked: Asked) -> Iterator[tuple[str, str]]:
    if asked.kind:
        yield _("loại ý kiến"), str(PointKind(asked.kind).label)
    if asked.decision:
        undecided = asked.decision == NONE
        yield _("quyết định"), _("chưa quyết định") if undecided else str(Decision(asked.decision).label)
    if asked.state:
        untouched = asked.state == NONE
        yield _("tình trạng"), _("chưa xử lý") if untouched else str(ResponseState(asked.state).label)
    if asked.form:
        yield pgettext("văn bản", "hình thức"), str(ContributionForm(asked.form).label)


def _listed(choices: type[Listed], value: str | None) -> Listed | None:
    return choices(value) if value in choices.values else None


def _listed_or_none(choices: type[TextChoices], value: str | None) -> str:
    return NONE if value == NONE else str(_listed(choices, value) or "")


def _day(text: str) -> datetime.date | None:
    try:
        day: datetime.date | None = forms.DateField(required=False).clean(text)
    except ValidationError:
        return None
    return day
