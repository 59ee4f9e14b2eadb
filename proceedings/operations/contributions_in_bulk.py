"""Writes on many contributions at once: all of them or none."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import Attachment, Contribution, Theme, User, Workshop
from proceedings.operations import contributions as registry
from proceedings.operations.attachments import kept_file, refuse_unfit
from proceedings.operations.bulk_checks import RowRefused, check_row, naming_row
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import ContributionState

#: How many rows one statement writes.
BATCH: Final = 500

#: Told now and then: how many rows are written, of how many.
OnProgress = Callable[[int, int], None]


@operation
def register_all(
    *,
    workshop: Workshop,
    rows: Sequence[Mapping[str, Any]],
    on_progress: OnProgress | None = None,
    actor: User,
    now: datetime.datetime,
) -> list[Contribution]:
    """Enter many documents in the registry of a workshop under numbers that follow one another, in the given order.

    Each row has the fields that ``register`` takes; parts (committee, theme) are given as rows of the record, not by
    their keys. A row whose ``idempotency_key`` was used before is not entered again: its contribution of that time is
    returned in its place (law 10). Participations follow.

    Refuses all where ``register`` would refuse one, as :class:`RowRefused` with the row's place.
    """
    known = _known(workshop, rows)
    prepared = {place: _prepared(workshop, rows[place], place, now) for place in _fresh(rows, known)}
    counter = registry.lock_counter(workshop)
    registry.refuse_cancelled(workshop)
    known = _known(workshop, rows)
    made = {place: prepared[place] for place in _fresh(rows, known) if place in prepared}
    if made:
        for number, contribution in enumerate(made.values(), counter.last_number + 1):
            contribution.number = number
        counter.last_number += len(made)
        counter.save(update_fields=["last_number"])
        _insert(made, on_progress)
        registry.follow_up(workshop.pk, *(contribution.committee_id for contribution in made.values()))
    given = known | {each.idempotency_key: each for each in made.values()}
    return [made.get(place) or given[row["idempotency_key"]] for place, row in enumerate(rows)]


@operation
def attach_to_all(
    *,
    contributions: Sequence[Contribution],
    name: str,
    content: bytes,
    media_type: str,
    actor: User,
    now: datetime.datetime,
) -> int:
    """Keep one file, as it was received, with many contributions; return with how many it was not kept yet.

    Refuses what ``attach`` refuses.
    """
    refuse_unfit(name, content)
    sha256 = hashlib.sha256(content).hexdigest()
    ids = [contribution.pk for contribution in contributions]
    having = set(
        Attachment.objects.filter(contribution__in=ids, sha256=sha256).values_list("contribution", flat=True)
    )
    if not (missing := [pk for pk in ids if pk not in having]):
        return 0
    kept = kept_file(name=name, content=content, media_type=media_type, sha256=sha256)
    Attachment.objects.bulk_create(
        (
            Attachment(
                contribution_id=pk,
                file=kept.file.name,
                name=kept.name,
                media_type=kept.media_type,
                size=kept.size,
                sha256=sha256,
            )
            for pk in missing
        ),
        batch_size=BATCH,
    )
    return len(missing)


@operation
def assign_theme(
    *, contributions: Iterable[Contribution], theme: Theme | None, actor: User, now: datetime.datetime
) -> int:
    """Put contributions under a theme (or under none); return how many changed.

    Refuses, for all of them, where one belongs to another workshop than the theme.
    """
    ids = [contribution.pk for contribution in contributions]
    rows = list(Contribution.objects.select_for_update(of=("self",)).filter(pk__in=ids).by_number())
    for row in rows:
        if theme is not None and row.workshop_id != theme.workshop_id:
            raise Refused(
                _("Số %(number)s thuộc hội thảo khác với nhóm vấn đề đã chọn, nên chưa xếp văn bản nào."),
                field="theme",
                number=row.number,
            )
    changed = [row.pk for row in rows if row.theme_id != (theme.pk if theme else None)]
    return Contribution.objects.filter(pk__in=changed).update(theme=theme)


@operation
def void_all(
    *, contributions: Iterable[Contribution], reason: str, actor: User, now: datetime.datetime
) -> int:
    """Withdraw contributions for one reason; return how many. Refuses all where one cannot be withdrawn.

    Numbers stay as void, participations follow, and what one of them had replaced stands again.
    """
    rows = list(contributions)
    reason = registry.void_reason(reason)
    locked = list(
        Contribution.objects.select_for_update(of=("self",))
        .filter(pk__in=[row.pk for row in rows])
        .only("workshop", "number", "committee", "state", "replaces")
        .by_number()
    )
    for each in locked:
        registry.refuse_void(each, reason)
    for each in locked:
        if each.replaces_id is not None:
            registry.void(contribution=each, reason=reason, actor=actor, now=now)
    plain = [each for each in locked if each.replaces_id is None]
    Contribution.objects.filter(pk__in=[each.pk for each in plain]).update(
        state=ContributionState.VOID, void_reason=reason
    )
    for workshop_id in sorted({each.workshop_id for each in plain}):
        registry.follow_up(
            workshop_id, *(each.committee_id for each in plain if each.workshop_id == workshop_id)
        )
    for row in rows:
        row.state, row.void_reason = ContributionState.VOID, reason
    return len(rows)


def _known(workshop: Workshop, rows: Sequence[Mapping[str, Any]]) -> dict[Any, Contribution]:
    keys = [key for row in rows if (key := row.get("idempotency_key"))]
    return {row.idempotency_key: row for row in workshop.contributions.filter(idempotency_key__in=keys)}


def _fresh(rows: Sequence[Mapping[str, Any]], known: Container[Any]) -> list[int]:
    """Return the places of the rows that are to be entered: those whose key nobody has used, also no row before."""
    seen, places = set(), []
    for place, row in enumerate(rows):
        key = row.get("idempotency_key")
        if not key or (key not in known and key not in seen):
            places.append(place)
            seen.add(key)
    return places


def _prepared(workshop: Workshop, row: Mapping[str, Any], place: int, now: datetime.datetime) -> Contribution:
    contribution = Contribution(
        workshop=workshop, number=0, **{"received_on": timezone.localdate(now), **row}
    )
    with naming_row(place):
        check_row(contribution)
    return contribution


def _insert(made: Mapping[int, Contribution], on_progress: OnProgress | None) -> None:
    done = 0
    for batch in _batches(list(made.items())):
        try:
            with transaction.atomic():
                Contribution.objects.bulk_create([contribution for _place, contribution in batch])
        except IntegrityError:
            _insert_one_by_one(batch)
        done += len(batch)
        if on_progress:
            on_progress(done, len(made))


def _insert_one_by_one(batch: Sequence[tuple[int, Contribution]]) -> None:
    """Find the row that the database has refused among many, and say in words why."""
    for place, contribution in batch:
        contribution.pk = None
        with naming_row(place):
            registry.prepare_and_check(contribution)
        contribution.save(force_insert=True)


def _batches(rows: list[tuple[int, Contribution]]) -> Iterator[list[tuple[int, Contribution]]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


__all__ = ["RowRefused", "assign_theme", "attach_to_all", "register_all", "void_all"]
