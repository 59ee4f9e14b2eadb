"""How Excel's numbers are shown: dates, percentages, leading zeros, and never an exponent."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

#: Formats that every workbook knows by number (ISO/IEC 29500-1, 18.8.30); 27-36 and 50-58 are dates of East Asia.
_DATES: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENTAGES: Final = {9: 0, 10: 2}
_FIGURES: Final = 15  # what Excel keeps and shows; the rest of a stored float is noise
_LITERALS: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.I)
_AFFIXED: Final = re.compile(r'(?:"([^"]*)")?(0+|#|General)((?:"[^"]*"|\\.|[-/ ])*)', re.I)
_FIRST_DAY: Final = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - a date in a cell has no zone
_FIRST_DAY_1904: Final = datetime.datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL: Final = 2_958_466  # the year 10000
_NO_LEAP_DAY_BEFORE: Final = 60  # Excel believes in 29 February 1900


class Shown(StrEnum):
    """What a format makes of a number."""

    PLAIN = "plain"
    DATE = "date"
    DURATION = "duration"
    PERCENTAGE = "percentage"
    AFFIXED = "affixed"


@dataclass(frozen=True, slots=True)
class Format:
    """A number format, as far as it changes what a person reads: figures after the point, least figures, affixes."""

    shown: Shown = Shown.PLAIN
    figures: int = 0
    before: str = ""
    after: str = ""


PLAIN: Final = Format()


def format_of(number: int, code: str = "") -> Format:
    """Return the format with this number and, where the workbook defines it, this code."""
    if not code:
        if number in _PERCENTAGES:
            return Format(Shown.PERCENTAGE, _PERCENTAGES[number])
        return Format(Shown.DURATION if number == 46 else Shown.DATE) if number in _DATES else PLAIN
    first = code[:300].split(";", 1)[0]
    bare = _LITERALS.sub("", first).lower()
    if "general" not in bare and re.search("[ymdhs]", bare):
        return Format(Shown.DURATION if "[" in bare else Shown.DATE)
    if bare.endswith("%"):
        return Format(Shown.PERCENTAGE, min(len(bare.rstrip("%").partition(".")[2]), 6))
    if affixed := _AFFIXED.fullmatch(first):
        before, figures, after = affixed.groups()
        least = len(figures) if figures.startswith("0") else 0
        if before or after or least > 1:
            return Format(Shown.AFFIXED, least, before or "", re.sub(r'["\\]', "", after))
    return PLAIN


def show(raw: str, format_: Format = PLAIN, *, is_1904: bool = False) -> str:
    """Return a stored number as a person reads it: dates in ISO, ``1`` and not ``1.0``, ``0012`` where it is so shown.

    What is no number is returned as it stands.
    """
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw.strip()
    if not value.is_finite() or abs(value.adjusted()) > 400:
        return raw.strip()
    if format_.shown is Shown.DATE:
        return _date(float(value), is_1904) or plain(value)
    if format_.shown is Shown.DURATION:
        minutes = round(float(value) * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if format_.shown is Shown.PERCENTAGE:
        step = Decimal(1).scaleb(-format_.figures)
        return (
            f"{plain((value * 100).quantize(step, ROUND_HALF_UP) if value.adjusted() < 20 else value * 100)}%"
        )
    if format_.shown is Shown.AFFIXED and value == value.to_integral_value() and value >= 0:
        return f"{format_.before}{plain(value).zfill(format_.figures)}{format_.after}"
    return plain(value)


def plain(value: Decimal) -> str:
    """Return a number without an exponent, with at most the 15 figures that Excel keeps."""
    if value == value.to_integral_value() and len(value.as_tuple().digits) <= _FIGURES:
        return format(value.to_integral_value(), "f").replace("-0", "0") if not value else f"{value:.0f}"
    text = format(Decimal(f"{value:.{_FIGURES}g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(serial: float, is_1904: bool) -> str:
    """Return a date, a time or both in ISO, empty where the number is none."""
    if not 0 <= serial < _LAST_SERIAL:
        return ""
    if serial < 1:
        return _time(_FIRST_DAY + datetime.timedelta(seconds=round(serial * 86_400)))
    if not is_1904 and serial < _NO_LEAP_DAY_BEFORE:
        serial += 1
    days = int(serial)
    seconds = round((serial - days) * 86_400)
    first = _FIRST_DAY_1904 if is_1904 else _FIRST_DAY
    moment = first + datetime.timedelta(days=days, seconds=seconds)
    return f"{moment:%Y-%m-%d}" if not seconds else f"{moment:%Y-%m-%d}T{_time(moment)}"


def _time(moment: datetime.datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
