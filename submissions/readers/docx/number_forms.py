"""How a number of a list is written: 5, V, e, 05, năm …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_CHICAGO: Final = "*†‡§"
_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LONGEST: Final = 32_767


def write_number(number: int, form: str) -> str:
    """Return a number in one of Word's forms (``w:numFmt``, ISO 29500-1 17.18.59); an unknown form is decimal."""
    if not 0 <= number <= _LONGEST:
        return str(number)
    return _FORMS.get(form, str)(number)


def write_padded(number: int, pattern: str) -> str:
    """Return a number in a form of one's own, ``w:format="001, 002, 003, ..."``."""
    return str(number).zfill(len(pattern.partition(",")[0].strip()))


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _letter(number: int) -> str:
    if number == 0:
        return ""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)  # after z come aa, bb, cc …


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _vietnamese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    begin = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if units == 0:
        return begin
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(units, _DIGITS[units])
    return f"{begin} {last}"


def _cardinal(number: int) -> str:
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    words = _SMALL[number] if number < 20 else _TENS[tens] + (f"-{_SMALL[units]}" if units else "")
    return words.capitalize()


def _chicago(number: int) -> str:
    if number == 0:
        return ""
    times, place = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[place] * (times + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "vietnameseCounting": _vietnamese,
    "chicago": _chicago,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate(
        {48 + digit: 0xFF10 + digit for digit in range(10)}
    ),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
