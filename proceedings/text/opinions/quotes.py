"""Quotations and sentences of a plain text: what stands between quotation marks ends no sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_PAIRS: Final = {"“": "”", "„": "”", "«": "»", '"': '"', "”": "”"}
#: How far a quotation may reach: a quoted provision has many lines, a lost mark must not swallow the letter.
_LONGEST: Final = 4000
_MARK: Final = re.compile('[“„«"”]')
_STOP: Final = re.compile(r"[.?!…]+[)\]”\"»]*(?=\s)|;(?=\s)")
#: What a clause begins with that may be an opinion of its own after a semicolon.
_NEXT: Final = re.compile(
    r"\s+(?:và |đồng thời |riêng )?(?:đề nghị )?(?:(?:sửa đổi|chỉnh sửa|sửa|bổ sung|bỏ|thay|gộp|tách)\s)?"
    r"(?:tại|về|ở|vào|đối với|khoản|điều|điểm|chương|mục)\s"
)
_NUMBER_ONLY: Final = re.compile(
    r"\W*(?:(?:điều|chương|mục|khoản|phần) )?(?:\d{1,3}|[ivx]{1,5}|[^\W\d_])[a-zđ]?\s?\.$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: ``start`` … ``end`` with its marks, ``inner_start`` … ``inner_end`` without."""

    start: int
    inner_start: int
    inner_end: int
    end: int


class Quotes:
    """The quotations of a plain text, in order; none overlaps another."""

    def __init__(self, text: str) -> None:
        self.all = list(_find_quotes(text))
        self._starts = [quote.start for quote in self.all]

    def holds(self, place: int) -> bool:
        """Return whether a place lies within a quotation."""
        return self.at(place) is not None

    def at(self, place: int) -> Quote | None:
        """Return the quotation that a place lies in."""
        index = bisect_right(self._starts, place) - 1
        return self.all[index] if index >= 0 and place < self.all[index].end else None

    def within(self, start: int, end: int) -> list[Quote]:
        """Return the quotations that lie wholly in a span."""
        return [quote for quote in self.all if start <= quote.start and quote.end <= end]


def _find_quotes(text: str) -> Iterator[Quote]:
    place = 0
    while opening := _MARK.search(text, place):
        start, place = opening.start(), opening.end()
        limit = _limit(text, opening[0], place)
        close = text.find(_PAIRS[opening[0]], place, limit)
        inner = text[place:close] if close > 0 else ""
        if inner.strip():
            lead = len(inner) - len(inner.lstrip())
            yield Quote(start, place + lead, place + len(inner.rstrip()), close + 1)
            place = close + 1


def _limit(text: str, mark: str, place: int) -> int:
    """Return where a quotation must have ended: one with the same mark on both sides ends with its line."""
    if mark in '"”':
        line_end = text.find("\n", place, place + _LONGEST)
        return place + _LONGEST if line_end < 0 else line_end
    again = text.find(mark, place, place + _LONGEST)  # a second opening mark: the first was never closed
    return place + _LONGEST if again < 0 else again


def split_sentences(
    cased: str, lower: str, quotes: Quotes, start: int, body: int, end: int
) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph, and the clauses after a semicolon that name a provision, as spans.

    ``body`` is where the words begin behind a number or dash: "1." is no sentence.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(cased, body, end):
        if _parts(cased, lower, quotes, stop, max(begin, body)):
            found.append((begin, stop.end()))
            begin = stop.end()
            while begin < end and cased[begin].isspace():
                begin += 1
    return [*found, (begin, end)] if begin < end else found


def _parts(cased: str, lower: str, quotes: Quotes, stop: re.Match[str], begin: int) -> bool:
    quote = quotes.at(stop.start())
    if quote is not None and stop.end() < quote.end:
        return False
    if stop[0] == ";":
        return _NEXT.match(lower, stop.end()) is not None
    if _NUMBER_ONLY.match(cased[begin : stop.end()]):
        return False
    following = cased[stop.end() : stop.end() + 3].lstrip()
    return following[:1].isupper() or following[:1] in '“"(«'
