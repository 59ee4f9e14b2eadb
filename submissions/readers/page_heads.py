"""Running heads, feet and page numbers: told from the text of a page and put aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from submissions.readers.document import Paragraph, ParagraphKind
from submissions.readers.page_lines import Line, Page

_HEAD: Final = 0.11
_FOOT: Final = 0.90
"""Shares of the page's height within which heads and feet stand."""

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
        lines = []
        for line in page.lines:
            if _is_head(line, page, seen, needed):
                kind = ParagraphKind.HEADER if line.y < page.height / 2 else ParagraphKind.FOOTER
                if not _NUMBER.fullmatch(line.text):
                    aside.setdefault(_masked(line.text), Paragraph(line.text, kind, page=page.number))
            else:
                lines.append(line)
        kept.append(replace(page, lines=tuple(lines)))
    return kept, list(aside.values())


def _is_head(line: Line, page: Page, seen: Counter[tuple[str, int, bool]], needed: int) -> bool:
    if _GAZETTE.fullmatch(line.text):
        return True
    place = _place(line, page)
    if place is None:
        return False
    if _NUMBER.fullmatch(line.text):
        return _stands_alone(line, page)
    return seen[place] >= needed and not _ONLY_SIGNS.fullmatch(line.text)


def _stands_alone(line: Line, page: Page) -> bool:
    """Tell whether a number has nothing but heads on its side, so that it is no cell of a table."""
    is_top = line.y < page.height / 2
    beyond = [
        other
        for other in page.lines
        if other is not line and (other.y < line.y - 2 if is_top else other.y > line.y + 2)
    ]
    return all(_place(other, page) is not None and len(other.text) < 80 for other in beyond[:3])


def _place(line: Line, page: Page) -> tuple[str, int, bool] | None:
    """Return the text without its numbers and the height at which it stands, in the bands of heads and feet only."""
    share = line.y / page.height if page.height else 0.5
    if _HEAD < share < _FOOT:
        return None
    return _masked(line.text), round(line.y / 6), share < 0.5


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)
