"""What changed since the draft before, as marks beside the provisions of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from proceedings.queries.draft_citations import cite
from proceedings.text.citations import Outline
from proceedings.text.lineage import Fate, Lineage
from proceedings.text.redline import BlockKind, Change, Redline

#: What the list of changes says, as a mark says it.
KINDS: Final = {
    BlockKind.CHANGED: "changed",
    BlockKind.RENUMBERED: "renumbered",
    BlockKind.INSERTED: "inserted",
    BlockKind.DELETED: "deleted",
    BlockKind.MOVED_TO: "moved",
}
ORDER: Final = ("changed", "inserted", "deleted", "renumbered", "moved", "split", "merged")
_TOLD: Final = {Fate.SPLIT: "split", Fate.MERGED: "merged"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened to a provision, where it was cited before (empty where that is the same), and why."""

    kind: str
    before: str
    reason: str


def marked_changes(
    redline: Redline, lineage: Lineage, outlines: tuple[Outline, Outline], reasons: Mapping[str, str]
) -> list[tuple[Change, Mark]]:
    """Return every change with its mark; ``outlines`` are those of the earlier and of the later draft."""
    return [
        (change, mark_of(change, lineage, outlines, reasons.get(change.new.path, "") if change.new else ""))
        for change in redline.changes
    ]


def mark_of(change: Change, lineage: Lineage, outlines: tuple[Outline, Outline], reason: str) -> Mark:
    """Return one change as a mark: a split or a merger is told as such, with all that it was made of."""
    before = [change.old.path] if change.old else []
    kind = KINDS[change.kind]
    match = lineage.by_new.get(change.new.path) if change.new else None
    if match is not None and match.fate in _TOLD:
        kind, before = _TOLD[match.fate], list(match.old)
    elif change.is_renumbered and kind == "changed":
        kind = "changed-renumbered"
    cited = [cite(path, outlines[0]) for path in before]
    now = cite(change.new.path, outlines[1]) if change.new else ""
    return Mark(kind, "" if cited == [now] else ", ".join(cited), reason)


def counts_of(changes: Iterable[tuple[Change, Mark]]) -> tuple[tuple[str, int], ...]:
    """Return how many changes there are of each kind, in the order of the kinds; none of what is none."""
    counts = Counter(mark.kind.removesuffix("-renumbered") for _change, mark in changes)
    return tuple((kind, counts[kind]) for kind in ORDER if counts[kind])
