"""Secrecy in a number and symbol: ``12-CV/TU (M)``, ``15/BC-TM``, ``M-123/BC``."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from submissions.screening.letters import plainly
from submissions.screening.mark_forms import Level

#: The signs of the levels in symbols; ``TM`` may also be a body's sign (tham mưu, thương mại).
_CODES: Final = {
    "m": (Level.SECRET, True),
    "mat": (Level.SECRET, True),
    "tmat": (Level.TOP_SECRET, True),
    "tuymat": (Level.ABSOLUTE, True),
    "tm": (Level.TOP_SECRET, False),
    "tom": (Level.TOP_SECRET, False),
    "toim": (Level.TOP_SECRET, True),
    "toimat": (Level.TOP_SECRET, True),
    "tum": (Level.ABSOLUTE, False),
    "tym": (Level.ABSOLUTE, False),
    "tuym": (Level.ABSOLUTE, True),
    "tuyetm": (Level.ABSOLUTE, True),
    "tuyetmat": (Level.ABSOLUTE, True),
}
_LABEL = re.compile(r"\W*[Ss][oốôóOỐÔÓ](?:[,\s]+[Kk][ýíyi]\s*hiệu)?\s*[:.]?\s*(?=[^\w\s]|[0-9]|M\W|M[0-9])")
_BARE = re.compile(r"\W*(?=[0-9]{1,6}\s?[-/]\s?[^\W\d_]|M\s?[-/]?\s?[0-9]{1,6}\s?[-/])")
_END = re.compile(r"\s{3,}|\t|[│|,;]|\bngày\b|\bngay\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[({【（]([^\[\](){}]{1,12})[\])}】）]")
_TOKEN = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"(?:[0-9]{1,6}(?P<after>m|tm|tum)|(?P<before>m|tm|tum)[0-9]{1,6})")
_LONGEST: Final = 60


def read_secret_symbol(line: str) -> tuple[Level, bool] | None:
    """Return the level that the symbol at the start of a line tells of, and whether it leaves no doubt.

    Only a line that begins with a symbol or its label is one: ``theo Công văn số 12-CV/TU (M)`` cites another.
    """
    text = unicodedata.normalize("NFC", line)
    label = _LABEL.match(text)
    if not (start := label or _BARE.match(text)):
        return None
    rest = text[start.end() :][:_LONGEST]
    symbol = _END.split(rest, maxsplit=1)[0]
    if not re.search(r"[-/]", symbol) and not (label and re.match(r"M\s?[0-9]", symbol)):
        return None
    return level_of_symbol(symbol)


def level_of_symbol(symbol: str) -> tuple[Level, bool] | None:
    """Return the level that a symbol tells of in brackets or as one of its parts."""
    for inside in _BRACKETED.findall(symbol):
        if code := _CODES.get(plainly(inside).replace(" ", "")):
            return code[0], True
    if len(symbol.split()) > 8:
        return None
    tokens = list(_TOKEN.findall("".join(_BRACKETED.sub("", symbol).split())))
    for place, token in enumerate(tokens):
        folded = plainly(token)
        if folded in _CODES and token[0].isupper() and (len(tokens) > 2 or folded != "tm"):
            return _CODES[folded]
        if place == 0 and (numbered := _NUMBERED.fullmatch(folded)):
            return _CODES[numbered["after"] or numbered["before"]][0], bool(numbered["before"]) and folded[
                0
            ] == "m"
    return None
