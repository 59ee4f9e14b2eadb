"""Writes on versions of one document: a later one replaces an earlier one, which keeps its number."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, User
from proceedings.operations import contributions as registry
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import ContributionState

#: What the earlier version was given in the register and the later one takes over, unless it is told otherwise.
TAKEN_OVER = ("theme", "circulation", "stance", "form", "presented_live", "speaking_order", "agenda_item")


@operation
def replace(*, earlier: Contribution, actor: User, now: datetime.datetime, **fields: Any) -> Contribution:
    """Enter a later version of a document under a number of its own; the earlier keeps its number, as replaced.

    The place of the earlier one in the register (theme, circulation, order of speaking) goes over to the later one,
    where ``fields`` say nothing else; withdrawing the later one gives it back. Refuses an earlier version that does
    not stand, and what ``register`` refuses.
    """
    before = _lock_standing(earlier)
    taken_over = {name: getattr(before, name) for name in TAKEN_OVER}
    before.state, before.agenda_item = ContributionState.REPLACED, None
    before.save(update_fields=["state", "agenda_item"])
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    return registry.register(
        workshop=before.workshop, actor=actor, now=now, **{**taken_over, **given, "replaces": before}
    )


def _lock_standing(contribution: Contribution) -> Contribution:
    locked = Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    if locked.state != ContributionState.REGISTERED:
        raise Refused(
            _("Số %(number)s không còn hiệu lực trong sổ nên không thay được. Chọn bản đang có hiệu lực."),
            number=locked.number,
            field="replaces",
        )
    return locked
