"""The lines of a source with their offsets, and a cleaned copy of each that marks are looked for in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES: Final = "\u00a0\u2007\u2009\u2002\u2003\u202f\u3000\r\x0b\x0c\x85\u2028\u2029"
#: Eth for đ, and full-width or look-alike points.
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE),
        **dict.fromkeys(_SPACES, " "),
        "Ð": "Đ",
        "ð": "đ",
        "\uff0e": ".",
        "\uff1a": ":",
    }
)
_UNCLEAN: Final = re.compile(f"[{_INVISIBLE}{_SPACES}Ðð\uff0e\uff1a]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source from ``start`` to ``end``, its line end included; ``clean`` is stripped and NFC."""

    start: int
    end: int
    raw: str
    clean: str

    def after(self, count: int) -> int:
        """Return the offset in the source that lies behind the first ``count`` characters of ``clean``."""
        raw = self.raw
        place = 0
        while place < len(raw) and (raw[place].isspace() or raw[place] in _INVISIBLE):
            place += 1
        if raw[place : place + count] == self.clean[:count] and not _is_combined(raw, place + count):
            return self.start + place + count
        while place < len(raw) and count > 0:
            following = place + 1
            while _is_combined(raw, following):
                following += 1
            count -= len(clean(raw[place:following]))
            place = following
        return self.start + place


def clean(text: str) -> str:
    """Return text in NFC with plain spaces, đ for eth, and nothing invisible."""
    if text.isascii() and not _UNCLEAN.search(text):
        return text
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return composed.translate(_ALIKE) if _UNCLEAN.search(composed) else composed


def lines_of(source: str) -> list[Line]:
    """Return the lines of a source, which tile it."""
    lines: list[Line] = []
    start = 0
    for raw in source.split("\n"):
        end = min(start + len(raw) + 1, len(source))
        lines.append(Line(start, end, raw, clean(raw).strip()))
        start += len(raw) + 1
    return lines


def _is_combined(raw: str, place: int) -> bool:
    return place < len(raw) and unicodedata.combining(raw[place]) != 0
