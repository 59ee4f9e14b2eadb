"""What a citation is once read: its span, its branches from the smallest unit to the largest, its document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from proceedings.text.provisions import LETTERS, number_key, order_key


class Level(IntEnum):
    """The units that a citation may name, from the innermost to the outermost."""

    TIET = 1  # what is below a điểm
    DASH = 2  # gạch đầu dòng thứ …
    DOAN = 3
    DIEM = 4
    KHOAN = 5
    DIEU = 6
    TIEU_MUC = 7
    MUC = 8
    CHUONG = 9
    PHAN = 10
    PHU_LUC = 11


class Form(StrEnum):
    """How a citation departs from the canonical form; each makes its reading less sure."""

    COMMAS = "commas"  # "điểm a, khoản 1, Điều 5"
    REVERSED = "reversed"  # "Điều 5 khoản 2 điểm a"
    DOTTED = "dotted"  # "Điều 5.2"
    ABBREVIATED = "abbreviated"  # "k.2 Đ.5"
    UNACCENTED = "unaccented"  # "khoan 2 dieu 5"


class Scope(StrEnum):
    """Which document the words behind a citation name."""

    THIS = "this"  # "của Quy chế này"
    DRAFT = "draft"  # "của dự thảo", "dự thảo Quy chế"
    BARE = "bare"  # "Điều 5 Quy chế", and no more
    NAMED = "named"  # "Bộ luật Dân sự", "Nghị định số 30/2020/NĐ-CP"


@dataclass(frozen=True, slots=True)
class Label:
    """One unit by its number as printed (NFC), or a range of them; an empty number is a unit that has none."""

    number: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The units of one level in one branch: a list of labels, or "này"."""

    level: Level
    labels: tuple[Label, ...] = ()
    is_this: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """One way from the smallest unit named to the largest; every label of a part stands under all above it."""

    parts: tuple[Part, ...]

    def part(self, level: Level) -> Part | None:
        """Return what the branch says of a level, None where it says nothing."""
        return next((part for part in self.parts if part.level is level), None)

    def numbers(self, level: Level) -> tuple[str, ...]:
        """Return the numbers of a level as printed, the two ends of a range as ``8–23``."""
        part = self.part(level)
        labels = part.labels if part else ()
        return tuple(f"{label.number}–{label.until}" if label.until else label.number for label in labels)


@dataclass(frozen=True, slots=True)
class Document:
    """The document named behind a citation; ``start`` and ``end`` are offsets into the text given."""

    start: int
    end: int
    text: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: ``text`` is exactly ``source[start:end]``, the units without the document behind them."""

    start: int
    end: int
    text: str
    branches: tuple[Branch, ...]
    document: Document | None = None
    forms: frozenset[Form] = frozenset()


def label_key(level: Level, number: str) -> str:
    """Return what two numbers of a level are compared by: ``VII`` = ``7``, ``05`` = ``5``; điểm ``i`` is a letter."""
    if level is Level.DIEM and len(number) == 1:
        return number.casefold()
    key = number_key(number)
    return key.lstrip("0") or key


def order(level: Level, key: str) -> tuple[int, int, int, str]:
    """Return what the keys of a level sort by: 5 < 5a < 6, and c < d < đ < đ1 < e for điểm."""
    if level is Level.DIEM and key[:1] in LETTERS:
        count = key[1:]
        return 0, LETTERS.index(key[0]) + 1, int(count) if count.isdecimal() else 0, count
    return order_key(key)
