"""What a page of a PDF is made of: text, text recognised by a scanner, a picture, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from submissions.readers.legible import LETTERS_NEEDED, is_legible, letters_in

_OBJECTS_LOOKED_AT: Final = 3_000
_PICTURE_SHARE: Final = 0.2
_SCAN_SHARE: Final = 0.6
_DRAWN_LETTERS: Final = 120
"""Drawings on a page without text from which on they are taken for letters turned into outlines."""


class Verdict(Enum):
    """What is to be done with a page."""

    TEXT = "text"
    NO_TEXT = "no_text"
    DISPUTED = "disputed"
    RECOGNISED = "recognised"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Contents:
    """What is drawn on a page: how many pictures, the share of the page they cover, drawings, texts shown and not."""

    pictures: int = 0
    pictured: float = 0.0
    drawings: int = 0
    shown: int = 0
    unseen: int = 0


def look_at(page: pdfium.PdfPage) -> Contents:
    """Return what is drawn on a page, its first ``_OBJECTS_LOOKED_AT`` things."""
    width, height = page.get_size()
    area = max(width * height, 1)
    pictures, pictured, drawings, shown, unseen = 0, 0.0, 0, 0, 0
    for count, part in enumerate(page.get_objects(max_depth=3)):
        if count >= _OBJECTS_LOOKED_AT:
            break
        if part.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            left, bottom, right, top = part.get_bounds()
            pictured += abs((right - left) * (top - bottom)) / area
        elif part.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            drawings += 1
        elif part.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            is_unseen = pdfium_c.FPDFTextObj_GetTextRenderMode(part) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
            shown, unseen = shown + (not is_unseen), unseen + is_unseen
    return Contents(pictures, pictured, drawings, shown, unseen)


def judge(contents: Contents, text: str) -> Verdict:
    """Return the verdict on a page with these contents and this text, running heads aside.

    A page with few letters is only without text where something else is shown on it: the last page of a letter may
    hold a signature and no more.
    """
    letters = letters_in(text)
    if letters < LETTERS_NEEDED:
        is_drawn = letters < 20 and contents.drawings >= _DRAWN_LETTERS
        if contents.pictured >= _PICTURE_SHARE or is_drawn:
            return Verdict.NO_TEXT
        return Verdict.TEXT if letters else Verdict.EMPTY
    if not is_legible(text):
        return Verdict.DISPUTED
    if contents.unseen > contents.shown and contents.pictured >= _SCAN_SHARE:
        return Verdict.RECOGNISED
    return Verdict.TEXT
