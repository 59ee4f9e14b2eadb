"""The gaps of a workshop: documents not split, points not answered, answers not approved, and what is not true."""

from __future__ import annotations

from typing import Final

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _now

from proceedings.models import Coverage, Point, Workshop
from proceedings.queries.gaps import Gap, GapKind, gaps_elsewhere, name_of
from proceedings.queries.provision_changes import DraftChanges
from proceedings.queries.truth import find_untruths, responses_in_use
from proceedings.vocabulary import ContributionState, ResponseState, Stance

#: Stances that say all where a document has no text.
HAS_POSITION: Final = frozenset({Stance.AGREES, Stance.NO_OPINION})


def find_gaps(workshop: Workshop, changes: list[DraftChanges] | None = None) -> list[Gap]:
    """Return every gap of a workshop, in the order in which work goes on."""
    return [
        *gaps_elsewhere(workshop),
        *_open_documents(workshop),
        *_unanswered(workshop),
        *_unapproved(workshop),
        *find_untruths(workshop, changes),
    ]


def _open_documents(workshop: Workshop) -> list[Gap]:
    rows = (
        Coverage.objects.filter(
            contribution__workshop=workshop, contribution__state=ContributionState.REGISTERED
        )
        .filter(Q(open_count__gt=0) | Q(paragraph_count=0) & ~Q(contribution__stance__in=HAS_POSITION))
        .order_by("contribution__number")
        .values_list(
            "contribution__number",
            "open_count",
            "paragraph_count",
            name_of("contribution__splitting__editor"),
        )
    )
    return [
        Gap(
            GapKind.OPEN_PARAGRAPHS if paragraphs else GapKind.NO_TEXT,
            _now("Số %(number)s: còn %(open)s/%(all)s đoạn")
            % {"number": number, "open": open_, "all": paragraphs}
            if paragraphs
            else _now("Số %(number)s") % {"number": number},
            holder,
            number,
        )
        for number, open_, paragraphs, holder in rows
    ]


def _unanswered(workshop: Workshop) -> list[Gap]:
    rows = Point.objects.in_workshop(workshop).standing().unanswered().in_order()
    found = rows.values_list("pk", "contribution__number", "summary", name_of("assignee"))
    words = _now("Số %(number)s: %(summary)s")
    return [
        Gap(GapKind.UNANSWERED, words % {"number": number, "summary": summary}, holder, pk)
        for pk, number, summary, holder in found
    ]


def _unapproved(workshop: Workshop) -> list[Gap]:
    """Return what is drafted (its editor holds it) or waits for approval (whoever approves holds it)."""
    rows = responses_in_use(workshop).exclude(state=ResponseState.APPROVED).order_by("pk")
    found = rows.annotate(
        count=Count("answers"), first=Min("answers__point__contribution__number")
    ).values_list("pk", "state", "count", "first", name_of("drafted_by"))
    states = {state.value: str(state.label).lower() for state in ResponseState}
    words, approver = _now("Trả lời cho %(count)s ý kiến, từ số %(first)s (%(state)s)"), _now("người duyệt")
    return [
        Gap(
            GapKind.UNAPPROVED,
            words % {"count": count, "first": first, "state": states[state]},
            holder if state == ResponseState.DRAFTED else approver,
            pk,
        )
        for pk, state, count, first, holder in found
    ]
