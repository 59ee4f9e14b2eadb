"""Phần, chương, mục, tiểu mục: whether a line opens one, and opening it with its title."""

from __future__ import annotations

from typing import Final

from proceedings.text.provisions import LEVELS, Kind
from proceedings.text.structure.articles import Verdict
from proceedings.text.structure.branches import Branch
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.markers import Marker, Strength, heading_marker
from proceedings.text.structure.numbers import BEFORE_FIRST, Relation, relate
from proceedings.text.structure.surroundings import introduces_amendment, is_upper
from proceedings.text.structure.titles import division_title

_NO: Final = Verdict(False)
_LOOKED_AT: Final = 400
"""Lines that are looked at for the number that was due."""


def judge_division(manuscript: Manuscript, place: int, marker: Marker, text: GrowingText) -> Verdict:
    """Tell whether a phần … tiểu mục opens in a line of a text."""
    before = manuscript.text_before(place)
    is_full = marker.strength is Strength.FULL
    if introduces_amendment(before) or (
        manuscript.may_go_on(place) and not _has_title(manuscript, place, marker)
    ):
        return _NO
    if not is_full and not manuscript.is_ended_before(place):
        return _NO
    if marker.value == BEFORE_FIRST:
        is_first = text.articles == 0 and is_full and not marker.rest[:1].islower()
        return Verdict(is_first, 0.9)
    last = text.last.get(marker.kind, BEFORE_FIRST)
    relation = relate(last, marker.value)
    if relation is Relation.NEXT or (marker.value == (1, "") and marker.kind in text.fresh):
        return Verdict(True, 0.98 if is_full else 0.85)
    if relation is Relation.INSERTED:
        return Verdict(is_full, 0.85)
    if (
        not is_full
        or not manuscript.is_ended_before(place)
        or (marker.rest and not is_upper(marker.rest) and not marker.number)
    ):
        return _NO
    if relation is Relation.AHEAD:
        due = (last[0] + 1, "")
        return _NO if _comes_later(manuscript, place, marker, due) else Verdict(True, 0.7, "gap")
    return Verdict(True, 0.6, "repeated" if relation is Relation.SAME else "out_of_order")


def open_division(
    manuscript: Manuscript, place: int, marker: Marker, text: GrowingText, confidence: float
) -> int:
    """Open a phần … tiểu mục with its title; return the last line of the title."""
    lines = manuscript.lines
    heading, last = division_title(manuscript, place, marker)
    mark_end = lines[place].after(marker.length)
    text.open_unit(
        Branch(
            marker.kind,
            lines[place].start,
            lines[last].end,
            number=marker.number,
            word=marker.word,
            mark=lines[place].raw[: mark_end - lines[place].start].strip(),
            heading=heading,
            head_end=lines[last].end,
            body=lines[last].end,
            confidence=confidence,
            value=marker.value,
        )
    )
    manuscript.titles.add(last)
    text.last[marker.kind] = marker.value
    text.fresh.discard(marker.kind)
    below = LEVELS[LEVELS.index(marker.kind) + 1 : LEVELS.index(Kind.DIEU)]
    text.fresh.update(below)
    for kind in below:
        if kind is not Kind.CHUONG:  # chương run on through phần in some texts
            text.last.pop(kind, None)
    return last


def _has_title(manuscript: Manuscript, place: int, marker: Marker) -> bool:
    """Tell a division with a title in capitals, on its line or the next, or with another unit right below it."""
    following = manuscript.text_after(place)
    if marker.rest:
        return marker.strength is Strength.FULL and is_upper(marker.rest)
    return is_upper(following) or heading_marker(following) is not None


def _comes_later(manuscript: Manuscript, place: int, marker: Marker, due: tuple[int, str]) -> bool:
    for index in range(place + 1, min(place + _LOOKED_AT, len(manuscript.lines))):
        found = manuscript.heading(index)
        if found is None or found.kind is not marker.kind or found.strength is not Strength.FULL:
            continue
        return found.value == due
    return False
