"""The marks in a run of lines: in each of them, over several, and in a column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from submissions.screening.letters import plainly, see, undo_mojibake
from submissions.screening.mark_cells import LONGEST_LINE, Place, heads_of
from submissions.screening.mark_forms import Case, Level, Spelling, read_stamp
from submissions.screening.mark_lines import Reading, read_line
from submissions.screening.mark_slips import read_form
from submissions.screening.secret_symbols import read_secret_symbol


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark in a line, which counts from 0 in what was given."""

    level: Level
    line: int
    is_certain: bool
    is_symbol: bool = False


# Every spelling of "mật" that read_form knows leaves one of these in the folded letters of its line.
_MAY_BE = re.compile(r"m(?:at|et|aat|aajt|aatj|ajat|aa5t|a65t|a6t5|4t|47|a[17ilfr])")
_ENDINGS: Final = {word[-size:] for word in ("tuyetmat", "toimat") for size in range(1, 9)}
_TAG = re.compile(
    r"</?(?:b|i|u|p|h[1-6]|div|span|strong|em|font|td|tr|th|center|br)(?=[\s/>])[^<>]{0,60}>", re.I
)
_LABEL = re.compile("(?:muc |cap )?do (?:bao )?mat")
#: A mark spread over lines, a letter or a syllable a line, has at most so many, each of at most so many letters.
_MOST_LINES: Final = 8
_SYLLABLE: Final = 10
#: A line with a label, and one with its value.
_LABEL_LINE: Final = 60
_VALUE_LINE: Final = 40


def read_lines(lines: Sequence[str], place: Place | None = None) -> Iterator[Seen]:
    """Yield the marks of lines: all of them in one place, or each where it stands from a letterhead."""
    numbers, shown = [], []
    for number, line in enumerate(lines):
        for part in line.splitlines():
            if part.strip():
                numbers.append(number)
                shown.append(_TAG.sub(" ", undo_mojibake(part)))
    is_head = heads_of(shown)
    bases = [see(part[: LONGEST_LINE + 1]).base for part in shown]
    for seen in (
        *_read_each(shown, bases, is_head, place),
        *_read_over_lines(shown, bases, is_head),
        *_read_columns(shown),
    ):
        yield Seen(seen.level, numbers[seen.line], seen.is_certain, seen.is_symbol)


def _read_each(
    shown: Sequence[str], bases: Sequence[str], is_head: Sequence[bool], place: Place | None
) -> Iterator[Seen]:
    readings: list[tuple[int, Reading]] = []
    for number, line in enumerate(shown):
        if stamp := read_stamp(bases[number]):
            yield Seen(stamp[0], number, stamp[1])
        if is_head[number] and (code := read_secret_symbol(line)):
            yield Seen(code[0], number, code[1], is_symbol=True)
        if _MAY_BE.search(bases[number]) or "@" in line or "|" in line:
            where = place or (Place.TOP if is_head[number] else Place.DEEP)
            before = shown[number - 1] if number else ""
            after = shown[number + 1] if number + 1 < len(shown) else ""
            readings += [(number, reading) for reading in read_line(line, where, before, after)]
    for number, reading in readings:
        if not _is_in_list(number, reading, readings, is_head[number]):
            yield Seen(reading.form.level, number, reading.is_certain)


def _is_in_list(
    number: int, reading: Reading, readings: Sequence[tuple[int, Reading]], is_head: bool
) -> bool:
    """Tell whether lines around name other levels: a list of the levels, not a mark."""
    if not reading.form.is_alone or (reading.form.case is Case.CAPITALS and not reading.is_listed):
        return False
    near = {other.form.level for place, other in readings if abs(place - number) <= 2}
    return len(near) > 1 and (reading.is_listed or not is_head)


def _read_over_lines(shown: Sequence[str], bases: Sequence[str], is_head: Sequence[bool]) -> Iterator[Seen]:
    """Yield marks spread over lines: ``TUYỆT`` / ``MẬT``, ``M`` / ``Ậ`` / ``T``, ``Độ mật:`` / ``Mật``."""
    for number in range(1, len(shown)):
        before, line = shown[number - 1], shown[number]
        if len(line) <= _VALUE_LINE and len(before) <= _LABEL_LINE and bases[number - 1].endswith("mat"):
            form = read_form(f"{before} {line}")
            if form and form.is_labelled:
                yield Seen(form.level, number, form.is_parted and form.spelling >= Spelling.BARE)
        if bases[number] not in _ENDINGS:
            continue
        for start in range(max(number + 1 - _MOST_LINES, 0), number):
            run = shown[start : number + 1]
            form = read_form(" ".join(run)) if max(map(len, bases[start : number + 1])) <= _SYLLABLE else None
            if form and form.is_alone and form.case is Case.CAPITALS and form.spelling >= Spelling.BARE:
                yield Seen(form.level, number, is_head[number] or form.spelling is Spelling.EXACT)


def _read_columns(shown: Sequence[str]) -> Iterator[Seen]:
    """Yield the levels in the column of a table that is headed ``Độ mật``: a person looks at what the table lists."""
    column, width = -1, 0
    for number, line in enumerate(shown):
        if "\t" not in line:
            column = -1
            continue
        cells = line.split("\t")
        labelled = [place for place, cell in enumerate(cells) if _is_label(cell)]
        if labelled and len(cells) > 2:
            column, width = labelled[0], len(cells)
        elif column >= 0 and len(cells) <= width and column < len(cells):
            form = read_form(cells[column])
            if form and form.spelling > Spelling.OTHER_WORD:
                yield Seen(form.level, number, is_certain=False)


def _is_label(cell: str) -> bool:
    return len(cell) <= _VALUE_LINE and bool(_LABEL.fullmatch(plainly(cell)))
