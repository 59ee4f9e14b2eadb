"""Paragraphs cut into pieces: the cells of a line, each with a plain copy and its place in the given text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.folding import BLANKS, strip_marks
from submissions.letterhead.found import Found

LONGEST_LINE: Final = 1500
_UNSEEN: Final = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
_KEPT_BLANKS: Final = "\t\n"
_LINE_ENDS: Final = "\v\f\r\x85\u2028\u2029"
_TIDY: Final = {
    **{ord(sign): " " for sign in BLANKS if sign not in _KEPT_BLANKS + _LINE_ENDS},
    **{ord(sign): "\n" for sign in _LINE_ENDS},
}
_ALIKE: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
}
#: Figures and letters that recognition of pictures confuses, all as the letter that words are written with.
_SKELETON: Final = str.maketrans("l1|!0", "iiiio")
_CLUSTERS: Final = re.compile(r"[\s\S][\u0300-\u036f]*")
_GAP: Final = re.compile(r"\t+| {3,}")


class _PlainTable(dict[int, str]):
    """Sign → its small letter without marks, always one sign, so that places stay the same."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = _ALIKE.get(sign) or strip_marks(sign)
        self[code] = plain if len(plain) == 1 else sign
        return self[code]


_PLAIN: Final = _PlainTable()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line: ``text`` tidied, ``plain`` sign for sign in small letters without marks.

    ``offsets`` are the places of its signs in paragraph number ``paragraph`` as it was given, and its end.
    """

    text: str
    plain: str
    paragraph: int
    offsets: Sequence[int]

    @property
    def skeleton(self) -> str:
        """``plain`` with what recognition confuses made one: ``tlnh uy`` and ``tinh uy`` are the same."""
        return self.plain.translate(_SKELETON)

    @property
    def words(self) -> str:
        """``skeleton`` with single blanks, for what is compared as a whole."""
        return " ".join(self.skeleton.split())

    @property
    def is_capitals(self) -> bool:
        """Whether it is written in capitals, a slip or two of recognition allowed."""
        letters = [sign for sign in self.text if sign.isalpha() and sign != "l"]  # an l may be a capital I
        return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= 0.85 * len(letters)

    def part(self, start: int, end: int) -> Piece:
        """Return a part of the piece, without the blanks around it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Piece(
            self.text[start:end], self.plain[start:end], self.paragraph, self.offsets[start : end + 1]
        )

    def found(self, value: str, confidence: float, reason: str) -> Found[str]:
        """Return a value that stands in this piece."""
        return Found(value, confidence, reason, self.paragraph, self.offsets[0], self.offsets[-1])

    def gaps(self) -> list[Piece]:
        """Return what a tab or several blanks part, without what is empty."""
        parts, at = [], 0
        for gap in _GAP.finditer(self.text):
            parts.append(self.part(at, gap.start()))
            at = gap.end()
        return [part for part in (*parts, self.part(at, len(self.text))) if part.text]


def plain_text(text: str) -> str:
    """Return a text in small letters without marks, sign for sign."""
    return text.translate(_PLAIN)


def skeleton_text(text: str) -> str:
    """Return a text in small letters without marks, with the signs that recognition confuses made one."""
    return text.translate(_PLAIN).translate(_SKELETON)


def read_lines(paragraphs: Sequence[str], numbers: Sequence[int] | range) -> Iterator[Piece]:
    """Yield the lines of the paragraphs with these numbers that are not empty, each at most ``LONGEST_LINE`` long."""
    for number in numbers:
        whole = _tidy(paragraphs[number][: 4 * LONGEST_LINE], number)
        at = 0
        for line in whole.text.split("\n"):
            piece = whole.part(at, min(at + len(line), at + LONGEST_LINE))
            if piece.text:
                yield piece
            at += len(line) + 1


def _tidy(text: str, number: int) -> Piece:
    offsets: Sequence[int] = range(len(text) + 1)
    if not unicodedata.is_normalized("NFC", text) or not _UNSEEN.isdisjoint(text):
        text, offsets = _compose(text)
    text = text.translate(_TIDY)
    return Piece(text, text.translate(_PLAIN), number, offsets)


def _compose(text: str) -> tuple[str, list[int]]:
    """Return the text composed and without what nobody sees, and the place of each of its signs."""
    signs: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTERS.finditer(text):
        written = cluster[0]
        if written[0] in _UNSEEN:
            continue
        composed = written if len(written) == 1 else unicodedata.normalize("NFC", written)
        signs.append(composed[0])  # a mark that composes with nothing is not read
        offsets.append(cluster.start())
    return "".join(signs), [*offsets, len(text)]
