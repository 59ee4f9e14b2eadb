"""The lineages of a draft as pairs on a page: the doubtful ones first, the words of both sides compared."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.desk.outline_lines import full_name_of
from proceedings.models import Draft, Provision
from proceedings.queries.draft_marks import reason_at
from proceedings.queries.issued_drafts import removal_reasons
from proceedings.text.lineage import SURE
from proceedings.text.provisions import WORDS, Kind
from proceedings.text.redline import Op, Segment, compare_words
from proceedings.vocabulary import LineageKind, LineageState

#: Longer provisions are cut on this page; the redline shows the whole.
LONGEST: Final = 6_000
_SIDE: Final = ("pk", "path", "kind", "role", "number", "heading")
_FIELDS: Final = (
    "pk", "version", "kind", "is_changed", "score", "state", "decided_by__full_name", "decided_by__username",
    "decided_at", *(f"{side}__{name}" for side in ("before", "after") for name in _SIDE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """One side of a pair: a provision by its path and what a person calls it."""

    pk: int
    path: str
    kind: Kind
    name: str
    heading: str

    @property
    def typed(self) -> str:
        """What a person would type to name it: its name where that is enough, else its path."""
        is_named = self.kind in (Kind.DIEU, Kind.KHOAN, Kind.DIEM) and self.path.startswith("dieu-")
        return self.name if is_named and "~" not in self.path and "doan-" not in self.path else self.path

    @property
    def is_division(self) -> bool:
        """Tell whether it is a chapter or the like, of which only the heading is compared."""
        return self.kind in WORDS and self.kind is not Kind.DIEU


@dataclass(slots=True)
class Pair:
    """One lineage; ``old`` and ``new`` are the words of both sides, ``reason`` why it was taken out, once asked for."""

    pk: int
    version: int
    kind: LineageKind
    is_changed: bool
    score: float
    state: LineageState
    decided_by: str
    decided_at: datetime.datetime | None
    before: End | None
    after: End | None
    old: tuple[Segment, ...] = field(default=())
    new: tuple[Segment, ...] = field(default=())
    reason: str = ""

    @property
    def percent(self) -> int:
        """How sure the machine is, in percent."""
        return round(100 * self.score)

    @property
    def group(self) -> str:
        """In which of GROUPS it stands."""
        if self.state != LineageState.PROPOSED:
            return "decided"
        if self.score < SURE:
            return "look"
        return "kept" if self.kind == LineageKind.KEPT and not self.is_changed else "sure"


GROUPS: Final[dict[str, str | Promise]] = {
    "look": _("Cần xem"),
    "sure": _("Chắc chắn, có thay đổi"),
    "kept": _("Chắc chắn, giữ nguyên"),
    "decided": _("Đã xác nhận"),
}


def pairs_of(draft: Draft) -> list[Pair]:
    """Return the lineages of a draft without their words, the least sure first, then in reading order: one query."""
    rows = [_pair(values) for values in draft.lineages.in_reading_order().values_list(*_FIELDS)]
    return sorted(rows, key=lambda pair: pair.score if pair.group == "look" else 2.0)


def kin_of(pairs: Iterable[Pair], pair: Pair) -> list[Pair]:
    """Return the pairs that say one thing together: the parts of a split, the sources of a merger; else one alone."""
    if pair.kind == LineageKind.SPLIT and pair.before:
        return [each for each in pairs if each.kind == pair.kind and each.before == pair.before]
    if pair.kind == LineageKind.MERGED and pair.after:
        return [each for each in pairs if each.kind == pair.kind and each.after == pair.after]
    return [pair]


def with_words(draft: Draft, pairs: Iterable[Pair]) -> list[Pair]:
    """Give some pairs their words, with the differences told, and the reasons of deletions: three queries."""
    shown = list(pairs)
    reasons = removal_reasons(draft.pk)
    before = _words_of(draft.based_on_id, [pair.before for pair in shown if pair.before])
    after = _words_of(draft.pk, [pair.after for pair in shown if pair.after])
    for pair in shown:
        is_gone = pair.before is not None and pair.kind == LineageKind.DELETED
        pair.reason = reason_at(pair.before.path, reasons)[0] if is_gone and pair.before else ""
        old = before.get(pair.before.path, "") if pair.before else ""
        new = after.get(pair.after.path, "") if pair.after else ""
        segments = compare_words(old, new) if pair.before and pair.after else None
        pair.old = _side(segments, Op.INSERT) if segments is not None else (Segment(Op.EQUAL, old),)
        pair.new = _side(segments, Op.DELETE) if segments is not None else (Segment(Op.EQUAL, new),)
    return shown


def _side(segments: Iterable[Segment], left_out: Op) -> tuple[Segment, ...]:
    return tuple(segment for segment in segments if segment.op is not left_out)


def _words_of(draft: int | None, ends: list[End]) -> dict[str, str]:
    """Return the words of provisions by path, with those of all below, but of a division its heading alone.

    A provision that was split is the end of several pairs; its words are gathered once.
    """
    ends = list({end.path: end for end in ends}.values())
    wanted = Q(path__in=[end.path for end in ends])
    for end in ends:
        if not end.is_division:
            wanted |= Q(path__startswith=f"{end.path}.")
    rows = list(Provision.objects.filter(wanted, draft=draft).order_by("position")) if ends else []
    lines: dict[str, list[str]] = {end.path: [] for end in ends}
    for row in rows:
        for end in ends:
            if row.path == end.path or (not end.is_division and row.path.startswith(f"{end.path}.")):
                lines[end.path].append(_line(row))
    return {path: "\n".join(filter(None, of))[:LONGEST] for path, of in lines.items()}


def _line(row: Provision) -> str:
    if row.heading:
        return "\n".join(filter(None, (f"{row.mark} {row.heading}".strip(), row.text)))
    return f"{row.mark} {row.text}".strip()


def _pair(values: tuple[Any, ...]) -> Pair:
    pk, version, kind, is_changed, score, state, full_name, username, decided_at, *ends = values
    return Pair(
        pk,
        version,
        LineageKind(kind),
        is_changed,
        score or 0.0,
        LineageState(state),
        full_name or username or "",
        decided_at,
        _end(ends[: len(_SIDE)]),
        _end(ends[len(_SIDE) :]),
    )


def _end(values: list[Any]) -> End | None:
    pk, path, kind, role, number, heading = values
    if pk is None:
        return None
    of = Kind(kind)
    return End(pk, path, of, full_name_of(of, role, number, path), heading)
