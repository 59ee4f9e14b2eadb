"""What the opening of a line may mark: a unit with its printed number, and how much it looks like a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.numbers import Value, value_of, value_of_letter

_LONGEST_HEAD: Final = 240
_COUNT: Final = r"(?:một|mốt|nhất|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_WORDS: Final = rf"(?:thứ\s+)?(?:mười(?:\s+{_COUNT})?|{_COUNT}(?:\s+mươi(?:\s+{_COUNT})?)?)"
_ROMAN: Final = r"[IVXLC]{1,7}[a-zđA-ZĐ]?"
_ARABIC: Final = r"\d{1,4}\s?(?:bis|ter|quater)|\d{1,4}(?:[a-zđA-ZĐ]\d?)?"
_DECOR: Final = r"[#*_>\s]*"
_NOTE: Final = r"(?:\s?\[\d{1,3}\])?"
_SIGN: Final = r"(?P<sign>\s*(?:[.:\-–—/)]+\s*)*)"

_MISREAD: Final = r"(?=[I\d]*[lO])[lOI\d]{1,3}(?=\s*[.:])"
_ARTICLE: Final = re.compile(
    rf"{_DECOR}(?P<word>Điều|ĐIỀU)\s*(?:[Tt]hứ\s+(?=[\dIVX])|THỨ\s+(?=[\dIVX]))?"
    rf"(?P<number>{_MISREAD}|{_ARABIC}|{_ROMAN}(?=\s*(?:[.:)/-]|$))|(?i:{_WORDS})(?![^\W\d_]))"
    rf"(?P<note>\.\d{{1,3}}(?=[.\s]|[^\W\d])|{_NOTE}){_SIGN}{_NOTE}[*_\s]*(?P<rest>.*)",
    re.DOTALL,
)
_DIVISION: Final = re.compile(
    rf"{_DECOR}(?P<word>PHẦN|Phần|THIÊN|Thiên|CHƯƠNG|Chương|TIỂU\s+MỤC|Tiểu\s+[Mm]ục|MỤC|Mục|TIẾT|Tiết)\s+"
    rf"(?P<number>{_ARABIC}|{_ROMAN}|(?i:{_WORDS})|(?i:mở\s+đầu)|[A-ZĐ])(?![^\W\d_])"
    rf"(?P<note>{_NOTE}){_SIGN}[*_\s]*(?P<rest>.*)",
    re.DOTALL,
)
_KHOAN: Final = re.compile(
    r"(?:Khoản\s+)?(?P<number>\d{1,3}(?:[a-zđA-ZĐ]\d?)?)(?P<note>\s?\[\d{1,3}\])?\s?"
    r"(?P<sign>\.[)\-]?(?!\d)|\)|\s?[-–—](?!\d)|/(?!\d)|:(?!\d))(?P<gap>\s*)",
)
_SUB: Final = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})(?P<sign>[.)\-]?)(?P<gap>\s+|(?=[^\W\d]))")
_DIEM: Final = re.compile(
    r"(?:Điểm\s+)?(?P<open>\(?)(?P<number>[a-zđ]\d{0,2})\s?(?P<sign>\)|\.\)?(?!\w[.)])|/|\s?[-–—](?=\s))(?P<gap>\s*)"
)
_DASH: Final = re.compile(r"[-–—+•*●▪■♦➢✓§o](?=\s)\s*|[-–—+•●▪](?=[^\W\d])")
_KINDS: Final = {
    "phần": Kind.PHAN,
    "thiên": Kind.PHAN,
    "chương": Kind.CHUONG,
    "mục": Kind.MUC,
    "tiết": Kind.MUC,
    "tiểu mục": Kind.TIEU_MUC,
}
#: Letters that were read for digits: "Điều l." for 1.
_DIGITS: Final = str.maketrans("lIO", "110")
#: A citation goes on with one of these where a heading has its title.
_GOES_ON: Final = re.compile(
    r"(?:Chương|Phần|Mục|Điều|Khoản|Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|"
    r"Quy chế|Quy định|Điều lệ)\s+(?:này|số|[\dIVX]+\b|của|năm|về)"
)


class Strength(IntEnum):
    """How much an opening looks like that of a heading."""

    CITATION = 0  # goes on as a sentence: "Điều 5 của Luật này"
    BARE = 1  # a number and nothing that parts it from what follows
    FULL = 2  # a sign and a title, or a number alone on its line with its sign


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible opening of a unit; ``length`` counts characters of the clean line up to the words."""

    kind: Kind
    word: str  # as printed; "" for khoản and điểm
    number: str
    value: Value
    length: int
    rest: str  # what follows on the line, at most a few hundred characters
    strength: Strength
    style: str = ""  # the sign of a khoản or điểm
    above: tuple[int, ...] = ()  # 1.2. → (1,)

    @property
    def is_heading(self) -> bool:
        """Tell a unit that is called by its word from a khoản or điểm."""
        return bool(self.word)


def heading_marker(clean: str) -> Marker | None:
    """Return the phần … điều that a line may open, or None."""
    if clean[:1] not in "PTCMĐÐ#*_>":
        return None
    head = clean[:_LONGEST_HEAD]
    found = _ARTICLE.match(head)
    if found:
        return _marker(found, Kind.DIEU, found["word"])
    if found := _DIVISION.match(head):
        word = " ".join(found["word"].split())
        return _marker(found, _KINDS[word.casefold()], word)
    return None


def khoan_marker(clean: str) -> Marker | None:
    """Return the khoản that a line may open, or None; numbers such as 1.2 have their own answer."""
    if clean[:1] not in "0123456789K":
        return None
    found = _KHOAN.match(clean)
    if found is None or (
        found["sign"].strip() in "-–—:" and not found["gap"] and clean[found.end() :][:1].islower()
    ):
        return None
    value = value_of(found["number"])
    if value is None:
        return None
    rest = clean[found.end() : found.end() + _LONGEST_HEAD]
    style = "-" if found["sign"].strip() in "–—-" else found["sign"].strip()[:1]
    return Marker(Kind.KHOAN, "", found["number"], value, found.end(), rest, Strength.FULL, style)


def sub_marker(clean: str) -> Marker | None:
    """Return the unit that a number such as ``1.2.`` may open; ``above`` are the counts before the last."""
    if not clean[:1].isdigit() or (found := _SUB.match(clean)) is None:
        return None
    *above, last = map(int, found["number"].split("."))
    rest = clean[found.end() : found.end() + _LONGEST_HEAD]
    return Marker(
        Kind.DIEM, "", found["number"], (last, ""), found.end(), rest, Strength.FULL, "1.1", tuple(above)
    )


def diem_marker(clean: str) -> Marker | None:
    """Return the điểm that a line may open, or None."""
    if not ("a" <= clean[:1] <= "z" or clean[:1] in ("đ", "(", "Đ")):
        return None
    found = _DIEM.match(clean)
    if found is None or (found["open"] and found["sign"] != ")"):
        return None
    value = value_of_letter(found["number"])
    if value is None:
        return None
    rest = clean[found.end() : found.end() + _LONGEST_HEAD]
    style = found["open"] + found["sign"].strip()[:1]
    return Marker(Kind.DIEM, "", found["number"], value, found.end(), rest, Strength.FULL, style)


def dash_length(clean: str) -> int:
    """Return how many characters a dash, plus or bullet at the head of a line takes with its spaces; 0 without one."""
    found = _DASH.match(clean)
    return found.end() if found else 0


def _marker(found: re.Match[str], kind: Kind, word: str) -> Marker | None:
    number = " ".join(found["number"].split())
    if re.fullmatch(r"(?=.*[lO\d])[lOI\d]+", number):
        number = number.translate(_DIGITS)
    value = value_of(number)
    if value is None:
        return None
    rest, sign = found["rest"].strip(" *_#"), found["sign"].strip()
    return Marker(kind, word, number, value, found.start("rest"), rest, _strength(kind, rest, sign))


def _strength(kind: Kind, rest: str, sign: str) -> Strength:
    if rest[:1] in (",", ";", "(") and rest[:1] != "(":
        return Strength.CITATION
    if not rest:
        return Strength.FULL if sign or kind is not Kind.DIEU else Strength.BARE
    is_lower = rest[:1].islower()
    if sign:
        return Strength.BARE if is_lower else Strength.FULL
    if is_lower or _GOES_ON.match(rest):
        return Strength.CITATION
    return Strength.FULL if kind is not Kind.DIEU and rest[:40].isupper() else Strength.BARE
