"""A redline as the pages of the workbench show it: provisions with marked words, long unchanged stretches folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.queries.draft_marks import Reasons
from proceedings.text.provisions import Role
from proceedings.text.redline import (
    Block,
    BlockKind,
    Change,
    Fold,
    Op,
    Paragraph,
    Place,
    Redline,
    Segment,
    inline,
)
from proceedings.text.redline.segments import Whole

#: What happened to a provision, as its note says it.
KINDS: Mapping[BlockKind, str | Promise] = {
    BlockKind.CHANGED: _("sửa lời văn"),
    BlockKind.RENUMBERED: _("đổi số"),
    BlockKind.INSERTED: _("bổ sung"),
    BlockKind.DELETED: _("bỏ"),
    BlockKind.MOVED_FROM: _("chuyển đi"),
    BlockKind.MOVED_TO: _("chuyển đến"),
}
Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What provisions are called, by path: those of the newer draft, of the older one; why the newer one differs.

    ``explaining`` are the addresses at which an editor notes why a provision of the older one was taken out, by path.
    """

    names: Mapping[str, str]
    was: Mapping[str, str]
    reasons: Reasons
    explaining: Mapping[str, str] = field(default_factory=dict)

    def explain(self, block: Block) -> str:
        """Return where the reason of a deletion is noted, "" for anything else."""
        is_gone = block.kind is BlockKind.DELETED and block.old is not None
        return self.explaining.get(block.old.path, "") if is_gone and block.old else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its words inline, and as the two cells of a row; None is an empty cell."""

    words: Words
    old: Words | None
    new: Words | None
    is_heading: bool
    is_same: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """One provision at one place; ``twin`` is the anchor of its other place where it moved."""

    anchor: str
    kind: BlockKind
    label: str
    depth: int
    role: Role
    passages: tuple[Passage, ...]
    twin: str = ""
    other: str = ""
    notes: tuple[str, ...] = ()
    explain: str = ""

    @property
    def word(self) -> str | Promise:
        """What happened, "" where nothing did."""
        return KINDS.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Folded:
    """A stretch of unchanged provisions."""

    blocks: tuple[Marked, ...]

    @property
    def first(self) -> str:
        """What the first one is called."""
        return _name(self.blocks[0])

    @property
    def last(self) -> str:
        """What the last one is called."""
        return _name(self.blocks[-1])


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list of changes."""

    number: int
    anchor: str
    word: str | Promise
    label: str
    was: str
    words_inserted: int
    words_deleted: int
    notes: tuple[str, ...]
    explain: str = ""


def marked(redline: Redline, naming: Naming, *, around: int | None = 1) -> list[Marked | Folded]:
    """Return the provisions of a redline, folded but for ``around`` of them beside a change; None folds nothing."""

    told: set[tuple[bool, str]] = set()

    def show(block: Block) -> Marked:
        return _marked(block, naming, told)

    return [
        Folded(tuple(map(show, item.blocks))) if isinstance(item, Fold) else show(item)
        for item in inline(redline, around)
    ]


def listed(redline: Redline, naming: Naming) -> list[Listed]:
    """Return the list of changes."""
    return [_listed(redline, change, naming) for change in redline.changes]


def words_of(segments: tuple[Segment, ...]) -> Words:
    """Return segments as pairs of what happened and the words."""
    return tuple((segment.op.value, segment.text) for segment in segments)


def _listed(redline: Redline, change: Change, naming: Naming) -> Listed:
    new, old = _named(change.new, naming.names), _named(change.old, naming.was)
    told = [redline.blocks[index] for index in change.blocks]
    reasons = (naming.reasons.at(block)[0] for block in told)
    found = dict.fromkeys(reason for reason in reasons if reason)
    return Listed(
        change.number,
        f"thay-doi-{change.blocks[0]}",
        KINDS.get(change.kind, ""),
        new or old,
        old if new and old != new else "",
        change.words_inserted,
        change.words_deleted,
        tuple(found),
        naming.explain(told[0]),
    )


def _marked(block: Block, naming: Naming, told: set[tuple[bool, str]]) -> Marked:
    other = ""
    if block.twin is not None:
        other = (
            _named(block.new, naming.names)
            if block.kind is BlockKind.MOVED_FROM
            else _named(block.old, naming.was)
        )
    note = _reason_once(block, naming, told)
    label = _named(block.old, naming.was) if block.place is block.old else _named(block.new, naming.names)
    return Marked(
        f"thay-doi-{block.index}",
        block.kind,
        label,
        min(block.place.depth, 6),
        block.place.role,
        tuple(_passages(block)),
        f"thay-doi-{block.twin}" if block.twin is not None else "",
        other,
        (note,) if note else (),
        naming.explain(block),
    )


def _reason_once(block: Block, naming: Naming, told: set[tuple[bool, str]]) -> str:
    """The reason stands at the first change that it is given for."""
    reason, place = naming.reasons.at(block)
    if not reason or place in told:
        return ""
    told.add(place)
    return reason


def _passages(block: Block) -> Iterator[Passage]:
    for paragraph in block.paragraphs:
        came = paragraph.whole in (Whole.INSERT, Whole.MOVE_TO)
        went = paragraph.whole in (Whole.DELETE, Whole.MOVE_FROM)
        old = tuple(segment for segment in paragraph.segments if segment.op is not Op.INSERT)
        new = tuple(segment for segment in paragraph.segments if segment.op is not Op.DELETE)
        yield Passage(
            words_of(paragraph.segments),
            None if came else words_of(old),
            None if went else words_of(new),
            paragraph.is_heading,
            _is_same(paragraph),
        )


def _is_same(paragraph: Paragraph) -> bool:
    return paragraph.whole is Whole.STAYS and all(segment.op is Op.EQUAL for segment in paragraph.segments)


def _named(place: Place | None, names: Mapping[str, str]) -> str:
    return names.get(place.path, place.label) if place else ""


def _name(block: Marked) -> str:
    return block.label or (
        block.passages[0].words[0][1][:40] if block.passages and block.passages[0].words else "…"
    )
