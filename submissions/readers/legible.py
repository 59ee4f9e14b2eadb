"""Whether a text can be taken as it is, so that no page is silently taken for read."""

from __future__ import annotations

import re
from typing import Final

from proceedings.text.languages import how_vietnamese, is_english

LETTERS_NEEDED: Final = 120
"""Letters that a page must have to count as text: stamps and running heads of a scan come to 40–75."""
VIETNAMESE_NEEDED: Final = 0.6
"""Share of words shaped like Vietnamese syllables below which a person looks; the lowest of 394 real files was .72."""

_LONGEST_WORD: Final = 25
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTERS = re.compile("[\xa1-\xff]")
_UNICODE_LETTERS = re.compile("[ăĂđĐơƠưƯẠ-ỹ]")


def letters_in(text: str) -> int:
    """Return how many letters stand in words of a likely length."""
    return sum(len(word) for word in _WORD.findall(text) if len(word) <= _LONGEST_WORD)


def is_legible(text: str) -> bool:
    """Tell whether a text can be taken as it is: Vietnamese, English, or too short to say."""
    return letters_in(text) < LETTERS_NEEDED or how_vietnamese(text) >= VIETNAMESE_NEEDED or is_english(text)


def is_legacy(text: str) -> bool:
    """Tell whether a text may be TCVN3 or VNI read as Latin-1, where a soft hyphen is a letter."""
    return len(_LATIN_LETTERS.findall(text)) > 0.06 * len(text) and not _UNICODE_LETTERS.search(text)
