"""Tables: their rows and cells, and whether one holds data or only lays out a page (a letterhead, signatures)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree

from submissions.readers.docx.names import MC, VAL, W, branch_of, number_of, value_of
from submissions.readers.docx.styles import Styles

_INVISIBLE: Final = frozenset({"nil", "none"})
_SIDES: Final = tuple(
    W + side for side in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
)
_GRID_COLUMNS: Final = 3
_GRID_ROWS: Final = 3
_FRAME_ROWS: Final = 2
_COLUMNS_ALLOWED: Final = 1000


class Cell(NamedTuple):
    """A cell and its first column; ``continues`` where it is the lower part of one that spans several rows."""

    element: etree._Element
    column: int
    continues: bool


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in content controls, too."""
    return _children(table, f"{W}tr")


def cells_of(row: etree._Element) -> Iterator[Cell]:
    """Yield the cells of a row with their places in the grid."""
    column = number_of(value_of(row.find(f"{W}trPr"), "gridBefore")) or 0
    for element in _children(row, f"{W}tc"):
        properties = element.find(f"{W}tcPr")
        merge = None if properties is None else properties.find(f"{W}vMerge")
        continues = merge is not None and merge.get(VAL, "continue") == "continue"
        yield Cell(element, column, continues)
        span = number_of(value_of(properties, "gridSpan")) or 1
        column += min(max(span, 1), _COLUMNS_ALLOWED)


def holds_data(
    table: etree._Element, rows: Sequence[tuple[etree._Element, list[Cell]]], styles: Styles
) -> bool:
    """Tell a table of data from one that lays out a page.

    One column is never data. Where lines are drawn between the cells it is data, but for a letterhead in a frame (two
    columns, one or two rows, several paragraphs in a cell of the first); without lines only a grid of at least three
    by three is.
    """
    columns = max((len(cells) for _, cells in rows), default=0)
    if columns < 2:
        return False
    if _has_lines(table, rows, styles):
        return not _is_frame(rows)
    return columns >= _GRID_COLUMNS and len(rows) >= _GRID_ROWS


def _has_lines(
    table: etree._Element, rows: Sequence[tuple[etree._Element, list[Cell]]], styles: Styles
) -> bool:
    properties = table.find(f"{W}tblPr")
    given = _drawn(styles.borders_of(value_of(properties, "tblStyle")))
    given |= _drawn(None if properties is None else properties.find(f"{W}tblBorders"))
    inside = {side for side, is_drawn in given.items() if is_drawn} & {f"{W}insideH", f"{W}insideV"}
    cells = [cell.element.find(f"{W}tcPr/{W}tcBorders") for _, each in rows for cell in each]
    drawn = sum(any(_drawn(borders).values()) for borders in cells if borders is not None)
    erased = sum(not any(_drawn(borders).values()) for borders in cells if borders is not None)
    if inside:
        return erased < len(cells)
    return drawn * 2 > len(cells)


def _is_frame(rows: Sequence[tuple[etree._Element, list[Cell]]]) -> bool:
    cells = [cell for _, each in rows for cell in each]
    if len(rows) > _FRAME_ROWS or len(cells) > 2 * len(rows):
        return False
    return any(
        sum(bool(_words(line)) for line in cell.element.iterchildren(f"{W}p")) > 1 for cell in rows[0][1]
    )


def _words(paragraph: etree._Element) -> str:
    return "".join(paragraph.itertext(f"{W}t")).strip()


def _drawn(borders: etree._Element | None) -> dict[str, bool]:
    if borders is None:
        return {}
    return {child.tag: child.get(VAL, "nil") not in _INVISIBLE for child in borders if child.tag in _SIDES}


def _children(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            yield from () if content is None else _children(content, wanted)
        elif child.tag == f"{W}customXml":
            yield from _children(child, wanted)
        elif child.tag == f"{MC}AlternateContent":
            branch = branch_of(child)
            yield from () if branch is None else _children(branch, wanted)
