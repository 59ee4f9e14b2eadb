"""What may become of a provision from one draft to the next, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

#: From this confidence on a match may be taken as it is; below it a person confirms.
SURE: Final = 0.6
#: Texts less alike than this are never matched (measured on a real pair of drafts: below it was wrong).
LEAST: Final = 0.25


class Fate(StrEnum):
    """What became of a provision; the most telling one where several hold, the flags of a match say the rest."""

    KEPT = "kept"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DELETED = "deleted"


_MIRRORED = {
    Fate.SPLIT: Fate.MERGED,
    Fate.MERGED: Fate.SPLIT,
    Fate.NEW: Fate.DELETED,
    Fate.DELETED: Fate.NEW,
}


@dataclass(frozen=True, slots=True)
class Match:
    """One row of the lineage: paths of the older draft and of the newer one that are the same provision.

    Several new paths with one old one are a split, the closest first; several old ones with one new one a merger;
    no old one: new; no new one: deleted.
    """

    fate: Fate
    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float  # how alike the texts are, 0 to 1 (of a split or a merger: how much of the parts is found again)
    confidence: float  # 0 to 1; see SURE
    is_changed: bool = False
    is_renumbered: bool = False
    is_moved: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the match may stand without a person's word."""
        return self.confidence >= SURE

    def mirrored(self) -> Match:
        """Return the same match seen from the newer draft to the older one."""
        return replace(self, fate=_MIRRORED.get(self.fate, self.fate), old=self.new, new=self.old)


@dataclass(frozen=True)
class Lineage:
    """All matches between two drafts: each path of both stands in at least one, in reading order of the new draft.

    A path stands in two where the single paragraph of an article became its khoản 1 (or the other way round): the
    first is then the article's own.
    """

    matches: tuple[Match, ...]

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    @cached_property
    def by_old(self) -> dict[str, Match]:
        """Each path of the older draft with what became of it."""
        return {path: match for match in reversed(self.matches) for path in match.old}

    @cached_property
    def by_new(self) -> dict[str, Match]:
        """Each path of the newer draft with what it came from."""
        return {path: match for match in reversed(self.matches) for path in match.new}

    def mirrored(self) -> Lineage:
        """Return the lineage from the newer draft back to the older one."""
        return Lineage(tuple(match.mirrored() for match in self.matches))

    def doubtful(self) -> tuple[Match, ...]:
        """Return the matches that a person must look at, the least sure first."""
        return tuple(
            sorted((match for match in self if not match.is_sure), key=lambda match: match.confidence)
        )
