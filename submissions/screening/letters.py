"""A line as the eye sees it: letters without disguise, the marks over them, what stands between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# Marks that turn one Vietnamese letter into another; look-alikes of them are read as them.
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_MARKS: Final = {
    **{mark: mark for mark in (_CIRCUMFLEX, _BREVE, _HORN, _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT, "\u0308")},
    "\u030c": _CIRCUMFLEX,
    "\u0311": _CIRCUMFLEX,
    "\u032d": _CIRCUMFLEX,
    "\u0325": _DOT,
    "\u0326": _DOT,
    "\u0327": _DOT,
    "\u0328": _DOT,
    "\u0329": _DOT,
    "\u0331": _DOT,
}
# Letters of other alphabets that look like Latin ones, in two rows of the same length.
# fmt: off
_STRANGE: Final = (
    "АВЕЅІЈКМНОРСТУҮХаеѕіјкморстухүҺһԁԛԝ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαειοτυκνρμ" "ᎪᎬᎷᎢᎩᎥᏟᏴ" "ꓮꓰꓟꓔꓳꓲꓴꓬꓠꓗ" "ⲀⲈⲘⲦⲞⲒⲨⲁⲉⲙⲧⲟⲓⲩ"
    "ᴀᴇᴍᴛᴏɪᴜʏɴᴋʜᴅɑⱭıɩɡΛʌ"
)
_PLAIN: Final = (
    "abesijkmhopctyyxaesijkmopctyxyhhdqw" "abezhikmnoptyxaeiotuknpm" "aemtyicb" "aemtoiuynk" "aemtoiyaemtoiy"
    "aemtoiuynkhdaaiigaa"
)
# fmt: on
_LETTERS: Final = {
    **dict(zip(_STRANGE, _PLAIN, strict=True)),
    **dict.fromkeys("đĐðÐɖƉ", "d"),
    **{chr(first + place): chr(97 + place) for first in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)},
}
# A figure or a sign that stands for a letter: read so only where nothing else makes sense.
_FIGURES: Final = str.maketrans("0147|!l@", "oiatiiia")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and figures of a text, squeezed.

    ``base`` has them folded, ``marks`` the marks over each, ``capitals`` whether each is one, and ``gaps`` the blanks
    and signs before each and, last, behind all: one entry more than letters.
    """

    base: str
    marks: tuple[str, ...]
    capitals: tuple[bool, ...]
    gaps: tuple[str, ...]

    def marks_of(self, start: int, end: int) -> frozenset[str]:
        """Return the marks over a stretch of letters, whichever of them bears which."""
        return frozenset("".join(self.marks[start:end]))

    def is_capital(self, start: int, end: int) -> bool:
        """Tell whether most of a stretch is written in capitals, the rest being noise."""
        stretch = self.capitals[start:end]
        return sum(stretch) * 2 > len(stretch) and (len(stretch) < 3 or stretch[-1] or stretch[-2])


def see(text: str, *, figures: bool = False) -> Letters:
    """Return the letters of a text: NFC and NFD alike, look-alikes and styled letters as what they look like.

    Signs that nobody sees (zero-width, soft hyphens, signs of direction, variation selectors) and lines drawn
    through or round a letter are not there. With ``figures``, ``0 1 4 7 | ! l @`` are the letters they resemble.
    """
    base: list[str] = []
    marks: list[str] = []
    capitals: list[bool] = []
    gaps = [""]
    for sign in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)):
        category = unicodedata.category(sign)
        if category[0] == "M":
            if base and not gaps[-1].strip():
                marks[-1] += _MARKS.get(sign, "")
            continue
        if category == "Cf":
            continue
        plain = sign.translate(_FIGURES) if figures else sign
        letter = _LETTERS.get(plain, plain.lower())
        if not (letter.isalnum() and letter.isascii()) and category[0] != "L":
            gaps[-1] += sign
            continue
        base.append(letter)
        marks.append("")
        capitals.append(sign.isupper() or ord(sign) >= 0x1F150)
        gaps.append("")
    return Letters("".join(base), tuple(marks), tuple(capitals), tuple(gaps))


def plainly(text: str) -> str:
    """Return a text folded as :func:`see` sees it, its words parted by single blanks, all signs blanks.

    >>> plainly("ĐỘ MẬT: Tối-mật")
    'do mat toi mat'
    """
    seen = see(text)
    return "".join(
        f" {letter}" if gap else letter for gap, letter in zip(seen.gaps, seen.base, strict=False)
    ).strip()


_MOJIBAKE = re.compile("[\u00c2-\u00f4\u2500-\u257f][\u0080-\u2122\u2500-\u25ff]")


def undo_mojibake(text: str) -> str:
    """Return a text that was UTF-8 and was read as CP437, CP1252 or Latin-1 as what it was; else the text itself."""
    if not _MOJIBAKE.search(text):
        return text
    for encoding in ("latin-1", "cp1252", "cp437"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
