"""The list of changes of a redline: a row for each provision; what came, went or moved as a whole is one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from proceedings.text.redline.segments import Block, BlockKind, Change, Op, Whole, count_words

_TOGETHER = (BlockKind.INSERTED, BlockKind.DELETED)


@dataclass(slots=True)
class _Row:
    kind: BlockKind
    first: Block
    blocks: list[Block] = field(default_factory=list)


def list_changes(
    blocks: Sequence[Block], old_parents: Mapping[str, str], new_parents: Mapping[str, str]
) -> tuple[Change, ...]:
    """Return the changes in the order of the blocks; ``…_parents`` gives the path that each path stands in."""
    rows: list[_Row] = []
    of_path: dict[tuple[BlockKind, str], _Row] = {}  # came or went as a whole
    of_move: dict[str, _Row] = {}
    for block in blocks:
        if block.kind in _TOGETHER:
            parents = new_parents if block.kind is BlockKind.INSERTED else old_parents
            row = _find_above(block, of_path, parents) or _begin(rows, block, block.kind)
            of_path[block.kind, block.place.path] = row
            row.blocks.append(block)
        elif block.kind is BlockKind.MOVED_TO:
            if block.move not in of_move:
                of_move[block.move] = _begin(rows, block, block.kind)
                of_move[block.move].blocks.append(block)
            elif block.is_changed:
                _begin(rows, block, BlockKind.CHANGED).blocks.append(block)
            else:
                of_move[block.move].blocks.append(block)
        elif block.kind in (BlockKind.CHANGED, BlockKind.RENUMBERED):
            _begin(rows, block, block.kind).blocks.append(block)
        elif _counts_deleted(block):  # a paragraph stayed behind and was dropped when its provision moved
            _begin(rows, block, BlockKind.CHANGED).blocks.append(block)
    return tuple(_write(number, row) for number, row in enumerate(rows, 1))


def _find_above(
    block: Block, of_path: Mapping[tuple[BlockKind, str], _Row], parents: Mapping[str, str]
) -> _Row | None:
    path = block.place.path
    if (block.kind, path) in of_path:
        return of_path[block.kind, path]
    while path := parents.get(path, ""):
        if (block.kind, path) in of_path:
            return of_path[block.kind, path]
    return None


def _begin(rows: list[_Row], block: Block, kind: BlockKind) -> _Row:
    rows.append(_Row(kind, block))
    return rows[-1]


def _counts_deleted(block: Block) -> bool:
    return any(paragraph.whole is Whole.DELETE for paragraph in block.paragraphs)


def _write(number: int, row: _Row) -> Change:
    first = row.first
    return Change(
        number,
        row.kind,
        first.old,
        first.new,
        tuple(block.index for block in row.blocks),
        _count(row.blocks, Op.INSERT),
        _count(row.blocks, Op.DELETE),
        any(block.is_changed for block in row.blocks),
        first.is_renumbered,
    )


def _count(blocks: Iterable[Block], op: Op) -> int:
    return sum(
        count_words(segment.text)
        for block in blocks
        for paragraph in block.paragraphs
        for segment in paragraph.segments
        if segment.op is op
    )
