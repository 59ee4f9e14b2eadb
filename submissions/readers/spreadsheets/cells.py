"""One sheet's XML → rows of text, and what was merged, hidden, computed or wrong in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable
from submissions.readers.spreadsheets.markup import is_set, name_of, stream, text_of, unescape
from submissions.readers.spreadsheets.numbers import PLAIN, Format, show

ROWS_ALLOWED: Final = 20_000
COLUMNS_ALLOWED: Final = 60
CHARACTERS_ALLOWED: Final = 20_000_000
_MERGES_ALLOWED: Final = 20_000
_FILLED_ALLOWED: Final = 100_000

_ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_HEADERS: Final = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_HEADER_CODES: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]{1,3}|[A-Z])', re.I)


@dataclass(frozen=True, slots=True)
class Strings:
    """What the cells of all sheets point at: shared texts, formats by style, and which calendar counts."""

    shared: Sequence[str]
    formats: Sequence[Format]
    is_1904: bool


@dataclass(slots=True)
class Seen:
    """What was read of one sheet; ``rows`` from the first, without what is empty at their ends."""

    rows: list[list[str]] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)
    formulas: int = 0
    unknown: list[str] = field(default_factory=list)
    """Cells with a formula whose result is not stored; their text is the formula."""
    wrong: list[str] = field(default_factory=list)
    """Cells that show an error such as #REF!."""
    merged: int = 0
    hidden_rows: int = 0
    hidden_columns: list[str] = field(default_factory=list)
    hidden_characters: int = 0
    characters: int = 0


def read_sheet(data: bytes, strings: Strings, name: str, *, is_hidden: bool = False) -> Seen:
    """Return the cells of a sheet as text.

    What the sheet says of its own size is not believed. Raises :class:`Unreadable` over the limits of rows, columns
    and characters, with ``sheet``, ``measured`` and ``allowed``.
    """
    return _Reading(strings, name, is_hidden).read(data)


class _Reading:
    def __init__(self, strings: Strings, name: str, is_hidden: bool) -> None:
        self.strings = strings
        self.name = name
        self.is_hidden = is_hidden
        self.seen = Seen()
        self.at_row = 0
        self.hidden: set[int] = set()
        self.merges: list[tuple[int, int, int]] = []

    def read(self, data: bytes) -> Seen:
        for element in stream(data, "row", "col", "mergeCell", *_HEADERS):
            name = name_of(element)
            if name == "row":
                self._row(element)
            elif name == "col":
                self._column(element)
            elif name == "mergeCell":
                self._merge(element)
            elif element.text:
                text = _HEADER_CODES.sub(" ", element.text.replace("&&", "&amp;")).replace("&amp;", "&")
                self.seen.around.append(("header" if name.endswith("Header") else "footer", text.strip()))
        self._fill_merged()
        rows = self.seen.rows
        while rows and not rows[-1]:
            rows.pop()
        return self.seen

    def _row(self, row: etree._Element) -> None:
        number = _whole(row.get("r"), self.at_row + 1)
        self.at_row = number
        values: list[str] = []
        column = 0
        for cell in row:
            if name_of(cell) != "c":
                continue
            column = _column_of(cell.get("r", "")) or column + 1
            value = self._value(cell, number, column)
            if not value or value.isspace():
                continue
            self._refuse_beyond(column, COLUMNS_ALLOWED, "columns")
            if len(values) < column:
                values.extend([""] * (column - len(values)))
            values[column - 1] = value
        if values:
            self._keep(number, values, is_set(row, "hidden"))

    def _keep(self, number: int, values: list[str], is_hidden: bool) -> None:
        self._refuse_beyond(number, ROWS_ALLOWED, "rows")
        rows, seen = self.seen.rows, self.seen
        if len(rows) < number:
            rows.extend([] for _each in range(number - len(rows)))
        rows[number - 1] = values
        length = sum(map(len, values))
        seen.characters += length
        seen.hidden_rows += is_hidden
        if is_hidden or self.is_hidden:
            seen.hidden_characters += length
        elif self.hidden:
            seen.hidden_characters += sum(
                len(value) for place, value in enumerate(values, 1) if place in self.hidden
            )
        if seen.characters > CHARACTERS_ALLOWED:
            raise Unreadable(Problem.TOO_LONG, sheet=self.name, unit="characters", allowed=CHARACTERS_ALLOWED)

    def _value(self, cell: etree._Element, row: int, column: int) -> str:
        kind = cell.get("t", "n")
        raw, formula, inline = "", None, None
        for part in cell:
            name = name_of(part)
            if name == "v":
                raw = part.text or ""
            elif name == "f":
                formula = part.text or ""
            elif name == "is":
                inline = part
        if formula is not None:
            self.seen.formulas += 1
            if not raw:
                self.seen.unknown.append(address(row, column))
                return f"={formula}"
        if kind == "e":
            self.seen.wrong.append(address(row, column))
            return raw
        if inline is not None:
            return text_of(inline)
        return self._typed(kind, raw, cell) if raw else ""

    def _typed(self, kind: str, raw: str, cell: etree._Element) -> str:
        if kind == "s":
            place = _whole(raw, -1)
            if not 0 <= place < len(self.strings.shared):
                raise Unreadable(Problem.DAMAGED, sheet=self.name)
            return self.strings.shared[place]
        if kind in {"str", "inlineStr"}:
            return unescape(raw)
        if kind == "b":
            return "TRUE" if raw.strip() in {"1", "true"} else "FALSE"
        if kind == "d":
            return raw.strip().removesuffix("Z").removesuffix("T00:00:00")
        style = _whole(cell.get("s"), 0)
        formats = self.strings.formats
        format_ = formats[style] if 0 <= style < len(formats) else PLAIN
        return show(raw, format_, is_1904=self.strings.is_1904)

    def _column(self, column: etree._Element) -> None:
        if is_set(column, "hidden"):
            first, last = _whole(column.get("min"), 0), _whole(column.get("max"), 0)
            within = range(max(first, 1), min(last, COLUMNS_ALLOWED) + 1)
            self.hidden.update(within)
            self.seen.hidden_columns.extend(map(letters, within))

    def _merge(self, merged: etree._Element) -> None:
        self.seen.merged += 1
        corners = _ADDRESS.findall(merged.get("ref", ""))
        if len(corners) == 2 and len(self.merges) < _MERGES_ALLOWED and corners[0][0] == corners[1][0]:
            self.merges.append((_column_of(corners[0][0]), int(corners[0][1]), int(corners[1][1])))

    def _fill_merged(self) -> None:
        """Let cells that are merged downwards all hold the value: it is written once and meant for each row."""
        filled, rows = 0, self.seen.rows
        for column, first, last in self.merges:
            if not 1 <= first <= len(rows) or len(rows[first - 1]) < column or column < 1:
                continue
            value = rows[first - 1][column - 1]
            for values in rows[first : min(last, len(rows))]:
                if values and value and filled < _FILLED_ALLOWED:
                    values.extend([""] * (column - len(values)))
                    values[column - 1] = values[column - 1] or value
                    filled += 1

    def _refuse_beyond(self, measured: int, allowed: int, unit: str) -> None:
        if measured > allowed:
            raise Unreadable(Problem.TOO_LONG, sheet=self.name, unit=unit, measured=measured, allowed=allowed)


def address(row: int, column: int) -> str:
    """Return the address of a cell as Excel shows it, both counted from 1: ``address(12, 4) == "D12"``."""
    return f"{letters(column)}{row}"


@lru_cache(maxsize=20_000)
def letters(column: int) -> str:
    """Return the letters of a column, counted from 1."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _column_of(text: str) -> int:
    return _place_of(text.rstrip("0123456789").replace("$", ""))


@lru_cache(maxsize=20_000)
def _place_of(name: str) -> int:
    if not name or len(name) > 3 or not (name.isascii() and name.isalpha()):
        return 0
    place = 0
    for letter in name.upper():
        place = place * 26 + ord(letter) - 64
    return place


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else otherwise
