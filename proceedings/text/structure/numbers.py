"""What a printed number counts as, and how it stands to the one before it."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from proceedings.text.provisions import LETTERS, number_key

Value = tuple[int, str]
"""A count and what was inserted after it: ``12a`` is (12, "a"), điểm ``đ1`` (5, "1"), before the first (0, "")."""

BEFORE_FIRST: Final[Value] = (0, "")
_STRANGERS: Final = {"f": "e", "j": "i", "w": "v", "z": "y"}


class Relation(Enum):
    """How a number stands to the one before it."""

    NEXT = "next"
    INSERTED = "inserted"
    SAME = "same"
    AHEAD = "ahead"
    BEHIND = "behind"


def value_of(number: str) -> Value | None:
    """Return what the number of a phần … khoản counts as: arabic, roman, in words, or a capital letter."""
    key = number_key(number)
    if found := re.fullmatch(r"(\d+)-?(\w*)", key):
        return int(found[1]), found[2]
    if found := re.fullmatch(r"([ivxlc]{1,7})([a-zđ])", key):
        return (int(count), found[2]) if (count := number_key(found[1].upper())).isdigit() else None
    if len(key) == 1 and key in LETTERS:
        return LETTERS.index(key) + 1, ""
    return (0, "") if key == "mở-đầu" else None


def value_of_letter(number: str) -> Value | None:
    """Return what the letter of a điểm counts as; f, j, w and z count as inserted after the letter before them."""
    letter, rest = number[:1].casefold(), number[1:]
    if letter in _STRANGERS:
        return LETTERS.index(_STRANGERS[letter]) + 1, letter + rest
    place = LETTERS.find(letter)
    return (place + 1, rest) if place >= 0 else None


def relate(before: Value, now: Value) -> Relation:
    """Tell how a number stands to the one before it in its row."""
    if now == (before[0] + 1, ""):
        return Relation.NEXT
    if now == before:
        return Relation.SAME
    if now[0] == before[0] and now[1] > before[1] and before[0] > 0:
        return Relation.INSERTED
    return Relation.AHEAD if now > before else Relation.BEHIND
