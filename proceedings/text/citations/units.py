"""The words that open a unit, the numbers behind them, and the words that only look like them."""

import re
from dataclasses import dataclass
from typing import Final

from proceedings.text.citations.lookalikes import BEFORE
from proceedings.text.citations.shapes import Form, Level
from proceedings.text.citations.tokens import Tokens
from proceedings.text.provisions import LETTERS

_WORDS: Final = {
    "tiết": Level.TIET,
    "đoạn": Level.DOAN,
    "điểm": Level.DIEM,
    "khoản": Level.KHOAN,
    "khỏan": Level.KHOAN,  # the tone one letter too early
    "điều": Level.DIEU,
    "đìêu": Level.DIEU,
    "mục": Level.MUC,
    "chương": Level.CHUONG,
    "phần": Level.PHAN,
}
_PHRASES: Final = {
    "tiểu": (("mục",), Level.TIEU_MUC),
    "phụ": (("lục",), Level.PHU_LUC),
    "gạch": (("đầu", "dòng"), Level.DASH),
}
_UNACCENTED: Final = {"diem": Level.DIEM, "khoan": Level.KHOAN, "dieu": Level.DIEU}
_ORDINALS: Final = frozenset(
    ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"]
)
_SPELLED: Final = {"bốn": "tư", "bẩy": "bảy"}
_ROMAN = re.compile(r"[IVXLC]+[A-ZĐa-zđ]?")
_LETTER = re.compile(rf"[{LETTERS}fjwz]")
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's word: its level, the index behind it, and what is unusual about it."""

    level: Level
    after: int
    form: Form | None = None


def read_unit(tokens: Tokens, index: int) -> Unit | None:
    """Read the word that opens a unit; None where none stands, or where it is half of another word."""
    word = tokens[index]
    if level := _WORDS.get(word):
        return _unless_other_word(tokens, index, Unit(level, index + 1))
    if phrase := _PHRASES.get(word):
        rest, level = phrase
        if all(tokens[index + 1 + place] == word for place, word in enumerate(rest)):
            return Unit(level, index + 1 + len(rest))
        return None
    if level := _UNACCENTED.get(word):
        return _unless_other_word(tokens, index, Unit(level, index + 1, Form.UNACCENTED))
    return _read_abbreviation(tokens, index) if word in ("đ", "k") else None


def _unless_other_word(tokens: Tokens, index: int, unit: Unit) -> Unit | None:
    before = tokens[index - 1]
    if before in BEFORE.get(unit.level, ()) and not tokens.follows_line_end(index):
        return None
    return None if unit.form and before in {"quan", "thoi", "dia", "dac", "tai", "dieu", "trong"} else unit


def _read_abbreviation(tokens: Tokens, index: int) -> Unit | None:
    """Read ``Đ.5``, ``Đ5``, ``k2``, ``đ.a``: the number follows at once, or behind a point."""
    if tokens.is_glued(index) and tokens[index - 1] not in ("(", "“", '"', ",", "."):
        return None
    after = index + 1
    if tokens[after] == ".":
        after += 1
    elif not tokens.is_glued(after):
        return None
    is_number = _DIGITS.fullmatch(tokens[after]) is not None and len(tokens[after]) <= 3
    if tokens[index] == "k" and is_number:
        return Unit(Level.KHOAN, after, Form.ABBREVIATED)
    if tokens[index] == "đ" and is_number and tokens.is_capital(index):
        return Unit(Level.DIEU, after, Form.ABBREVIATED)
    if tokens[index] == "đ" and after == index + 2 and _LETTER.fullmatch(tokens[after]):
        return Unit(Level.DIEM, after, Form.ABBREVIATED)
    return None


def read_number(tokens: Tokens, index: int, level: Level) -> tuple[str, int] | None:
    """Read one number as printed and the index behind it, in the shapes that the level knows; else None."""
    if tokens[index] == "số" and level >= Level.DIEU:
        index += 1
    if tokens[index] in ("(", "“", '"'):
        inside = _read_bare(tokens, index + 1, level)
        closing = {"(": ")", "“": "”", '"': '"'}[tokens[index]]
        return (inside[0], inside[1] + 1) if inside and tokens[inside[1]] == closing else None
    return _read_bare(tokens, index, level)


def _read_bare(tokens: Tokens, index: int, level: Level) -> tuple[str, int] | None:
    word = tokens[index]
    if _DIGITS.fullmatch(word):
        return _read_figures(tokens, index, level)
    if word == "thứ":
        return _read_ordinal(tokens, index + 1)
    if level in (Level.DIEM, Level.TIET):
        return _read_letter(tokens, index)
    if level in (Level.DOAN, Level.DASH):
        return _read_end(tokens, index)
    raw = tokens.raw(index)
    if level >= Level.MUC and (
        _ROMAN.fullmatch(raw) or (level is not Level.CHUONG and _is_capital_letter(raw))
    ):
        return raw, index + 1
    return None


def _is_capital_letter(raw: str) -> bool:
    return raw.isupper() and _LETTER.fullmatch(raw.casefold()) is not None


def _read_figures(tokens: Tokens, index: int, level: Level) -> tuple[str, int] | None:
    number, after = tokens[index], index + 1
    if len(number) > 3:
        return None
    while _is_dotted(tokens, after):
        if len(tokens[after + 1]) == 3:
            return None  # thousands: a sum
        if level is Level.DIEU or len(tokens[after + 1]) > 2:
            return number, after  # read_dotted goes on
        number, after = f"{number}.{tokens[after + 1]}", after + 2
    if tokens.is_glued(after) and _LETTER.fullmatch(tokens[after]):
        number, after = number + tokens.raw(after), after + 1
    return number, after


def _is_dotted(tokens: Tokens, index: int) -> bool:
    return (
        tokens[index] == "."
        and tokens.is_glued(index)
        and tokens.is_glued(index + 1)
        and _DIGITS.fullmatch(tokens[index + 1]) is not None
    )


def read_dotted(tokens: Tokens, index: int) -> list[tuple[Level, str, int]]:
    """Read the khoản, and the điểm, behind a Điều in ``Điều 5.2``, ``Điều 5.2.a``; dates and sums are none."""
    found: list[tuple[Level, str, int]] = []
    if not _is_dotted(tokens, index) or len(tokens[index + 1]) > 2:
        return found
    behind = index + 2
    if _is_dotted(tokens, behind):
        return found
    found.append((Level.KHOAN, tokens[index + 1], behind))
    if tokens[behind] == "." and tokens.is_glued(behind) and tokens.is_glued(behind + 1):
        letter = tokens[behind + 1]
        if _LETTER.fullmatch(letter) and not tokens.is_capital(behind + 1):
            found.append((Level.DIEM, letter, behind + 2))
    return found


def _read_letter(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read ``a``, ``d1``, ``q)``; a closing bracket belongs to it where none was opened before."""
    if not _LETTER.fullmatch(tokens[index]) or (tokens[index], tokens[index + 1]) == ("y", "tế"):
        return None
    number, after = tokens.raw(index), index + 1
    if tokens.is_glued(after) and _DIGITS.fullmatch(tokens[after]) and len(tokens[after]) <= 2:
        number, after = number + tokens[after], after + 1
    if tokens[after] == ")" and tokens.is_glued(after) and not _is_bracketed(tokens, index):
        after += 1
    return number, after


def _is_bracketed(tokens: Tokens, index: int) -> bool:
    """Return whether a bracket is open before a token, looking back over at most 150 characters."""
    place = tokens.starts[index]
    before = tokens.text[max(0, place - 150) : place]
    return before.rfind("(") > before.rfind(")")


def _read_ordinal(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens[index]
    if word in _ORDINALS:
        return f"thứ {_SPELLED.get(word, word)}", index + 1
    return (word, index + 1) if _DIGITS.fullmatch(word) and len(word) <= 2 else None


def _read_end(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read "đoạn đầu", "đoạn mở đầu", "gạch đầu dòng đầu tiên" and "đoạn cuối (cùng)"."""
    if tokens[index] == "mở" and tokens[index + 1] == "đầu":
        return "thứ nhất", index + 2
    if tokens[index] == "đầu":
        return "thứ nhất", index + 1 + (tokens[index + 1] == "tiên")
    if tokens[index] == "cuối":
        return "cuối", index + 1 + (tokens[index + 1] == "cùng")
    return None


def is_figures(number: str) -> bool:
    """Return whether a number is plain figures, as scores and lessons are too."""
    return _DIGITS.fullmatch(number) is not None
