"""The tree of a regulation as every engine reads it: kinds, labels, paths, and its written form.

Shapes are those of Luật 64/2025/QH15, Điều 7 and NĐ 78/2025, Điều 63, 64: phần → chương → mục → tiểu mục → điều →
khoản → điểm, each level optional except điều, điều running on through the whole text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a node of a regulation is; the values are those of paths and of ``outline --json``."""

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu_muc"
    DIEU = "dieu"
    KHOAN = "khoan"
    DIEM = "diem"
    TEXT = "text"


class Role(StrEnum):
    """What a text node does where it stands; every other kind has the plain role."""

    PLAIN = ""
    TITLE = "title"  # name of the text and what stands around it before the first unit
    PREAMBLE = "preamble"  # căn cứ …, xét đề nghị …
    CHAPEAU = "chapeau"  # words before the first khoản or điểm
    CLOSING = "closing"  # words after the last one
    DASH = "dash"  # a line that begins with - or +
    TABLE = "table"  # a table flattened, one row a paragraph
    APPENDIX = "appendix"  # a phụ lục or biểu mẫu, with all it holds
    SIGNATURE = "signature"  # nơi nhận and who signs


#: Levels from the outermost to the innermost; a text node may stand at any of them.
LEVELS = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU, Kind.KHOAN, Kind.DIEM)

#: The word that a heading of the kind begins with; khoản and điểm carry a bare number or letter.
WORDS = {
    Kind.PHAN: "Phần",
    Kind.CHUONG: "Chương",
    Kind.MUC: "Mục",
    Kind.TIEU_MUC: "Tiểu mục",
    Kind.DIEU: "Điều",
}

#: The 23 letters of điểm in their order (counted over 63,500 điểm of real texts).
LETTERS = "abcdđeghiklmnopqrstuvxy"

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_UNITS = (
    ["mươi", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín"],
    (0, 1, 1, 2, 3, 4, 4, 5, 5, 6, 7, 7, 8, 9),
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One node. A node with children has no text of its own: its lead stands in a child of kind TEXT."""

    kind: Kind
    number: str = ""  # as printed, without word and point: "5", "12a", "II", "thứ nhất", "đ"; "" for text
    heading: str = ""  # title of a phần … điều, or of an appendix; "" when it has none
    text: str = (
        ""  # own words, paragraphs parted by "\n", mark and heading left out; "" where there are children
    )
    mark: str = (
        ""  # what opens the line, exactly as printed: "Điều 5.", "2.", "a)", "-"; "" for a plain paragraph
    )
    role: Role = Role.PLAIN
    path: str = ""  # unique in its text: "dieu-5.khoan-2.diem-a"; given by :func:`with_paths`
    children: tuple[Provision, ...] = ()

    @property
    def label(self) -> str:
        """Word and number as one says them: ``Điều 5``, ``Chương II``; the bare number for khoản and điểm."""
        return f"{WORDS[self.kind]} {self.number}" if self.kind in WORDS else self.number

    def walk(self) -> Iterator[Provision]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def own_lines(self) -> tuple[list[str], tuple[Provision, ...]]:
        """Return the paragraphs of this node alone, and the children that stand in paragraphs of their own.

        A khoản or điểm with children is one paragraph with its chapeau: ``2. Khi cần thiết:``.
        """
        own = self.text.split("\n") if self.text else []
        children = self.children
        if self.kind in WORDS and self.kind is not Kind.DIEU:
            opening = [self.mark or (self.number and self.label), self.heading]
        elif self.heading:
            opening = [f"{self.mark} {self.heading}".strip()]
        else:
            if not own and children and children[0].role is Role.CHAPEAU:
                own, children = children[0].text.split("\n"), children[1:]
            first, own = (own[0], own[1:]) if own else ("", [])
            opening = [f"{self.mark} {first}".strip()]
        return [*filter(None, opening), *own], children

    def lines(self) -> Iterator[str]:
        """Yield the paragraphs of this node and all below it, in reading order, as plain text."""
        own, children = self.own_lines()
        yield from own
        for child in children:
            yield from child.lines()


def walk(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Yield every node of a text in reading order."""
    for provision in provisions:
        yield from provision.walk()


def plain_text(provisions: Iterable[Provision]) -> str:
    """Return a text as paragraphs parted by line ends: what two drafts are compared by."""
    return "\n".join(line for provision in provisions for line in provision.lines())


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """Return a printed number as it stands in paths: ``II`` → ``2``, ``thứ nhất`` → ``1``, ``12A`` → ``12a``.

    Roman numbers count from the second letter on, or alone as I, V or X in capitals: ``C`` and ``D`` are letters of
    parts, ``i``, ``v`` and ``x`` of điểm.
    """
    bare = " ".join(unicodedata.normalize("NFC", number).casefold().split())
    word = bare.removeprefix("thứ ")
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    if (count := _count_in_words(word)) is not None:
        return str(count)
    if re.fullmatch(r"[IVX]", number.strip()) or re.fullmatch(r"[ivxlcdm]{2,}", bare):
        values = [_ROMAN[letter] for letter in bare]
        return str(
            sum(
                -value if value < following else value
                for value, following in zip(values, [*values[1:], 0], strict=True)
            )
        )
    return re.sub(r"[^\w]+", "-", bare).strip("-")


def _count_in_words(words: str) -> int | None:
    """The count that words up to ninety-nine say: ``mười một`` → 11, ``hai mươi mốt`` → 21; None for other words."""
    units = dict(zip(*_UNITS, strict=True))
    if found := re.fullmatch(r"mười(?: (\w+))?", words):
        return 10 + units[found[1] or "mươi"] if (found[1] or "mươi") in units else None
    tens, _, rest = words.partition(" mươi")
    if not rest.strip() and tens == words:
        return units.get(words)
    if tens in units and (rest.strip() or "mươi") in units:
        return 10 * units[tens] + units[rest.strip() or "mươi"]
    return None


def order_key(number: str) -> tuple[int, int, int, str]:
    """Return what numbers of one level sort by: 5 < 5a < 5b < 6 and c < d < đ < đ1 < e."""
    key = number_key(number)
    if found := re.fullmatch(r"(\d+)(\w?)(.*)", key):
        count, letter, rest = found.groups()
        return int(count), LETTERS.find(letter) + 1 if letter else 0, 0, rest
    if found := re.fullmatch(r"([^\W\d])(\d*)(.*)", key):
        letter, count, rest = found.groups()
        place = LETTERS.find(letter)
        return 0, place + 1 if place >= 0 else len(LETTERS) + ord(letter), int(count or 0), rest
    return 0, 0, 0, key


def with_paths(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return the nodes of one text with a path each: ``chuong-2.muc-1``, ``dieu-5.khoan-2.diem-đ``, ``dieu-5.doan-1``.

    Điều run on through the text, so their paths name nothing above them. A label that repeats gets ``~2``, ``~3`` …
    """
    taken: dict[str, int] = {}
    return tuple(_with_path(provision, "", taken) for provision in provisions)


def _with_path(provision: Provision, above: str, taken: dict[str, int]) -> Provision:
    kind = provision.kind
    if kind is Kind.TEXT:
        step = "phu-luc" if provision.role is Role.APPENDIX else "doan"
        wanted = f"{step}-{number_key(provision.number)}" if provision.number else step
    else:
        wanted = f"{kind.value.replace('_', '-')}-{number_key(provision.number)}"
    if above and kind is not Kind.DIEU:
        wanted = f"{above}.{wanted}"
    if kind is Kind.TEXT and not provision.number:
        taken[wanted] = taken.get(wanted, 0) + 1
        wanted = f"{wanted}-{taken[wanted]}"  # may be the very path of a numbered one
    taken[wanted] = taken.get(wanted, 0) + 1
    path = wanted if taken[wanted] == 1 else f"{wanted}~{taken[wanted]}"
    return replace(
        provision,
        path=path,
        children=tuple(_with_path(child, path, taken) for child in provision.children),
    )
