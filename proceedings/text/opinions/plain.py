"""A plain copy of a text for reading, each of its characters tied to where it stands in the text as given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

#: What nobody sees: soft hyphen, zero width signs, word joiner, byte order mark.
_UNSEEN: Final = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
_LINE_ENDS: Final = frozenset("\n\r\v\f\x85\u2028\u2029")
#: Old tone marks, "hoà" and "uỷ", are read as the new ones; "quý" is no case of it.
_OLD_TONES: Final = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_OLD_TONE: Final = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TONES)})(?![^\W\d_])", re.IGNORECASE)


class Plain:
    """The copy: NFC, blanks as one space, line ends as ``\\n``, unseen signs gone.

    ``shown`` keeps the tone marks where they stand; ``cased`` has them in their new places, ``lower`` has no capitals
    either. All three have the same length, and offsets into them are turned into offsets of ``source``, the text as
    given, by :meth:`span`. NFC and NFD texts have the same copy.
    """

    def __init__(self, text: str) -> None:
        self.source = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        signs: list[str] = []
        for start, end, written in _clusters(text):
            if written == " " and signs and signs[-1] == " ":
                continue
            for sign in written:
                signs.append(sign)
                self._starts.append(start)
                self._ends.append(end)
        self.shown = "".join(signs)
        self.cased = _OLD_TONE.sub(_modernise, self.shown)
        self.lower = "".join(low if len(low := sign.lower()) == 1 else sign for sign in self.cased)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the copy stands in the text as given; the span must not be empty."""
        return self._starts[start], self._ends[end - 1]

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Yield the span of each line that is not blank, without the blanks around it."""
        for found in re.finditer(r"[^\n]+", self.cased):
            if span := trim(self.cased, *found.span()):
                yield span


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without the blanks at its ends; None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each letter with its marks: where it stands, and what is read for it."""
    start, size = 0, len(text)
    while start < size:
        sign, end = text[start], start + 1
        if text[start : start + 2] == "\r\n":
            end += 1
        elif not sign.isspace() and sign not in _UNSEEN:
            while end < size and unicodedata.combining(text[end]):
                end += 1
        if sign not in _UNSEEN:
            yield start, end, _read(text[start:end])
        start = end


def _read(cluster: str) -> str:
    if cluster[0] in _LINE_ENDS:
        return "\n"
    if cluster.isspace():
        return " "
    return cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)


def _modernise(found: re.Match[str]) -> str:
    word = found[0]
    modern = _OLD_TONES[word.lower()]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, modern, strict=True))
