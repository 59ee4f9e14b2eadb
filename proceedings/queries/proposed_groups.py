"""Groups of points that the machine proposes for one answer, as a page shows them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from proceedings.models import Grouping, GroupMember, ProposedGroup, Workshop
from proceedings.vocabulary import ContributionState


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A point of a group: who says it, what, how near it is to the core, and what was decided already."""

    point: int
    number: int
    body: str
    summary: str
    place: str
    score: float
    response: int | None
    decision: str
    state: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A proposed group with its points; ``is_joined`` when one response answers them all."""

    pk: int
    score: float
    members: tuple[MemberLine, ...]

    @property
    def is_joined(self) -> bool:
        """Tell whether nothing is left to join."""
        answered = {member.response for member in self.members}
        return len(answered) == 1 and None not in answered


def proposed_groups(workshop: Workshop) -> QuerySet[ProposedGroup]:
    """Return the groups that nobody dismissed, the largest first."""
    rows = ProposedGroup.objects.filter(workshop=workshop, dismissed_by=None)
    return rows.annotate(size=Count("members")).order_by("-size", "pk")


def lines_of(groups: list[ProposedGroup]) -> list[GroupLine]:
    """Return groups with their points that still stand: one query."""
    members: dict[int, list[MemberLine]] = defaultdict(list)
    rows = GroupMember.objects.filter(
        group__in=groups, point__contribution__state=ContributionState.REGISTERED
    ).select_related(
        "point__contribution__committee", "point__anchor", "point__theme", "point__answer__response"
    )
    rows = rows.defer("point__contribution__text", "point__contribution__summary", "point__anchor__text")
    for row in rows.order_by("-score", "point__contribution__number", "point"):
        answer = getattr(row.point, "answer", None)
        members[row.group_id].append(
            MemberLine(
                point=row.point_id,
                number=row.point.contribution.number,
                body=row.point.contribution.body,
                summary=row.point.summary,
                place=row.point.place,
                score=row.score,
                response=answer.response_id if answer else None,
                decision=answer.response.decision if answer else "",
                state=answer.response.state if answer else "",
            )
        )
    return [GroupLine(group.pk, group.score, tuple(members[group.pk])) for group in groups]


def last_search(workshop: Workshop) -> Grouping | None:
    """Return the latest search for groups, running or finished."""
    return Grouping.objects.filter(workshop=workshop).select_related("asked_by").order_by("-pk").first()
