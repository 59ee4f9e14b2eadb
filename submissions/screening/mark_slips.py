"""A cell read as a mark, through slips: keystrokes and encodings left as they are, misread letters."""

from __future__ import annotations

import re
from typing import Final

from submissions.screening.letters import Letters, see
from submissions.screening.mark_forms import (
    EXACT,
    LEVELS,
    LONGEST,
    Case,
    Form,
    Spelling,
    case_of,
    read_form_of,
    spell,
    spelling_of,
)

# MẬT, TỐI MẬT and TUYỆT MẬT as TCVN3, VNI, Telex and VNI keystrokes leave them in a text of Latin letters.
_MAT: Final = ("mët", "maät", "maajt", "maatj", "majat", "maa5t", "ma65t", "ma6t5")
_TOI: Final = ("tèi", "toái", "toois", "toosi", "to61i", "to6i1")
_TUYET: Final = ("tuyöt", "tuyeät", "tuyeejt", "tuyeetj", "tuye65t", "tuye6t5")
_KEYSTROKES: Final = {
    **dict.fromkeys(_MAT, "mat"),
    **{toi + mat: "toimat" for toi in _TOI for mat in _MAT},
    **{tuyet + mat: "tuyetmat" for tuyet in _TUYET for mat in _MAT},
}
_FIGURES: Final = frozenset("0147|!l@")
_MISREAD_FRAME = re.compile("[il1j]{0,2}(?P<level>tuyetmat|toimat|mat)[il1j]{0,2}")
_MISREAD = re.compile("(?P<first>[a-z0-9]{0,5})m[a4][t1i7lfr]")


def read_form(text: str) -> Form | None:
    """Return what mark a cell is, or None where it says anything besides.

    Case, blanks between letters, frames, invisible signs, look-alike letters, and missing or misplaced marks
    over letters are read through; the form tells of them.
    """
    if len(text) > LONGEST * 2:
        return None
    seen = see(text)
    if not seen.base or len(seen.base) > LONGEST:
        return None
    return (
        read_form_of(seen)
        or _read_keystrokes(seen, text)
        or _read_figures(text)
        or _read_misread_frame(seen)
        or _read_misread(seen)
    )


def _read_misread_frame(seen: Letters) -> Form | None:
    """Read ``I MẬT I``: the sides of a frame were recognised as letters; always doubtful."""
    match = _MISREAD_FRAME.fullmatch(seen.base)
    if not match or not seen.is_capital(*match.span("level")):
        return None
    if spelling_of(seen, *match.span("level")) is not Spelling.EXACT:
        return None
    return Form(LEVELS[match["level"]], Spelling.OTHER_WORD, Case.CAPITALS, is_misread=True)


def _read_keystrokes(seen: Letters, text: str) -> Form | None:
    typed = "".join(sign for sign in text.lower() if sign.isalnum())
    if level := _KEYSTROKES.get(typed):
        return Form(LEVELS[level], Spelling.EXACT, case_of(seen, 0, len(seen.base)))
    return None


def _read_figures(text: str) -> Form | None:
    if _FIGURES.isdisjoint(text):
        return None
    seen = see(text, figures=True)
    if seen.base not in LEVELS or not (spelling := spelling_of(seen, 0, len(seen.base))):
        return None
    case = Case.CAPITALS if any(seen.capitals) else Case.SMALL
    return Form(LEVELS[seen.base], min(spelling, Spelling.BARE), case)


def _read_misread(seen: Letters) -> Form | None:
    """Read ``TUYỆI MẬT`` and ``MẬI``: one letter of a mark in capitals was recognised as another; always doubtful."""
    match = _MISREAD.fullmatch(seen.base)
    size = len(seen.base)
    if not match or not seen.is_capital(0, size):
        return None
    first = match["first"]
    word = next((word for word in ("toi", "tuyet") if len(word) == len(first)), "")
    wrong = sum(one != other for one, other in zip(word, first, strict=False))
    fits = first == word or (wrong == 1 and seen.marks_of(0, size - 3) == EXACT[word])
    if not fits or spell("mat", seen.marks_of(size - 3, size)) is not Spelling.EXACT:
        return None
    return Form(LEVELS[f"{word}mat"], Spelling.OTHER_WORD, Case.CAPITALS, is_misread=True)
