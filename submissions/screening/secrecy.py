"""Secrecy marks: whether a file says, anywhere a mark may stand, that it is a state secret (law 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from submissions.readers.document import ParagraphKind, ReadDocument
from submissions.screening.mark_cells import Place, heads_of
from submissions.screening.mark_forms import Case, Level, Spelling, read_form, read_stamp
from submissions.screening.mark_lines import Reading, read_line
from submissions.screening.secret_names import read_secret_name
from submissions.screening.secret_symbols import read_secret_symbol

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
#: A mark spread over lines, a letter or a syllable a line, has at most so many.
_MOST_LINES: Final = 8
#: A line of letters or syllables, and one with a label.
_SHORT_LINE: Final = 20
_LABEL_LINE: Final = 60


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
    rows = ["\t".join(row) for sheet in document.sheets for row in sheet.rows]
    names = [file_name, *document.embedded, *(member.name for member in document.members)]
    text = [paragraph.text for paragraph in document.paragraphs]
    found = [
        find_mark(text, aside=[*around, *boxes], properties=properties),
        find_mark(rows, aside=[sheet.name for sheet in document.sheets]),
        find_mark([document.subject]) or next(_marks_in_name(document.subject), None),
        *(next(_marks_in_name(name), None) for name in names),
    ]
    if before := find_mark(document.original):
        found.append(replace(before, line=None, is_certain=False))
    return max(filter(None, found), key=lambda mark: (mark.is_certain, _RANKS[mark.level]), default=None)


def _marks_in_lines(lines: Sequence[str], place: Place | None = None) -> Iterator[Mark]:
    heads = heads_of(lines)
    shown = [number for number, line in enumerate(lines) if line.strip()]
    readings: list[tuple[int, Reading]] = []
    for count, number in enumerate(shown):
        where = place or (Place.TOP if heads[number] else Place.DEEP)
        before = lines[shown[count - 1]] if count else ""
        after = lines[shown[count + 1]] if count + 1 < len(shown) else ""
        readings += [(number, reading) for reading in read_line(lines[number], where, before, after)]
        if stamp := read_stamp(lines[number]):
            yield Mark(stamp[0], Where.TEXT, number, stamp[1])
        if heads[number] and (code := read_secret_symbol(lines[number])):
            yield Mark(code[0], Where.SYMBOL, number, code[1])
    for number, reading in readings:
        if not _is_in_list(number, reading, readings, heads[number]):
            yield Mark(reading.form.level, Where.TEXT, number, reading.is_certain)
    yield from _marks_over_lines(lines, shown, heads)


def _is_in_list(
    number: int, reading: Reading, readings: Sequence[tuple[int, Reading]], is_head: bool
) -> bool:
    """Tell whether lines around name other levels: a list of the levels, not a mark."""
    if not reading.form.is_alone or (reading.form.case is Case.CAPITALS and not reading.is_listed):
        return False
    near = {other.form.level for place, other in readings if abs(place - number) <= 2}
    return len(near) > 1 and (reading.is_listed or not is_head)


def _marks_over_lines(lines: Sequence[str], shown: Sequence[int], heads: Sequence[bool]) -> Iterator[Mark]:
    """Yield marks spread over lines: ``TUYỆT`` / ``MẬT``, ``M`` / ``Ậ`` / ``T``, ``Độ mật:`` / ``Mật``."""
    for count, number in enumerate(shown[1:], start=1):
        before = lines[shown[count - 1]]
        if len(lines[number]) > _SHORT_LINE or len(before) > _LABEL_LINE:
            continue
        form = read_form(f"{before} {lines[number]}")
        if form and form.is_labelled:
            yield Mark(form.level, Where.TEXT, number, form.is_parted and form.spelling >= Spelling.BARE)
        for start in range(max(count + 1 - _MOST_LINES, 0), count):
            run = [lines[one].strip() for one in shown[start : count + 1]]
            form = read_form(" ".join(run)) if max(map(len, run)) <= _SHORT_LINE // 2 else None
            if form and form.is_alone and form.case is Case.CAPITALS and form.spelling >= Spelling.BARE:
                yield Mark(form.level, Where.TEXT, number, heads[number])


def _marks_aside(aside: Sequence[str]) -> Iterator[Mark]:
    for number, text in enumerate(aside):
        for mark in _marks_in_lines(text.splitlines() if "\n" in text else [text], Place.ASIDE):
            yield replace(mark, where=Where.ASIDE, line=number)


def _marks_in_properties(properties: Sequence[str]) -> Iterator[Mark]:
    for text in properties:
        for value in {text, _FIELD.sub("", text, count=1)}:
            for mark in _marks_in_lines([value], Place.ASIDE):
                yield replace(mark, where=Where.ASIDE, line=None)


def _marks_in_name(name: str) -> Iterator[Mark]:
    if weighed := read_secret_name(name):
        yield Mark(weighed[0], Where.FILE_NAME, None, weighed[1])
