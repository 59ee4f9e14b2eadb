"""Two drafts as the page of their redline shows them: blocks, folded stretches, the list of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from proceedings.queries.draft_citations import cite, fragment
from proceedings.queries.draft_marks import KINDS, Mark, counts_of
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import IssuedDraft
from proceedings.text.citations import Outline
from proceedings.text.redline import Block, BlockKind, Change, Fold, Op, Paragraph, Redline, Whole, inline

#: Before the id of what stands no more in the later draft.
EARLIER: Final = "truoc."
_WENT: Final = (BlockKind.DELETED, BlockKind.MOVED_FROM)

Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: ``words`` are (equal, insert or delete; text). ``before`` and ``after`` only where both have it.

    ``place`` tells the column it belongs to when drafts stand side by side: both, old, new or pair.
    """

    words: Words
    place: str
    is_heading: bool
    before: Words = ()
    after: Words = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A provision in one of the drafts: its citation and its fragment there."""

    cited: str
    fragment: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One provision at one place; ``anchor`` is its id, empty where the page has that id already."""

    anchor: str
    kind: str
    shape: str
    old: Place | None
    new: Place | None
    twin: str
    passages: tuple[Passage, ...]
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class FoldView:
    """A stretch that did not change, from one provision to another."""

    count: int
    first: str
    last: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A row of the list of changes."""

    number: int
    kind: str
    href: str
    old: str
    new: str
    inserted: int
    deleted: int
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the page of a redline shows; ``items`` are blocks and folds in reading order."""

    items: tuple[BlockView | FoldView, ...]
    changes: tuple[ChangeView, ...]
    counts: tuple[tuple[str, int], ...]
    inserted: int
    deleted: int


def comparison_of(reader: DraftReader, earlier: IssuedDraft, later: IssuedDraft) -> Comparison:
    """Return the redline of two drafts as its page shows it; reasons stand where the drafts follow each other."""
    redline = reader.redline(earlier, later)
    outlines = reader.outline(earlier), reader.outline(later)
    marked = reader.marked(earlier, later)
    viewer = _Viewer(redline, outlines, {change.blocks[0]: mark for change, mark in marked})
    return Comparison(
        items=tuple(viewer.items()),
        changes=tuple(map(viewer.change, redline.changes)),
        counts=counts_of(marked),
        inserted=redline.words_inserted,
        deleted=redline.words_deleted,
    )


class _Viewer:
    def __init__(self, redline: Redline, outlines: tuple[Outline, Outline], marks: dict[int, Mark]) -> None:
        self._redline, self._outlines, self._marks = redline, outlines, marks
        self._anchors = _name_blocks(redline.blocks)

    def items(self) -> Iterator[BlockView | FoldView]:
        """Yield blocks and folds."""
        for item in inline(self._redline):
            if isinstance(item, Fold):
                blocks = tuple(map(self.block, item.blocks))
                first, last = blocks[0], blocks[-1]
                yield FoldView(item.count, _cited(first), _cited(last), blocks)
            else:
                yield self.block(item)

    def block(self, block: Block) -> BlockView:
        """Return one block."""
        went = block.kind in _WENT
        place = block.place
        twin = block.twin
        return BlockView(
            anchor=self._anchors.get(block.index, ""),
            kind=KINDS.get(block.kind, "moved-away" if went else "same"),
            shape=place.role.value or place.kind.value,
            old=self._place(block.old.path, 0) if block.old else None,
            new=self._place(block.new.path, 1) if block.new else None,
            twin=fragment(self._anchors.get(twin, "")) if twin is not None else "",
            passages=tuple(_passages(block.paragraphs)),
            mark=self._marks.get(block.index),
        )

    def change(self, change: Change) -> ChangeView:
        """Return one row of the list."""
        mark = self._marks[change.blocks[0]]
        block = self._redline.blocks[change.blocks[0]]
        anchor = self._anchors.get(block.index) or _wanted(block)
        return ChangeView(
            number=change.number,
            kind=mark.kind,
            href=fragment(anchor),
            old=cite(change.old.path, self._outlines[0]) if change.old else "",
            new=cite(change.new.path, self._outlines[1]) if change.new else "",
            inserted=change.words_inserted,
            deleted=change.words_deleted,
            reason=mark.reason,
        )

    def _place(self, path: str, side: int) -> Place:
        return Place(cite(path, self._outlines[side]), fragment(path))


def _cited(block: BlockView) -> str:
    place = block.new or block.old
    return place.cited if place else ""


def _name_blocks(blocks: Iterable[Block]) -> dict[int, str]:
    """Return the ids of blocks by their index; a provision in two pieces has its id at the first."""
    taken: set[str] = set()
    anchors: dict[int, str] = {}
    for block in blocks:
        wanted = _wanted(block)
        if wanted not in taken:
            anchors[block.index] = wanted
            taken.add(wanted)
    return anchors


def _wanted(block: Block) -> str:
    return f"{EARLIER if block.kind in _WENT else ''}{block.place.path}"


def _passages(paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    for paragraph in paragraphs:
        words = tuple((segment.op.value, segment.text) for segment in paragraph.segments)
        place = _column(paragraph)
        if place != "pair" or paragraph.is_heading:
            yield Passage(words, "both" if place == "pair" else place, paragraph.is_heading)
        else:
            before = tuple((op, text) for op, text in words if op != Op.INSERT.value)
            after = tuple((op, text) for op, text in words if op != Op.DELETE.value)
            yield Passage(words, place, paragraph.is_heading, before, after)


def _column(paragraph: Paragraph) -> str:
    if paragraph.whole in (Whole.DELETE, Whole.MOVE_FROM):
        return "old"
    if paragraph.whole is Whole.INSERT:
        return "new"
    is_changed = any(segment.op is not Op.EQUAL for segment in paragraph.segments)
    if is_changed:
        return "pair"
    return "new" if paragraph.whole is Whole.MOVE_TO else "both"
