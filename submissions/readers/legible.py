"""Whether a text reads like Vietnamese, or at least like words, so that no page is silently taken for read."""

from __future__ import annotations

import re
from typing import Final

from proceedings.text.syllables import is_syllable

WORDS_NEEDED: Final = 120
"""Letters that a page must have to count as text: stamps and running heads of a scan come to 40–75."""
VIETNAMESE_NEEDED: Final = 0.6
"""Share of words shaped like Vietnamese syllables below which a person looks; the lowest of 394 real files was .72."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS: Final = (
    "the of and to in is for that with on as are be this by or an from it at which was not have shall will"
)
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_LATIN_LETTERS = re.compile("[\xa1-\xff]")
_UNICODE_LETTERS = re.compile("[ăĂđĐơƠưƯẠ-ỹ]")


def letters_in(text: str) -> int:
    """Return how many letters stand in words of a likely length."""
    return sum(len(word) for word in _WORD.findall(text) if len(word) <= 25)


def vietnamese_share(text: str) -> float:
    """Return the share (0–1) of words shaped like Vietnamese syllables, abbreviations aside; 1 for no words."""
    words = [word for word in _WORD.findall(text) if not (word.isupper() and len(word) <= 5)]
    if not words:
        return 1.0
    return sum(map(is_syllable, words)) / len(words)


def is_english(text: str) -> bool:
    """Tell whether enough of the words are those that every English text has."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) > 20 and sum(word in _ENGLISH for word in words) > 0.12 * len(words)


def is_legible(text: str) -> bool:
    """Tell whether a text can be taken as it is: Vietnamese, English, or too short to say."""
    return letters_in(text) < WORDS_NEEDED or vietnamese_share(text) >= VIETNAMESE_NEEDED or is_english(text)


def is_legacy(text: str) -> bool:
    """Tell whether a text may be TCVN3 or VNI read as Latin-1, where a soft hyphen is a letter."""
    return len(_LATIN_LETTERS.findall(text)) > 0.06 * len(text) and not _UNICODE_LETTERS.search(text)
