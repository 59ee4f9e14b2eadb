"""Writes on the texts that a workshop consults on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import ConsultedText, User, Workshop
from proceedings.operations.closings import refuse_unclosed
from proceedings.operations.contributions import refuse_cancelled
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, lock_unchanged
from proceedings.operations.typed import clean_typed


@operation
def add_text(*, workshop: Workshop, actor: User, now: datetime.datetime, **fields: Any) -> ConsultedText:
    """Enter a text under consultation: ``slug``, ``title``, ``family``; the first one is the workshop's main text.

    Without a ``position`` it comes last. Refuses a cancelled workshop, and a slug or place that is taken.
    """
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    refuse_cancelled(workshop)
    last = workshop.consulted_texts.aggregate(last=Max("position"))["last"] or 0
    text = ConsultedText(workshop=workshop, **{"position": last + 1, **fields})
    _clean_and_check(text)
    text.save(force_insert=True)
    return text


@operation
def amend_text(
    *,
    consulted_text: ConsultedText,
    changed: Iterable[str],
    version: int,
    actor: User,
    now: datetime.datetime,
) -> ConsultedText:
    """Save the changed fields of a text that was read at ``version``; refuses what changed meanwhile.

    A new ``position`` changes places with the text that has it, so that there always is one main text.
    """
    before = lock_unchanged(consulted_text, version=version)
    changed = set(changed)
    _refuse_unknown_place(consulted_text)
    if before.position != consulted_text.position:
        taken = ConsultedText.objects.filter(
            workshop=consulted_text.workshop_id, position=consulted_text.position
        )
        taken.exclude(pk=consulted_text.pk).update(position=before.position)
    _clean_and_check(consulted_text)
    consulted_text.save(update_fields=changed)
    consulted_text.refresh_from_db(fields=["version"])
    return consulted_text


@operation
def record_issued_document(
    *,
    consulted_text: ConsultedText,
    symbol: str,
    on: datetime.date | None,
    title: str,
    version: int | None = None,
    actor: User,
    now: datetime.datetime,
) -> ConsultedText:
    """Say which document the text became in the end; said again, it is corrected, and with nothing it is taken back.

    Refuses one without symbol, day or title, a day that is still to come, a workshop whose synthesis was not closed
    (:mod:`proceedings.operations.closings`), and with a ``version`` a text that somebody changed since it was read.
    """
    if version is not None:
        lock_unchanged(consulted_text, version=version)
    locked = ConsultedText.objects.select_for_update().get(pk=consulted_text.pk)
    if on is not None and on > timezone.localdate(now):
        raise Refused(_("Ngày ban hành không thể ở tương lai."), field="issued_on")
    if symbol.strip():
        refuse_unclosed(locked.workshop)
    locked.issued_symbol, locked.issued_on, locked.issued_title = symbol, on, title
    _clean_and_check(locked)
    locked.save(update_fields=["issued_symbol", "issued_on", "issued_title"])
    return locked


def _clean_and_check(text: ConsultedText) -> None:
    clean_typed(text)
    checked(text)


def _refuse_unknown_place(text: ConsultedText) -> None:
    count = ConsultedText.objects.filter(workshop=text.workshop_id).count()
    if not 1 <= (text.position or 0) <= count:
        raise Refused(_("Thứ tự phải từ 1 đến %(count)s."), field="position", count=count)
