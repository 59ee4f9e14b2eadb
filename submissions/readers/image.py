"""A picture of a document: checked before it is decoded; without recognition it waits for a person."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from submissions.readers.document import Kind, Problem, ReadDocument, State, refused

PIXELS_ALLOWED: Final = 40_000_000
FRAMES_ALLOWED: Final = 200
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "MPO")
_LEAST_SIDE: Final = 8


class TooManyPixels(Exception):
    """A picture of more than ``PIXELS_ALLOWED``, or a frame of it."""


class TooManyFrames(Exception):
    """A TIFF of more than ``FRAMES_ALLOWED`` pages."""


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return how many pages a picture has, as a document that a person must read; nothing is written to ``scratch``.

    Its measures are checked before a pixel is decoded; then every page is decoded, as a damaged one looks whole.
    """
    try:
        with opened(path) as picture:
            frames = frame_count(picture)
            for number in range(frames):
                frame(picture, number)
    except (TooManyPixels, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return refused(Kind.IMAGE, Problem.TOO_LARGE, allowed=PIXELS_ALLOWED)
    except TooManyFrames:
        return refused(Kind.IMAGE, Problem.TOO_LONG, allowed=FRAMES_ALLOWED)
    except Exception:
        return refused(Kind.IMAGE, Problem.DAMAGED)
    values: dict[str, str | int] = {
        "pages": f"1-{frames}" if frames > 1 else "1",
        "count": frames,
        "of": frames,
    }
    return ReadDocument(Kind.IMAGE, State.NEEDS_PERSON, Problem.NO_TEXT, values, images=frames, pages=frames)


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """Open a PNG, JPEG or TIFF without decoding it; warnings about damage are errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)
        with Image.open(path, formats=_FORMATS) as picture:
            _check(picture)
            yield picture


def frame_count(picture: Image.Image) -> int:
    """Return the number of pages; raise ``TooManyFrames``."""
    if picture.format != "TIFF":
        return 1
    for number in range(FRAMES_ALLOWED + 1):
        try:
            picture.seek(number)
        except EOFError:
            return number
    raise TooManyFrames


def frame(picture: Image.Image, number: int) -> Image.Image:
    """Return one page decoded and turned as its camera says; raise ``TooManyPixels`` before decoding."""
    if picture.format == "TIFF":
        picture.seek(number)
    _check(picture)
    picture.load()
    return ImageOps.exif_transpose(picture)


def resolution(picture: Image.Image) -> int:
    """Return the dots an inch that a picture states or that fit an A4 page across it."""
    across = min(picture.size)
    stated = picture.info.get("dpi", (0, 0))[0]
    guessed = across / 8.27
    is_likely = 120 <= stated <= 1200 and 4 <= across / stated <= 14
    return round(float(stated) if is_likely else min(max(guessed, 70), 600))


def _check(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > PIXELS_ALLOWED:
        raise TooManyPixels
    if min(width, height) < _LEAST_SIDE:
        raise ValueError("no page is so small")
