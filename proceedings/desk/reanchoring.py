"""What was said about the draft before, and where it stands now: the lines a person must look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.desk.kin import Pair
from proceedings.desk.outline_lines import full_name_of
from proceedings.models import Draft, Provision
from proceedings.text.lineage import Fate, Lineage, Match, Outlook, Reason, reanchor
from proceedings.text.provisions import Kind
from proceedings.vocabulary import LineageKind, LineageState

MOST: Final = 200
_REMEDIES: Final[dict[Reason, str | Promise]] = {
    Reason.SPLIT: _("Điều khoản được tách: chọn phần mà ý kiến nói đến."),
    Reason.DOUBTFUL: _("Ghép chưa chắc: xác nhận hoặc sửa cặp này."),
    Reason.DELETED: _("Điều khoản bị bỏ: chọn điều khoản khác, hoặc để ý kiến ở lần dự thảo cũ."),
    Reason.UNKNOWN: _("Chưa biết điều khoản này thành gì: chọn điều khoản ở lần mới."),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One provision of the draft before that needs a look: where it may stand now, and what to do."""

    was: str
    now: tuple[str, ...]
    todo: str


def report_of(draft: Draft, pairs: list[Pair]) -> list[Moved]:
    """Return what needs a look, as the draft before is read; what stood below a provision that is gone is not told."""
    names_before = _units(draft)
    names = {pair.after.path: pair.after.name for pair in pairs if pair.after}
    moved, gone = [], set[str]()
    for each in reanchor(names_before, Lineage(tuple(_matches(pairs)))):
        if each.outlook is Outlook.SURE or _is_below(each.path, gone):
            continue
        if each.outlook is Outlook.GONE:
            gone.add(each.path)
        now = tuple(names.get(path, path) for path in each.now)
        moved.append(Moved(names_before[each.path], now, str(_REMEDIES.get(each.reason, ""))))
    return moved


def _units(draft: Draft) -> dict[str, str]:
    """Return the numbered provisions of the draft before, by path with their names, in reading order: one query."""
    rows = (
        Provision.objects.filter(draft=draft.based_on_id).exclude(kind=Kind.TEXT.value).order_by("position")
    )
    return {
        path: full_name_of(Kind(kind), role, number, path)
        for path, kind, role, number in rows.values_list("path", "kind", "role", "number")
    }


def _matches(pairs: Iterable[Pair]) -> Iterable[Match]:
    """Join the rows of a split or a merger to one match again."""
    joined: dict[tuple[LineageKind, int], list[Pair]] = {}
    for pair in pairs:
        if pair.kind == LineageKind.SPLIT and pair.before:
            joined.setdefault((pair.kind, pair.before.pk), []).append(pair)
        elif pair.kind == LineageKind.MERGED and pair.after:
            joined.setdefault((pair.kind, pair.after.pk), []).append(pair)
        else:
            joined[pair.kind, -pair.pk] = [pair]
    for (kind, _key), of in joined.items():
        sure = min(1.0 if pair.state != LineageState.PROPOSED else pair.score for pair in of)
        old = tuple(dict.fromkeys(pair.before.path for pair in of if pair.before))
        new = tuple(dict.fromkeys(pair.after.path for pair in of if pair.after))
        yield Match(Fate(kind.value), old, new, sure, sure, any(pair.is_changed for pair in of))


def _is_below(path: str, gone: set[str]) -> bool:
    return any(path.startswith(f"{above}.") for above in gone)
