"""Marks of circulation and of urgency: they say who may read and how fast, and are no secrecy (domain notes, G)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from submissions.screening.letters import plainly
from submissions.screening.mark_cells import heads_of

#: The usual writing of a mark → its folded forms; each must be all that a line or a cell says.
_CIRCULATION: Final = {
    "Lưu hành nội bộ": "(?:tai lieu )?luu hanh noi bo(?: [a-z ]{0,30})?",
    "Tài liệu hội nghị": "tai lieu (?:phuc vu |tai )?(?:hoi nghi|hoi thao|cuoc hop|ky hop)(?: [a-z0-9 ]{0,30})?",
    "Dự thảo": "(?:ban )?du thao(?: (?:lan (?:thu )?)?(?:[0-9]{1,2}|nhat|hai|ba|tu|nam))?",
    "Xem xong trả lại": "(?:tai lieu )?(?:xem|doc) xong (?:xin )?(?:tra lai|gui lai|nop lai)(?: [a-z ]{0,30})?",
    "Không phổ biến": "(?:tai lieu )?khong (?:duoc )?pho bien(?: [a-z ]{0,30})?",
    "Không sao chụp": "(?:cam|khong(?: duoc)?) sao chup(?: [a-z ]{0,30})?",
    "Thu hồi sau hội nghị": "(?:tai lieu )?thu hoi (?:sau|khi) [a-z ]{2,30}",
    "Chỉ gửi người có tên": "chi (?:gui|luu hanh|pho bien) [a-z ]{2,40}",
}
_URGENCY: Final = {
    "Hỏa tốc hẹn giờ": "hoa toc hen gio(?: [0-9a-z ]{0,20})?",
    "Hỏa tốc": "hoa toc",
    "Thượng khẩn": "thuong khan",
    "Khẩn": "khan",
}
_CELLS = re.compile(r"[\t│|]|\s{2,}|\s+[-–—]\s+")
_LABEL = re.compile("(?:do|muc do) khan ")
_LONGEST: Final = 90


def circulation_marks(lines: Sequence[str], aside: Sequence[str] = ()) -> list[str]:
    """Return the circulation marks at the head of a document and in its headers, in their usual writing."""
    cells = set(_cells(lines))
    for text in aside:
        cells |= {cell for part in text.splitlines() for cell in _cells_of(part)}
    return [mark for mark, form in _CIRCULATION.items() if any(re.fullmatch(form, cell) for cell in cells)]


def urgency_of(lines: Sequence[str]) -> str:
    """Return the urgency that stands at the head of a document; empty if none does."""
    cells = {_LABEL.sub("", cell) for cell in _cells(lines)}
    found = (mark for mark, form in _URGENCY.items() if any(re.fullmatch(form, cell) for cell in cells))
    return next(found, "")


def _cells(lines: Sequence[str]) -> Iterator[str]:
    for line, is_head in zip(lines, heads_of(lines), strict=True):
        if is_head and len(line) <= _LONGEST:
            yield from _cells_of(line)


def _cells_of(line: str) -> Iterator[str]:
    if len(line) <= _LONGEST:
        for cell in {line, *_CELLS.split(line)}:
            yield plainly(cell)
