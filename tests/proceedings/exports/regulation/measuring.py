"""A printed page, measured: where each line stands on the sheet, how large it is and in which face."""

import ctypes
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

MILLIMETRE = 25.4 / 72


@dataclass(frozen=True)
class Printed:
    """One line: its words, left and right edge and baseline in millimetres from the left top corner, size in points."""

    text: str
    left: float
    right: float
    baseline: float
    sizes: frozenset
    faces: frozenset

    @property
    def middle(self):
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Stroke:
    """A rule: its ends and its height on the sheet in millimetres."""

    left: float
    right: float
    height: float


def lines_of(path):
    """The lines of each page, from the top down."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        return [_lines(page) for page in pdf]


def strokes_of(path):
    """The horizontal rules of each page that are not part of a table."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        return [sorted(_strokes(page), key=lambda stroke: stroke.height) for page in pdf]


def sheets_of(path):
    """Width and height of each page in millimetres."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        return [tuple(round(side * MILLIMETRE, 1) for side in page.get_size()) for page in pdf]


def line(lines, beginning):
    """The one line that begins with these words."""
    (found,) = [each for each in lines if each.text.startswith(beginning)]
    return found


def _lines(page):
    text, height = page.get_textpage(), page.get_height()
    letters = sorted(_letters(text, height), key=lambda letter: (letter[0], letter[1]))
    rows = (list(row) for _, row in groupby(letters, key=lambda letter: letter[0]))
    return [_printed(part) for row in rows for part in _parts(row)]


def _letters(text, height):
    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(100)
    for place in range(pdfium.FPDFText_CountChars(text)):
        char = chr(pdfium.FPDFText_GetUnicode(text, place))
        if not char.isspace() and not pdfium.FPDFText_IsGenerated(text, place):
            pdfium.FPDFText_GetCharOrigin(text, place, x, y)
            pdfium.FPDFText_GetCharBox(text, place, *edges)
            pdfium.FPDFText_GetFontInfo(text, place, name, 100, flags)
            size = round(pdfium.FPDFText_GetFontSize(text, place), 1)
            face = name.value.decode().rsplit("-", 1)[-1]
            baseline = round((height - y.value) * MILLIMETRE, 1)
            yield baseline, edges[0].value * MILLIMETRE, edges[1].value * MILLIMETRE, char, size, face


def _parts(row):
    """The pieces of a row that stand more than 5 mm apart: columns, numbers in the middle of a head."""
    part = [row[0]]
    for letter in row[1:]:
        if letter[1] - part[-1][2] > 5:
            yield part
            part = []
        part.append(letter)
    yield part


def _printed(part):
    words = part[0][3]
    for before, letter in pairwise(part):
        words += (" " if letter[1] - before[2] > 0.7 else "") + letter[3]
    return Printed(
        words,
        min(letter[1] for letter in part),
        max(letter[2] for letter in part),
        part[0][0],
        frozenset(letter[4] for letter in part),
        frozenset(letter[5] for letter in part),
    )


def _strokes(page):
    height = page.get_height()
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (side * MILLIMETRE for side in item.get_bounds())
        if top - bottom < 1 and right - left > 5:
            yield Stroke(left, right, height * MILLIMETRE - (top + bottom) / 2)
