"""The forms of a secrecy mark: what a cell of text says when it is nothing but a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from submissions.screening.letters import Letters


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
    is_misread: bool = False
    """A letter of it, not only a mark over one, is another."""

    @property
    def is_alone(self) -> bool:
        """Tell whether nothing but the mark is written in the cell."""
        return not self.opening and not self.closing

    @property
    def is_labelled(self) -> bool:
        """Tell whether a standing label introduces it (``Độ mật:``, ``Bí mật nhà nước độ``)."""
        return bool(_LABELLED.search(self.opening))


LONGEST: Final = 150
LEVELS: Final = {"mat": Level.SECRET, "toimat": Level.TOP_SECRET, "tuyetmat": Level.ABSOLUTE}
_URGENCY: Final = "(?:(?:muc)?dokhan)?(?:(?:thuong)?khan|hoatoc(?:hengio)?|thuong)"
_LABEL: Final = (
    "(?:muc|cap)?do(?:bao)?mat(?:neuco)?|(?:muc|cap)do|phanloai(?:mat)?|bimatnhanuoc|thuocdanhmucbimatnhanuoc"
)
_KIND: Final = (
    "tailieu|vanban|hoso|congvan|(?:cong)?dien|nghiquyet|quyetdinh|baocao|totrinh|kehoach|dean|duthao|thongbao|phuluc|"
    "thamluan|tapgopy"
)
_GLUE: Final = "nay|co|thuoc|la|mang|duoc|xep|loai|do|daudo|dau|dongdau|noidung|phamvi"
_COPY: Final = r"(?:ban|so|trang|page|p)*[0-9]{1,4}(?:(?:tren|trongso|cua|of)?[0-9]{1,4})?|bansao|bangoc"
_CARE: Final = (
    r"(?:denghi)?(?:nghiem|tuyetdoi)?(?:cam|khongduoc|khong)(?:sao|chup|chep|luc|pho|bien|tiet|lo|mang|ra|ngoai|in|va|de|lot|duoi|moi|hinh|thuc)+"
    "|luuhanhnoibo|(?:tailieu)?thuhoi(?:sauhoinghi|saucuochop)?|xemxong(?:tralai|huy|dot)"
    "|chi(?:dung|gui|luuhanh|phobien)[a-z]{0,30}|chinguoicotenmoiduocbocbi|(?:cua)?(?:dangva)?nhanuoc|(?:top)?secret|thoihan(?:baove)?[a-z0-9]{0,40}"
)
_FORM: Final = re.compile(
    rf"(?P<opening>(?:{_LABEL}|{_KIND}|{_GLUE}|{_URGENCY}|{_COPY})*?)(?P<level>tuyetmat|toimat|mat)"
    rf"(?P<closing>(?:{_URGENCY}|{_COPY}|{_CARE}|duthao|(?P=level))*(?P<code>[abc])?)"
)
_LABELLED = re.compile(f"(?:{_LABEL}|(?:{_KIND})do|nay.*do)$|bimatnhanuocdo")
# "Cơ mật" and "lá mật" are words; "Văn bản có độ Mật" is a mark.
_BEGINNING = re.compile(f"$|{_LABEL}|{_KIND}|{_URGENCY}|{_COPY}|do|daudo|dau|dongdau|loai")
# "Độ mật" is the label itself; "TÀI LIỆU ĐỘ MẬT" is a mark.
_LABEL_ALONE = re.compile("[0-9]*(?:muc|cap)?do(?:bao)?")
_ENDS_AS_LABEL = re.compile("do(?:bao)?$")
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
EXACT: Final = {
    "mat": frozenset("\u0302\u0323"),
    "toi": frozenset("\u0302\u0301"),
    "tuyet": frozenset("\u0302\u0323"),
}
_OTHER_WORDS: Final = {
    frozenset("\u0301"), frozenset("\u0323"), frozenset("\u0302\u0301"), frozenset("\u0306\u0301"),
    frozenset("\u0306\u0323"),
}  # fmt: skip
_FRAME = re.compile(r"[\[\](){}<>«»“”\"|│┃║╎¦┌┐└┘├┤╔╗╚╝═─━■□▌▐*#~_]")


def read_stamp(base: str) -> tuple[Level, bool] | None:
    """Return the level that a stamp of the secrecy rules tells of by its letters, and whether it leaves no doubt."""
    if level := _STAMPS.get(base):
        return level, True
    if level := _DOUBTFUL_STAMPS.get(base):
        return level, False
    return None


def read_form_of(seen: Letters) -> Form | None:
    """Return what mark the letters of a cell are, or None where they say anything besides."""
    if short := _SHORT_FORM.fullmatch(seen.base):
        start = short.start("short")
        is_parted = ":" in seen.gaps[start]
        return (
            Form(_SHORT_LEVELS[short["short"]], Spelling.EXACT, Case.CAPITALS, seen.base[:start])
            if is_parted
            else None
        )
    match = _FORM.fullmatch(seen.base)
    if not match or not _BEGINNING.match(match["opening"]):
        return None
    start, end = match.span("level")
    is_parted = any(sign in seen.gaps[start] for sign in ":=-–—|│\t")
    is_label = bool(_LABEL_ALONE.fullmatch(match["opening"])) or (
        bool(_ENDS_AS_LABEL.search(match["opening"])) and not seen.capitals[start]
    )
    if match["level"] == "mat" and is_label and not is_parted:
        return None
    if match["code"] and "(" not in seen.gaps[-2]:
        return None
    if not (spelling := spelling_of(seen, start, end)):
        return None
    return Form(
        LEVELS[match["level"]],
        spelling,
        case_of(seen, start, end),
        match["opening"],
        match["closing"],
        bool(_FRAME.search(seen.gaps[0]) and _FRAME.search(seen.gaps[-1])),
        is_parted,
    )


def spelling_of(seen: Letters, start: int, end: int) -> Spelling | None:
    """Return how well the marks fit; None for two other words, as in ``tôi mất``."""
    last = spell("mat", seen.marks_of(end - 3, end))
    if end - start == 3 or last is Spelling.EXACT:
        return last
    word = seen.base[start : end - 3]
    first = seen.marks_of(start, end - 3)
    if first != EXACT[word] and last is Spelling.OTHER_WORD:
        return None
    return (
        Spelling.BARE
        if last is Spelling.BARE and (not first or first == EXACT[word])
        else min(last, Spelling.BROKEN)
    )


def spell(word: str, marks: frozenset[str]) -> Spelling:
    """Return how well marks fit a word of the levels: ``mat``, ``toi`` or ``tuyet``."""
    if marks == EXACT[word]:
        return Spelling.EXACT
    if not marks:
        return Spelling.BARE
    return Spelling.OTHER_WORD if marks in _OTHER_WORDS else Spelling.BROKEN


def case_of(seen: Letters, start: int, end: int) -> Case:
    """Return in which letters a stretch is written."""
    if seen.is_capital(start, end):
        return Case.CAPITALS
    return Case.TITLE if seen.capitals[start] else Case.SMALL
