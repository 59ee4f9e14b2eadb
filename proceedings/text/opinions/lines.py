"""The lines of a contribution: what opens them, and which of them belong to its frame and not to its opinions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from proceedings.text.opinions import phrases
from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.shapes import Rule

_ORDINALS: Final = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|cuối cùng"
_MARKERS: Final = (
    r"(?P<roman>[ivx]{1,5}\s?[.)/]\s+)",
    r"(?P<number>\(?\d{1,3}(?:\.\d{1,2}){0,3}\s?[.)/:–-]+\s*(?=\D)|\(\d{1,2}\)\s*)",
    r"(?P<letter>\(?[a-zđ]\s?[.)]\s*(?=[^\W\d_]{2}))",
    r"(?P<dash>[-–—+*•●▪]\s*(?=\w))",
    rf"(?P<word>(?:(?:ý kiến|vấn đề|nội dung|điểm) )?(?:thứ )(?:{_ORDINALS})\s?[,:.]\s*"
    rf"|(?:ý kiến|vấn đề|góp ý)(?: số)? \d{{1,2}}\s?[,:.]\s*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là\s?[,:]\s*)",
)
_MARKER: Final = re.compile("|".join(_MARKERS))
_FIGURES: Final = re.compile(r"\d+")
_CELL: Final = re.compile(r"\s*(?:\d{1,3}|stt|tt)?\s*\|\s*")
#: How many lines of a letter may stand above its first words.
_HEAD_LINES: Final = 14
_HEADING_WORDS: Final = 30
_SIGN_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its span in the plain copy, where its words begin behind the marker, what it is of the frame."""

    start: int
    end: int
    body: int
    marker: str = ""  # name of the group that opened it; "row" for a row of a table
    depth: int = 0  # how many figures its number has: "2.1." two; 0 where it has none
    frame: Rule | None = None

    @property
    def is_item(self) -> bool:
        """Return whether something in front of it says that it is one of several."""
        return self.marker not in ("", "roman")


def read_lines(plain: Plain) -> list[Line]:
    """Return the paragraphs of a text in order; salutations, letterheads and signatures are told from the rest."""
    lines = [_read_line(plain, start, end) for start, end in plain.paragraphs()]
    tail = _tail(plain, lines)
    return [_framed(plain, line, place, place >= tail) for place, line in enumerate(lines)]


def _read_line(plain: Plain, start: int, end: int) -> Line:
    if "|" in plain.lower[start:end]:
        cell = _CELL.match(plain.lower, start, end)
        return Line(start, end, cell.end() if cell and cell.end() < end else start, "row")
    marker = _MARKER.match(plain.lower, start, end)
    if marker is None or marker.end() >= end:
        return Line(start, end, start)
    kind = marker.lastgroup or ""
    depth = len(_FIGURES.findall(marker[0])) if kind == "number" else 0
    return Line(start, end, marker.end(), kind, depth)


def _tail(plain: Plain, lines: list[Line]) -> int:
    """Return the index of the first line of the signature block; behind the last where there is none."""
    for place, line in enumerate(lines):
        if place > len(lines) // 3 and plain.lower.startswith("nơi nhận", line.start):
            return place
    return len(lines)


def _framed(plain: Plain, line: Line, place: int, is_tail: bool) -> Line:
    rule = Rule.SIGNATURE if is_tail else _frame(plain, line, place)
    if rule is None:
        return line
    return replace(line, frame=rule)


def _frame(plain: Plain, line: Line, place: int) -> Rule | None:
    span = line.start, line.end
    words = plain.lower[line.start : line.end].split()
    if not any(word[0].isalnum() or word[-1].isalnum() for word in words) or "".join(words).isdigit():
        return Rule.CONTEXT
    if phrases.SALUTATION.match(plain.lower, *span):
        return Rule.SALUTATION
    whole = phrases.SIGNATURE.match(plain.lower, *span)
    if whole and whole.end() >= line.end - 1 and len(words) <= _SIGN_WORDS:
        return Rule.SIGNATURE
    if place < _HEAD_LINES:
        head = phrases.LETTERHEAD.match(plain.lower, *span)
        if head and head.end() >= line.end - 1:
            return Rule.LETTERHEAD
    if is_shouted(plain, line) and not phrases.REQUEST.search(plain.lower, *span):
        return Rule.HEADING
    return None


def is_shouted(plain: Plain, line: Line) -> bool:
    """Return whether a line is written in capitals only, as headings and signatures are."""
    text = plain.cased[line.body : line.end]
    return text.isupper() and len(text) > 1


def is_short(plain: Plain, line: Line) -> bool:
    """Return whether a line is short enough for a heading."""
    return len(plain.lower[line.start : line.end].split()) <= _HEADING_WORDS
