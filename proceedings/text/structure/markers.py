"""What the opening of a line may mark: a unit with its printed number, and how much it looks like a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from proceedings.text.provisions import WORDS, Kind
from proceedings.text.structure.numbers import Value, value_of, value_of_letter

LONGEST_HEAD: Final = 240
_COUNT: Final = r"(?:một|mốt|nhất|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_WORDS: Final = rf"(?:thứ\s+)?(?:mười(?:\s+{_COUNT})?|{_COUNT}(?:\s+mươi(?:\s+{_COUNT})?)?)"
_ROMAN: Final = r"[IVXLC]{1,7}[a-zđA-ZĐ]?"
_ARABIC: Final = r"\d{1,4}\s?(?:bis|ter|quater)|\d{1,4}(?:[a-zđA-ZĐ]\d?)?"
_DECOR: Final = r"[#*_>\s]*"
_RAISED: Final = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"
_NOTE: Final = rf"(?:\s?\[\d{{1,3}}\]|{_RAISED})?"
_SIGN: Final = r"(?P<sign>\s*,\s*(?=[^\W\d_])|\s*(?:[.:·\-–—/)]+\s*)*)"

_MISREAD: Final = r"(?=[I\d]*[lO])[lOI\d]{1,3}(?=\s*[.:])"
_MISREAD_ROMAN: Final = r"(?=[IVX]*l)[IVXl]{1,5}(?![^\W_])"
#: "Điều" as it should be, with gaps between its letters, or misread: Điểu, Đièu, Dieu …
_ARTICLE_WORD: Final = (
    r"(?:Điều|ĐIỀU|Đ\s?i\s?ề\s?u|Đ\s?I\s?Ề\s?U|"
    r"[ĐD](?:[iíìỉĩị][êeếềểễệéèẻẽẹ]u|[IÍÌỈĨỊ][ÊEẾỀỂỄỆÉÈẺẼẸ]U)(?=\s*\d))"
)
_CHAPTER_WORD: Final = r"C\s?H\s?[ƯU]\s?[ƠO]\s?N\s?G|C\s?h\s?[ưu]\s?[ơo]\s?n\s?g"
_ARTICLE: Final = re.compile(
    rf"{_DECOR}(?P<word>{_ARTICLE_WORD})\.?\s*(?:[Tt]hứ\s+(?=[\dIVX])|THỨ\s+(?=[\dIVX]))?"
    rf"(?P<number>{_MISREAD}|{_ARABIC}|{_ROMAN}(?=\s*(?:[.:)/-]|$))|(?i:{_WORDS})(?![^\W\d_]))"
    rf"(?P<note>\.\d{{1,3}}(?=[.\s]|[^\W\d])|{_NOTE}){_SIGN}{_NOTE}[*_\s]*(?P<rest>.*)",
    re.DOTALL,
)
_DIVISION: Final = re.compile(
    rf"{_DECOR}(?P<word>PHẦN|Phần|THIÊN|Thiên|{_CHAPTER_WORD}|TIỂU\s+MỤC|Tiểu\s+[Mm]ục|MỤC|Mục|TIẾT|Tiết)(?:\s+|(?=[\dIVX]))"
    rf"(?:[Tt]hứ\s+(?=[\dIVX])|THỨ\s+(?=[\dIVX]))?"
    rf"(?P<number>{_ARABIC}|{_MISREAD_ROMAN}|{_ROMAN}|(?i:{_WORDS})|(?i:mở\s+đầu)|[A-ZĐ])(?![^\W\d_])"
    rf"(?P<note>{_NOTE}){_SIGN}[*_\s]*(?P<rest>.*)",
    re.DOTALL,
)
_KHOAN: Final = re.compile(
    rf"(?:Khoản\s+)?(?P<number>\d{{1,3}}(?:[a-zđA-ZĐ]\d?)?)(?P<note>{_NOTE})\s?"
    r"(?P<sign>\.[)\-]?(?!\d)|\)|\s?[-–—](?!\d)|/(?!\d)|:(?!\d))(?P<gap>\s*)",
)
_SUB: Final = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})(?P<sign>[.)\-]?)(?P<gap>\s+|(?=[^\W\d]))")
_DIEM: Final = re.compile(
    r"(?:Điểm\s+)?(?P<open>\(?)(?P<number>[a-zđ]\d{0,2})\s?"
    r"(?P<sign>\)|\.\)?(?!\w[.)])|/|\s?[-–—](?=\s))(?P<gap>(?:(?<=\))\d{1,3}(?=\s+[^\W\d_]))?\s*)"
)
_SECTION: Final = re.compile(
    r"(?P<number>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))\s?[.\-–:)/]\s*(?!\s)(?=[A-ZĐÀ-ỸĂÂÊÔƠƯ“\"])"
)
_CAPITAL: Final = re.compile(r"(?P<number>[A-ZĐ])\)\s*")
_DASH: Final = re.compile(r"[-–—+•*●▪■♦➢✓§o](?=\s)\s*|[-–—+•●▪](?=[^\W\d])")
_KINDS: Final = {
    "phần": Kind.PHAN,
    "thiên": Kind.PHAN,
    "mục": Kind.MUC,
    "tiết": Kind.MUC,
    "tiểu mục": Kind.TIEU_MUC,
    "chương": Kind.CHUONG,
    "điều": Kind.DIEU,
}
#: Letters that were read for digits: "Điều l." for 1.
DIGITS: Final = str.maketrans("lIO", "110")
#: A citation goes on with one of these where a heading has its title.
_GOES_ON: Final = re.compile(
    r"(?:Chương|Phần|Mục|Điều|Khoản|Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|"
    r"Quy chế|Quy định|Điều lệ)\s+(?:này|số|[\dIVX]+\b|của|năm|về)"
)


_UNIT: Final = re.compile(
    r"(?:Chương|Phần|Mục|Điều|Khoản|Điểm|Luật|Bộ luật|Nghị|Thông tư|Quyết|Pháp lệnh|Hiến pháp)\b"
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
    word: str  # as printed, but spelled well; "" for khoản and điểm
    number: str
    value: Value
    length: int
    rest: str  # what follows on the line, at most a few hundred characters
    strength: Strength
    style: str = ""  # the sign of a khoản or điểm
    above: tuple[int, ...] = ()  # 1.2. → (1,)
    is_misread: bool = False  # the word is not spelled as it should be: Điểu 5, Chuơng II

    @property
    def is_heading(self) -> bool:
        """Tell a unit that is called by its word from a khoản or điểm."""
        return bool(self.word)


def heading_marker(clean: str) -> Marker | None:
    """Return the phần … điều that a line may open, or None."""
    if clean[:1] not in "PTCMĐD#*_>":
        return None
    head = clean[:LONGEST_HEAD]
    found = _ARTICLE.match(head)
    if found:
        return _marker(found, Kind.DIEU, found["word"])
    if found := _DIVISION.match(head):
        word = " ".join(found["word"].split())
        return _marker(found, _KINDS.get(word.casefold(), Kind.CHUONG), word)
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
    rest = clean[found.end() : found.end() + LONGEST_HEAD]
    style = "-" if found["sign"].strip() in "–—-" else found["sign"].strip()[:1]
    return Marker(Kind.KHOAN, "", found["number"], value, found.end(), rest, Strength.FULL, style)


def sub_marker(clean: str) -> Marker | None:
    """Return the unit that a number such as ``1.2.`` may open; ``above`` are the counts before the last."""
    if not clean[:1].isdigit() or (found := _SUB.match(clean)) is None:
        return None
    *above, last = map(int, found["number"].split("."))
    rest = clean[found.end() : found.end() + LONGEST_HEAD]
    return Marker(
        Kind.DIEM, "", found["number"], (last, ""), found.end(), rest, Strength.FULL, "1.1", tuple(above)
    )


def section_value(clean: str) -> Value | None:
    """Return the count of a section with a Roman number and no word, ``II. MỤC TIÊU``, or None."""
    found = _SECTION.match(clean) if clean[:1] in "IVX" else None
    return value_of(found["number"]) if found else None


def diem_marker(clean: str) -> Marker | None:
    """Return the điểm that a line may open, or None; a capital letter counts in words that are all in capitals."""
    if found := _CAPITAL.match(clean):
        rest = clean[found.end() : found.end() + LONGEST_HEAD]
        value = value_of_letter(found["number"])
        if value is None or not rest.isupper():
            return None
        return Marker(Kind.DIEM, "", found["number"].lower(), value, found.end(), rest, Strength.FULL, ")")
    if not ("a" <= clean[:1] <= "z" or clean[:1] in ("đ", "(", "Đ")):
        return None
    found = _DIEM.match(clean)
    if found is None or (found["open"] and found["sign"] != ")"):
        return None
    value = value_of_letter(found["number"])
    if value is None:
        return None
    rest = clean[found.end() : found.end() + LONGEST_HEAD]
    style = found["open"] + found["sign"].strip()[:1]
    return Marker(Kind.DIEM, "", found["number"], value, found.end(), rest, Strength.FULL, style)


def dash_length(clean: str) -> int:
    """Return how many characters a dash, plus or bullet at the head of a line takes with its spaces; 0 without one."""
    found = _DASH.match(clean)
    return found.end() if found else 0


def _marker(found: re.Match[str], kind: Kind, word: str) -> Marker | None:
    number = _number(found["number"], kind)
    value = value_of(number)
    if value is None:
        return None
    rest, sign = found["rest"].strip(" *_#"), found["sign"].strip()
    strength = _strength(kind, rest, sign)
    is_misread = False
    if word.casefold() not in _KINDS:
        is_misread = "".join(word.split()).casefold() not in _KINDS
        word = WORDS[kind]
        strength = strength if strength is Strength.FULL or not is_misread else Strength.CITATION
    return Marker(kind, word, number, value, found.start("rest"), rest, strength, is_misread=is_misread)


def _number(printed: str, kind: Kind) -> str:
    """A number as it is meant: letters that were read for digits, or small L for the Roman I, are put right."""
    number = " ".join(printed.split())
    if kind is not Kind.DIEU and re.fullmatch(r"[IVXl]*l[IVXl]*", number):
        return number.replace("l", "I")
    return number.translate(DIGITS) if re.fullmatch(r"(?=.*[lO\d])[lOI\d]+", number) else number


def _strength(kind: Kind, rest: str, sign: str) -> Strength:
    if rest[:1] in (",", ";", "(") and rest[:1] != "(":
        return Strength.CITATION
    if not rest:
        return Strength.FULL if sign or kind is not Kind.DIEU else Strength.BARE
    is_lower = rest[:1].islower()
    if sign == ",":
        return Strength.CITATION if is_lower or _UNIT.match(rest) else Strength.BARE
    if sign:
        return Strength.BARE if is_lower else Strength.FULL
    if is_lower or _GOES_ON.match(rest):
        return Strength.CITATION
    return Strength.FULL if kind is not Kind.DIEU and rest[:40].isupper() else Strength.BARE
