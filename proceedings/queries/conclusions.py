"""The conclusions of a workshop with the tasks they order."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from proceedings.models import Workshop
from proceedings.vocabulary import ConclusionKind, TaskState


@dataclass(frozen=True)
class TaskLine:
    """One piece of work."""

    text: str
    owner: str
    due_on: datetime.date | None
    state: TaskState
    evidence: str


@dataclass(frozen=True)
class ConclusionText:
    """A conclusion whole, with its tasks in order."""

    position: int
    kind: ConclusionKind
    title: str
    symbol: str
    concluded_on: datetime.date | None
    speaker: str
    speaker_posts: str
    site: str
    paragraphs: tuple[str, ...]
    tasks: tuple[TaskLine, ...]


def conclusions_of(workshop: Workshop) -> tuple[ConclusionText, ...]:
    """Return the conclusions in order: two queries."""
    rows = (
        workshop.conclusions.select_related("speaker", "site")
        .prefetch_related("tasks__owner_committee")
        .order_by("position", "id")
    )
    return tuple(
        ConclusionText(
            position=row.position,
            kind=ConclusionKind(row.kind),
            title=row.title,
            symbol=row.symbol,
            concluded_on=row.concluded_on,
            speaker=row.speaker.full_name if row.speaker else "",
            speaker_posts=row.speaker.posts_line if row.speaker else "",
            site=row.site.name if row.site else "",
            paragraphs=tuple(row.paragraphs),
            tasks=tuple(
                TaskLine(
                    text=task.text,
                    owner=task.owner or (task.owner_committee.full_name if task.owner_committee else ""),
                    due_on=task.due_on,
                    state=TaskState(task.state),
                    evidence=task.evidence,
                )
                for task in sorted(row.tasks.all(), key=lambda task: (task.position, task.pk))
            ),
        )
        for row in rows
    )
