"""The forms of a secrecy mark: what a cell of text says when it is nothing but a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from submissions.screening.letters import Letters
from submissions.screening.mark_phrases import KINDS, LABELS, may_close, may_open


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
_LABELLED = re.compile(f"(?:{'|'.join(LABELS)}|(?:{'|'.join(KINDS)})do|nay.*do)$|bimatnhanuocdo")
# "Độ mật" is the label itself; "TÀI LIỆU ĐỘ MẬT" is a mark.
_LABEL_ALONE = re.compile("[0-9]*(?:dau)?(?:muc|cap)?do(?:bao)?")
#: The sign of the level behind the mark: "TUYỆT MẬT (A)".
_CODE = re.compile("(?:[abcm]|tm|tum)$")
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
    for end in reversed([match.end() for match in re.finditer("mat", seen.base)]):
        for word in sorted(LEVELS, key=len, reverse=True):
            start = end - len(word)
            if seen.base[:end].endswith(word) and _is_mark(seen, start, end):
                return _form(seen, start, end)
    return None


def _is_mark(seen: Letters, start: int, end: int) -> bool:
    opening, closing = seen.base[:start], seen.base[end:]
    if (code := _CODE.search(closing)) and "(" in seen.gaps[end + code.start()]:
        closing = closing[: code.start()]
    is_label = bool(_LABEL_ALONE.fullmatch(opening))
    if end - start == 3 and is_label and not _is_parted(seen, start):
        return False
    return may_open(opening) and may_close(closing, seen.base[start:end])


def _is_parted(seen: Letters, start: int) -> bool:
    return any(sign in seen.gaps[start] for sign in ":=-–—|│\t")


def _form(seen: Letters, start: int, end: int) -> Form | None:
    if not (spelling := spelling_of(seen, start, end)):
        return None
    return Form(
        LEVELS[seen.base[start:end]],
        spelling,
        case_of(seen, start, end),
        seen.base[:start],
        seen.base[end:],
        bool(_FRAME.search(seen.gaps[0]) and _FRAME.search(seen.gaps[-1])),
        _is_parted(seen, start),
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
