"""The versions of a response, from the history that the database keeps: what each said, who wrote it, and when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, cast

from django.utils.translation import gettext as _

from proceedings.models import Response
from proceedings.queries.history import event_model
from proceedings.queries.operation_names import name_operation
from proceedings.vocabulary import Decision, ResponseState

#: The latest versions that are read.
MOST = 200


@dataclass(frozen=True, slots=True)
class Version:
    """What a response was after one act; ``number`` counts from 1."""

    number: int
    at: datetime.datetime
    actor: str
    act: str
    decision: str
    reason: str
    resulting: str
    state: str
    note: str

    @property
    def decision_name(self) -> str:
        """What was decided, in words."""
        return str(Decision(self.decision).label) if self.decision else ""

    @property
    def state_name(self) -> str:
        """Where it stood, in words."""
        return str(ResponseState(self.state).label)


def versions_of(response: Response) -> tuple[Version, ...]:
    """Return the versions of a response, the latest first: one query."""
    rows = event_model(Response)._default_manager.filter(pgh_obj=response.pk).select_related("pgh_context")
    events = list(rows.order_by("-pgh_id")[:MOST])
    return tuple(_version(event, len(events) - place) for place, event in enumerate(events))


def _version(event: Any, number: int) -> Version:
    told = cast("dict[str, str]", event.pgh_context.metadata if event.pgh_context else {})
    return Version(
        number=number,
        at=event.pgh_created_at,
        actor=told.get("actor_name") or _("hệ thống"),
        act=name_operation(told.get("operation", "")),
        decision=event.decision,
        reason=event.reason,
        resulting=event.resulting_label,
        state=event.state,
        note=event.return_note,
    )
