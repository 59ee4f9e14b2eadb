"""Secrecy marks: whether a file says, anywhere a mark may stand, that it is a state secret (law 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from submissions.readers.document import ParagraphKind, ReadDocument
from submissions.screening.mark_cells import Place
from submissions.screening.mark_forms import Level
from submissions.screening.mark_pages import read_lines
from submissions.screening.secret_names import read_secret_name

__all__ = ["Level", "Mark", "Where", "find_mark", "mark_of"]


class Where(StrEnum):
    """Where a mark was found; never what is written there."""

    TEXT = "text"
    ASIDE = "aside"
    FILE_NAME = "file_name"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Mark:
    """A secrecy mark; ``line`` counts from 0 in what was given as lines or aside, None for a name or a property.

    A certain mark refuses the file. An uncertain one stops it until a named person has confirmed that it holds no
    state secret. Nothing of the text is in here, so that a refusal may be logged.
    """

    level: Level
    where: Where
    line: int | None = None
    is_certain: bool = True


_FIELD = re.compile(r"\s*[^:=\n]{1,40}[:=]\s*")
_RANKS: Final = {level: rank for rank, level in enumerate(Level)}


def find_mark(
    lines: Sequence[str], *, aside: Sequence[str] = (), file_name: str = "", properties: Sequence[str] = ()
) -> Mark | None:
    """Find a secrecy mark: Mật, Tối mật or Tuyệt mật, in any spelling (domain notes, G).

    ``lines`` are the paragraphs in reading order, cells parted by tabs; ``aside`` are headers, footers, text boxes,
    watermarks and comments; ``properties`` are those of the file, as ``name: value`` or the value alone.

    A mark is told from the word by its place and form: it stands alone in its line or cell, after a standing label,
    in brackets, beside a letterhead, or in a symbol. In the middle of a sentence it is none, whatever it says.
    Of several marks, a certain one is returned before an uncertain one, then the highest level, then the first.
    """
    found = [
        *_marks_in_lines(lines),
        *_marks_aside(aside),
        *_marks_in_properties(properties),
        *_marks_in_name(file_name),
    ]
    return max(found, key=lambda mark: (mark.is_certain, _RANKS[mark.level]), default=None)


def mark_of(document: ReadDocument, *, file_name: str = "") -> Mark | None:
    """Find a secrecy mark in all that a reader found, the names of enclosed files and the subject of a mail too.

    A mark that stands only in the text before tracked changes is uncertain: somebody took it away.
    """
    properties = [aside.text for aside in document.aside if aside.kind is ParagraphKind.PROPERTY]
    around = [aside.text for aside in document.aside if aside.kind is not ParagraphKind.PROPERTY]
    boxes = [one.text for one in document.paragraphs if one.kind is ParagraphKind.TEXT_BOX]
    names = [file_name, *document.embedded, *(member.name for member in document.members)]
    text = [paragraph.text for paragraph in document.paragraphs]
    told = (
        set(text) if document.sheets else set()
    )  # most rows are paragraphs too, and there may be 20,000 of them
    rows = [line for sheet in document.sheets for row in sheet.rows if (line := "\t".join(row)) not in told]
    found = [
        find_mark(text, aside=[*around, *boxes], properties=properties),
        find_mark(rows, aside=[sheet.name for sheet in document.sheets]),
        find_mark([document.subject]) or next(_marks_in_name(document.subject), None),
        *(next(_marks_in_name(name), None) for name in names),
    ]
    if before := find_mark(document.original):
        found.append(replace(before, line=None, is_certain=False))
    return max(filter(None, found), key=lambda mark: (mark.is_certain, _RANKS[mark.level]), default=None)


def _marks_in_lines(lines: Sequence[str]) -> Iterator[Mark]:
    for seen in read_lines(lines):
        where = Where.SYMBOL if seen.is_symbol else Where.TEXT
        yield Mark(seen.level, where, seen.line, seen.is_certain)


def _marks_aside(aside: Sequence[str]) -> Iterator[Mark]:
    for number, text in enumerate(aside):
        for seen in read_lines([text], Place.ASIDE):
            yield Mark(seen.level, Where.ASIDE, number, seen.is_certain)


def _marks_in_properties(properties: Sequence[str]) -> Iterator[Mark]:
    for text in properties:
        for value in {text, _FIELD.sub("", text, count=1)}:
            for seen in read_lines([value], Place.ASIDE):
                yield Mark(seen.level, Where.ASIDE, None, seen.is_certain)


def _marks_in_name(name: str) -> Iterator[Mark]:
    if weighed := read_secret_name(name):
        yield Mark(weighed[0], Where.FILE_NAME, None, weighed[1])
