"""Recognised words → a page of lines, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Final

from PIL import Image

from proceedings.text.languages import is_english
from proceedings.text.syllables import is_syllable
from submissions.readers.legible import is_legible
from submissions.readers.page_lines import Line, Page, Word, lines_of
from submissions.readers.pictures import DPI, prepare
from submissions.readers.tesseract import SURE, SeenWord, mean_confidence, quarter_turns, recognise

_POOR: Final = 70.0
"""Mean confidence below which a page is tried again, turned upright or with English beside Vietnamese."""
_TALL: Final = 1.25
"""A letter's size in words' heights, which seldom reach from the highest accent to the lowest tail."""
_LABELS: Final = {"ø)": "g)", "ở)": "đ)", "ð)": "đ)"}
"""Labels of điểm as they are misread; none of these can be one."""
_AROUND: Final = ".,;:!?()[]“”\"'…-–_/"
_SEALS: Final = 0.25
"""Share of a page's height within which a Party letterhead has its asterisk."""


def recognise_page(picture: Image.Image, number: int, *, dpi: int, scratch: Path) -> tuple[Page, float]:
    """Return the lines of a picture of a page and the mean confidence of its words (0–100).

    ``picture`` is in any mode, ``dpi`` what it was made with. Words below ``SURE`` are marked doubtful. Raises
    ``NotRecognised``.
    """
    if abs(dpi - DPI) > 20:
        scale = min(DPI / dpi, 3.0)
        size = (round(picture.width * scale), round(picture.height * scale))
        picture, dpi = picture.resize(size, Image.Resampling.LANCZOS), round(dpi * scale)
    ready = prepare(picture)
    file = scratch / "page.pgm"
    try:
        ready, words = _best_reading(ready, dpi, file)
    finally:
        file.unlink(missing_ok=True)
    point = 72 / dpi
    height = ready.height * point
    lines = _with_asterisk(_in_order(list(lines_of(_placed(words, point)))), _SEALS * height)
    return Page(number, ready.width * point, height, tuple(lines)), mean_confidence(words)


def _best_reading(ready: Image.Image, dpi: int, file: Path) -> tuple[Image.Image, list[SeenWord]]:
    ready.save(file)
    words = recognise(file, dpi=dpi)
    if mean_confidence(words) < _POOR and (turns := quarter_turns(file)):
        turned = ready.rotate(-90 * turns, expand=True)
        turned.save(file)
        again = recognise(file, dpi=dpi)
        if mean_confidence(again) > mean_confidence(words):
            ready, words = turned, again
    text = " ".join(word.text for word in words)
    if words and (mean_confidence(words) < _POOR or is_english(text) or not is_legible(text)):
        again = recognise(file, dpi=dpi, languages="vie+eng")
        if mean_confidence(again) > mean_confidence(words):
            words = again
    return ready, words


def _placed(words: Sequence[SeenWord], point: float) -> Iterator[Word | None]:
    """Yield words in points; those of one line share its foot, as no two letters reach equally low."""
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        size = max(_TALL * median(word.bottom - word.top for word in line), 1) * point
        slope = _slope(line)
        foot = median(word.bottom - slope * word.left for word in line)
        for word in line:
            is_doubtful = word.confidence < SURE or _is_misread(word.text)
            text = _LABELS.get(word.text, word.text) if word is line[0] else word.text
            yield Word(text, word.left * point, word.right * point, foot * point, size, is_doubtful)
        yield None


def _is_misread(text: str) -> bool:
    """Tell whether a word has Vietnamese letters and can be no syllable, as "quyêt" for "quyết"."""
    word = text.strip(_AROUND)
    return not word.isascii() and word.isalpha() and not word.isupper() and not is_syllable(word)


def _slope(line: Sequence[SeenWord]) -> float:
    if len(line) < 2 or line[-1].left <= line[0].left:
        return 0.0
    slope = (line[-1].bottom - line[0].bottom) / (line[-1].left - line[0].left)
    return slope if abs(slope) < 0.02 else 0.0


def _in_order(lines: list[Line]) -> list[Line]:
    """Return lines by rows from top to foot, within a row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.y):
        if rows and abs(rows[-1][0].y - line.y) < 0.45 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.x0)]


def _with_asterisk(lines: list[Line], above: float) -> list[Line]:
    """Return lines with the asterisk under a Party body's name as such: it is seen as a doubtful letter or two."""
    out = []
    for line in lines:
        is_doubtful = len(line.text) <= 2 and line.doubtful == ((0, len(line.text)),)
        names = [
            other
            for other in lines
            if other.text.isupper()
            and 0 < line.y - other.y < 2.2 * other.size
            and abs(other.middle - line.middle) < 15
        ]
        is_asterisk = is_doubtful and line.y < above and bool(names)
        out.append(replace(line, text="*", doubtful=((0, 1),)) if is_asterisk else line)
    return out
