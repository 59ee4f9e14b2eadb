"""Which lines lie inside quoted words that go over several lines: what stands there opens no unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from proceedings.text.structure.lines import Line
from proceedings.text.structure.surroundings import introduces_amendment

_SIGNS: Final = re.compile(r"[“”„‟«»\"]|''|``")
_OPENS: Final = frozenset("“„«") | {"``"}
_CLOSES: Final = frozenset("”‟»")
_ENDS: Final = re.compile(r"(?:[”‟»\"“]|'')\s*(?:\[\d+\]|\(\d+\))?\s*[.;,:]?\s*(?:\[\d+\]|và|\.)?\s*$")
_UNIT: Final = re.compile(
    r"\s*(?:[“„«\"]|``|'')\s*[“\"]?(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|Khoản|Điểm|"
    r"\d{1,3}[a-zđ]?\d?[.)/\-]|[a-zđ]\d?[.)/]|[-–+]\s)"
)
_HEADING: Final = re.compile(r"(?:Điều|ĐIỀU|Chương|CHƯƠNG)\s+[\dIVX]")
_SHORT: Final = 6
"""Lines that a quotation may have which does not begin as a unit does and follows no announcement."""


class Quoted(IntEnum):
    """Whether a line begins inside quoted words."""

    NO = 0
    YES = 1
    UNCLOSED = 2  # a quotation began before, and its end was not found


def quoted_lines(lines: Sequence[Line]) -> list[Quoted]:
    """Return for each line whether it lies inside a quotation that is longer than a line.

    A quotation that begins as a unit (``“Điều 5.``) or after ``như sau:`` goes to where the signs balance, or, where
    the end was forgotten, to the next announcement; any other is believed only over a few lines.
    """
    states = [Quoted.NO] * len(lines)
    index, before = 0, ""
    while index < len(lines):
        raw = lines[index].clean
        balance = _balance(raw, 0)
        begins_unit = _UNIT.match(raw) is not None
        if balance > 0:
            is_amendment = begins_unit or introduces_amendment(before) or _opens_unit_inside(raw)
            end, is_closed = _end_of(lines, index, balance, is_amendment)
            if is_closed or is_amendment:
                first = index if begins_unit else index + 1
                for place in range(first, end + 1):
                    states[place] = Quoted.YES if is_closed else Quoted.UNCLOSED
                before, index = lines[end].clean, end + 1
                continue
        elif begins_unit:
            states[index] = Quoted.YES
        before = lines[index].clean or before
        index += 1
    return states


def _end_of(lines: Sequence[Line], start: int, depth: int, is_amendment: bool) -> tuple[int, bool]:
    """The last line of the quotation that opens in ``start``, and whether its end is there."""
    announced = last = start
    for place in range(start + 1, len(lines)):
        raw = lines[place].clean
        if not raw:
            continue
        if not is_amendment and (place - start > _SHORT or _HEADING.match(raw)):
            return start, False
        if is_amendment and _UNIT.match(raw) and introduces_amendment(lines[last].clean):
            return (last - 1 if last > start else start), False
        change = _balance(raw, depth)
        depth += change
        if depth <= 0 or (change < 0 and _ENDS.search(raw)):
            return place, True
        last = place
        announced = place
    return announced, False


def _balance(raw: str, depth: int) -> int:
    """How many more quotations a line opens than it closes, where ``depth`` are open before it."""
    change = 0
    for found in _SIGNS.finditer(raw):
        sign = found[0]
        if sign in _OPENS:
            change += 1
        elif sign in _CLOSES:
            change -= 1
        elif _looks_opening(raw, found.start(), found.end()):
            change += 1
        elif depth + change > 0:
            change -= 1
    return change


def _looks_opening(raw: str, start: int, end: int) -> bool:
    """Tell a straight sign that opens: a space or nothing before it and a word behind it."""
    before, behind = raw[start - 1 : start], raw[end : end + 1]
    return (not before or before.isspace() or before == "(") and bool(behind) and not behind.isspace()


def _opens_unit_inside(raw: str) -> bool:
    """Tell a line whose last opening sign stands before a unit: ``… như sau: “Điều 5. …``."""
    place = max(raw.rfind("“"), raw.rfind('"'), raw.rfind("«"))
    return place >= 0 and _UNIT.match(raw[place:]) is not None
