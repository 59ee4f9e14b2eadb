"""The ledger: documents → points → answers → provisions, as counts that add up or gaps that are listed (law 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Q

from proceedings.models import Closing, Committee, Contribution, Point, Workshop
from proceedings.models.points import PointQuerySet
from proceedings.queries.gaps import TRUTH, Gap, GapKind
from proceedings.queries.open_gaps import HAS_POSITION, find_gaps
from proceedings.queries.provision_changes import DraftChanges, changes_of_workshop, latest_changes
from proceedings.queries.truth import responses_in_use
from proceedings.vocabulary import (
    CHANGING,
    BodyKind,
    ContributionForm,
    ContributionState,
    Decision,
    ParticipationState,
    PointKind,
    Reply,
    ResponseState,
    Stance,
)

_STANDING = Q(state=ContributionState.REGISTERED)
_SPLIT = Q(coverage__open_count=0, coverage__paragraph_count__gt=0) | Q(stance__in=HAS_POSITION, text="")
_SPOKEN = Q(contribution__form=ContributionForm.REMARK)

#: What each count of documents counts; the rows behind a number are found by the same words.
DOCUMENTS = {
    "numbers": Q(),
    "void": Q(state=ContributionState.VOID),
    "replaced": Q(state=ContributionState.REPLACED),
    "standing": _STANDING,
    "written": _STANDING & Q(form=ContributionForm.WRITTEN),
    "papers": _STANDING & Q(form=ContributionForm.PAPER),
    "remarks": _STANDING & Q(form=ContributionForm.REMARK),
    "presented_live": _STANDING & Q(presented_live=True),
    "split": _STANDING & _SPLIT,
    "open": _STANDING & ~_SPLIT,
    "agreeing": _STANDING & Q(stance=Stance.AGREES),
    "without_opinion": _STANDING & Q(stance=Stance.NO_OPINION),
}
#: What each count of points counts, of those of standing documents.
POINTS = {
    "all": Q(),
    "written": ~_SPOKEN,
    "only_spoken": _SPOKEN,
    "answered": Q(answer__isnull=False),
    "unanswered": Q(answer__isnull=True),
    "approved": Q(answer__response__state=ResponseState.APPROVED),
    "maintained": Q(answer__reply=Reply.MAINTAINED),
    "satisfied": Q(answer__reply=Reply.SATISFIED),
}
DECIDED = {decision: Q(answer__response__decision=decision) for decision in Decision}


@dataclass(frozen=True, slots=True)
class Documents:
    """Văn bản: every number of the registry is standing, void or replaced; every standing one is split or is a gap."""

    numbers: int
    void: int
    replaced: int
    standing: int
    written: int
    papers: int
    remarks: int
    presented_live: int
    split: int
    open: int
    agreeing: int
    without_opinion: int


@dataclass(frozen=True, slots=True)
class Points:
    """Ý kiến: every one is answered or is a gap; those of remarks that were only spoken are counted apart."""

    all: int
    written: int
    only_spoken: int
    answered: int
    unanswered: int
    approved: int
    decided: dict[str, int]
    kinds: dict[str, int]
    maintained: int
    satisfied: int

    @property
    def adopted(self) -> int:
        """Return how many were adopted, wholly or in part."""
        return sum(self.decided[decision] for decision in CHANGING)

    @property
    def adopted_share(self) -> float:
        """Return the share of the decided ones that was adopted, wholly or in part: 0 to 1."""
        decided = sum(self.decided.values())
        return self.adopted / decided if decided else 0.0


@dataclass(frozen=True, slots=True)
class Bodies:
    """Chủ thể: who was asked, who answered and how; a body that sent several documents counts once."""

    asked: int
    answered: int
    silent: int
    contributed: int
    with_points: int
    kinds: dict[str, int]
    stances: dict[str, int]


@dataclass(frozen=True, slots=True)
class Provisions:
    """Điều khoản: what was spoken of, what responses name, and what changed in the latest drafts."""

    commented: int
    named: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The counts of a workshop and every gap."""

    documents: Documents
    points: Points
    bodies: Bodies
    provisions: Provisions
    gaps: tuple[Gap, ...]
    closing: Closing | None = None

    @property
    def is_complete(self) -> bool:
        """Tell whether everything is accounted for."""
        return not self.gaps

    @property
    def share(self) -> float:
        """Return how much is accounted for: points with an approved answer and split documents, of all; 1 is all."""
        total = self.points.all + self.documents.standing
        if not total:
            return 1.0
        done = self.points.approved + self.documents.split
        return done / total if self.gaps or done < total else 1.0

    @property
    def truths(self) -> tuple[Gap, ...]:
        """Return what the truth check found."""
        return tuple(gap for gap in self.gaps if gap.kind in TRUTH)

    def count_gaps(self) -> dict[GapKind, int]:
        """Return how many gaps there are of each kind, none of what is none."""
        counts = {kind: sum(gap.kind == kind for gap in self.gaps) for kind in GapKind}
        return {kind: count for kind, count in counts.items() if count}

    def as_json(self) -> dict[str, Any]:
        """Return it as ``ledger --json`` prints it and a closing keeps it."""
        return {
            "documents": asdict(self.documents),
            "points": {**asdict(self.points), "adopted_share": round(self.points.adopted_share, 4)},
            "bodies": asdict(self.bodies),
            "provisions": asdict(self.provisions),
            "gaps": [{"kind": gap.kind.value, "where": gap.where, "holder": gap.holder} for gap in self.gaps],
            "complete": self.is_complete,
        }


def ledger_of(workshop: Workshop) -> Ledger:
    """Return the ledger of a workshop; the number of queries does not grow with it."""
    changes = changes_of_workshop(workshop)
    latest = latest_changes(changes, workshop)
    return Ledger(
        documents=_documents(workshop),
        points=_points(workshop),
        bodies=_bodies(workshop),
        provisions=_provisions(workshop, latest),
        gaps=tuple(find_gaps(workshop, changes)),
        closing=standing_closing(workshop),
    )


def counts_of(told: Mapping[str, Any]) -> dict[str, int]:
    """Return the counts of a ledger as it is told or was kept, by the names of their rows: ``documents-standing``…"""
    counts: dict[str, int] = {}
    for part in ("documents", "points", "bodies", "provisions"):
        said = told.get(part, {})
        counts |= {f"{part}-{name}": count for name, count in said.items() if isinstance(count, int)}
        for group, prefix in (("decided", ""), ("kinds", "kind-"), ("stances", "stance-")):
            counts |= {f"{part}-{prefix}{name}": count for name, count in said.get(group, {}).items()}
    return counts


def standing_closing(workshop: Workshop) -> Closing | None:
    """Return the closing of a workshop's synthesis that stands, if there is one."""
    return Closing.objects.filter(workshop=workshop, reopened_at=None).select_related("closed_by").first()


def _documents(workshop: Workshop) -> Documents:
    rows = Contribution.objects.in_workshop(workshop)
    counted = rows.aggregate(**{name: Count("pk", asked) for name, asked in DOCUMENTS.items()})
    return Documents(**counted)


def _standing_points(workshop: Workshop) -> PointQuerySet:
    return Point.objects.in_workshop(workshop).standing()


def _points(workshop: Workshop) -> Points:
    counted = _standing_points(workshop).aggregate(
        **{name: Count("pk", asked) for name, asked in POINTS.items()},
        **{f"decided_{each.name}": Count("pk", asked) for each, asked in DECIDED.items()},
        **{f"kind_{each.name}": Count("pk", Q(kind=each)) for each in PointKind},
    )
    return Points(
        **{name: counted[name] for name in POINTS},
        decided={each.value: counted[f"decided_{each.name}"] for each in Decision},
        kinds={each.value: counted[f"kind_{each.name}"] for each in PointKind},
    )


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that sent documents: a committee by its key, another by its kind and name; it counts once."""

    name: str
    kind: str
    stance: str
    has_points: bool
    first_number: int


def find_bodies(workshop: Workshop) -> tuple[BodyLine, ...]:
    """Return the bodies whose documents stand, in the order of the registry; the latest stance is theirs: two queries.

    A committee is named once and not with each of its documents.
    """
    names = {committee.pk: committee.full_name for committee in Committee.objects.all()}
    rows = Contribution.objects.in_workshop(workshop).standing().by_number()
    fields = ("committee_id", "body_kind", "body_name", "number", "stance", "coverage__point_count")
    found: dict[tuple[Any, ...], BodyLine] = {}
    for committee, kind, name, number, stance, points in rows.values_list(*fields):
        key = (committee, kind, name)
        before = found.get(key)
        found[key] = BodyLine(
            name=names[committee] if committee else name,
            kind=kind,
            stance=stance or (before.stance if before else ""),
            has_points=bool(points or (before and before.has_points)),
            first_number=before.first_number if before else number,
        )
    return tuple(found.values())


def _bodies(workshop: Workshop) -> Bodies:
    found = find_bodies(workshop)
    asked = workshop.participations.aggregate(
        asked=Count("pk"), answered=Count("pk", Q(state=ParticipationState.ANSWERED))
    )
    kinds, stances = Counter(body.kind for body in found), Counter(body.stance for body in found)
    return Bodies(
        asked=asked["asked"],
        answered=asked["answered"],
        silent=asked["asked"] - asked["answered"],
        contributed=len(found),
        with_points=sum(body.has_points for body in found),
        kinds={each.value: kinds[each.value] for each in BodyKind},
        stances={**{each.value: stances[each.value] for each in Stance}, "unknown": stances[""]},
    )


def _provisions(workshop: Workshop, latest: list[DraftChanges]) -> Provisions:
    commented = _standing_points(workshop).aggregate(count=Count("anchor", distinct=True))["count"]
    named = responses_in_use(workshop).filter(decision__in=CHANGING)
    return Provisions(
        commented=commented,
        named=named.aggregate(count=Count("resulting", distinct=True))["count"],
        changed=sum(len(step.own) for step in latest),
        removed=sum(len(step.gone) for step in latest),
    )
