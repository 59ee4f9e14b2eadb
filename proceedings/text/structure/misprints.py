"""Khoản whose number was spoilt: by a footnote glued to it (``1.5 Khi …``) or by a machine (``l.`` for 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.markers import DIGITS, LONGEST_HEAD, Marker, Strength
from proceedings.text.structure.numbers import Relation, Value, relate, value_of

#: A khoản with the number of a footnote behind its point, as consolidated texts have it: "1.5 Khi …".
_NOTED: Final = re.compile(r"(?P<number>\d{1,3}[a-zđ]?)\.(?P<note>\d{1,3})\s+(?=[^\W\d_]|[“\"(])")
_MISREAD_KHOAN: Final = re.compile(r"(?P<number>(?=\d?[lIO])[lIO\d]{1,2})\.\s+(?=[^\W\d_]|[“\"(])")


def odd_khoan(clean: str, last: Value) -> Marker | None:
    """Return the spoilt khoản that a line may open where ``last`` is the number before it, or None."""
    for marker in (noted_khoan_marker(clean), misread_khoan_marker(clean)):
        if marker is not None and relate(last, marker.value) in (Relation.NEXT, Relation.INSERTED):
            return marker
    return None


def noted_khoan_marker(clean: str) -> Marker | None:
    """Return the khoản that a line opens where the number of a footnote stands behind its point, or None."""
    found = _NOTED.match(clean) if clean[:1].isdigit() else None
    value = value_of(found["number"]) if found else None
    if found is None or value is None:
        return None
    rest = clean[found.end() : found.end() + LONGEST_HEAD]
    if rest[:1].islower():
        return None  # a figure: 1.5 tháng
    note = (int(found["note"]),)
    return Marker(Kind.KHOAN, "", found["number"], value, found.end(), rest, Strength.FULL, ".", note)


def misread_khoan_marker(clean: str) -> Marker | None:
    """Return the khoản that a line may open where letters were read for its digits, ``l.`` or ``1O.``, or None."""
    found = _MISREAD_KHOAN.match(clean) if clean[:1] in "lIO123456789" else None
    if found is None:
        return None
    number = found["number"].translate(DIGITS)
    rest = clean[found.end() : found.end() + LONGEST_HEAD]
    return Marker(Kind.KHOAN, "", number, (int(number), ""), found.end(), rest, Strength.FULL, ".")


def fits_below(odd: Marker, following: Iterable[Marker]) -> bool:
    """Tell whether what follows bears out a spoilt khoản: no 1.6 below 1.5; 2. below ``l.``, no second 10."""
    count = odd.value[0]
    for found in following:
        if odd.above and found.above == odd.value[:1] and found.value == (odd.above[0] + 1, ""):
            return False
        if not odd.above and found.kind is Kind.KHOAN:
            return found.value == (count + 1, "") or (count > 1 and found.value != odd.value)
    return bool(odd.above) or count > 1
