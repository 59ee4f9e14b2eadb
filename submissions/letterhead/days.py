"""Place and date as they stand at the head of a document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings.text.dates import WrongDate, parse_date
from submissions.letterhead import marks
from submissions.letterhead.names import name_pattern
from submissions.letterhead.pieces import Piece, skeleton_text


@dataclass(frozen=True, slots=True)
class Day:
    """A date that stands in a piece from ``start`` to ``end``, the place before it from ``place_start``.

    ``date`` is None where the day or the month is left blank or there is no such day. ``is_cited`` tells that the
    words around it make it the date of something else, ``is_repaired`` that letters were read as figures.
    """

    date: datetime.date | None
    start: int
    end: int
    place_start: int
    place_end: int
    is_cited: bool
    is_repaired: bool = False
    about: datetime.date | None = None
    """A day of the month, or of the year, that is given where the day is left blank."""

    @property
    def has_place(self) -> bool:
        """Whether a place stands before it."""
        return self.place_end > self.place_start


_FIGURE: Final = r"[0-9oil|]"
_IN_WORDS: Final = (
    rf"(?P<day>{_FIGURE}{{1,2}})?[\s.…_]{{0,40}}thang[\s.…_]{{0,40}}(?P<month>{_FIGURE}{{1,2}})?[\s.…_]{{0,40}}"
    rf"n[ao]m[\s.…_]{{0,20}}(?P<year>{_FIGURE}{{4}}|{_FIGURE}{{0,3}})(?![0-9])"
)
_IN_FIGURES: Final = (
    rf"(?P<day2>{_FIGURE}{{1,2}})\s?(?P<sign>[-/.])\s?(?P<month2>{_FIGURE}{{1,2}})\s?(?P=sign)\s?"
    rf"(?P<year2>{_FIGURE}{{4}})(?![0-9])"
)
_BLANK_FIGURES: Final = r"(?P<blank>[\s.…_]{1,20}/[\s.…_]{0,20}/\s?[0-9]{0,4})"
_DATE: Final = re.compile(
    rf"(?<![a-z])ngay[\s.…_:]{{0,40}}(?:{_IN_WORDS}|{_IN_FIGURES}|{_BLANK_FIGURES})", re.ASCII
)
_CITED_AFTER: Final = re.compile(r"\s{0,2}[^\W_A-ZĐ]|\s?[,;]\s?\w")
_WORD_AFTER: Final = re.compile(r"\s{0,2}\w")
_WORD_BEFORE: Final = re.compile(r"[\w,;)/]\s{0,2}$")
_BARE: Final = re.compile(rf",\s*{_IN_FIGURES}\W*$", re.ASCII)
"""A date after a place without the word "ngày": read, but never sure."""
_CUT: Final = re.compile(
    rf"ngay\s{{0,4}}(?:{_FIGURE}{{1,2}}\s{{0,4}}(?:thang\s{{0,4}}(?:{_FIGURE}{{1,2}})?)?)?\W*$", re.ASCII
)
"""A date whose end is lost: read as one that is not known, so that it is taken for nothing else."""
_SLIPS: Final = str.maketrans("oil|", "0111")
_MOTTOS: Final = (marks.PARTY_MOTTO, marks.STATE_MOTTO, marks.TAGLINE)
#: In this year 63 committees became 34.
_YEAR_OF_CHANGE: Final = 2025
#: Words in small letters that a place may hold.
_SMALL_IN_PLACES: Final = frozenset(("phố", "xã", "trấn", "huyện", "tỉnh", "quận", "đảo", "khu", "-", "–"))
_UNITS_BEFORE: Final = re.compile(
    r"(?:TP\s?\.?|Tp\s?\.?|T\.P\.?|T[Pp]|Thành phố|thành phố|Tỉnh|tỉnh|Thị xã|TX\.?)\s*$"
)
_WORD: Final = re.compile(r"\S+")


def find_days(piece: Piece) -> Iterator[Day]:
    """Yield the dates of a line that are introduced by "ngày", with the places before them."""
    for match in _DATE.finditer(piece.plain):
        start, end = _place_before(piece, match.start())
        follows = piece.text[match.end() : match.end() + 3]
        is_cited = (
            bool(_CITED_AFTER.match(follows))
            or (start == end and bool(_WORD_AFTER.match(follows)))
            or (start == end and bool(_WORD_BEFORE.search(piece.text, 0, match.start())))
        )
        date, is_repaired = _read(match)
        yield Day(date, match.start(), match.end(), start, end, is_cited, is_repaired, date or _about(match))
    if bare := _BARE.search(piece.plain):
        start, end = _place_before(piece, bare.start())
        if start < end and _known_place(piece.text[start:end]) == 0:
            date, _ = _read(bare)
            yield Day(date, bare.start("day2"), bare.end("year2"), start, end, False, True, date)

    if (cut := _CUT.search(piece.plain)) and not piece.plain[: cut.start()].strip().endswith("ngay"):
        start, end = _place_before(piece, cut.start())
        if start < end and not piece.text[:start].strip() and "/" not in piece.text[start:end]:
            yield Day(None, cut.start(), cut.end(), start, end, False)


def _read(match: re.Match[str]) -> tuple[datetime.date | None, bool]:
    groups = match.groupdict()
    if groups.get("blank"):
        return None, False
    parts = [groups.get(name) or groups[f"{name}2"] or "" for name in ("day", "month", "year")]
    figures = [part.translate(_SLIPS) for part in parts]
    try:
        return parse_date("/".join(figures)), figures != parts
    except WrongDate:
        return None, False


def _about(match: re.Match[str]) -> datetime.date | None:
    """Return some day of the month that is given; of the year alone, if it is not the one in which names changed."""
    year, month = match["year"] or "", match["month"] or ""
    if not year.isdigit() or len(year) != 4 or (not month.isdigit() and int(year) == _YEAR_OF_CHANGE):
        return None
    try:
        return datetime.date(int(year), int(month) if month.isdigit() else 6, 15)
    except ValueError:
        return None


def _place_before(piece: Piece, at: int) -> tuple[int, int]:
    """Return where the place before a date stands: capitalised words up to a gap or the start of the line."""
    text = piece.text[:at].rstrip()
    has_comma = text.endswith((",", ".", ";"))
    text = text.rstrip(" ,.;")
    mottos = [match.end() for pattern in _MOTTOS for match in pattern.finditer(piece.skeleton, 0, len(text))]
    first = max(text.rfind("\t") + 1, text.rfind("   ") + 1, *mottos, 0)
    words = [word.span() for word in _WORD.finditer(text, first)][-9:]
    start = len(text)
    for begin, end in reversed(words):
        word = text[begin:end]
        if not (word[0].isupper() or word in _SMALL_IN_PLACES):
            break
        start = begin
    while start < len(text) and text[start].islower():  # "tỉnh Bắc Ninh": a place begins with a capital
        start = next((begin for begin, _ in words if begin > start), len(text))
    known = _known_place(text[start:])
    if known is None and not has_comma and text[first:start].strip():
        return at, at
    start += known or 0
    return (start, len(text)) if len(text) - start > 1 else (at, at)


def _known_place(text: str) -> int | None:
    """Return how many signs before a province's name do not belong to it: a heading stuck to the place."""
    match = _ends_in_name().search(skeleton_text(text))
    if match is None:
        return None
    unit = _UNITS_BEFORE.search(text[: match.start()])
    return unit.start() if unit else match.start()


@cache
def _ends_in_name() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{name_pattern()})$")
