"""Writes on the registry: register, amend, void, circulate."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import (
    Committee,
    Contribution,
    Participation,
    RegistryCounter,
    User,
    Workshop,
)
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged, within_limit
from proceedings.operations.typed import clean_typed, refuse_foreign_parts
from proceedings.text.cleaning import clean_line
from proceedings.text.symbols import symbol_key
from proceedings.vocabulary import BodyKind, Circulation, ContributionState, ParticipationState, WorkshopStage

LONGEST_KEY = 60


@operation
def register(*, workshop: Workshop, actor: User, now: datetime.datetime, **fields: Any) -> Contribution:
    """Enter a document in the registry of a workshop and give it the next number.

    ``fields`` are the contribution's own. The number is issued under a lock inside this transaction, so that a
    refusal leaves no gap (law 2). With an ``idempotency_key`` that was used before in this workshop, the
    contribution of that time is returned and nothing happens (law 10). The committee's participation is marked as
    answered.

    Refuses a cancelled workshop, a theme or line of another workshop, a committee that was not in force on the
    document's day, a document that is already in the registry, and whatever the fields' own checks refuse.
    """
    key = fields.get("idempotency_key")
    counter = lock_counter(workshop)
    if key and (known := workshop.contributions.filter(idempotency_key=key).first()):
        return known
    contribution = Contribution(
        workshop=workshop,
        number=counter.last_number + 1,
        **{"received_on": timezone.localdate(now), **fields},
    )
    refuse_cancelled(workshop)
    prepare_and_check(contribution)
    counter.last_number += 1
    counter.save(update_fields=["last_number"])
    contribution.save(force_insert=True)
    follow_up(workshop.pk, contribution.committee_id)
    return contribution


@operation
def amend(
    *, contribution: Contribution, changed: Iterable[str], version: int, actor: User, now: datetime.datetime
) -> Contribution:
    """Save the changed fields of a contribution that was read at ``version``.

    The participations of the committee before and of the one after follow. Refuses a contribution that somebody
    changed meanwhile (:class:`Conflict`), one that is void or replaced, and what :func:`register` refuses.
    """
    before = lock_unchanged(contribution, version=version)
    if before.state == ContributionState.REPLACED:
        raise Refused(
            _("Số %(number)s đã có bản thay thế nên không sửa được nữa. Sửa ở bản thay thế."),
            number=contribution.number,
        )
    if contribution.state == ContributionState.VOID:
        raise Refused(
            _("Số %(number)s đã hủy nên không sửa được nữa. Đăng ký lại văn bản nếu cần."),
            number=contribution.number,
        )
    prepare_and_check(contribution)
    _refuse_split_text(before, contribution)
    contribution.save(update_fields={*changed, "symbol_key", "body_kind", "body_name"})
    follow_up(contribution.workshop_id, before.committee_id, contribution.committee_id)
    contribution.refresh_from_db(fields=["version", "search_key"])
    return contribution


@operation
def void(*, contribution: Contribution, reason: str, actor: User, now: datetime.datetime) -> None:
    """Withdraw a document; its number stays in the registry as void, its committee's participation follows.

    Where it replaced an earlier version, that one stands again in its place. Refuses an empty reason and a second
    time, and an earlier version whose number and date another document has taken meanwhile.
    """
    reason = void_reason(reason)
    locked = Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    refuse_void(locked, reason)
    contribution.state = locked.state = ContributionState.VOID
    contribution.void_reason = locked.void_reason = reason
    locked.save(update_fields=["state", "void_reason"])
    _let_stand_again(locked)
    follow_up(locked.workshop_id, locked.committee_id)


@operation
def circulate(
    *, contributions: Iterable[Contribution], circulation: Circulation, actor: User, now: datetime.datetime
) -> int:
    """Set who may read some contributions; return how many changed."""
    ids = [contribution.pk for contribution in contributions]
    return (
        Contribution.objects.filter(pk__in=ids)
        .exclude(circulation=circulation)
        .update(circulation=circulation)
    )


def void_reason(reason: str) -> str:
    """Return the reason of a withdrawal, cleaned. Refuses one that is too long."""
    return within_limit(clean_line, reason, field="reason")


def refuse_void(locked: Contribution, reason: str) -> None:
    """Refuse to withdraw what is withdrawn, and to withdraw for no reason."""
    if locked.state == ContributionState.VOID:
        raise Refused(_("Số %(number)s đã được hủy trước đó."), number=locked.number)
    if not reason:
        raise Refused(_("Ghi lý do hủy số: lý do được giữ trong sổ."), field="reason")


def prepare(contribution: Contribution) -> None:
    """Clean what was typed; the symbol's key and the kind of body follow from what was given."""
    clean_typed(contribution)
    contribution.symbol_key = symbol_key(contribution.symbol)[:LONGEST_KEY]
    if contribution.committee_id:
        contribution.body_kind, contribution.body_name = BodyKind.COMMITTEE, ""


def prepare_and_check(contribution: Contribution) -> None:
    """Clean a contribution and refuse what the registry does not take; numbers are not looked at."""
    prepare(contribution)
    refuse_foreign_parts(contribution)
    refuse_not_in_force(contribution.committee, contribution.document_on or contribution.received_on)
    _refuse_known(contribution)
    checked(contribution, exclude=["number"])


def lock_counter(workshop: Workshop) -> RegistryCounter:
    """Lock the counter of a workshop until the end of the transaction; who holds it may issue numbers."""
    RegistryCounter.objects.get_or_create(workshop=workshop)
    return RegistryCounter.objects.select_for_update().get(workshop=workshop)


def refuse_cancelled(workshop: Workshop) -> None:
    """Refuse a workshop that was cancelled."""
    if Workshop.objects.filter(pk=workshop.pk, stage=WorkshopStage.CANCELLED).exists():
        raise Refused(_("Hội thảo đã hủy nên không nhận thêm văn bản."), field="workshop")


def refuse_not_in_force(committee: Committee | None, day: datetime.date | None) -> None:
    """Refuse a committee that did not exist on a day, and name the one that did or the time from which it does."""
    if committee is None or day is None or committee.is_in_force_on(day):
        return
    if committee.valid_to and committee.valid_to < day:
        raise Refused(
            _(
                "%(committee)s không còn hoạt động vào ngày %(day)s; từ sau %(end)s là %(today)s. "
                "Chọn lại cấp ủy hoặc sửa ngày."
            ),
            field="committee",
            committee=committee.full_name,
            day=f"{day:%d/%m/%Y}",
            end=f"{committee.valid_to:%d/%m/%Y}",
            today=committee.answering_today().full_name,
        )
    raise Refused(
        _(
            "%(committee)s chưa hoạt động vào ngày %(day)s (chỉ từ %(start)s). "
            "Chọn cấp ủy của thời điểm đó hoặc sửa ngày."
        ),
        field="committee",
        committee=committee.full_name,
        day=f"{day:%d/%m/%Y}",
        start=f"{committee.valid_from:%d/%m/%Y}",
    )


def _refuse_split_text(before: Contribution, after: Contribution) -> None:
    if before.text == after.text:
        return
    if before.points.exists() or before.no_requests.exists():
        raise Refused(
            _(
                "Văn bản số %(number)s đã được tách thành ý kiến nên không sửa toàn văn được nữa. "
                "Đăng ký bản thay thế: các ý kiến còn nguyên lời sẽ được chuyển sang."
            ),
            field="text",
            number=before.number,
        )


def _refuse_known(contribution: Contribution) -> None:
    if not (contribution.committee_id and contribution.symbol_key and contribution.document_on):
        return
    known = (
        Contribution.objects.standing()
        .filter(
            workshop=contribution.workshop,
            committee=contribution.committee,
            symbol_key=contribution.symbol_key,
            document_on=contribution.document_on,
        )
        .exclude(pk=contribution.pk)
        .first()
    )
    if known:
        raise Refused(
            _(
                "Văn bản %(symbol)s ngày %(day)s của %(committee)s đã vào sổ: số %(number)s. "
                "Mở số đó để sửa thay vì đăng ký lần nữa."
            ),
            field="symbol",
            symbol=contribution.symbol,
            day=f"{contribution.document_on:%d/%m/%Y}",
            committee=contribution.body,
            number=known.number,
        )


def _let_stand_again(later: Contribution) -> None:
    """Give the place in the programme back to the version that a withdrawn one had replaced, and let it stand."""
    if later.replaces_id is None:
        return
    earlier = Contribution.objects.select_for_update(of=("self",)).get(pk=later.replaces_id)
    if earlier.state != ContributionState.REPLACED:
        return
    _refuse_known(earlier)
    agenda_item_id = later.agenda_item_id
    Contribution.objects.filter(pk=later.pk).update(agenda_item=None)
    earlier.state, earlier.agenda_item_id = ContributionState.REGISTERED, agenda_item_id
    earlier.save(update_fields=["state", "agenda_item"])
    follow_up(earlier.workshop_id, earlier.committee_id)


def follow_up(workshop_id: int, *committee_ids: int | None) -> None:
    """Let participations say what the registry says: answered exactly while a contribution of the committee stands."""
    for committee_id in {committee_id for committee_id in committee_ids if committee_id}:
        standing = Contribution.objects.standing().filter(workshop=workshop_id, committee=committee_id)
        answered = Participation.objects.filter(
            workshop=workshop_id, committee=committee_id, state=ParticipationState.ANSWERED
        )
        if not standing.exists():
            answered.update(state=ParticipationState.INVITED)
        elif not answered.exists():
            Participation.objects.update_or_create(
                workshop_id=workshop_id,
                committee_id=committee_id,
                defaults={"state": ParticipationState.ANSWERED},
            )
