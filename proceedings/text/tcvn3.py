"""TCVN3 (ABC, the .Vn fonts): its table, and the capitals that it cannot write."""

import re
from functools import lru_cache
from typing import Final

_LETTER_ROWS: Final = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
# The capitals of TCVN 5712, which few fonts ever drew.
_CAPITAL_ROWS: Final = (
    (0xAF, "Ằ"),
    (0xBA, "Ẳ"),
    (0xBF, "ẴẮẦẨẪẤỀ"),
    (0xCD, "Ể"),
    (0xD9, "ỄẾỒ"),
    (0xE0, "Ổ"),
    (0xF0, "Ỗ"),
    (0xFF, "Ố"),
)
_LOW_CAPITALS: Final = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
_MICRO: Final = "\u03bc"

HORNED_U: Final = "\xad"
"""The byte of ư; Unicode calls it a soft hyphen, and many converters drop it or make it a hyphen."""


def _cells(rows: tuple[tuple[int, str], ...]) -> dict[str, str]:
    return {chr(first + offset): letter for first, row in rows for offset, letter in enumerate(row)}


LETTERS: Final[dict[str, str]] = _cells(_LETTER_ROWS)
"""Sign as it arrives (the byte read as Latin-1) → letter: the 67 small letters and seven capitals of the fonts."""

CAPITALS: Final[dict[str, str]] = _cells(_CAPITAL_ROWS)
"""The same for the capitals of the standard above 0xA0."""

LOW_CAPITALS: Final[dict[str, str]] = {
    sign: letter
    for code, letter in enumerate(_LOW_CAPITALS, start=0x80)
    for sign in {chr(code), bytes([code]).decode("cp1252", "replace")} - {"\ufffd"}
}
"""The same for 0x80–0x9F, read as Latin-1 and as cp1252: in the fonts these are quotes, dashes and dots."""

_TABLE: Final = str.maketrans({**LETTERS, **CAPITALS, _MICRO: "à"})
_LOW_SIGNS: Final = "".join(map(re.escape, LOW_CAPITALS))
_MAYBE_LOW: Final = re.compile(f"[A-Z\xa1-\xff{_LOW_SIGNS}]+")
_PUNCTUATION: Final = frozenset("‘’“”•–—…‚„\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97")
_SURE_LOW_SIGNS: Final = LOW_CAPITALS.keys() - _PUNCTUATION
_LOW_TABLE: Final = {**_TABLE, **str.maketrans(LOW_CAPITALS)}


def decode(text: str) -> str:
    """Read TCVN3 text that arrived as Latin-1 or cp1252, sign for sign: the result is as long as the text.

    0x80–0x9F stay as they are: see ``low_capital_words``. A soft hyphen becomes ư; whether it was one is for
    the caller to judge.
    """
    return text.translate(_TABLE)


def low_capital_words(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, letters) of every stretch of capitals that signs of 0x80–0x9F complete.

    Signs that are quotes and dashes too are taken for letters only inside a word, and only where the text also has
    some that are none.
    """
    found = [word for word in _MAYBE_LOW.finditer(text) if 1 < len(word[0]) < 16]
    found = [word for word in found if not LOW_CAPITALS.keys().isdisjoint(word[0])]
    if all(_SURE_LOW_SIGNS.isdisjoint(word[0]) for word in found):
        return []
    return [
        (word.start(), word.end(), word[0].translate(_LOW_TABLE))
        for word in found
        if word[0][0] not in _PUNCTUATION and word[0][-1] not in _PUNCTUATION
    ]


def _is_bare(letter: str) -> bool:
    """Return whether a letter shows its case: one that the fonts have both small and capital."""
    return letter.isascii() or letter.isupper()


def may_be_capitals(word: str) -> bool:
    """Return whether a decoded word has no letter that is surely small, so that it may be one in capitals."""
    return not any(letter.isascii() and letter.islower() for letter in word)


def is_in_capitals(word: str) -> bool:
    """Return whether a decoded word was meant in capitals: "CéNG" typed for "CỘNG" in a font without Ộ."""
    bare = "".join(letter for letter in word if _is_bare(letter) and letter.isalpha())
    if not bare or not may_be_capitals(word):
        return False
    return len(bare) > 1 or not _is_bare(word[0])


def raise_capitals(text: str) -> str:
    """Upper-case sign for sign: the result is as long as the text."""
    return "".join(upper if len(upper := sign.upper()) == 1 else sign for sign in text)


_CAPITAL_FONT: Final = re.compile(
    r"\.vn.*h(?:[ -]?(?:regular|normal|bold|italic|oblique))*(?:,.*)?", re.IGNORECASE
)


def plain_font_name(font: str) -> str:
    """Return a font's name in small letters, without quotes and without the prefix of a PDF subset."""
    return re.sub(r"^[A-Z]{6}\+", "", font.strip().strip("'\"").strip()).lower()


@lru_cache(maxsize=1024)
def draws_capitals(font: str) -> bool:
    """Return whether a font draws capitals from small letters, as .VnTimeH and its kin do."""
    return _CAPITAL_FONT.fullmatch(plain_font_name(font)) is not None
