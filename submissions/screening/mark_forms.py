"""The forms of a secrecy mark: what a cell of text says when it is nothing but a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from submissions.screening.letters import Letters, see


class Level(StrEnum):
    """The three levels of the law (Luật 29/2018/QH14 Điều 8): mật, tối mật, tuyệt mật."""

    SECRET = "secret"  # noqa: S105 - a level, not a password
    TOP_SECRET = "top_secret"  # noqa: S105
    ABSOLUTE = "absolute"


class Spelling(IntEnum):
    """How well the marks over the letters fit, best last."""

    OTHER_WORD = 1
    """Another Vietnamese word: mặt, mất, mắt, mát, mạt."""
    BROKEN = 2
    """No Vietnamese word, so a slip or a misread letter: mât, mẫt."""
    BARE = 3
    """No marks at all."""
    EXACT = 4


class Case(IntEnum):
    """In which letters a mark is written."""

    SMALL = 1
    TITLE = 2
    CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A cell that is a mark as a whole. ``opening`` and ``closing`` are the folded letters before and after it."""

    level: Level
    spelling: Spelling
    case: Case
    opening: str = ""
    closing: str = ""
    is_boxed: bool = False
    is_parted: bool = False
    """A colon or a dash stands between the opening words and the mark: ``Độ mật: Mật``."""

    @property
    def is_alone(self) -> bool:
        """Tell whether nothing but the mark is written in the cell."""
        return not self.opening and not self.closing

    @property
    def is_labelled(self) -> bool:
        """Tell whether a standing label introduces it (``Độ mật:``, ``Bí mật nhà nước độ``)."""
        return bool(_LABELLED.search(self.opening))


LONGEST: Final = 150
_LEVELS: Final = {"mat": Level.SECRET, "toimat": Level.TOP_SECRET, "tuyetmat": Level.ABSOLUTE}
_URGENCY: Final = "(?:thuong)?khan|hoatoc(?:hengio)?"
_LABEL: Final = (
    "(?:muc|cap)?do(?:bao)?mat|(?:muc|cap)do|phanloai(?:mat)?|bimatnhanuoc|thuocdanhmucbimatnhanuoc"
)
_KIND: Final = (
    "tailieu|vanban|hoso|congvan|congdien|baocao|totrinh|kehoach|dean|duthao|thongbao|phuluc|thamluan|tapgopy"
)
_GLUE: Final = "nay|co|thuoc|la|mang|duoc|xep|loai|do|daudo|dau|dongdau|noidung|phamvi"
_COPY: Final = r"(?:ban|so|trang|page|p)*[0-9]{1,4}(?:(?:tren|trongso|cua|of)?[0-9]{1,4})?|bansao|bangoc"
_CARE: Final = (
    r"(?:nghiem|tuyetdoi)?(?:cam|khongduoc|khong)(?:sao|chup|chep|luc|pho|bien|tiet|lo|mang|ra|ngoai|in|va|de|lot)+"
    "|luuhanhnoibo|(?:tailieu)?thuhoi(?:sauhoinghi|saucuochop)?|xemxong(?:tralai|huy|dot)"
    "|chinguoicotenmoiduocbocbi|(?:cua)?(?:dangva)?nhanuoc|(?:top)?secret|thoihan(?:baove)?[a-z0-9]{0,40}"
)
_FORM: Final = re.compile(
    rf"(?P<opening>(?:{_LABEL}|{_KIND}|{_GLUE}|{_URGENCY}|{_COPY})*?)(?P<level>tuyetmat|toimat|mat)"
    rf"(?P<closing>(?:{_URGENCY}|{_COPY}|{_CARE})*)"
)
_LABELLED = re.compile(f"(?:{_LABEL}|(?:{_KIND})do|nay.*do)$|bimatnhanuocdo")
# "Cơ mật" and "lá mật" are words; "Văn bản có độ Mật" is a mark.
_BEGINNING = re.compile(f"$|{_LABEL}|{_KIND}|{_URGENCY}|{_COPY}|do|daudo|dau|dongdau|loai")
_LABEL_OPENINGS: Final = {"do", "mucdo", "capdo", "dobao", "mucdobao"}
_BLANK_LABEL = re.compile(f"(?:{_KIND}|{_GLUE})*(?:muc|cap)?do(?:bao)?")
#: Words that say by themselves that a document is secret; the law has them for nothing else.
_STAMPS: Final = {"chinguoicotenmoiduocbocbi": Level.ABSOLUTE}
#: Words that other documents bear too.
_DOUBTFUL_STAMPS: Final = {
    "tailieuthuhoi": Level.SECRET,
    "topsecret": Level.TOP_SECRET,
    "secret": Level.SECRET,
}
_SHORT_LEVELS: Final = {
    "a": Level.ABSOLUTE,
    "b": Level.TOP_SECRET,
    "c": Level.SECRET,
    "m": Level.SECRET,
    "tm": Level.TOP_SECRET,
    "tum": Level.ABSOLUTE,
    "tym": Level.ABSOLUTE,
}
_SHORT_FORM = re.compile(f"(?:muc|cap)?do(?:bao)?mat(?P<short>{'|'.join(_SHORT_LEVELS)})")
_EXACT: Final = {
    "mat": frozenset("\u0302\u0323"),
    "toi": frozenset("\u0302\u0301"),
    "tuyet": frozenset("\u0302\u0323"),
}
_OTHER_WORDS: Final = {
    frozenset("\u0301"), frozenset("\u0323"), frozenset("\u0302\u0301"), frozenset("\u0306\u0301"),
    frozenset("\u0306\u0323"),
}  # fmt: skip
# MẬT, TỐI MẬT and TUYỆT MẬT as TCVN3, VNI, Telex and VNI keystrokes leave them in a text of Latin letters.
_MAT: Final = ("mët", "maät", "maajt", "maatj", "majat", "maa5t", "ma65t", "ma6t5")
_TOI: Final = ("tèi", "toái", "toois", "toosi", "to61i", "to6i1")
_TUYET: Final = ("tuyöt", "tuyeät", "tuyeejt", "tuyeetj", "tuye65t", "tuye6t5")
_KEYSTROKES: Final = {
    **dict.fromkeys(_MAT, "mat"),
    **{toi + mat: "toimat" for toi in _TOI for mat in _MAT},
    **{tuyet + mat: "tuyetmat" for tuyet in _TUYET for mat in _MAT},
}
_FRAME = re.compile(r"[\[\](){}<>«»“”\"|│┃║╎¦┌┐└┘├┤╔╗╚╝═─━■□▌▐*#~_]")
_MISREAD = re.compile("(?P<first>[a-z0-9]{0,6})m[a4][t1i7lfr]")


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
    return _read(seen) or _read_keystrokes(seen, text) or _read_figures(text) or _read_misread(seen)


def read_stamp(base: str) -> tuple[Level, bool] | None:
    """Return the level that a stamp of the secrecy rules tells of by its letters, and whether it leaves no doubt."""
    if level := _STAMPS.get(base):
        return level, True
    if level := _DOUBTFUL_STAMPS.get(base):
        return level, False
    return None


def _read(seen: Letters) -> Form | None:
    if short := _SHORT_FORM.fullmatch(seen.base):
        is_parted = ":" in seen.gaps[short.start("short")]
        level = _SHORT_LEVELS[short["short"]]
        return (
            Form(level, Spelling.EXACT, Case.CAPITALS, seen.base[: short.start("short")])
            if is_parted
            else None
        )
    match = _FORM.fullmatch(seen.base)
    if not match or not _BEGINNING.match(match["opening"]):
        return None
    start, end = match.span("level")
    gap = seen.gaps[start]
    is_parted = any(sign in gap for sign in ":=-–—|│\t")
    if (
        _BLANK_LABEL.fullmatch(match["opening"])
        and match["opening"].endswith(("do", "dobao"))
        and not is_parted
    ):
        # "Độ mật" is the label itself; "TÀI LIỆU ĐỘ MẬT" and "Độ Mật" may be marks.
        is_label = not seen.capitals[start] or (
            match["opening"] in _LABEL_OPENINGS and seen.is_capital(start, end)
        )
        if match["level"] == "mat" and is_label:
            return None
    if not (spelling := _spelling(seen, start, end)):
        return None
    return Form(
        _LEVELS[match["level"]],
        spelling,
        _case(seen, start, end),
        match["opening"],
        match["closing"],
        bool(_FRAME.search(seen.gaps[0]) and _FRAME.search(seen.gaps[-1])),
        is_parted,
    )


def _spelling(seen: Letters, start: int, end: int) -> Spelling | None:
    """Return how well the marks fit; None for two other words, as in ``tôi mất``."""
    last = _spell("mat", seen.marks_of(end - 3, end))
    if end - start == 3 or last is Spelling.EXACT:
        return last
    word = seen.base[start : end - 3]
    first = seen.marks_of(start, end - 3)
    if first != _EXACT[word] and last is Spelling.OTHER_WORD:
        return None
    return (
        Spelling.BARE
        if last is Spelling.BARE and (not first or first == _EXACT[word])
        else min(last, Spelling.BROKEN)
    )


def _spell(word: str, marks: frozenset[str]) -> Spelling:
    if marks == _EXACT[word]:
        return Spelling.EXACT
    if not marks:
        return Spelling.BARE
    return Spelling.OTHER_WORD if marks in _OTHER_WORDS else Spelling.BROKEN


def _case(seen: Letters, start: int, end: int) -> Case:
    if seen.is_capital(start, end):
        return Case.CAPITALS
    return Case.TITLE if seen.capitals[start] else Case.SMALL


def _read_keystrokes(seen: Letters, text: str) -> Form | None:
    typed = "".join(sign for sign in text.lower() if sign.isalnum())
    if level := _KEYSTROKES.get(typed):
        return Form(_LEVELS[level], Spelling.EXACT, _case(seen, 0, len(seen.base)))
    return None


def _read_figures(text: str) -> Form | None:
    if not any(sign in text for sign in "0147|!l@"):
        return None
    seen = see(text, figures=True)
    if seen.base not in _LEVELS:
        return None
    spelling = _spelling(seen, 0, len(seen.base))
    if not spelling:
        return None
    return Form(
        _LEVELS[seen.base], min(spelling, Spelling.BARE), Case.CAPITALS if any(seen.capitals) else Case.SMALL
    )


def _read_misread(seen: Letters) -> Form | None:
    """Read ``TUYỆI MẬT`` and ``MẬI``: one letter of a mark in capitals was recognised as another."""
    match = _MISREAD.fullmatch(seen.base)
    size = len(seen.base)
    if (
        not match
        or not seen.is_capital(0, size)
        or _spell("mat", seen.marks_of(size - 3, size)) is not Spelling.EXACT
    ):
        return None
    for word, level in (("", "mat"), ("toi", "toimat"), ("tuyet", "tuyetmat")):
        if (
            len(word) == len(match["first"])
            and sum(one != other for one, other in zip(word, match["first"], strict=True)) <= len(word) // 3
        ):
            return Form(_LEVELS[level], Spelling.BROKEN, Case.CAPITALS)
    return None
