"""Which provisions of a draft really changed since the draft before: what the truth check holds decisions against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Q

from proceedings.models import Draft, Lineage, Provision, Removal, Workshop
from proceedings.vocabulary import LineageKind, ProvisionKind

#: Units that are cited with what they stand in.
_WITHIN = frozenset({ProvisionKind.KHOAN, ProvisionKind.DIEM})
#: What a lineage says of a provision that says the same as before in the same place.
_SAME = frozenset({LineageKind.KEPT, LineageKind.RENUMBERED})


@dataclass(slots=True)
class Unit:
    """A numbered unit of a draft (phần … điểm): what it says itself, with the paragraphs that are its own."""

    pk: int
    path: str
    label: str
    parent: int | None
    words: str
    has_note: bool


@dataclass(slots=True)
class DraftChanges:
    """What changed from the draft before to one draft; keys are those of provisions.

    ``own`` are units whose own words are new or different or stand elsewhere, ``gone`` those of the draft before that
    nothing comes from (each with the unit of this draft that it was below, where there is one), ``heirs`` says what
    became of a unit of the draft before.
    """

    draft: int
    before: int
    is_working: bool
    units: dict[int, Unit]
    old_units: dict[int, Unit]
    own: set[int] = field(default_factory=set)
    gone: dict[int, int | None] = field(default_factory=dict)
    gone_with_reason: set[int] = field(default_factory=set)
    heirs: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    within: set[int] = field(default_factory=set)

    def changed_within(self, pk: int) -> bool:
        """Tell whether a unit of this draft, or anything below it, changed or lost a part."""
        return pk in self.within


def changes_of_workshop(workshop: Workshop) -> list[DraftChanges]:
    """Return what changed in each draft of a workshop that is based on another, by text and number: five queries."""
    drafts = Draft.objects.in_workshop(workshop).without_source_text().exclude(based_on=None).by_number()
    pairs = [(draft.pk, draft.based_on_id, not draft.is_issued) for draft in drafts]
    keys = {key for draft, before, _working in pairs for key in (draft, before) if key}
    units, origins = _units_of(keys)
    lineages: dict[int, list[tuple[int | None, int | None, str, bool]]] = defaultdict(list)
    rows = Lineage.objects.filter(draft__in=[draft for draft, _before, _working in pairs])
    for draft, *row in rows.values_list("draft_id", "before_id", "after_id", "kind", "is_changed"):
        lineages[draft].append(tuple(row))  # type: ignore[arg-type]
    reasons: dict[int, set[int]] = defaultdict(set)
    removed = Removal.objects.filter(draft__in=[draft for draft, _before, _working in pairs])
    for draft, provision in removed.values_list("draft_id", "provision_id"):
        reasons[draft].add(provision)
    return [
        _compare(
            DraftChanges(draft, before or 0, working, units[draft], units[before or 0]),
            origins,
            lineages.get(draft),
            reasons[draft],
        )
        for draft, before, working in pairs
    ]


def _units_of(drafts: set[int]) -> tuple[dict[int, dict[int, Unit]], dict[int, int | None]]:
    """Return the numbered units of drafts, and the key that each was copied from: paragraphs count with their unit."""
    units: dict[int, dict[int, Unit]] = defaultdict(dict)
    owners: dict[int, int | None] = {}
    origins: dict[int, int | None] = {}
    rows = Provision.objects.filter(draft__in=drafts).order_by("draft", "position")
    kinds = {kind.value: str(kind.label) for kind in ProvisionKind}
    fields = (
        "pk",
        "draft_id",
        "parent_id",
        "kind",
        "number",
        "heading",
        "text",
        "path",
        "origin_id",
        "change_note",
    )
    for pk, draft, parent, kind, number, heading, text, path, origin, note in rows.values_list(*fields):
        above = owners.get(parent) if parent else None
        if kind == ProvisionKind.TEXT:
            owners[pk] = above
            if above is not None:
                unit = units[draft][above]
                unit.words = f"{unit.words}\n{heading}\n{text}"
                unit.has_note = unit.has_note or bool(note)
            continue
        owners[pk] = pk
        origins[pk] = origin
        own = f"{kinds[kind]} {number}".strip()
        is_within = kind in _WITHIN and above is not None
        label = f"{own.lower()} {units[draft][above].label}" if is_within and above else own
        units[draft][pk] = Unit(pk, path, label, above, f"{heading}\n{text}", bool(note))
    return units, origins


def _compare(
    changes: DraftChanges,
    origins: dict[int, int | None],
    lineages: list[tuple[int | None, int | None, str, bool]] | None,
    reasons: set[int],
) -> DraftChanges:
    sources = dict(_by_lineage(changes, lineages) if lineages else _by_origin(changes, origins))
    for pk, unit in changes.units.items():
        before, is_same = sources.get(pk, ((), False))
        for old in before:
            changes.heirs[old].add(pk)
        old_unit = changes.old_units.get(before[0]) if len(before) == 1 else None
        if not is_same or old_unit is None or old_unit.words != unit.words:
            changes.own.add(pk)
    for old, unit in changes.old_units.items():
        if not changes.heirs.get(old):
            changes.gone[old] = _above(changes, unit)
            if _is_said_of(reasons, changes, old):
                changes.gone_with_reason.add(old)
    _mark_within(changes)
    return changes


def _by_lineage(
    changes: DraftChanges, lineages: list[tuple[int | None, int | None, str, bool]]
) -> Iterator[tuple[int, tuple[tuple[int, ...], bool]]]:
    before: dict[int, list[int]] = defaultdict(list)
    same: dict[int, bool] = {}
    for old, new, kind, is_changed in lineages:
        if new is None:
            continue
        if old is not None:
            before[new].append(old)
        same[new] = kind in _SAME and not is_changed
    for pk in changes.units:
        yield pk, (tuple(before[pk]), same.get(pk, False))


def _by_origin(
    changes: DraftChanges, origins: dict[int, int | None]
) -> Iterator[tuple[int, tuple[tuple[int, ...], bool]]]:
    """A copy comes from its origin; where nothing was copied (read from a file), from what had the same path."""
    by_path = {unit.path: unit.pk for unit in changes.old_units.values()}
    is_copied = any(origins[pk] for pk in changes.units)
    for pk, unit in changes.units.items():
        old = origins[pk] if is_copied else by_path.get(unit.path)
        if old is None or old not in changes.old_units:
            yield pk, ((), False)
            continue
        above = changes.old_units[old].parent
        now = origins.get(unit.parent) if unit.parent and is_copied else None
        yield pk, ((old,), not is_copied or above == now)


def _is_said_of(reasons: set[int], changes: DraftChanges, old: int) -> bool:
    """Tell whether a reason stands beside a unit that is gone, or beside one that it was below."""
    at: int | None = old
    while at is not None and at not in reasons:
        at = changes.old_units[at].parent
    return at is not None


def _above(changes: DraftChanges, unit: Unit) -> int | None:
    """Return what is now in the place of the unit that something gone was below."""
    parent = unit.parent
    while parent is not None:
        if heirs := changes.heirs.get(parent):
            return min(heirs)
        parent = changes.old_units[parent].parent
    return None


def _mark_within(changes: DraftChanges) -> None:
    for pk in [*changes.own, *(above for above in changes.gone.values() if above)]:
        at: int | None = pk
        while at is not None and at not in changes.within:
            changes.within.add(at)
            at = changes.units[at].parent


def latest_changes(changes: list[DraftChanges], workshop: Workshop) -> list[DraftChanges]:
    """Return those of the latest draft of each text: the working copy where there is one."""
    latest = (
        Draft.objects.in_workshop(workshop)
        .order_by("consulted_text", "-state", "-number")
        .filter(Q(state="working") | Q(state="issued"))
        .distinct("consulted_text")
        .values_list("pk", flat=True)
    )
    keys = set(latest)
    return [each for each in changes if each.draft in keys]
