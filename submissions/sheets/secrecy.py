"""Secrecy marks in the cells of a table of contributions: each cell is a place where a mark stands alone (law 6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from proceedings.text.folding import strip_marks
from submissions.readers.document import Sheet
from submissions.screening.secrecy import Mark, find_mark
from submissions.sheets.mapping import Layout, lay_out, numbered_rows

#: A longer cell is running text; its lines are screened with those of the document.
_LONGEST: Final = 300
_BLANKS: Final = str.maketrans("", "", " \t\n\xa0.-_*|()[]")


def mark_in_tables(sheets: Sequence[Sheet]) -> Mark | None:
    """Return a certain mark in a cell of a sheet that lists documents, so that its workbook is not even kept."""
    return mark_in(zip(sheets, (lay_out(sheet, remembered={}) for sheet in sheets), strict=True))


def mark_in(tables: Iterable[tuple[Sheet, Layout]]) -> Mark | None:
    """Return a certain mark in a cell of the rows below the heading; a hidden sheet that lists documents counts too."""
    for sheet, layout in tables:
        if not layout.heading_row:
            continue
        for _number, row in numbered_rows(sheet, layout):
            for value in row:
                if value and len(value) <= _LONGEST and _may_be(value):
                    mark = find_mark([value])
                    if mark is not None and mark.is_certain:
                        return mark
    return None


def _may_be(value: str) -> bool:
    """Tell quickly whether a cell may hold a mark at all: "mat" stands in it, whatever parts its letters."""
    return "mat" in strip_marks(value).translate(_BLANKS)
