"""What changed since the draft before, as marks beside the provisions of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from proceedings.queries.draft_citations import cite
from proceedings.text.citations import Outline
from proceedings.text.lineage import Fate, Lineage
from proceedings.text.redline import Block, BlockKind, Change, Redline

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


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a draft differs from the one before: ``changed`` by its own paths, ``removed`` by those of the one before."""

    changed: Mapping[str, str]
    removed: Mapping[str, str]

    def of(self, change: Change, redline: Redline) -> str:
        """Return the reason of a change; of a deletion also that of what it stood in, and those of its parts."""
        if change.new is not None:
            return self.changed.get(change.new.path, "")
        gone = (redline.blocks[index].old for index in change.blocks)
        found = (reason_at(place.path, self.removed)[0] for place in gone if place)
        return " ".join(dict.fromkeys(filter(None, found)))

    def at(self, block: Block) -> tuple[str, tuple[bool, str]]:
        """Return the reason of what changed in a block, its own or that of what it stands in, and where it is given.

        Where it is given is whether in the draft before, and the path there.
        """
        if block.kind is BlockKind.DELETED and block.old is not None:
            reason, path = reason_at(block.old.path, self.removed)
            return reason, (True, path)
        if block.new is None or block.kind in (BlockKind.UNCHANGED, BlockKind.MOVED_FROM):
            return "", (False, "")
        reason, path = reason_at(block.new.path, self.changed)
        return reason, (False, path)


def reason_at(path: str, reasons: Mapping[str, str]) -> tuple[str, str]:
    """Return the reason that is given at a path or for what it stands in, and where it is given; "" where none is."""
    while path and not reasons.get(path):
        path = path.rpartition(".")[0]
    return reasons.get(path, ""), path


def marked_changes(
    redline: Redline, lineage: Lineage, outlines: tuple[Outline, Outline], reasons: Reasons
) -> list[tuple[Change, Mark]]:
    """Return every change with its mark; ``outlines`` are those of the earlier and of the later draft."""
    return [
        (change, mark_of(change, lineage, outlines, reasons.of(change, redline)))
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
