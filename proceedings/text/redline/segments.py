"""The parts that a redline is made of: stretches of words, paragraphs, provisions, and the list of changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from proceedings.text.provisions import Kind, Role

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Op(StrEnum):
    """What happened to a stretch of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


class Whole(StrEnum):
    """What happened to a paragraph as a whole; a changed one stays, its words are inserted and deleted."""

    STAYS = ""
    INSERT = "insert"
    DELETE = "delete"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"


class BlockKind(StrEnum):
    """What happened to a provision; the most telling one, the flags of a block say the rest."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words; ``was`` is how the older draft has an equal one, where blanks or code points differ."""

    op: Op
    text: str
    was: str = ""

    @property
    def old_text(self) -> str:
        """The stretch as the older draft has it; empty for an insertion."""
        return "" if self.op is Op.INSERT else self.was or self.text

    @property
    def new_text(self) -> str:
        """The stretch as the newer draft has it; empty for a deletion."""
        return "" if self.op is Op.DELETE else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one provision."""

    segments: tuple[Segment, ...]
    whole: Whole = Whole.STAYS
    is_heading: bool = False
    is_renumbered: bool = False  # the mark that opens it changed ("2." to "3.")
    is_changed: bool = False  # its words changed, apart from the mark

    @property
    def old_text(self) -> str | None:
        """The paragraph of the older draft at this place, or None where it had none here."""
        if self.whole in (Whole.INSERT, Whole.MOVE_TO):
            return None
        return "".join(segment.old_text for segment in self.segments)

    @property
    def new_text(self) -> str | None:
        """The paragraph of the newer draft at this place, or None where it has none here."""
        if self.whole in (Whole.DELETE, Whole.MOVE_FROM):
            return None
        return "".join(segment.new_text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Place:
    """A provision as one of the drafts has it."""

    path: str
    label: str  # "Điều 5", "2", "đ"; "" for text
    kind: Kind
    role: Role
    depth: int  # 0 for what stands in nothing


@dataclass(frozen=True, slots=True)
class Block:
    """One provision at one place: its own paragraphs, without those of the provisions below it.

    ``old`` and ``new`` are what it is in both drafts; a provision that moved has two blocks, each with both, one
    ``move`` name and the index of the other as ``twin``; its inner changes are shown where it stands now.
    """

    index: int
    kind: BlockKind
    old: Place | None
    new: Place | None
    paragraphs: tuple[Paragraph, ...]
    is_changed: bool = False
    is_renumbered: bool = False
    move: str = ""
    twin: int | None = None
    also_old: tuple[
        str, ...
    ] = ()  # further paths of the older draft: merged into it, or what it was split from
    also_new: tuple[
        str, ...
    ] = ()  # further paths of the newer draft: split from it, or what it was merged into

    @property
    def place(self) -> Place:
        """Where the block is shown: in the newer draft unless it stands there no more."""
        place = self.old if self.kind in (BlockKind.DELETED, BlockKind.MOVED_FROM) else self.new
        found = place or self.new or self.old
        if found is None:  # pragma: no cover - every block comes from a provision
            raise ValueError("a block of no provision")
        return found

    @property
    def heading(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are its heading."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_heading)

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs below the heading."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.is_heading)


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the list: what happened to one provision, with all below it where it came, went or moved."""

    number: int  # from 1, in the order of the redline
    kind: BlockKind  # changed, renumbered, inserted, deleted or moved_to
    old: Place | None
    new: Place | None
    blocks: tuple[int, ...]  # indexes of the blocks, the first the one to jump to
    words_inserted: int
    words_deleted: int
    is_changed: bool = False
    is_renumbered: bool = False


@dataclass(frozen=True)
class Redline:
    """What lies between two drafts, in reading order of the newer one, with what was deleted where it stood."""

    changes: tuple[Change, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def counts(self) -> Counter[BlockKind]:
        """How many changes there are of each kind."""
        return Counter(change.kind for change in self.changes)

    @property
    def words_inserted(self) -> int:
        """How many syllables and numbers are new, those of moved provisions not counted."""
        return sum(change.words_inserted for change in self.changes)

    @property
    def words_deleted(self) -> int:
        """How many syllables and numbers are gone, those of moved provisions not counted."""
        return sum(change.words_deleted for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Whether the drafts say the same."""
        return not self.changes


def count_words(text: str) -> int:
    """Return how many syllables and numbers a text has."""
    return len(_WORD.findall(text))


def join_segments(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return segments so that between two equal ones stand one deletion and one insertion at most, none empty."""
    joined: list[Segment] = []
    deleted, inserted = "", ""

    def close() -> None:
        joined.extend(Segment(op, text) for op, text in ((Op.DELETE, deleted), (Op.INSERT, inserted)) if text)

    for segment in segments:
        if segment.op is Op.DELETE:
            deleted += segment.text
        elif segment.op is Op.INSERT:
            inserted += segment.text
        elif segment.text:
            if deleted or inserted:
                close()
                deleted = inserted = ""
            if joined and joined[-1].op is Op.EQUAL:
                segment = _join_equal(joined.pop(), segment)
            joined.append(segment)
    close()
    return tuple(joined)


def _join_equal(one: Segment, other: Segment) -> Segment:
    text, was = one.text + other.text, one.old_text + other.old_text
    return Segment(Op.EQUAL, text, "" if was == text else was)
