"""What of a workshop still waits at the door, as gaps of its ledger (law 1)."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.models import Workshop
from proceedings.queries.gaps import Gap, GapKind
from submissions.models import Submission
from submissions.vocabulary import OPEN, UNDER_WAY, SubmissionState


def gaps_of(workshop: Workshop) -> Iterator[Gap]:
    """Yield the submissions of a workshop that are neither accepted nor refused: one query."""
    rows = Submission.objects.filter(batch__workshop=workshop, state__in=OPEN | UNDER_WAY).order_by("pk")
    states = {state.value: str(state.label) for state in SubmissionState}
    for pk, name, state in rows.values_list("pk", "name", "state"):
        yield Gap(GapKind.AT_THE_DOOR, f"{name} ({states[state].lower()})", "", pk)
