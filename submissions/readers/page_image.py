"""One page of a PDF or a picture as a PNG to look at, drawn anew: nothing of the file itself reaches a browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

from submissions.readers.document import Kind, Problem, ReadDocument, refused
from submissions.readers.image import frame, frame_count, opened

#: The name of the picture in the scratch folder.
NAME: Final = "page.png"
#: Pixels of its longer side: two screens high, and text of 8 points can be read.
LONGER_SIDE: Final = 1_600
_LARGEST_SCALE: Final = 3.0


def reader(kind: Kind, number: int) -> partial[ReadDocument]:
    """Return what draws one page (from 1) of a file of a kind into ``scratch / NAME``."""
    return partial(_draw, kind=kind, number=number)


def _draw(path: Path, scratch: Path, *, kind: Kind, number: int) -> ReadDocument:
    picture, pages = (_of_pdf if kind is Kind.PDF else _of_picture)(path, number)
    if picture is None:
        return refused(kind, Problem.EMPTY, pages=pages)
    picture.thumbnail((LONGER_SIDE, LONGER_SIDE))
    picture.convert("RGB").quantize(64).save(scratch / NAME, "PNG", optimize=False)
    return ReadDocument(kind, pages=pages)


def _of_pdf(path: Path, number: int) -> tuple[Image.Image | None, int]:
    pdf = pdfium.PdfDocument(path)
    pages = len(pdf)
    if not 1 <= number <= pages:
        return None, pages
    page = pdf[number - 1]
    scale = min(LONGER_SIDE / max(*page.get_size(), 1), _LARGEST_SCALE)
    return page.render(scale=scale, may_draw_forms=False).to_pil(), pages


def _of_picture(path: Path, number: int) -> tuple[Image.Image | None, int]:
    with opened(path) as picture:
        pages = frame_count(picture)
        return (frame(picture, number - 1).copy() if 1 <= number <= pages else None), pages
