"""A page of a PDF → its lines, letter by letter from pdfium, as no split word may come out."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from submissions.readers.page_lines import Page, Word, lines_of

LETTERS_ALLOWED: Final = 100_000
"""Letters of one page: forty times as many as a full one has."""

_HYPHENS: Final = frozenset({0x02, 0xFFFE})
"""What pdfium gives for a hyphen at the end of a line, and then no line end."""
_HYPHEN: Final = "\x02"


class TooManyLetters(Exception):
    """A page has more letters than ``LETTERS_ALLOWED``; none is left out without a word."""


Turn = Callable[[float, float], tuple[float, float]]


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Return the lines of a page in the order of its content, turned upright; raises :class:`TooManyLetters`."""
    text = page.get_textpage()
    try:
        letters = _letters(text)
        turned = page.get_rotation() // 90
        quarter = _quarter_turns(text, len(letters), turned)
        width, height = page.get_size()
        if (quarter - turned) % 2:
            width, height = height, width
        lines = tuple(lines_of(_words(letters, _Places(text, _turn(page.get_bbox(), quarter)))))
    finally:
        text.close()
    return Page(number, width, height, lines)


def _quarter_turns(text: pdfium.PdfTextPage, letters: int, turned: int) -> int:
    """Return how often the content is to be turned right by 90°: as the page says, or as most letters stand."""
    step = max(1, letters // 40)
    seen = Counter(
        -round(math.degrees(pdfium_c.FPDFText_GetCharAngle(text, at)) / 90) % 4  # it counts to the right
        for at in range(0, letters, step)
    )
    if not seen:
        return turned
    angle, times = seen.most_common(1)[0]
    return angle if times * 2 > seen.total() else turned


def _turn(box: tuple[float, float, float, float], quarter: int) -> Turn:
    left, bottom, right, top = box
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    return turns[quarter % 4]


def _letters(text: pdfium.PdfTextPage) -> list[str]:
    """Return each letter as pdfium counts them; nothing for those that are no text."""
    count = text.count_chars()
    if count > LETTERS_ALLOWED:
        raise TooManyLetters
    codes = _codes(text, count)
    for at in range(count - 1):
        if 0xD800 <= codes[at] < 0xDC00 <= codes[at + 1] < 0xE000:
            codes[at], codes[at + 1] = 0x10000 + ((codes[at] - 0xD800) << 10) + codes[at + 1] - 0xDC00, 0
    return [_HYPHEN if code in _HYPHENS else "" if _is_no_text(code) else chr(code) for code in codes]


def _codes(text: pdfium.PdfTextPage, count: int) -> list[int]:
    """Return the code of each letter: all at once where pdfium gives as many, else one by one."""
    out = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(text, 0, count, out) == count + 1:
        return list(out)[:count]
    return [pdfium_c.FPDFText_GetUnicode(text, at) for at in range(count)]


def _is_no_text(code: int) -> bool:
    return (code < 32 and code not in {9, 10, 13}) or 0xD800 <= code < 0xE000 or code > 0x10FFFF


def _words(letters: list[str], place: _Places) -> Iterator[Word | None]:
    """Yield each word with its place, None for a line end.

    Only the first and the last letter of a word are asked where they stand: that is most of the time saved.
    """
    start = 0
    for at, letter in enumerate([*letters, "\n"]):
        if not letter.isspace() and letter != _HYPHEN:
            continue
        if inside := [where for where in range(start, at) if letters[where]]:
            yield from _placed(inside, letters, place, "\xad" if letter == _HYPHEN else "")
        start = at + 1
        if letter in "\r\n\x02":
            yield None


def _placed(inside: list[int], letters: list[str], place: _Places, end: str) -> Iterator[Word]:
    x0, x1, y, size = place.of(inside[0])
    last_x0, last_x1, last_y, last_size = place.of(inside[-1]) if len(inside) > 1 else (x0, x1, y, size)
    if abs(y - last_y) > 0.55 * max(size, last_size, 1):
        for at in inside:  # something else stands between: each letter for itself
            yield Word(letters[at], *place.of(at))
        return
    word = "".join([letters[at] for at in inside]) + end
    yield Word(word, min(x0, last_x0), max(x1, last_x1), y, max(size, last_size))


class _Places:
    """Where the letters of one page stand; what pdfium fills in is made once, as a page has thousands."""

    def __init__(self, text: pdfium.PdfTextPage, turn: Turn) -> None:
        self._text, self._turn = text.raw, turn
        self._box, self._x, self._y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def of(self, at: int) -> tuple[float, float, float, float]:
        """Return the left and the right edge of a letter, the line it stands on and its height."""
        pdfium_c.FPDFText_GetLooseCharBox(self._text, at, self._box)
        pdfium_c.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        ax, ay = self._turn(self._box.left, self._box.bottom)
        bx, by = self._turn(self._box.right, self._box.top)
        return min(ax, bx), max(ax, bx), self._turn(self._x.value, self._y.value)[1], abs(ay - by)
