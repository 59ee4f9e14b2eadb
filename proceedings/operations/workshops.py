"""Writes on workshops: convene, amend, move on, and arrange their parts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import (
    Committee,
    Contribution,
    Delegate,
    Participation,
    RegistryCounter,
    Reminder,
    User,
    Workshop,
)
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged
from proceedings.operations.typed import clean_typed, refuse_foreign_parts
from proceedings.text.sorting import given_name_key
from proceedings.vocabulary import WORKSHOP_MOVES, ParticipationState, WorkshopStage, may_move


@operation
def convene(*, actor: User, now: datetime.datetime, **fields: Any) -> Workshop:
    """Begin a workshop: make its row and its registry, which starts at number 1."""
    workshop = Workshop(**fields)
    clean_typed(workshop)
    checked(workshop)
    workshop.save(force_insert=True)
    RegistryCounter.objects.create(workshop=workshop)
    return workshop


@operation
def amend(
    *, workshop: Workshop, changed: Iterable[str], version: int, actor: User, now: datetime.datetime
) -> Workshop:
    """Save the changed fields of a workshop that was read at ``version``.

    Refuses what somebody changed meanwhile and a stage that the table of moves does not allow.
    """
    before = lock_unchanged(workshop, version=version)
    clean_typed(workshop)
    _refuse_move(before, WorkshopStage(workshop.stage))
    checked(workshop)
    workshop.save(update_fields=set(changed))
    workshop.refresh_from_db(fields=["version"])
    return workshop


@operation
def move_on(*, workshop: Workshop, stage: WorkshopStage, actor: User, now: datetime.datetime) -> None:
    """Bring a workshop to another stage; refuses a move that the table does not allow."""
    locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
    _refuse_move(locked, stage)
    workshop.stage = locked.stage = stage
    locked.save(update_fields=["stage"])


@operation
def invite(
    *, workshop: Workshop, committees: Iterable[Committee], actor: User, now: datetime.datetime
) -> list[Participation]:
    """Ask committees for their opinion; those already asked stay as they are. Return whom this asked.

    Refuses a committee that is not in force on the day of the event.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    known = set(Participation.objects.filter(workshop=workshop).values_list("committee_id", flat=True))
    chosen = list(committees)
    fresh = [committee for committee in chosen if committee.pk not in known]
    day = workshop.held_on or timezone.localdate(now)
    for committee in fresh:
        if not committee.is_in_force_on(day):
            raise Refused(
                _("%(committee)s không hoạt động vào ngày %(day)s nên không mời được."),
                field="committee",
                committee=committee.full_name,
                day=f"{day:%d/%m/%Y}",
            )
    noted = list(
        Participation.objects.filter(
            workshop=workshop, committee__in=chosen, state=ParticipationState.NOT_SENT
        ).order_by("pk")
    )
    for participation in noted:
        participation.state = ParticipationState.INVITED
        participation.save(update_fields=["state"])
    return noted + Participation.objects.bulk_create(
        Participation(workshop=workshop, committee=committee, state=ParticipationState.INVITED)
        for committee in fresh
    )


@operation
def remind(
    *,
    participation: Participation,
    reminded_on: datetime.date,
    note: str,
    actor: User,
    now: datetime.datetime,
) -> Reminder:
    """Write a line into a committee's reminder log; refuses where an answer is already there."""
    if participation.state == ParticipationState.ANSWERED:
        raise Refused(
            _("%(committee)s đã trả lời nên không cần nhắc."), committee=participation.committee.full_name
        )
    reminder = Reminder(participation=participation, reminded_on=reminded_on, note=note)
    clean_typed(reminder)
    checked(reminder)
    reminder.save()
    return reminder


@operation
def remind_all(
    *, participations: Iterable[Participation], note: str, actor: User, now: datetime.datetime
) -> list[Reminder]:
    """Write today's line into the log of several committees; refuses all where one has answered."""
    today = timezone.localdate(now)
    return [
        remind(participation=participation, reminded_on=today, note=note, actor=actor, now=now)
        for participation in participations
    ]


@operation
def arrange(
    *,
    saved: Iterable[models.Model],
    removed: Iterable[models.Model] = (),
    actor: User,
    now: datetime.datetime,
) -> list[models.Model]:
    """Save and remove parts of a workshop: themes, sites, participations, delegates, lines of the programme.

    Removing goes first, so that a place in an order can be taken by another; two parts may exchange their places,
    so places are compared when all stand. Refuses what the parts' own checks refuse, what points into another
    workshop, removing what others point at, and a participation that contradicts the registry.
    """
    for part in removed:
        if isinstance(part, Participation):
            _refuse_untrue(part, state=None)
        try:
            part.delete()
        except models.ProtectedError as error:
            raise Refused(_("Không xóa được “%(part)s” vì còn nơi khác dùng đến."), part=str(part)) from error
    rows = list(saved)
    for part in rows:
        if isinstance(part, Delegate) and not part.sort_key:
            part.sort_key = given_name_key(part.full_name)
        if isinstance(part, Participation):
            _refuse_untrue(part, state=ParticipationState(part.state))
        clean_typed(part)
        refuse_foreign_parts(part)
        checked(part, exclude=["position"])
        part.save()
    for part in rows:
        checked(part)
    return rows


def _refuse_move(workshop: Workshop, stage: WorkshopStage) -> None:
    if not may_move(WORKSHOP_MOVES, WorkshopStage(workshop.stage), stage):
        raise Refused(
            _("Không chuyển được từ “%(before)s” sang “%(after)s”."),
            field="stage",
            before=workshop.get_stage_display(),
            after=stage.label,
        )


def _refuse_untrue(participation: Participation, *, state: ParticipationState | None) -> None:
    """Refuse a state (None: the row is to go) that contradicts the registry: it follows from what stands there."""
    committee = participation.committee
    has_written = (
        Contribution.objects.standing()
        .filter(workshop=participation.workshop_id, committee=committee)
        .exists()
    )
    if has_written and state != ParticipationState.ANSWERED:
        raise Refused(
            _(
                "%(committee)s có văn bản trong sổ nên đã trả lời. Nếu văn bản vào sổ nhầm, hủy số của văn bản; "
                "tình trạng tự đổi theo."
            ),
            field="state",
            committee=committee.full_name,
        )
    if state == ParticipationState.ANSWERED and not has_written:
        raise Refused(
            _(
                "%(committee)s chưa có văn bản nào trong sổ. Vào sổ văn bản trả lời; tình trạng tự đổi theo. "
                "Nếu trả lời không có ý kiến, chọn “Không có ý kiến”."
            ),
            field="state",
            committee=committee.full_name,
        )
