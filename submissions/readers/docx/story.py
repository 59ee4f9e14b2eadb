"""A story (the body, a header, a note, a text box) → its lines and rows in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from submissions.readers.document import ParagraphKind
from submissions.readers.docx.bookmarks import BOOKMARK_SIGNS
from submissions.readers.docx.found import Surroundings
from submissions.readers.docx.lines import Block, Change, Line, Piece, Row
from submissions.readers.docx.names import MC, W, branch_of, number_of, value_of
from submissions.readers.docx.runs import CHANGES, HOLDERS, Inline
from submissions.readers.docx.styles import Style, heading_level
from submissions.readers.docx.tables import Cell, cells_of, holds_data, rows_of

_PLACE = tuple[int, int, int]
_NESTED: Final = 40
"""Boxes in boxes and tables in tables; XML itself is refused a little later."""


class Story:
    """Reads the blocks of one story."""

    def __init__(self, found: Surroundings, kind: ParagraphKind = ParagraphKind.BODY, depth: int = 0) -> None:
        self._found = found
        self._kind = kind
        self._depth = depth
        self._inline = Inline(found)

    def read(self, container: etree._Element) -> list[Block]:
        """Return the lines and rows of a body, a cell, a note, a header or a text box."""
        if self._depth > _NESTED:
            raise RecursionError("too deep")
        return list(self._blocks(container, Change.NONE, None))

    def _blocks(self, container: etree._Element, change: Change, cell: _PLACE | None) -> Iterator[Block]:
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child, change, cell)
            elif tag == f"{W}tbl":
                yield from self._table(child, change)
            elif tag in HOLDERS:
                yield from self._blocks(child, change, cell)
            elif tag in CHANGES:
                yield from self._blocks(child, change | CHANGES[tag], cell)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from () if content is None else self._blocks(content, change, cell)
            elif tag == f"{MC}AlternateContent":
                branch = branch_of(child)
                yield from () if branch is None else self._blocks(branch, change, cell)
            elif tag in BOOKMARK_SIGNS:
                self._inline.bookmarks.pass_sign(child, 0)
            elif tag == f"{W}altChunk":
                self._found.chunks += 1

    def _paragraph(self, element: etree._Element, change: Change, cell: _PLACE | None) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        style = self._found.styles.of_paragraph(value_of(properties, "pStyle"))
        mark = None if properties is None else properties.find(f"{W}rPr")
        line = Line(
            self._inline.read(element, style, change),
            mark=change | _change_of(mark),
            kind=ParagraphKind.CELL if cell and self._kind == ParagraphKind.BODY else self._kind,
            number=self._number_of(properties, style),
            label_font=self._found.styles.font_in(mark) or style.font or self._found.styles.font,
            cell=cell,
        )
        line.marked = self._inline.bookmarks.of_line()
        boxes = self._inline.boxes
        if self._kind == ParagraphKind.BODY:
            self._classify(line, properties, style)
        yield line
        for box in boxes:
            yield from self._box(box, change)

    def _classify(self, line: Line, properties: etree._Element | None, style: Style) -> None:
        outline = number_of(value_of(properties, "outlineLvl"))
        heading = heading_level(style.outline if outline is None else outline)
        if line.cell is None and heading:
            line.kind, line.level = ParagraphKind.HEADING, heading
        elif line.number:
            line.kind = ParagraphKind.LIST if line.cell is None else line.kind
            line.level = line.number[1] + 1

    def _number_of(self, properties: etree._Element | None, style: Style) -> tuple[int, int] | None:
        numbers = None if properties is None else properties.find(f"{W}numPr")
        number, level = number_of(value_of(numbers, "numId")), number_of(value_of(numbers, "ilvl"))
        if number is None:
            number = style.list_number
            if number is not None and level is None:
                level = self._found.numbering.level_of_style(number, style.lineage)
        if level is None:
            level = style.list_level or 0
        return (number, level) if number else None

    def _box(self, box: etree._Element | str, change: Change) -> Iterator[Block]:
        kind = ParagraphKind.TEXT_BOX if self._kind == ParagraphKind.BODY else self._kind
        if isinstance(box, str):
            yield Line([Piece(box, "", change)], kind=kind)
            return
        yield from Story(self._found, kind, self._depth + 1).read(box)

    def _table(self, element: etree._Element, change: Change) -> Iterator[Block]:
        number = self._found.tables
        self._found.tables += 1
        if self._depth > _NESTED:
            raise RecursionError("too deep")
        self._depth += 1
        rows = [(row, list(cells_of(row))) for row in rows_of(element)]
        is_data = holds_data(element, rows, self._found.styles)
        above: dict[int, list[str]] = {}
        for place, (row, cells) in enumerate(rows):
            row_change = change | _change_of(row.find(f"{W}trPr"))
            read = [self._cell(cell, row_change, (number, place, cell.column), above) for cell in cells]
            if is_data:
                yield Row([_lines_of(cell) for cell in read], number, place, row_change)
            else:
                for cell_blocks in read:
                    yield from cell_blocks
        self._depth -= 1

    def _cell(self, cell: Cell, change: Change, place: _PLACE, above: dict[int, list[str]]) -> list[Block]:
        blocks = list(self._blocks(cell.element, change | _change_of(cell.element.find(f"{W}tcPr")), place))
        words = [piece.text for line in _lines_of(blocks) for piece in line.pieces]
        if not cell.continues:
            above[cell.column] = words
        elif words == above.get(cell.column):
            return []
        return blocks


def _lines_of(blocks: list[Block]) -> list[Line]:
    """The lines of a cell, those of tables inside it in their order."""
    lines: list[Line] = []
    for block in blocks:
        lines += (
            [block] if isinstance(block, Line) else [replace(line) for cell in block.cells for line in cell]
        )
    return lines


def _change_of(properties: etree._Element | None) -> Change:
    change = Change.NONE
    for child in () if properties is None else properties:
        change |= _MARKS.get(child.tag, Change.NONE)
    return change


_MARKS: Final = {**CHANGES, f"{W}cellIns": Change.INSERTED, f"{W}cellDel": Change.DELETED}
