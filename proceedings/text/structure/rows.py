"""Khoản that lost their own line: glued to the heading of their article, or to the khoản before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.lines import Line, all_cut
from proceedings.text.structure.markers import Marker, Strength, khoan_marker
from proceedings.text.structure.quotes import Quoted

_ITEM: Final = re.compile(r"(?:(?<=[\s.;])|(?<=[^\W\d_])(?=1\.))(?P<number>\d{1,2})\.\s*(?=[^\W\d_])")
_CITES: Final = re.compile(r"(?:khoản|điểm|điều|mục|số|và|hoặc|,)\s*$", re.IGNORECASE)
_ENDED: Final = (".", ";", ":", "!", "?", "…", "”", '"', ")", "/")
_LOOKED_AT: Final = 120
"""Lines in which the next khoản is looked for."""


def khoan_parted(
    lines: Sequence[Line], printed: Sequence[Marker | None], quoted: Sequence[Quoted]
) -> list[Line] | None:
    """Return the lines, each khoản that is glued into one on a line of its own; None where there is none.

    A row in a line is believed where its numbers go on in the line or in the next khoản below.
    """
    cuts: dict[int, list[int]] = {}
    count: int | None = None  # the last khoản of the article, None outside one
    for index, line in enumerate(lines):
        if quoted[index] is not Quoted.NO:
            continue
        count, start = _opening(line, printed[index], count)
        if count is None or not _ITEM.search(line.clean, start + 1):
            continue
        places = _row_in(line.clean, start, count)
        last, following = count + len(places), _next_khoan(lines, printed, quoted, index)
        is_row = len(places) > 1 or (bool(places) and (count > 0 or following == last + 1))
        if is_row and following in (0, last + 1):
            cuts[index], count = places, last
    return all_cut(lines, cuts) if cuts else None


def _opening(line: Line, marker: Marker | None, count: int | None) -> tuple[int | None, int]:
    """The count of khoản at the head of a line, None outside an article, and where the words behind its mark begin."""
    if marker is not None and marker.strength is Strength.FULL:
        return (0 if marker.kind is Kind.DIEU else None), marker.length
    khoan = khoan_marker(line.clean) if count is not None else None
    if khoan is not None and khoan.style == ".":
        return khoan.value[0], khoan.length
    return count, 0


def _row_in(words: str, start: int, count: int) -> list[int]:
    """Where the numbers after a count begin in the words of a line; a row from 1 on is another one."""
    places: list[int] = []
    for found in _ITEM.finditer(words, start + 1):
        before = words[: found.start()].rstrip()[-40:]
        if count > 0 and found["number"] == "1":
            return []
        is_due = int(found["number"]) == count + len(places) + 1
        is_first = count == 0 and not places
        if is_due and not _CITES.search(before) and (is_first or before.endswith(_ENDED)):
            places.append(found.start())
    return places


def _next_khoan(
    lines: Sequence[Line], printed: Sequence[Marker | None], quoted: Sequence[Quoted], index: int
) -> int:
    """The number of the next khoản below in the same article, 0 without one."""
    for following in range(index + 1, min(index + _LOOKED_AT, len(lines))):
        if quoted[following] is not Quoted.NO:
            continue
        heading = printed[following]
        if heading is not None and heading.strength is Strength.FULL:
            return 0
        marker = khoan_marker(lines[following].clean)
        if marker is not None and marker.style == ".":
            return marker.value[0]
    return 0
