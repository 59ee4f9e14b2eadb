"""Plain text in any of its encodings → characters; and whether such a text is a table of values."""

from __future__ import annotations

import csv
import re
from typing import Final

from proceedings.text.code_pages import decode
from submissions.readers.document import Kind

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_ALLOWED: Final = 0.002
_DELIMITERS: Final = ",;\t|"
_SCRIPT = re.compile(
    r"\s*(@echo\s+off|<\?php|<script|#!|function\s+\w+\s*\(|var\s+\w+\s*=|import\s+\w+\s*$|Set\s+\w+\s*=\s*CreateObject|"
    r"Dim\s+\w+|On Error Resume Next|powershell\b|Option Explicit|new ActiveXObject|WScript\.)",
    re.I,
)
_ROWS_LOOKED_AT: Final = 50
_ROWS_NEEDED: Final = 3
_LONGEST_VALUE: Final = 2000


def decode_text(data: bytes) -> str | None:
    """Return the characters of a text, None where the bytes are none: too many controls, or signs that nothing means.

    A letter of UTF-8 that is cut in two at the very end is left out. Legacy font encodings come out as Latin letters.
    """
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            data = data[: error.start]
    return _checked(decode(data))


def kind_of_text(head: bytes, name: str = "", *, is_whole: bool = True) -> Kind:
    """Return TEXT, CSV, or OTHER for bytes that are no text and for scripts."""
    text = decode_text(head)
    if text is None or _SCRIPT.match(text):
        return Kind.OTHER
    return (
        Kind.CSV
        if delimiter_of(text, name.lower().endswith((".csv", ".tsv")), is_whole=is_whole)
        else Kind.TEXT
    )


def delimiter_of(text: str, is_called_csv: bool = False, *, is_whole: bool = True) -> str:
    """Return what parts the values of a table written as text, empty for a text that is no table.

    Every row has the same number of values. Where the name does not say CSV there are at least three rows of three
    values (two where they are parted by a tab or a semicolon), and commas are not those of sentences.
    """
    lines = text.splitlines()
    if not is_whole or len(lines) > _ROWS_LOOKED_AT:
        lines = lines[: min(_ROWS_LOOKED_AT, len(lines) - 1)]
    widths = {delimiter: _width(lines, delimiter, is_called_csv) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: widths[delimiter])
    return best if widths[best] else ""


def _width(lines: list[str], delimiter: str, is_called_csv: bool) -> int:
    """The number of values in a row, 0 where the lines are no table with this delimiter."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(map(str.strip, row))]
    except csv.Error:
        return 0
    columns = [
        index for index in range(min(map(len, rows), default=0)) if any(row[index].strip() for row in rows)
    ]
    if is_called_csv:
        return len(columns) if len(columns) > 1 else 0
    least = 2 if delimiter in "\t;" else 3
    if len({len(row) for row in rows}) != 1 or len(rows) < _ROWS_NEEDED or len(columns) < least:
        return 0
    values = [value for row in rows for value in row[1:] if value]
    if delimiter == "," and sum(value.startswith(" ") for value in values) > len(values) / 2:
        return 0
    return len(columns) if all(len(value) <= _LONGEST_VALUE for value in values) else 0


def _checked(text: str) -> str | None:
    controls = len(_CONTROLS.findall(text))
    lost = text.count("\ufffd")
    if controls + lost > max(1, _CONTROLS_ALLOWED * len(text)) and not _is_padded(text):
        return None
    return text


def _is_padded(text: str) -> bool:
    """Tell whether the only controls are NULs that a broken program wrote before or after an ordinary text."""
    inside = text.strip("\0")
    if len(inside) * 4 < len(text):
        return False
    return len(_CONTROLS.findall(inside)) <= max(2, _CONTROLS_ALLOWED * len(inside))
