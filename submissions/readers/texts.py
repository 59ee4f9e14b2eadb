"""Plain text in any of its encodings → characters; and whether such a text is a table of values."""

from __future__ import annotations

import codecs
import csv
import re
from typing import Final

from submissions.readers.document import Kind

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
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
_VIETNAMESE_1258: Final = re.compile("[\u0300\u0309\u0303\u0301\u0323]")


def decode_text(data: bytes) -> str | None:
    """Return the characters of a text, None where the bytes are none.

    By its byte order mark, else UTF-8, UTF-16 without a mark, Windows-1258 where its combining tones follow vowels,
    else Windows-1252, in which the legacy font encodings of Vietnamese are read as what they look like.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, errors="replace"))
    wide = _decode_wide(data)
    if wide is not None:
        return wide
    try:
        return _checked(data.decode())
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            return _checked(data[: error.start].decode())
    return _checked(_decode_narrow(data))


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


def _decode_wide(data: bytes) -> str | None:
    """UTF-16 without its mark shows in zeros at every other place."""
    sample = data[:2000]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for share, other, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if share > 0.3 * half and other <= 0.02 * half:
            return _checked(data[: len(data) // 2 * 2].decode(name, errors="replace"))
    return None


def _decode_narrow(data: bytes) -> str:
    vietnamese = data.decode("cp1258", errors="replace")
    if len(_VIETNAMESE_1258.findall(vietnamese)) > 0.02 * len(vietnamese) and _is_composed(vietnamese):
        return vietnamese
    return "".join(_WINDOWS[byte] for byte in data)


def _is_composed(text: str) -> bool:
    """Tell whether nearly all combining tones follow a vowel, which in no other encoding they would."""
    places = [match.start() for match in _VIETNAMESE_1258.finditer(text)]
    after_vowels = sum(place > 0 and text[place - 1].lower() in "aăâeêioôơuưy" for place in places)
    return after_vowels >= 0.95 * len(places)


def _checked(text: str) -> str | None:
    controls = len(_CONTROLS.findall(text))
    lost = text.count("\ufffd")
    if controls + lost > max(1, _CONTROLS_ALLOWED * len(text)) and not _is_padded(text):
        return None
    return text


def _is_padded(text: str) -> bool:
    """Tell whether the only controls are NULs that a broken program wrote before or after an ordinary text."""
    inside = text.strip("\0")
    return bool(inside) and len(_CONTROLS.findall(inside)) <= max(2, _CONTROLS_ALLOWED * len(inside))


def _windows(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WINDOWS: Final = tuple(map(_windows, range(256)))
