"""A workbook as a document: its sheets as text, its rows as paragraphs, and what a person must know of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from submissions.readers.document import (
    Kind,
    Paragraph,
    ParagraphKind,
    Problem,
    ReadDocument,
    Remark,
    Sheet,
    State,
)
from submissions.readers.encoding import Decoded, Run, decode, encoding_of
from submissions.readers.failure import Unreadable
from submissions.readers.package import Package
from submissions.readers.spreadsheets import parts
from submissions.readers.spreadsheets.cells import CHARACTERS_ALLOWED, Seen, read_sheet

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the sheets of a workbook: dates in ISO, numbers as they are shown, formulas by their stored result.

    At most 20 sheets of 20,000 rows and 60 columns and 20 million characters; what is empty around them does not
    count. Cells that are merged downwards all hold their value. What is hidden is read too, and remarked. Raises
    :class:`Unreadable` for a workbook over the limits, with a password, or damaged.
    """
    _refuse_ole(path)
    with Package(path) as package:
        workbook = parts.workbook_of(package)
        strings = parts.strings_of(package, workbook)
        seen: list[Seen] = []
        for sheet in workbook.sheets:
            seen.append(read_sheet(package.read(sheet.part), strings, sheet.name, is_hidden=sheet.is_hidden))
            if sum(each.characters for each in seen) > CHARACTERS_ALLOWED:
                raise Unreadable(Problem.TOO_LONG, unit="characters", allowed=CHARACTERS_ALLOWED)
        aside = (*_headers(seen), *parts.aside_of(package))
        decoded = [_decoded(each.rows) for each in seen]
        sheets = tuple(
            Sheet(part.name, tuple(_cells_of(each, row) for each, row in zip(rows, read.rows, strict=True)))
            for part, rows, read in zip(workbook.sheets, decoded, seen, strict=True)
        )
        has_text = any(sheet.rows for sheet in sheets)
        return ReadDocument(
            Kind.XLSX,
            State.READ if has_text else State.NEEDS_PERSON,
            None if has_text else Problem.NO_TEXT,
            paragraphs=tuple(_paragraphs(sheets, decoded)),
            aside=aside,
            comments=sum(each.kind is ParagraphKind.COMMENT for each in aside),
            images=parts.images_in(package),
            encoding=encoding_of([each for rows in decoded for each in rows]),
            has_macros=parts.has_macros(package),
            embedded=parts.embedded_in(package),
            external_links=parts.external_links(package),
            hidden_characters=sum(each.hidden_characters for each in seen),
            remarks=tuple(_remarks(workbook, seen)),
            sheets=sheets,
        )


def _refuse_ole(path: Path) -> None:
    """Refuse what is no package: a workbook with a password is a compound file around one."""
    with path.open("rb") as file:
        head = file.read(len(_OLE))
        if head != _OLE:
            return
        file.seek(0)
        rest = file.read()
    raise Unreadable(Problem.ENCRYPTED if _ENCRYPTED in rest else Problem.WRONG_TYPE)


def _decoded(rows: list[list[str]]) -> list[Decoded]:
    """Return each row as a text in Unicode, its cells parted by tabs."""
    return decode([[Run("\t".join(" ".join(value.split("\t")) for value in row), "")] for row in rows])


def _cells_of(decoded: Decoded, row: list[str]) -> tuple[str, ...]:
    values = decoded.text.split("\t")
    return (*values, *[""] * (len(row) - len(values))) if row else ()


def _paragraphs(sheets: tuple[Sheet, ...], decoded: list[list[Decoded]]) -> Iterator[Paragraph]:
    for sheet, rows in zip(sheets, decoded, strict=True):
        if not sheet.rows:
            continue
        if len(sheets) > 1:
            yield Paragraph(sheet.name, ParagraphKind.HEADING, level=1)
        for row in rows:
            if row.text.strip():
                yield Paragraph(row.text.replace("\n", " "), ParagraphKind.ROW, doubtful=row.doubtful)


def _headers(seen: list[Seen]) -> Iterator[Paragraph]:
    told: set[str] = set()
    for each in seen:
        for kind, text in each.around:
            if text and text not in told:
                told.add(text)
                yield Paragraph(text, ParagraphKind(kind))


def _remarks(workbook: parts.Workbook, seen: list[Seen]) -> Iterator[Remark]:
    for part, each in zip(workbook.sheets, seen, strict=True):
        if part.is_hidden and each.rows:
            yield Remark("hidden_sheet", {"sheet": part.name})
        if each.hidden_rows:
            yield Remark("hidden_rows", {"sheet": part.name, "count": each.hidden_rows})
        if each.hidden_columns and each.hidden_characters:
            columns = ", ".join(each.hidden_columns[:20])
            yield Remark("hidden_columns", {"sheet": part.name, "columns": columns})
        if each.merged:
            yield Remark("merged_cells", {"sheet": part.name, "count": each.merged})
        if each.formulas:
            yield Remark("formulas", {"sheet": part.name, "count": each.formulas})
        for code, cells in (("formulas_without_results", each.unknown), ("error_cells", each.wrong)):
            if cells:
                yield Remark(code, {"sheet": part.name, "count": len(cells), "cells": ", ".join(cells[:10])})
