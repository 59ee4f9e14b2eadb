"""Rows of a table → the fields of contributions, with what is wrong told for each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from proceedings.text.folding import fold
from submissions.readers.document import Sheet
from submissions.readers.spreadsheets.cells import address
from submissions.sheets.columns import Content
from submissions.sheets.known import DocumentKey, Known
from submissions.sheets.mapping import Layout, numbered_rows
from submissions.sheets.problems import CellProblem
from submissions.sheets.row_fields import RowReader
from submissions.sheets.values import is_nothing

#: Marks the rows that show how the template is filled in.
SAMPLE: Final = fold("VĂN BẢN MẪU")
_TOTALS: Final = ("tong cong", "tong so", "cong", "tong")
_LONGEST_SHOWN: Final = 200

#: Told now and then: how many rows were looked at, of how many.
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row that becomes a contribution: where it stands, and the fields for the registry."""

    sheet: str
    number: int
    fields: Mapping[str, Any]


@dataclass(slots=True)
class Checked:
    """What a table holds: rows without a fault, faults by cell, and rows that are no documents with why."""

    rows: list[CheckedRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    samples: int = 0
    skipped: list[tuple[str, int, str]] = field(default_factory=list)
    row_count: int = 0


def check(
    sheets: Sequence[Sheet], layouts: Sequence[Layout], known: Known, *, on_progress: OnProgress | None = None
) -> Checked:
    """Check all rows of the sheets that are used, in their order.

    Rows that show how the template is filled in, headings of groups and sums are passed over and told of. A document
    is found twice by its committee, symbol and date, in the table and in the registry.
    """
    checked = Checked()
    total = sum(len(sheet.rows) for sheet, layout in zip(sheets, layouts, strict=True) if layout.is_used)
    seen: dict[DocumentKey, tuple[str, int]] = {}
    for sheet, layout in zip(sheets, layouts, strict=True):
        if layout.is_used:
            reader = RowReader(layout, known)
            for number, row in numbered_rows(sheet, layout):
                _check_row(checked, reader, number, row, seen)
                if on_progress and number % 500 == 0:
                    on_progress(min(checked.row_count, total), total)
    return checked


def _check_row(
    checked: Checked,
    reader: RowReader,
    number: int,
    row: Sequence[str],
    seen: dict[DocumentKey, tuple[str, int]],
) -> None:
    sheet = reader.layout.sheet
    if _is_sample(row):
        checked.samples += 1
        return
    if reader.is_heading_of_group(row) or _is_sum(row):
        words = " ".join(next(value for value in row if value.strip()).split())
        checked.skipped.append((sheet, number, words[:_LONGEST_SHOWN]))
        return
    checked.row_count += 1
    read = reader.read(row)
    problems = list(read.problems)
    if not problems and read.key is not None:
        if number_there := reader.known.documents.get(read.key):
            problems.append((read.symbol_column, "same_in_registry", {"number": number_there}))
        elif first := seen.get(read.key):
            problems.append((read.symbol_column, "same_in_table", {"sheet": first[0], "row": first[1]}))
    if read.key is not None:
        seen.setdefault(read.key, (sheet, number))
    for column, code, values in problems:
        checked.problems.append(_problem(reader.layout, number, row, column, code, values))
    if not problems:
        checked.rows.append(CheckedRow(sheet, number, read.fields))


def _problem(
    layout: Layout, number: int, row: Sequence[str], column: int, code: str, values: Mapping[str, str | int]
) -> CellProblem:
    found = row[column] if 0 <= column < len(row) else ""
    content = layout.contents[column] if 0 <= column < len(layout.contents) else ""
    shown = " ".join(found[: 4 * _LONGEST_SHOWN].split())[:_LONGEST_SHOWN]
    return CellProblem(
        layout.sheet, address(number, max(column, 0) + 1), number, str(content), shown, code, values
    )


def _is_sample(row: Sequence[str]) -> bool:
    return any(
        len(value) < 60 and value.lstrip()[:1] in {"V", "v"} and fold(value).startswith(SAMPLE)
        for value in row
    )


def _is_sum(row: Sequence[str]) -> bool:
    first = next((value for value in row if not is_nothing(value) and not value.strip().isdigit()), "")
    return len(first) < 40 and fold(first).rstrip(" :") in _TOTALS


__all__ = ["Checked", "CheckedRow", "Content", "check"]
