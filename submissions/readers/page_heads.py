"""Running heads, feet and page numbers: told from the text of a page and put aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from submissions.readers.columns import find_bands
from submissions.readers.document import Paragraph, ParagraphKind
from submissions.readers.page_lines import Line, Page

_HEAD: Final = 0.11
_FOOT: Final = 0.90
"""Shares of the page's height within which heads and feet stand."""

_Place = tuple[str, int, bool]

_GAZETTE = re.compile(r"CÔNG BÁO\s*/\s*Số \d+.{0,40}", re.I)
_NUMBER = re.compile(r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—.\s]*", re.I)
_ONLY_SIGNS = re.compile(r"[\W\d_]*")


def without_heads(pages: Sequence[Page]) -> tuple[list[Page], list[Paragraph]]:
    """Return the pages without what repeats at their top and foot, and that apart, each text once.

    A line is a head where the same one, numbers aside, stands on a third of the pages (three at least, or both of two)
    at the same height; a page number where it is nothing but a number there.
    """
    seen = Counter(place for page in pages for place in {_place(line, page) for line in page.lines} if place)
    needed = max(2, min(3, len(pages)), len(pages) // 3)
    aside: dict[str, Paragraph] = {}
    kept = []
    for page in pages:
        letters = {id(line) for band in find_bands(page) for line in band.lines}  # two letters in one file
        lines = []
        for line in page.lines:
            if id(line) not in letters and _is_head(line, page, seen, needed):
                kind = ParagraphKind.HEADER if line.y < page.height / 2 else ParagraphKind.FOOTER
                if not _NUMBER.fullmatch(line.text):
                    aside.setdefault(_masked(line.text), Paragraph(line.text, kind, page=page.number))
            else:
                lines.append(line)
        kept.append(replace(page, lines=tuple(lines)))
    return kept, list(aside.values())


def _is_head(line: Line, page: Page, seen: Counter[_Place], needed: int) -> bool:
    if _NUMBER.fullmatch(line.text) and _place(line, page) is not None:
        return all(_repeats(other, page, seen, needed) for other in _beside_or_beyond(line, page))
    return _repeats(line, page, seen, needed)


def _repeats(line: Line, page: Page, seen: Counter[_Place], needed: int) -> bool:
    if _GAZETTE.fullmatch(line.text):
        return True
    place = _place(line, page)
    return place is not None and seen[place] >= needed and not _ONLY_SIGNS.fullmatch(line.text)


def _beside_or_beyond(line: Line, page: Page) -> list[Line]:
    """Return what stands on the row of a number or between it and the edge: but for heads, it would be a cell."""
    is_top = line.y < page.height / 2
    return [
        other
        for other in page.lines
        if other is not line and (other.y < line.y + 3 if is_top else other.y > line.y - 3)
    ]


def _place(line: Line, page: Page) -> _Place | None:
    """Return the text without its numbers and the height at which it stands, in the bands of heads and feet only."""
    share = line.y / page.height if page.height else 0.5
    if _HEAD < share < _FOOT:
        return None
    return _masked(line.text), round(line.y / 6), share < 0.5


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)
