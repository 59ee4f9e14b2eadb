"""CSV → one sheet, and its rows as paragraphs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from submissions.readers.document import Kind, Paragraph, ParagraphKind, Problem, ReadDocument, Sheet, State
from submissions.readers.encoding import Run, decode, encoding_of
from submissions.readers.failure import Unreadable
from submissions.readers.texts import decode_text, delimiter_of

ROWS_ALLOWED: Final = 50_000
COLUMNS_ALLOWED: Final = 200
CHARACTERS_ALLOWED: Final = 20_000_000
VALUE_ALLOWED: Final = 1_000_000


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the rows with the values as they are typed; raises :class:`Unreadable` where there are too many."""
    text = decode_text(path.read_bytes())
    if text is None:
        raise Unreadable(Problem.DAMAGED)
    if len(text) > CHARACTERS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, allowed=CHARACTERS_ALLOWED)
    rows = _rows(text.replace("\0", ""))
    decoded = decode([[Run("\t".join(" ".join(value.split("\t")) for value in row), "")] for row in rows])
    clean = [each.text.split("\t") for each in decoded]
    table = tuple(tuple(_padded(values, len(row))) for values, row in zip(clean, rows, strict=True))
    paragraphs = tuple(
        Paragraph(" ".join("\t".join(row).split("\n")).rstrip(), ParagraphKind.ROW, cell=(0, place, 0))
        for place, row in enumerate(table)
        if any(map(str.strip, row))
    )
    if not paragraphs:
        return ReadDocument(Kind.CSV, State.NEEDS_PERSON, Problem.NO_TEXT)
    return ReadDocument(
        Kind.CSV,
        paragraphs=paragraphs,
        sheets=(Sheet("CSV", table),),
        encoding=encoding_of(decoded),
    )


def _rows(text: str) -> list[list[str]]:
    csv.field_size_limit(VALUE_ALLOWED)
    delimiter = delimiter_of(text, is_called_csv=True) or ","
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) >= ROWS_ALLOWED or len(row) > COLUMNS_ALLOWED:
                raise Unreadable(Problem.TOO_LONG, allowed=ROWS_ALLOWED)
            rows.append(row)
    except csv.Error as error:
        raise Unreadable(Problem.DAMAGED, detail=str(error)[:100]) from error
    return rows


def _padded(values: list[str], width: int) -> list[str]:
    return [*values, *[""] * (width - len(values))]
