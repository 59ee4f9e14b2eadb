"""What mends a finding of the truth check at once: only what the record itself suggests, never a new judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.models import Answer, Draft, Provision, ReasonSnippet, Response, Workshop
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.provision_changes import DraftChanges, changes_of_workshop, latest_changes
from proceedings.queries.truth import UNEQUAL_KEYS, units_named
from proceedings.vocabulary import Decision, ResponseState

#: Provisions or snippets that are offered for one finding, so that a choice stays a look and a click.
MOST = 2
#: The reason that is noted beside a change that nobody asked for: of the record, so in its language.
TECHNICAL = "Chỉnh sửa kỹ thuật về câu chữ, bố cục."

_EQUAL = """
    SELECT mine.id, other.id, response.id, response.decision, response.state, response.version
      FROM proceedings_point mine
      JOIN proceedings_contribution one ON one.id = mine.contribution_id
      JOIN proceedings_point other
        ON other.{key} = mine.{key} AND other.kind = mine.kind
       AND other.anchor_id IS NOT DISTINCT FROM mine.anchor_id
       AND other.theme_id IS NOT DISTINCT FROM mine.theme_id
      JOIN proceedings_contribution two ON two.id = other.contribution_id
      JOIN proceedings_answer answer ON answer.point_id = other.id
      JOIN proceedings_response response ON response.id = answer.response_id
     WHERE mine.id = ANY(%(points)s) AND mine.{key} <> md5('') AND response.decision <> ''
       AND two.workshop_id = one.workshop_id AND two.state = 'registered'
     ORDER BY mine.id, other.id"""


class Act(StrEnum):
    """What is done: the provision that really changed is named; a reason is taken from a snippet; equal points share
    one response; a change is noted as technical; what was taken out is brought back."""

    NAME = "name"
    REASON = "reason"
    ALIKE = "alike"
    NOTE = "note"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One click: what is done, in words, to which row, and what was read of it.

    ``target`` is the provision to name, the snippet, the response to share, or the provision whose change is noted or
    that is brought back. ``read`` maps each response or provision that is written to the version that the person saw,
    ``answered`` each point that moves to the response that it had. ``reopens`` tells that something approved is opened
    again and waits for approval anew.
    """

    act: Act
    words: str | Promise
    target: int
    read: tuple[tuple[int, int], ...]
    answered: tuple[tuple[int, int], ...] = ()
    reopens: bool = False

    @property
    def key(self) -> str:
        """Return what a page sends back: another state of the record has another key."""
        read = "_".join(f"{row}.{version}" for row, version in (*self.read, *self.answered))
        return f"{self.act}-{self.target}-{read}"


def remedies_for(workshop: Workshop, gaps: Iterable[Gap]) -> dict[Gap, list[Remedy]]:
    """Return what can be done at once about findings, none for what only a person can judge.

    The number of queries depends on the kinds that are among them, not on how many there are.
    """
    by_kind: dict[GapKind, list[Gap]] = defaultdict(list)
    for gap in gaps:
        by_kind[gap.kind].append(gap)
    found: dict[Gap, list[Remedy]] = defaultdict(list)
    for gap, remedy in (
        *_naming(workshop, [*by_kind[GapKind.NOT_CHANGED], *by_kind[GapKind.NOT_THERE]]),
        *_giving_reasons(workshop, by_kind[GapKind.NO_REASON]),
        *_sharing(by_kind[GapKind.UNEQUAL]),
        *_explaining(by_kind[GapKind.NO_RESPONSE]),
    ):
        found[gap].append(remedy)
    return dict(found)


def _naming(workshop: Workshop, gaps: list[Gap]) -> Iterator[tuple[Gap, Remedy]]:
    """Offer what changed in the latest draft where the points of a response speak of it."""
    if not gaps:
        return
    responses = Response.objects.in_bulk([gap.subject for gap in gaps])
    asked: dict[int, list[int]] = defaultdict(list)
    rows = Answer.objects.filter(response__in=responses, point__anchor__isnull=False).order_by("point")
    for key, anchor in rows.values_list("response_id", "point__anchor_id"):
        asked[key].append(anchor)
    units = units_named({anchor for anchors in asked.values() for anchor in anchors})
    changes = changes_of_workshop(workshop)
    latest = latest_changes(changes, workshop)
    for gap in gaps:
        response = responses[gap.subject]
        anchors = [units[anchor] for anchor in asked[response.pk] if anchor in units]
        choices = dict(
            choice
            for step in latest
            for choice in (*_changed(step, anchors, changes), *_named_alike(step, response))
            if choice[0] != response.resulting_id
        )
        for target, label in list(choices.items())[:MOST]:
            yield (
                gap,
                Remedy(
                    Act.NAME,
                    gettext("Đổi sang %(unit)s") % {"unit": label},
                    target,
                    read=((response.pk, response.version),),
                    reopens=response.state == ResponseState.APPROVED,
                ),
            )


def _changed(
    step: DraftChanges, anchors: list[int], changes: list[DraftChanges]
) -> Iterator[tuple[int, str]]:
    """What became of the places that points speak of, if it changed; else its khoản or điều; else that it is gone."""
    for anchor in anchors:
        for unit in sorted(_heirs(anchor, step, changes)):
            at: int | None = unit
            while at is not None and not step.changed_within(at):
                at = step.units[at].parent if "." in step.units[at].path else None
            if at is not None:
                yield at, step.units[at].label
        if anchor in step.gone:
            yield anchor, gettext("%(unit)s (đã bỏ)") % {"unit": step.old_units[anchor].label}


def _heirs(anchor: int, step: DraftChanges, changes: list[DraftChanges]) -> set[int]:
    """Follow a unit through the drafts to one of them."""
    found = {anchor}
    for each in changes:
        found |= {heir for unit in found for heir in each.heirs.get(unit, ())}
    return found & step.units.keys()


def _named_alike(step: DraftChanges, response: Response) -> Iterator[tuple[int, str]]:
    """What is called now as what a response names, if that changed: the row was replaced, the place is there."""
    for key, unit in step.units.items():
        if unit.label.casefold() == response.resulting_label.casefold() and step.changed_within(key):
            yield key, unit.label


def _giving_reasons(workshop: Workshop, gaps: list[Gap]) -> Iterator[tuple[Gap, Remedy]]:
    """Offer the snippets that are kept for just this decision."""
    if not gaps:
        return
    snippets: dict[str, list[ReasonSnippet]] = defaultdict(list)
    rows = ReasonSnippet.objects.filter(workshop=workshop, is_retired=False).exclude(decision="")
    for snippet in rows.order_by("name", "pk"):
        snippets[snippet.decision].append(snippet)
    responses = Response.objects.in_bulk([gap.subject for gap in gaps])
    named = {response.resulting_id for response in responses.values() if response.resulting_id}
    gone = named - set(Provision.objects.filter(pk__in=named).values_list("pk", flat=True))
    for gap in gaps:
        response = responses[gap.subject]
        if response.resulting_id in gone:  # another provision is chosen first
            continue
        for snippet in snippets[response.decision][:MOST]:
            words = gettext("Dùng mẫu “%(name)s”") % {"name": snippet.name}
            yield gap, Remedy(Act.REASON, words, snippet.pk, read=((response.pk, response.version),))


def _sharing(gaps: list[Gap]) -> Iterator[tuple[Gap, Remedy]]:
    """Offer each decision that equal points were given for all of them."""
    if not gaps:
        return
    equal: dict[int, list[tuple[int, int, str, str, int]]] = {}
    with connection.cursor() as cursor:
        for key in UNEQUAL_KEYS:
            found: dict[int, list[tuple[int, int, str, str, int]]] = defaultdict(list)
            cursor.execute(_EQUAL.format(key=key), {"points": [gap.subject for gap in gaps]})
            for mine, *row in cursor.fetchall():
                found[mine].append(tuple(row))
            for mine, rows in found.items():
                if len({decision for _point, _response, decision, *_rest in rows}) > 1:
                    equal.setdefault(mine, rows)
    for gap in gaps:
        yield from ((gap, remedy) for remedy in _decisions(equal.get(gap.subject, [])))


def _decisions(rows: list[tuple[int, int, str, str, int]]) -> Iterator[Remedy]:
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    versions = {response: version for _point, response, _decision, _state, version in rows}
    states = {response: state for _point, response, _decision, state, _version in rows}
    for _point, response, decision, *_rest in rows:
        counts[decision][response] += 1
    for decision in Decision:
        if decision not in counts:
            continue
        shared = max(counts[decision], key=lambda response: (counts[decision][response], -response))
        moving = {(point, response) for point, response, decided, *_rest in rows if decided != decision}
        written = {shared, *(response for _point, response in moving)}
        yield Remedy(
            Act.ALIKE,
            gettext("Thống nhất: %(decision)s (%(count)s)")
            % {"decision": str(decision.label).lower(), "count": sum(counts[decision].values())},
            shared,
            read=tuple(sorted((response, versions[response]) for response in written)),
            answered=tuple(sorted(moving)),
            reopens=any(states[response] == ResponseState.APPROVED for response in written),
        )


def _explaining(gaps: list[Gap]) -> Iterator[tuple[Gap, Remedy]]:
    """Offer to note a change as technical, and to bring back what was taken out; only while it can be written."""
    if not gaps:
        return
    rows = Provision.objects.select_related("draft").defer("draft__source_text")
    provisions = rows.in_bulk([gap.subject for gap in gaps])
    after = Draft.objects.working().filter(based_on__in={row.draft_id for row in provisions.values()})
    working = dict(after.values_list("based_on_id", "pk"))
    above = {row.parent_id for row in provisions.values() if row.parent_id}
    standing = set(
        Provision.objects.filter(draft__in=working.values(), origin__in=above).values_list(
            "origin_id", flat=True
        )
    )
    for gap in gaps:
        row = provisions.get(gap.subject)
        if row is None:
            continue
        read = ((row.pk, row.version),)
        if not row.draft.is_issued:
            yield gap, Remedy(Act.NOTE, _("Ghi: chỉnh sửa kỹ thuật"), row.pk, read=read)
        elif row.draft_id in working and (row.parent_id is None or row.parent_id in standing):
            yield gap, Remedy(Act.RESTORE, _("Khôi phục"), row.pk, read=read)
