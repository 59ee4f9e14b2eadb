"""The words of a text as search sees them: folded, with what their abbreviations stand for."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from proceedings.text.abbreviations import EXPANSIONS, MEANINGS
from proceedings.text.folding import fold

_UNSEEN = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_WORD = re.compile(r"[0-9]+|[^\W\d_][\u0300-\u036f]*(?:['\u2018\u2019\u02bc]?[^\W\d_][\u0300-\u036f]*)*")
_CENTRAL = re.compile(r"\bT\.Ư\b\.?")
_CENTRAL_SHORT: Final = "TƯ"
# Abbreviations that fold to a Vietnamese syllable (tư, từ, dự, đã): only this very form is one.
_CAPITALS_ONLY: Final = {"tu": "TU", "du": "ĐU", "da": "ĐA"}


class Word(NamedTuple):
    """One word: ``written`` folded; ``long`` the folded syllables it is read as; ``marker`` an abbreviation
    kept as it is for its several meanings; ``is_doubtful`` when capitals alone make it an abbreviation.
    """

    written: str
    long: tuple[str, ...]
    marker: str = ""
    is_doubtful: bool = False


def read_words(text: str) -> list[Word]:
    """The words of one paragraph, in order; "5a" is two of them, and numbers lose their leading zeros.

    A word that shares its chunk with a figure is part of a symbol ("123-CV/TU") and is never read as an
    abbreviation.
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    if "T.Ư" in text:
        text = _CENTRAL.sub("TW", text)
    return [word for chunk in text.split() for word in _read_chunk(chunk)]


@lru_cache(maxsize=32_768)
def _read_chunk(chunk: str) -> tuple[Word, ...]:
    raw_words = _WORD.findall(chunk)
    if any(raw[0].isdigit() and raw[0].isascii() for raw in raw_words):
        return tuple(Word(folded, (folded,)) for raw in raw_words if (folded := _fold_part(raw)))
    return tuple(_read_word(raw) for raw in raw_words if _fold_part(raw))


def _fold_part(raw: str) -> str:
    folded = fold(raw)
    return (folded.lstrip("0") or "0") if folded.isascii() and folded.isdigit() else folded


def _read_word(raw: str) -> Word:
    folded = _fold_part(raw)
    if raw == _CENTRAL_SHORT:
        return Word(folded, EXPANSIONS["tw"], is_doubtful=True)
    if folded in EXPANSIONS:
        return Word(folded, EXPANSIONS[folded])
    is_capitals_only = folded in _CAPITALS_ONLY
    is_short = raw in _CAPITALS_ONLY.values() if is_capitals_only else folded in MEANINGS
    return Word(
        folded, (folded,), marker=folded if is_short else "", is_doubtful=is_short and is_capitals_only
    )
