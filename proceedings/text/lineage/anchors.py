"""Where what was said about a draft stands in the next one, and which of it a person must look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from proceedings.text.lineage.fates import Fate, Lineage, Match


class Outlook(StrEnum):
    """What a person has to do about an anchor."""

    SURE = "sure"  # nothing: it goes where the provision went
    LOOK = "look"  # confirm or choose
    GONE = "gone"  # the provision was dropped; choose another one, or leave the opinion with the older draft


class Reason(StrEnum):
    """Why the outlook is what it is."""

    KEPT = "kept"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"  # one of several provisions must be chosen
    MERGED = "merged"
    DELETED = "deleted"
    DOUBTFUL = "doubtful"  # the match itself is not sure
    UNKNOWN = "unknown"  # the older draft has no such path


@dataclass(frozen=True, slots=True)
class Reanchored:
    """One anchor: its path in the older draft, and where it may stand in the newer one, the likeliest first."""

    path: str
    now: tuple[str, ...]
    outlook: Outlook
    reason: Reason
    confidence: float
    nearest: str = ""  # where it is gone: the path of what it stood in, "" where that is gone too


def reanchor(paths: Iterable[str], lineage: Lineage) -> list[Reanchored]:
    """Return for each path of the older draft where it stands now, in the order given."""
    return [_reanchor(path, lineage) for path in paths]


def _reanchor(path: str, lineage: Lineage) -> Reanchored:
    match = lineage.by_old.get(path)
    if match is None:
        return Reanchored(path, (), Outlook.LOOK, Reason.UNKNOWN, 0.0)
    if not match.new:
        return Reanchored(
            path, (), Outlook.GONE, Reason.DELETED, match.confidence, _find_nearest(path, lineage)
        )
    reason = _explain(match)
    outlook = Outlook.LOOK if reason in (Reason.SPLIT, Reason.DOUBTFUL) else Outlook.SURE
    return Reanchored(path, match.new, outlook, reason, match.confidence)


def _explain(match: Match) -> Reason:
    if match.fate is Fate.SPLIT:
        return Reason.SPLIT
    return Reason(match.fate.value) if match.is_sure else Reason.DOUBTFUL


def _find_nearest(path: str, lineage: Lineage) -> str:
    while path := path.rpartition(".")[0]:
        match = lineage.by_old.get(path)
        if match is not None and match.new:
            return match.new[0]
    return ""
