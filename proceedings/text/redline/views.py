"""A redline as data for pages and for Word: inline, side by side, accepted, rejected, and as tracked paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.text.provisions import Kind, Role
from proceedings.text.redline.segments import (
    Block,
    BlockKind,
    Op,
    Paragraph,
    Redline,
    Segment,
    Whole,
    join_segments,
)


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of unchanged provisions that a page shows as one line to be opened."""

    blocks: tuple[Block, ...]

    @property
    def count(self) -> int:
        """How many provisions are folded away."""
        return len(self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as a row of two cells; None is an empty cell. No old cell has insertions, no new one deletions."""

    block: Block
    paragraph: Paragraph
    old: tuple[Segment, ...] | None
    new: tuple[Segment, ...] | None


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """One paragraph for a writer of tracked changes.

    Accepting all leaves those that are inserted, moved here or stay, without deleted runs; rejecting all leaves those
    that are deleted, moved away or stay, without inserted runs. A paragraph moved here may hold deleted runs: words
    that came along and were struck out. A writer that cannot nest them leaves them out; both drafts stay exact.
    """

    kind: Kind
    role: Role
    depth: int
    is_heading: bool
    runs: tuple[tuple[Op, str], ...]
    whole: Whole = Whole.STAYS
    move: str = ""  # one name for both places of all that moved together; paragraphs may stand between

    def accepted(self) -> str | None:
        """Return the paragraph when all is accepted, None when it is no longer there."""
        if self.whole in (Whole.DELETE, Whole.MOVE_FROM):
            return None
        return "".join(text for op, text in self.runs if op is not Op.DELETE)

    def rejected(self) -> str | None:
        """Return the paragraph when all is rejected, None when it is not there yet."""
        if self.whole in (Whole.INSERT, Whole.MOVE_TO):
            return None
        return "".join(text for op, text in self.runs if op is not Op.INSERT)


def accept_all(redline: Redline) -> list[str]:
    """Return the paragraphs of the newer draft, exactly the lines of its ``plain_text``."""
    texts = (paragraph.new_text for block in redline.blocks for paragraph in block.paragraphs)
    return [text for text in texts if text is not None]


def reject_all(redline: Redline) -> list[str]:
    """Return the paragraphs of the older draft, exactly the lines of its ``plain_text``."""
    texts = (paragraph.old_text for block in redline.blocks for paragraph in block.paragraphs)
    return [text for text in texts if text is not None]


def inline(redline: Redline, around: int | None = 1) -> tuple[Block | Fold, ...]:
    """Return the blocks in order, long unchanged stretches folded but for ``around`` blocks beside a change.

    ``None`` folds nothing; a stretch that would hide a single block is shown.
    """
    if around is None:
        return redline.blocks
    shown = _show(redline.blocks, around)
    rows: list[Block | Fold] = []
    hidden: list[Block] = []
    for block in redline.blocks:
        if block.index in shown:
            rows += _fold(hidden)
            hidden = []
            rows.append(block)
        else:
            hidden.append(block)
    return (*rows, *_fold(hidden))


def _show(blocks: tuple[Block, ...], around: int) -> set[int]:
    changed = [block.index for block in blocks if block.kind is not BlockKind.UNCHANGED]
    return {near for index in changed for near in range(index - around, index + around + 1)}


def _fold(hidden: list[Block]) -> list[Block | Fold]:
    return [Fold(tuple(hidden))] if len(hidden) > 1 else list(hidden)


def side_by_side(redline: Redline, around: int | None = 1) -> tuple[Row | Fold, ...]:
    """Return the paragraphs as rows of a table, folded as :func:`inline` does."""
    return tuple(
        row
        for item in inline(redline, around)
        for row in ([item] if isinstance(item, Fold) else _write_rows(item))
    )


def _write_rows(block: Block) -> Iterator[Row]:
    for paragraph in block.paragraphs:
        old = tuple(segment for segment in paragraph.segments if segment.op is not Op.INSERT)
        new = tuple(segment for segment in paragraph.segments if segment.op is not Op.DELETE)
        came = paragraph.whole in (Whole.INSERT, Whole.MOVE_TO)
        went = paragraph.whole in (Whole.DELETE, Whole.MOVE_FROM)
        yield Row(block, paragraph, None if came else old, None if went else new)


def tracked_paragraphs(redline: Redline) -> list[TrackedParagraph]:
    """Return all paragraphs in the order in which accepting gives the newer draft and rejecting the older one.

    Where the drafts differ in blanks only, the blanks are tracked; where they differ in the code points of the same
    letters (NFC, NFD), the newer spelling stands, for no reader sees a difference.
    """
    return [_track(block, paragraph) for block in redline.blocks for paragraph in block.paragraphs]


def _track(block: Block, paragraph: Paragraph) -> TrackedParagraph:
    place = block.place
    if paragraph.whole is Whole.STAYS and block.new:
        place = block.new
    segments = join_segments(part for segment in paragraph.segments for part in _part_blanks(segment))
    return TrackedParagraph(
        place.kind,
        place.role,
        place.depth,
        paragraph.is_heading,
        tuple((segment.op, segment.text) for segment in segments),
        paragraph.whole,
        block.move if paragraph.whole in (Whole.MOVE_FROM, Whole.MOVE_TO) else "",
    )


def _part_blanks(segment: Segment) -> Iterator[Segment]:
    """Yield an equal segment in parts, blanks that differ as a deletion and an insertion."""
    compose = unicodedata.normalize
    if not segment.was or compose("NFC", segment.was) == compose("NFC", segment.text):
        yield Segment(segment.op, segment.text)
        return
    for was, text in zip(_split(segment.was), _split(segment.text), strict=True):
        if compose("NFC", was) == compose("NFC", text):
            yield Segment(Op.EQUAL, text)
        else:
            yield from (Segment(Op.DELETE, was), Segment(Op.INSERT, text))


def _split(text: str) -> list[str]:
    """Return words and blanks in turn; both spellings of an equal stretch have as many."""
    return re.split(r"(\s+)", text)
