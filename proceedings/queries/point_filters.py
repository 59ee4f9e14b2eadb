"""What may be asked of the points of a workshop: each question by itself, and all of them together."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, F, OrderBy, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, User, Workshop
from proceedings.models.points import Point, PointQuerySet
from proceedings.text.folding import fold
from proceedings.vocabulary import ResponseState

#: What stands for "has none" where a value is asked for; no slug, name of an account or closed list has it.
NONE: Final = "=none"
#: Points about no provision and no theme.
GENERAL: Final = "general"


class Tab(TextChoices):
    """The views of a queue. All but the last leave out what is done."""

    MINE = "mine", _("Việc của tôi")
    UNASSIGNED = "unassigned", _("Chưa giao")
    WAITING = "waiting", _("Chờ duyệt")
    OVERDUE = "overdue", _("Quá hạn")
    ALL = "all", _("Tất cả")


class Order(TextChoices):
    """In which order a queue is read."""

    DOCUMENT = "document", _("Số văn bản")
    PLACE = "place", _("Điều khoản")
    DUE = "due", _("Hạn xử lý")
    BODY = "body", _("Cấp ủy")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the queue: all that is set holds together; what is empty does not count.

    ``place`` is ``general``, ``@`` and the slug of a theme, or ``slug of the text:path`` (the provision and all below
    it, in whatever draft); ``body`` the slug of a committee, or ``=`` and the name of another body; ``holder`` the name
    of an account; ``decision``, ``state`` and ``holder`` may be :data:`NONE`. ``due`` keeps what is due by that day.
    """

    tab: Tab = Tab.MINE
    place: str = ""
    body: str = ""
    kind: str = ""
    decision: str = ""
    state: str = ""
    holder: str = ""
    due: datetime.date | None = None
    form: str = ""
    words: str = ""
    is_shared: bool = False
    order: Order = Order.DOCUMENT

    @property
    def is_filtered(self) -> bool:
        """Tell whether anything but the view and the order was asked for."""
        return self != Asked(tab=self.tab, order=self.order)


_NOT_DONE = ~Q(answer__response__state=ResponseState.APPROVED) | Q(answer=None)

_NUMBERED = (F("contribution__number").asc(), F("start").asc(), F("pk").asc())
ORDERS: Final[dict[Order, tuple[OrderBy, ...]]] = {
    Order.DOCUMENT: _NUMBERED,
    Order.PLACE: (
        F("anchor__draft__consulted_text").asc(nulls_last=True),
        F("anchor__draft__number").asc(nulls_last=True),
        F("anchor__position").asc(nulls_last=True),
        F("theme__position").asc(nulls_last=True),
        *_NUMBERED,
    ),
    Order.DUE: (F("due_on").asc(nulls_last=True), *_NUMBERED),
    Order.BODY: (
        F("contribution__committee__sort_key").asc(nulls_last=True),
        F("contribution__committee").asc(nulls_last=True),
        F("contribution__body_name").asc(),
        *_NUMBERED,
    ),
}


def points_asked(workshop: Workshop, asked: Asked, *, user: User, today: datetime.date) -> PointQuerySet:
    """Return the standing points of a workshop that answer a question, in the order asked for."""
    rows = filtered_points(workshop, asked).filter(tab_condition(asked.tab, user, today))
    return rows.order_by(*ORDERS[asked.order])


def page_of_points(points: PointQuerySet, order: Order, start: int, end: int) -> PointQuerySet:
    """Return some points of many in their order; what is joined to show them is not carried through the sorting."""
    keys = points.values("pk")[start:end]
    return Point.objects.filter(pk__in=keys).order_by(*ORDERS[order])


def filtered_points(workshop: Workshop, asked: Asked) -> PointQuerySet:
    """Return the standing points of a workshop that answer all of a question but its view."""
    return Point.objects.in_workshop(workshop).standing().filter(_condition(asked))


def tab_condition(tab: Tab, user: User, today: datetime.date) -> Q:
    """Return what a view of the queue keeps, for a person on a day."""
    if tab == Tab.MINE:
        return Q(assignee=user) & _NOT_DONE
    if tab == Tab.UNASSIGNED:
        return Q(assignee=None) & _NOT_DONE
    if tab == Tab.WAITING:
        return Q(answer__response__state=ResponseState.PROPOSED)
    if tab == Tab.OVERDUE:
        return Q(due_on__lt=today) & _NOT_DONE
    return Q()


def _condition(asked: Asked) -> Q:
    found = _placed(asked.place) & _said_by(asked.body) & _held_by(asked.holder) & _worded(asked.words)
    if asked.kind:
        found &= Q(kind=asked.kind)
    if asked.form:
        found &= Q(contribution__form=asked.form)
    if asked.due:
        found &= Q(due_on__lte=asked.due)
    if asked.decision:
        nothing = Q(answer=None) | Q(answer__response__decision="")
        found &= nothing if asked.decision == NONE else Q(answer__response__decision=asked.decision)
    if asked.state:
        found &= Q(answer=None) if asked.state == NONE else Q(answer__response__state=asked.state)
    if asked.is_shared:
        counted = Answer.objects.values("response").annotate(count=Count("pk")).filter(count__gt=1)
        found &= Q(answer__response__in=counted.values("response"))
    return found


def _placed(place: str) -> Q:
    if not place:
        return Q()
    if place == GENERAL:
        return Q(anchor=None, theme=None)
    if place.startswith("@"):
        return Q(theme__slug=place[1:])
    text, _colon, path = place.partition(":")
    within = Q(anchor__path=path) | Q(anchor__path__startswith=f"{path}.")
    return Q(anchor__draft__consulted_text__slug=text) & within


def _said_by(body: str) -> Q:
    if not body:
        return Q()
    if body.startswith("="):
        return Q(contribution__committee=None, contribution__body_name=body[1:])
    return Q(contribution__committee__slug=body)


def _held_by(holder: str) -> Q:
    if not holder:
        return Q()
    return Q(assignee=None) if holder == NONE else Q(assignee__username=holder)


def _worded(words: str) -> Q:
    found = Q()
    for word in fold(words).split():
        found &= Q(search_key__contains=word)
    return found
