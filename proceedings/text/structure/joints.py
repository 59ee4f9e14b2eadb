"""Headings that lost their own line: glued to the paragraph before, or parted from their number by a line end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.lines import Line, all_cut, joined
from proceedings.text.structure.markers import Marker, Strength, heading_marker
from proceedings.text.structure.numbers import Value
from proceedings.text.structure.quotes import Quoted
from proceedings.text.structure.surroundings import ends_with_number, introduces_amendment, is_cut, is_upper

_WORD: Final = re.compile(r"(?:Điều|ĐIỀU|Chương|CHƯƠNG)$")
_NUMBER: Final = re.compile(r"(?:\d{1,3}[a-zđ]?|[IVXLC]{1,6}|thứ\s+\w+)\s*(?:[.:\-–]|$)")
_GLUED: Final = re.compile(
    r"(?<=[\s.;])(?:[ĐÐ](?:iều|IỀU)\s+\d{1,3}[a-zđ]?\s*[.:]\s*[“\"(]?(?=[^\W\d_])|C(?:hương|HƯƠNG)\s+(?:[IVXLC]{1,6}|\d{1,2})\b)"
)
_ARTICLE_BEHIND: Final = re.compile(r"\s+[ĐÐ]iều\s+\d")
_ENDED: Final = (".", ";", ":", "!", "?", "…", "”", '"', ")", "]", "/")
_LOOKED_AT: Final = 40


def broken_joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, a word such as ``Điều`` alone on its line put together with the number on the next."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and len(before.clean) < 8 and _WORD.match(before.clean) and _NUMBER.match(line.clean):
            whole[-1] = joined(before, line)
        else:
            whole.append(line)
    return whole


def glued_parted(
    lines: Sequence[Line], printed: Sequence[Marker | None], quoted: Sequence[Quoted]
) -> list[Line] | None:
    """Return the lines, each heading that is glued into one on a line of its own; None where there is none."""
    parting = _Parting(lines, printed, quoted)
    cuts = dict(parting.cuts())
    if not cuts or (parting.is_lost and parting.last[Kind.DIEU] < (2, "")):
        return None  # one article alone, in a text that has no other, is a citation
    return all_cut(lines, cuts)


def _may_be_heading(marker: Marker) -> bool:
    """Tell a full heading; that of a chương is known by its capitals, whatever is glued to it."""
    if marker.kind is Kind.CHUONG and marker.rest:
        return is_upper(_ARTICLE_BEHIND.split(marker.rest)[0][:12])
    return marker.strength is Strength.FULL


def _asks_for_more(before: str) -> bool:
    return before.endswith(",") or is_cut(before) or ends_with_number(before)


class _Parting:
    """Goes through the lines and believes a glued heading only where its number is the one that is due."""

    def __init__(
        self, lines: Sequence[Line], printed: Sequence[Marker | None], quoted: Sequence[Quoted]
    ) -> None:
        self.lines, self.printed, self.quoted = lines, printed, quoted
        self.heads = [
            index
            for index, marker in enumerate(printed)
            if marker and quoted[index] is Quoted.NO and _may_be_heading(marker)
        ]
        #: No line begins as an article does: all that parted them was lost.
        self.is_lost = not any(
            (marker := printed[index]) and marker.kind is Kind.DIEU for index in self.heads
        )
        self.passed = 0  # headings that were gone by
        self.last: dict[Kind, Value] = {Kind.DIEU: (0, ""), Kind.CHUONG: (0, "")}

    def cuts(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each line that holds glued headings, and where in its clean words they begin."""
        for index, line in enumerate(self.lines):
            marker = self.printed[index]
            if self.passed < len(self.heads) and self.heads[self.passed] == index:
                self.passed += 1
                if marker and marker.kind in self.last:
                    self.last[marker.kind] = marker.value
            if self.quoted[index] is Quoted.NO and (places := self._in_line(index, line.clean)):
                yield index, places

    def _in_line(self, index: int, words: str) -> list[int]:
        places = []
        for found in _GLUED.finditer(words, 1):
            marker = heading_marker(words[found.start() : found.start() + 240])
            if marker and self._is_heading(words[: found.start()].rstrip()[-300:], marker):
                places.append(found.start())
                self.last[marker.kind] = marker.value
        return places

    def _is_heading(self, before: str, marker: Marker) -> bool:
        if marker.kind not in self.last or introduces_amendment(before) or not _may_be_heading(marker):
            return False
        last_word = before.rsplit(None, 1)[-1] if before else ""
        is_capitals = len(last_word) > 1 and last_word.isupper()
        if not (before.endswith(_ENDED) or is_capitals or (self.is_lost and not _asks_for_more(before))):
            return False
        if marker.value == (self.last[marker.kind][0] + 1, ""):
            return not self._comes_later(marker)
        return marker.value == (1, "") and marker.kind is Kind.DIEU and is_capitals

    def _comes_later(self, marker: Marker) -> bool:
        """Tell whether the same number stands at the head of a line before the next text begins."""
        for index in self.heads[self.passed : self.passed + _LOOKED_AT]:
            found = self.printed[index]
            if found is None or found.kind is not marker.kind:
                continue
            if found.value == marker.value:
                return True
            if found.value == (1, ""):
                return False
        return False
