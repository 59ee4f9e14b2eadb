"""Number and symbol of a document: the first labelled one at its head, compared with its file's name."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from proceedings.text.symbols import symbol_key
from submissions.letterhead.bodies import Body, Rank
from submissions.letterhead.found import DOUBTFUL, SURE, Found
from submissions.letterhead.head import Head
from submissions.letterhead.numbers import Slip
from submissions.letterhead.outside import symbol_of_file

_SLIPS: Final = {
    Slip.NONE: 0.96,
    Slip.NO_LABEL: 0.8,
    Slip.FIGURES: 0.8,
    Slip.SIGNS: 0.85,
    Slip.SMALL_LABEL: 0.7,
    Slip.ODD_KIND: 0.85,
}


def find_symbols(head: Head, body: Body | None, file_name: str) -> list[Found[str]]:
    tokens = [token for token in head.tokens if token.number]
    symbols: list[Found[str]] = []
    for at, token in enumerate(tokens):
        number = token.number
        if number is None:
            continue
        value, confidence, reason = number.value, _SLIPS[number.slip], number.slip.value
        if number.issuer == "TƯ" and body and body.rank is not Rank.OTHER:
            value, confidence, reason = value.replace("TƯ", "TU"), min(confidence, 0.85), Slip.SIGNS.value
        if at:
            confidence, reason = 0.3, "second_number"
        if not value:
            value, confidence, reason = " ".join(token.piece.text.split()), 0.1, "left_blank"
        symbols.append(token.piece.found(value, confidence, reason))
    return with_file(symbols, file_name)


def with_file(symbols: list[Found[str]], file_name: str) -> list[Found[str]]:
    """Let the symbol in the file's name confirm or question the one that was read."""
    named = symbol_of_file(file_name)
    if not named:
        return symbols
    wanted = symbol_key(named).replace(" ", "")
    if symbols and symbols[0].confidence >= DOUBTFUL:
        agrees = symbol_key(symbols[0].value).replace(" ", "") == wanted
        confidence = max(symbols[0].confidence, 0.95) if agrees else min(symbols[0].confidence, SURE - 0.05)
        symbols = [
            replace(symbols[0], confidence=max(confidence, 0.97) if agrees else confidence),
            *symbols[1:],
        ]
        if agrees:
            return symbols
    return [*symbols, Found(named, 0.5, "file_name")]
