"""Whether a line that looks like the heading of an article is one: its number must be the next, or confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.markers import Marker, Strength
from proceedings.text.structure.numbers import Relation, Value, relate
from proceedings.text.structure.surroundings import introduces_amendment

_SURE: Final = 0.98
_FAIR: Final = 0.9
_JUMP: Final = 0.7
_ODD: Final = 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a unit opens, how sure that is, and the code of a doubt about its number."""

    is_unit: bool
    confidence: float = 0.0
    doubt: str = ""
    count: int = (
        0  # what the number counts as where it is printed otherwise: a misprint, a footnote glued to it
    )


_NO: Final = Verdict(False)


def judge_article(manuscript: Manuscript, place: int, marker: Marker, last: Value) -> Verdict:
    """Tell whether an article opens in a line, where ``last`` is the number of the one before in the same text."""
    before = manuscript.text_before(place)
    if marker.strength is Strength.CITATION or _is_wrapped(manuscript, place, marker):
        return _NO
    relation = relate(last, marker.value)
    if relation is Relation.NEXT:
        return _judge_next(manuscript, place, marker, before)
    if relation is Relation.INSERTED and (
        marker.strength is Strength.FULL or manuscript.is_ended_before(place)
    ):
        return Verdict(True, _FAIR)
    if introduces_amendment(before):
        return _NO
    if relation is Relation.AHEAD:
        return _judge_jump(manuscript, place, marker, last)
    return _judge_odd(manuscript, place, marker, last, relation)


def restarts(
    manuscript: Manuscript, place: int, marker: Marker, *, is_announced: bool, is_after_end: bool
) -> bool:
    """Tell whether Điều 1 begins another text: something announces it, or articles 2 and 3 follow."""
    before = manuscript.text_before(place)
    if (
        marker.strength is Strength.CITATION
        or introduces_amendment(before)
        or _is_wrapped(manuscript, place, marker)
    ):
        return False
    following = [found.value for _, found in manuscript.next_articles(place, 2)]
    if is_announced:
        return marker.strength is Strength.FULL or (2, "") in following[:1]
    due = [(2, "")] if is_after_end else [(2, ""), (3, "")]
    return marker.strength is Strength.FULL and following[: len(due)] == due


def _judge_next(manuscript: Manuscript, place: int, marker: Marker, before: str) -> Verdict:
    if introduces_amendment(before) and _comes_again(manuscript, place, marker):
        return _NO
    if marker.strength is Strength.FULL:
        return Verdict(True, _SURE)
    return Verdict(True, _FAIR) if manuscript.is_ended_before(place) else _NO


def _judge_jump(manuscript: Manuscript, place: int, marker: Marker, last: Value) -> Verdict:
    expected = last[0] + 1
    following = [found.value for _, found in manuscript.next_articles(place)]
    upto = following[: following.index((1, ""))] if (1, "") in following else following
    printed = str(marker.value[0])
    if (
        printed.startswith(str(expected))
        and len(printed) > len(str(expected))
        and _goes_on(upto, expected + 1)
    ):
        return Verdict(True, _JUMP, "footnote_in_number", expected)
    if (expected, "") in upto:
        return _NO
    is_confirmed = bool(upto) and relate(marker.value, upto[0]) in (Relation.NEXT, Relation.INSERTED)
    if is_confirmed or (marker.strength is Strength.FULL and manuscript.is_ended_before(place)):
        return Verdict(True, _JUMP, "gap")
    return _NO


def _judge_odd(
    manuscript: Manuscript, place: int, marker: Marker, last: Value, relation: Relation
) -> Verdict:
    """A number that was there already: a misprint in its row, or a unit printed twice."""
    if marker.strength is not Strength.FULL or not manuscript.is_ended_before(place):
        return _NO
    following = next((found.value for _, found in manuscript.next_articles(place, 1)), None)
    if following == (last[0] + 2, "") and relation is Relation.BEHIND:
        return Verdict(True, _ODD, "out_of_order", last[0] + 1)
    if relation is Relation.SAME and marker.rest:
        return Verdict(True, _ODD, "repeated")
    if following == (marker.value[0] + 1, "") and marker.value[0] > 1 and following > last:
        return Verdict(True, _ODD, "out_of_order")
    return Verdict(False, 0.0, "left_in_text")


def _is_wrapped(manuscript: Manuscript, place: int, marker: Marker) -> bool:
    """Tell a citation that was broken over two lines: the line before may go on in this one.

    Many a paragraph lacks its full stop, so a full heading is doubted only where its number comes once more.
    """
    if not manuscript.may_go_on(place):
        return False
    is_title = marker.strength is Strength.FULL and marker.rest[:1].isupper()
    return not is_title or _comes_again(manuscript, place, marker)


def _comes_again(manuscript: Manuscript, place: int, marker: Marker) -> bool:
    """Tell a number that comes once more before the next text: this one belongs to words that were written out."""
    for _, found in manuscript.next_articles(place):
        if found.value == (1, ""):
            return False
        if found.value == marker.value and found.strength is Strength.FULL:
            return True
    return False


def _goes_on(values: list[Value], expected: int) -> bool:
    """Tell whether the next number is the expected one, a footnote glued to it or not."""
    return bool(values) and str(values[0][0]).startswith(str(expected))
