"""Scans and pictures → text by Tesseract, page by page, with what a person must compare."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

from submissions.readers import image, pdf
from submissions.readers.document import ParagraphKind, Problem, ReadDocument, Remark, State
from submissions.readers.page_heads import without_heads
from submissions.readers.page_lines import Page, page_ranges
from submissions.readers.paragraphs import build_paragraphs
from submissions.readers.pdf_pages import Verdict
from submissions.readers.pictures import DPI
from submissions.readers.recognition import recognise_page
from submissions.readers.repairing import repaired
from submissions.readers.tesseract import NotRecognised, available

__all__ = ["available", "read"]

TO_COMPARE_BELOW: Final = 90.0
"""Mean confidence of a page below which a person must read all of it."""

_TO_RECOGNISE: Final = frozenset({Verdict.NO_TEXT, Verdict.DISPUTED})

OnPage = Callable[[int, int], None]


def read(path: Path, scratch: Path, on_page: OnPage | None = None) -> ReadDocument:
    """Return the text of a PDF or a picture with its pages recognised; pages of a PDF that have text keep it.

    ``on_page`` is told how many pages are done, and of how many. The document always waits for a person: its problem is
    ``RECOGNISED``, or ``NO_TEXT`` where nothing was recognised. Without Tesseract it is as the plain reader leaves it.
    Uses ``scratch`` for one picture at a time.
    """
    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    if not available():
        return pdf.read(path, scratch) if is_pdf else image.read(path, scratch)
    return _read_pdf(path, scratch, on_page) if is_pdf else _read_image(path, scratch, on_page)


def _read_pdf(path: Path, scratch: Path, on_page: OnPage | None) -> ReadDocument:
    looked = pdf.look(path)
    wanted = [number for number, verdict in looked.verdicts.items() if verdict in _TO_RECOGNISE]
    if not wanted:
        return looked.document
    pages = {page.number: page for page in looked.pages}
    confidences = []
    document = pdfium.PdfDocument(path)
    try:
        for done, number in enumerate(wanted, start=1):
            pages[number], confidence = _recognise(partial(_render, document, number), number, scratch)
            confidences.append(confidence)
            if on_page:
                on_page(done, len(wanted))
    finally:
        document.close()
    return _recognised(looked.document, list(pages.values()), wanted, confidences)


def _read_image(path: Path, scratch: Path, on_page: OnPage | None) -> ReadDocument:
    plain = image.read(path, scratch)
    if plain.state == State.REFUSED:
        return plain
    pages, confidences = [], []
    with image.opened(path) as picture:
        count = image.frame_count(picture)
        for number in range(1, count + 1):
            page, confidence = _recognise(partial(_frame, picture, number), number, scratch)
            pages.append(page)
            confidences.append(confidence)
            if on_page:
                on_page(number, count)
    return _recognised(plain, pages, [page.number for page in pages], confidences)


def _recognise(show: Callable[[], tuple[Image.Image, int]], number: int, scratch: Path) -> tuple[Page, float]:
    try:
        picture, dpi = show()
        return recognise_page(picture, number, dpi=dpi, scratch=scratch)
    except NotRecognised:
        return Page(number, 595, 842, ()), 0.0


def _frame(picture: Image.Image, number: int) -> tuple[Image.Image, int]:
    shown = image.frame(picture, number - 1)
    return shown, image.resolution(shown)


def _render(document: pdfium.PdfDocument, number: int) -> tuple[Image.Image, int]:
    """Return a page as a grey picture and its dots an inch, fewer where it would have too many."""
    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        raise NotRecognised(str(error)) from error
    try:
        width, height = page.get_size()
        scale = min(DPI / 72, math.sqrt(image.PIXELS_ALLOWED / max(width * height, 1)))
        return page.render(scale=scale, grayscale=True).to_pil(), round(72 * scale)
    finally:
        page.close()


def _recognised(
    plain: ReadDocument, pages: list[Page], recognised: list[int], confidences: list[float]
) -> ReadDocument:
    kept, heads = without_heads(pages)
    paragraphs, encoding = repaired(build_paragraphs(kept))
    fields = [paragraph for paragraph in plain.paragraphs if paragraph.kind == ParagraphKind.TEXT_BOX]
    notes = [paragraph for paragraph in plain.aside if paragraph.kind == ParagraphKind.COMMENT]
    poor = [
        number
        for number, confidence in zip(recognised, confidences, strict=True)
        if confidence < TO_COMPARE_BELOW
    ]
    remarks = (Remark("pages_to_compare", {"pages": page_ranges(poor), "count": len(poor)}),) if poor else ()
    return replace(
        plain,
        state=State.NEEDS_PERSON,
        problem=Problem.RECOGNISED if paragraphs else Problem.NO_TEXT,
        values={"pages": page_ranges(recognised), "count": len(recognised), "of": len(pages)},
        paragraphs=(*paragraphs, *fields),
        aside=(*repaired(heads)[0], *notes),
        encoding=encoding,
        page_confidences=tuple(round(confidence, 1) for confidence in confidences),
        remarks=(*plain.remarks, *remarks),
    )
