"""Writes on many contributions at once: all of them or none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, Theme, User
from proceedings.operations import contributions as registry
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused


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
    """Withdraw contributions for one reason; return how many. Refuses all where one cannot be withdrawn."""
    rows = list(contributions)
    for row in rows:
        registry.void(contribution=row, reason=reason, actor=actor, now=now)
    return len(rows)
