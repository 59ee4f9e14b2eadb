"""What waits for whom: the gaps of the registry, the silent committees, the tasks, the unpublished changes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from proceedings.models import (
    AgendaItem,
    Attachment,
    Conclusion,
    Contribution,
    Delegate,
    Participation,
    Publication,
    Site,
    Task,
    Theme,
    Workshop,
)
from proceedings.queries.history import event_model
from proceedings.text.symbols import PARTY_KINDS, STATE_KINDS
from proceedings.vocabulary import BodyKind, ParticipationState, PublicationState, WorkshopStage

#: Where a workshop's pages come from, with the way from each row to the workshop.
PUBLISHED_FROM = {
    Theme: "workshop",
    Site: "workshop",
    Participation: "workshop",
    Delegate: "workshop",
    AgendaItem: "workshop",
    Contribution: "workshop",
    Attachment: "contribution__workshop",
    Conclusion: "workshop",
    Task: "conclusion__workshop",
}
_SILENT = [ParticipationState.NOT_SENT, ParticipationState.INVITED, ParticipationState.NO_REPLY]
_WORD = "[[:alpha:]][[:alnum:]]*"
_TAIL = f"{_WORD}([-/]{_WORD})*"
_PARTY_USUAL = f"^(?!0+-)[0-9]{{1,6}}-({'|'.join(sorted(PARTY_KINDS))})/{_TAIL}$"
_STATE_USUAL = (
    f"^(?!0+/)(?![1-9]/)[0-9]{{1,6}}(/(19|20)[0-9]{{2}})?/(?!({'|'.join(sorted(STATE_KINDS))})$){_TAIL}$"
)


@dataclass(frozen=True)
class RegistryGaps:
    """How many standing contributions lack something, by what they lack."""

    theme: int
    stance: int
    document_on: int
    symbol: int
    unusual: int
    order: int


@dataclass(frozen=True)
class Silence:
    """The committees of one workshop that were asked, or are still to be, and have not answered."""

    workshop_id: int
    workshop: str
    closes_on: datetime.date | None
    count: int
    is_overdue: bool


@dataclass(frozen=True)
class OpenTasks:
    """Tasks still to be done, and those among them whose day has passed."""

    open: int
    overdue: int


@dataclass(frozen=True)
class Unpublished:
    """A workshop that changed after its last edition, or that has contributions and no edition yet."""

    workshop_id: int
    workshop: str
    changed_at: datetime.datetime | None
    issued_at: datetime.datetime | None


@dataclass(frozen=True)
class Runs:
    """Publications under way, and those that failed with none done since."""

    running: int
    failed: int


@dataclass(frozen=True)
class WorkQueue:
    """All that waits."""

    gaps: RegistryGaps
    silences: tuple[Silence, ...]
    tasks: OpenTasks
    unpublished: tuple[Unpublished, ...]
    runs: Runs


def unusual_symbol() -> Q:
    """The condition on contributions whose symbol ``warn_symbol`` would remark upon; no symbol is another gap."""
    party = Q(body_kind__in=[BodyKind.COMMITTEE, BodyKind.PARTY_BODY])
    usual = party & Q(symbol__regex=_PARTY_USUAL) | ~party & Q(symbol__regex=_STATE_USUAL)
    return ~Q(symbol="") & ~usual


#: What a standing contribution may lack.
GAPS = {
    "theme": Q(theme__isnull=True),
    "stance": Q(stance=""),
    "document_on": Q(document_on__isnull=True),
    "symbol": Q(symbol=""),
    "unusual": unusual_symbol(),
    "order": Q(presented_live=True, speaking_order__isnull=True),
}


def work_queue(*, today: datetime.date) -> WorkQueue:
    """Read what waits, in five queries however much there is."""
    return WorkQueue(
        gaps=RegistryGaps(**_count(Contribution.objects.standing(), GAPS)),
        silences=_silences(today),
        tasks=OpenTasks(
            **_count(Task.objects.open(), {"open": Q(pk__isnull=False), "overdue": Q(due_on__lt=today)})
        ),
        unpublished=_unpublished(),
        runs=_runs(),
    )


def _count(rows: QuerySet[Any], conditions: dict[str, Q]) -> dict[str, int]:
    """Count the rows of each condition in one query; an alias must not hide the column of the same name."""
    counts = {f"{name}_count": Count("pk", filter=condition) for name, condition in conditions.items()}
    found = rows.aggregate(**counts)
    return {name: found[f"{name}_count"] for name in conditions}


def _silences(today: datetime.date) -> tuple[Silence, ...]:
    rows = (
        Participation.objects.filter(state__in=_SILENT)
        .exclude(workshop__stage__in=[WorkshopStage.CANCELLED, WorkshopStage.ISSUED])
        .values("workshop_id", "workshop__short_title", "workshop__closes_on")
        .annotate(count=Count("pk"))
        .order_by(F("workshop__closes_on").asc(nulls_last=True), "workshop_id")
    )
    return tuple(
        Silence(
            workshop_id=row["workshop_id"],
            workshop=row["workshop__short_title"],
            closes_on=row["workshop__closes_on"],
            count=row["count"],
            is_overdue=bool(row["workshop__closes_on"] and row["workshop__closes_on"] < today),
        )
        for row in rows
    )


def _unpublished() -> tuple[Unpublished, ...]:
    changed = [
        _last_change(Workshop, "pgh_obj"),
        *(_last_change(*source) for source in PUBLISHED_FROM.items()),
    ]
    workshops = (
        Workshop.objects.exclude(stage=WorkshopStage.CANCELLED)
        .annotate(issued_at=Max("editions__issued_at"), changed_at=Greatest(*changed))
        .filter(
            Q(changed_at__gt=F("issued_at"))
            | Q(issued_at__isnull=True) & Exists(Contribution.objects.filter(workshop=OuterRef("pk")))
        )
        .latest_first()
    )
    return tuple(
        Unpublished(row.pk, row.short_title, row.changed_at, row.issued_at)  # type: ignore[attr-defined]
        for row in workshops
    )


def _last_change(model: Any, path: str) -> Subquery:
    events: QuerySet[Any] = event_model(model)._default_manager.filter(**{path: OuterRef("pk")})
    return Subquery(events.order_by().values(path).annotate(last=Max("pgh_created_at")).values("last"))


def _runs() -> Runs:
    done_since = Publication.objects.filter(
        workshop=OuterRef("workshop"),
        audience=OuterRef("audience"),
        state=PublicationState.DONE,
        requested_at__gt=OuterRef("requested_at"),
    )
    counts = Publication.objects.annotate(is_mended=Exists(done_since)).aggregate(
        running=Count("pk", filter=Q(state__in=[PublicationState.QUEUED, PublicationState.RUNNING])),
        failed=Count("pk", filter=Q(state=PublicationState.FAILED, is_mended=False)),
    )
    return Runs(**counts)
