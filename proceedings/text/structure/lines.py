"""The lines of a source with their offsets, and a cleaned copy of each that marks are looked for in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from proceedings.text.structure.markup import has_markup, pieces_of

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES: Final = "\u00a0\u2007\u2009\u2002\u2003\u202f\u3000\n\r\x0b\x0c\x85\u2028\u2029"
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
    """A line of the source from ``start`` to ``end``, its line end included; ``clean`` is stripped and NFC.

    ``places`` tells where in ``raw`` each character of ``clean`` begins, for lines whose markup was taken away.
    """

    start: int
    end: int
    raw: str
    clean: str
    places: Sequence[int] = ()

    def after(self, count: int) -> int:
        """Return the offset in the source that lies behind the first ``count`` characters of ``clean``."""
        if self.places:
            return self.start + self.places[count]
        place = self._lead()
        if self.raw[place : place + count] == self.clean[:count] and not _is_combined(
            self.raw, place + count
        ):
            return self.start + place + count
        return next(self._walk([count]), self.end)

    def mark(self, count: int) -> str:
        """Return the first ``count`` characters of ``clean`` as they are printed, without markup and line end."""
        if self.places:
            return self.clean[:count].strip()
        return self.raw[: self.after(count) - self.start].strip().replace("\n", " ")

    def after_all(self, counts: Sequence[int]) -> list[int]:
        """Return the offsets behind these many characters, in one walk; ``counts`` go up."""
        place = self._lead()
        if self.places:
            return [self.start + self.places[count] for count in counts]
        if self.raw.startswith(self.clean, place):
            return [self.start + place + count for count in counts]
        return list(self._walk(counts))

    def _lead(self) -> int:
        """How much stands in ``raw`` before the first character of ``clean``."""
        place = 0
        while place < len(self.raw) and (self.raw[place].isspace() or self.raw[place] in _INVISIBLE):
            place += 1
        return place

    def _walk(self, counts: Sequence[int]) -> Iterator[int]:
        """Yield where each count of clean characters ends, character by character."""
        raw, place, said = self.raw, self._lead(), 0
        for count in counts:
            while place < len(raw) and said < count:
                following = place + 1
                while _is_combined(raw, following):
                    following += 1
                said += len(clean(raw[place:following]))
                place = following
            yield self.start + place


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
        lines.append(_line(start, min(start + len(raw) + 1, len(source)), raw))
        start += len(raw) + 1
    return lines


def cut(line: Line, places: Sequence[int]) -> list[Line]:
    """Return a line as the parts that begin at these characters of its clean words, 0 not among them."""
    offsets = [line.start, *line.after_all(places), line.end]
    parts = []
    for start, end in pairwise(offsets):
        raw = line.raw[start - line.start : end - line.start]
        parts.append(_line(start, end, raw))
    return parts


def all_cut(lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> list[Line]:
    """Return the lines, those whose index has cuts as their parts."""
    return [
        part
        for index, line in enumerate(lines)
        for part in (cut(line, cuts[index]) if index in cuts else [line])
    ]


def joined(first: Line, second: Line) -> Line:
    """Return two lines as one: a heading whose number stands on the next line."""
    raw = f"{first.raw}\n{second.raw}"
    return replace(_line(first.start, second.end, raw), end=second.end)


def _line(start: int, end: int, raw: str) -> Line:
    if has_markup(raw):
        words, places = _without_markup(raw)
        return Line(start, end, raw, words, places)
    return Line(start, end, raw, clean(raw).strip())


def _without_markup(raw: str) -> tuple[str, tuple[int, ...]]:
    """The words of a line without its markup, and the place of each character in it; one more for its end."""
    letters: list[str] = []
    places: list[int] = []
    for begin, end, meant in pieces_of(raw):
        place = begin
        while place < end:
            following = place + 1 if meant is None else end
            while meant is None and following < end and unicodedata.combining(raw[following]):
                following += 1
            said = clean(raw[place:following] if meant is None else meant)
            letters.extend(said)
            places.extend([place] * len(said))
            place = following
    words = "".join(letters)
    first = len(words) - len(words.lstrip())
    last = len(words.rstrip())
    if first >= last:
        return "", (len(raw),)
    end = places[last] if last < len(places) else len(raw)
    return words[first:last], (*places[first:last], end)


def _is_combined(raw: str, place: int) -> bool:
    return place < len(raw) and unicodedata.combining(raw[place]) != 0
