"""The truth check: what was decided, held against what really changed between the drafts (law 8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.utils.translation import gettext

from proceedings.models import Answer, Point, Provision, Response, Workshop
from proceedings.queries.gaps import Gap, GapKind, name_of
from proceedings.queries.provision_changes import DraftChanges, Unit, changes_of_workshop, latest_changes
from proceedings.vocabulary import CHANGING, REASONED, ContributionState, Decision, ProvisionKind

#: By what points are equal: what they say, or the wording that they ask for.
UNEQUAL_KEYS = ("said_key", "wording_key")
#: Standing points that say the same about the same place, or ask for the same wording there, and were decided
#: differently; each by the first of its points in the order of the register.
_UNEQUAL = """
    SELECT min(point.id), count(*), array_agg(DISTINCT response.decision)
      FROM proceedings_point point
      JOIN proceedings_contribution contribution ON contribution.id = point.contribution_id
      JOIN proceedings_answer answer ON answer.point_id = point.id
      JOIN proceedings_response response ON response.id = answer.response_id
     WHERE contribution.workshop_id = %(workshop)s AND contribution.state = 'registered'
       AND response.decision <> '' AND point.{key} <> md5('')
     GROUP BY point.anchor_id, point.theme_id, point.kind, point.{key}
    HAVING count(DISTINCT response.decision) > 1"""


def find_untruths(workshop: Workshop, changes: list[DraftChanges] | None = None) -> list[Gap]:
    """Return what is not as the decisions of a workshop say, by kind; the number of queries does not grow.

    - adopted, wholly or in part, but neither the provision that is named nor anything below it changed;
    - adopted into a provision that is no more (a removal that was asked for names what was removed, and is right);
    - partly adopted, explained or referred without a reason;
    - equal points with different decisions;
    - a provision that changed or was left out in the latest draft, though no response names it and no reason is noted.
    """
    changes = changes_of_workshop(workshop) if changes is None else changes
    return [
        *_without_change(workshop, changes),
        *_without_reason(workshop),
        *_unequal(workshop),
        *_without_response(workshop, latest_changes(changes, workshop)),
    ]


def responses_in_use(workshop: Workshop) -> QuerySet[Response]:
    """Return the responses of a workshop that answer a point of a document that stands."""
    answers = Answer.objects.filter(
        response=OuterRef("pk"), point__contribution__state=ContributionState.REGISTERED
    )
    return Response.objects.filter(Exists(answers), workshop=workshop)


def _without_change(workshop: Workshop, changes: list[DraftChanges]) -> Iterator[Gap]:
    rows = responses_in_use(workshop).filter(decision__in=CHANGING, resulting__isnull=False)
    named = list(
        rows.order_by("pk").values_list("pk", "resulting_id", "resulting_label", name_of("drafted_by"))
    )
    units = units_named({resulting for _pk, resulting, _label, _holder in named if resulting})
    verdicts = {key: _verdict(unit, changes) for key, unit in units.items()}
    for pk, resulting, label, holder in named:
        kind = verdicts.get(resulting or 0, GapKind.NOT_THERE)
        if kind is not None:
            yield Gap(kind, label, holder, pk)


def units_named(keys: set[int]) -> dict[int, int]:
    """Return the numbered unit that each provision is or belongs to, by key; what is no more is missing."""
    found: dict[int, int] = {}
    waiting = {key: key for key in keys}
    while waiting:
        rows = Provision.objects.filter(pk__in=set(waiting.values())).values_list("pk", "kind", "parent_id")
        known = {pk: (kind, parent) for pk, kind, parent in rows}
        further: dict[int, int] = {}
        for key, at in waiting.items():
            if at not in known:
                continue
            kind, parent = known[at]
            if kind == ProvisionKind.TEXT and parent:
                further[key] = parent
            else:
                found[key] = at
        waiting = further
    return found


def _verdict(unit: int, changes: list[DraftChanges]) -> GapKind | None:
    """Say what is wrong with naming a unit as the one that changed: None where it did change, or was removed."""
    for step in changes:
        if unit in step.units and step.changed_within(unit):
            return None
        if unit in step.gone:
            return None
        if any(step.changed_within(heir) for heir in step.heirs.get(unit, ())):
            return None
    return GapKind.NOT_CHANGED


def _without_reason(workshop: Workshop) -> Iterator[Gap]:
    rows = responses_in_use(workshop).filter(decision__in=REASONED, reason="").order_by("pk")
    found = rows.annotate(
        count=Count("answers"), first=Min("answers__point__contribution__number")
    ).values_list("pk", "decision", "count", "first", name_of("drafted_by"))
    words = gettext("%(decision)s cho %(count)s ý kiến, từ số %(first)s")
    for pk, decision, count, first, holder in found:
        told = {"decision": Decision(decision).label, "count": count, "first": first}
        yield Gap(GapKind.NO_REASON, words % told, holder, pk)


def _unequal(workshop: Workshop) -> Iterator[Gap]:
    found: dict[int, tuple[int, list[str]]] = {}
    with connection.cursor() as cursor:
        for key in UNEQUAL_KEYS:
            cursor.execute(_UNEQUAL.format(key=key), {"workshop": workshop.pk})
            for point, count, decisions in cursor.fetchall():
                found.setdefault(point, (count, decisions))
    points = Point.objects.filter(pk__in=found).order_by("pk")
    for pk, number, summary, holder in points.values_list(
        "pk", "contribution__number", "summary", name_of("assignee")
    ):
        count, decisions = found[pk]
        words = ", ".join(str(Decision(decision).label).lower() for decision in decisions)
        where = gettext("Số %(number)s và %(others)s ý kiến khác: “%(summary)s” (%(decisions)s)") % {
            "number": number,
            "others": count - 1,
            "summary": summary,
            "decisions": words,
        }
        yield Gap(GapKind.UNEQUAL, where, holder, pk)


def _without_response(workshop: Workshop, changes: list[DraftChanges]) -> Iterator[Gap]:
    if not any(step.own or step.gone for step in changes):
        return
    rows = responses_in_use(workshop).filter(decision__in=CHANGING, resulting__isnull=False)
    units = units_named(set(rows.values_list("resulting_id", flat=True).distinct()) - {None})
    named = set(units.values())
    for step in changes:
        answered = named | {heir for old in named for heir in step.heirs.get(old, ())}
        for pk, unit in step.units.items():
            if pk in step.own and not unit.has_note and not _is_below(pk, step.units, answered):
                yield Gap(GapKind.NO_RESPONSE, unit.label, "", pk)
        for old in step.gone:
            if old not in step.gone_with_reason and not _is_below(old, step.old_units, named):
                words = gettext("%(unit)s (đã bỏ)") % {"unit": step.old_units[old].label}
                yield Gap(GapKind.NO_RESPONSE, words, "", old)


def _is_below(pk: int, units: dict[int, Unit], named: set[int]) -> bool:
    at: int | None = pk
    while at is not None:
        if at in named:
            return True
        at = units[at].parent
    return False
