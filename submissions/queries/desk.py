"""What waits at the intake desk: how many in each workshop, and the count of everything that one received."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import cached_property

from proceedings.models import Workshop
from proceedings.vocabulary import WorkshopStage
from submissions.models import Submission
from submissions.vocabulary import OPEN, UNDER_WAY, SubmissionState

#: The stages of a workshop in which documents arrive.
OPEN_STAGES = frozenset(
    {
        WorkshopStage.SCHEDULED, WorkshopStage.COLLECTING, WorkshopStage.CLOSED, WorkshopStage.HELD,
        WorkshopStage.SYNTHESISING,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """How many submissions a workshop has in each state; together they are all that were received (law 1)."""

    by_state: dict[str, int]

    def _sum(self, states: frozenset[SubmissionState]) -> int:
        return sum(self.by_state.get(state, 0) for state in states)

    @cached_property
    def received(self) -> int:
        """All that came in, and all that came in it."""
        return sum(self.by_state.values())

    @property
    def accepted(self) -> int:
        """What is in the registry."""
        return self.by_state.get(SubmissionState.ACCEPTED, 0)

    @property
    def reading(self) -> int:
        """What waits for the machine."""
        return self._sum(UNDER_WAY)

    @property
    def waiting(self) -> int:
        """What waits for the machine or a person."""
        return self._sum(OPEN | UNDER_WAY)

    @property
    def ready(self) -> int:
        """What can be registered at once."""
        return self.by_state.get(SubmissionState.READY, 0)

    @property
    def doubtful(self) -> int:
        """What a person must look at."""
        return self.by_state.get(SubmissionState.DOUBTFUL, 0)

    @property
    def refused(self) -> int:
        """What was refused with a reason."""
        return self.by_state.get(SubmissionState.REFUSED, 0)

    @property
    def opened(self) -> int:
        """Archives and mails whose contents are counted by themselves."""
        return self.by_state.get(SubmissionState.OPENED, 0)


@dataclass(frozen=True)
class Waiting:
    """A workshop and what waits at its door."""

    workshop: Workshop
    doubtful: int
    ready: int
    reading: int

    @property
    def total(self) -> int:
        """All that waits."""
        return self.doubtful + self.ready + self.reading


def tally(workshop: Workshop) -> Tally:
    """Count all submissions of a workshop by their state."""
    states = Submission.objects.in_workshop(workshop).order_by().values_list("state")
    return Tally(dict(states.annotate(count=Count("pk"))))


def waiting_by_workshop() -> list[Waiting]:
    """List the workshops that take documents or have something waiting, those with the most waiting first."""

    def count(*states: SubmissionState) -> Count:
        return Count("batches__submissions", filter=Q(batches__submissions__state__in=states), distinct=True)

    rows: Iterable[Any] = Workshop.objects.annotate(
        doubtful=count(SubmissionState.DOUBTFUL),
        ready=count(SubmissionState.READY),
        reading=count(*UNDER_WAY),
    ).latest_first()
    found = [
        Waiting(row, row.doubtful, row.ready, row.reading)
        for row in rows
        if row.stage in OPEN_STAGES or row.doubtful or row.ready or row.reading
    ]
    return sorted(found, key=lambda each: -each.total)
