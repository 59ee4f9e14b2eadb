"""Letterheads and signatures in two columns, and tables: what a page lays out side by side is read cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from submissions.readers.page_lines import GUTTER, Line, Page

_LETTERHEAD: Final = re.compile(
    r"CỘNG\s*H[ÒO]\S?\s*XÃ\s*HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–—]|\bngày\s.{0,12}\btháng\b|^Số\s*:?\s*\S*\d|^Số\s*:",
    re.I,
)
_SIGNATURE: Final = re.compile(
    r"^(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.?\s|^Nơi nhận|^Kính gửi các|NGƯỜI (?:VIẾT|BÁO CÁO|TRÌNH BÀY|LẬP|GÓP Ý)"
    r"|^(?:XÁC NHẬN|THỦ TRƯỞNG|BÍ THƯ|PHÓ BÍ THƯ|CHỦ TỊCH|PHÓ CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC)"
)
_WITHIN_ROW: Final = 0.8
_ROWS_APART: Final = 2.2
"""Sizes of a letter that two lines of a cell are apart at most where nothing stands beside them."""
_NEVER: Final = re.compile(r"Kính gửi|Kính trình")
_SIGNING_GAP: Final = 150.0
"""Points between a post and the name below it, where a person signs."""


@dataclass(slots=True)
class Band:
    """A part of a page in two columns; ``low`` and ``high`` bound the white between them."""

    low: float
    high: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Return all its lines."""
        return self.left + self.right

    def takes(self, line: Line) -> bool:
        """Tell whether a line stands wholly in one of the columns."""
        return line.x1 <= self.high - GUTTER or line.x0 >= self.low + GUTTER

    def add(self, line: Line) -> None:
        """Put a line that it takes into its column."""
        if line.x0 >= self.low + GUTTER:
            self.right.append(line)
            self.high = min(self.high, line.x0)
        else:
            self.left.append(line)
            self.low = max(self.low, line.x1)

    def is_aligned(self, line: Line) -> bool:
        """Tell whether a line shares the centre or the left edge of its column."""
        column = self.right if line.x0 >= self.low + GUTTER else self.left
        return any(abs(line.middle - other.middle) < 14 or abs(line.x0 - other.x0) < 6 for other in column)


def find_bands(page: Page) -> list[Band]:
    """Return the letterhead and the signatures of a page, from top to foot; body text in columns is none."""
    lines = sorted(page.lines, key=lambda line: (line.y, line.x0))
    bands: list[Band] = []
    taken: set[int] = set()
    for at in range(len(lines)):
        if at in taken:
            continue
        partner = _partner(lines, at, page.width)
        if partner is None or partner in taken:
            continue
        band = _grown(lines, at, partner, taken)
        if _is_letter_part(band):
            taken |= {
                index for index, other in enumerate(lines) if any(other is known for known in band.lines)
            }
            bands.append(band)
    return bands


def _partner(lines: Sequence[Line], at: int, width: float) -> int | None:
    """Return the index of the line on the same row across a gutter near the middle of the page."""
    line = lines[at]
    for other_at in range(max(0, at - 6), min(len(lines), at + 7)):
        other = lines[other_at]
        is_beside = abs(other.y - line.y) <= _WITHIN_ROW * max(line.size, other.size)
        if other_at != at and is_beside and line.x1 + GUTTER < other.x0:
            has_gutter = line.x1 < 0.68 * width and other.x0 > 0.28 * width and line.x0 < 0.45 * width
            if has_gutter and other.x1 > 0.55 * width:
                return other_at
    return None


def _grown(lines: Sequence[Line], at: int, partner: int, taken: set[int]) -> Band:
    band = Band(lines[at].x1, lines[partner].x0)
    band.left.append(lines[at])
    band.right.append(lines[partner])
    _grow_up(band, [lines[index] for index in range(at) if index not in taken and index != partner])
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if index in taken or index == partner:
            continue
        if not band.takes(line) or not _continues(band, line, lines[index + 1 :]):
            break
        band.add(line)
    band.left.sort(key=lambda line: line.y)
    band.right.sort(key=lambda line: line.y)
    return band


def _grow_up(band: Band, above: list[Line]) -> None:
    for line in reversed(above):
        top = min(other.y for other in band.lines)
        is_near = top - line.y <= 1.9 * max(line.size, 8)
        if not (is_near and band.takes(line) and band.is_aligned(line) and line.text.upper() == line.text):
            break
        band.add(line)


def _continues(band: Band, line: Line, below: Sequence[Line]) -> bool:
    """Tell whether a line goes on in its column: side by side with the other one, or in line with its own."""
    if _NEVER.match(line.text):
        return False
    lowest = max(other.y for other in band.lines)
    across = [other for other in band.lines if _sides_differ(band, line, other)]
    if any(abs(other.y - line.y) <= _WITHIN_ROW * line.size for other in across):
        return True
    if not band.is_aligned(line):
        following = next(iter(below), None)
        beside = following is not None and abs(following.y - line.y) <= _WITHIN_ROW * line.size
        return bool(
            beside
            and following
            and _sides_differ(band, line, following)
            and line.y - lowest < _ROWS_APART * line.size
        )
    is_signing = line.x0 >= band.low + GUTTER and any(_SIGNATURE.search(other.text) for other in band.right)
    return line.y - lowest < (_SIGNING_GAP if is_signing else _ROWS_APART * max(line.size, 8))


def _sides_differ(band: Band, line: Line, other: Line) -> bool:
    return (line.x0 >= band.low + GUTTER) != (other.x0 >= band.low + GUTTER)


def _is_letter_part(band: Band) -> bool:
    texts = [line.text.strip() for line in band.lines]
    return any(_LETTERHEAD.search(text) or _SIGNATURE.search(text) for text in texts)
