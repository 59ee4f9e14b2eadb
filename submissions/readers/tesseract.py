"""Tesseract as a program: a picture of a page → its words with a confidence each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

SECONDS_A_PAGE: Final = 60
SURE: Final = 60.0
"""Confidence below which a word is marked for a person (0–100)."""

_WORD_LEVEL: Final = "5"
_HAS_LETTER = re.compile(r"[^\W_]")
_COLUMNS: Final = 12


class NotRecognised(Exception):
    """Tesseract failed on a picture, or took longer than ``SECONDS_A_PAGE``."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A recognised word; pixels from the top left corner, ``line`` tells which words stand on one line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]


@lru_cache(maxsize=1)
def available() -> bool:
    """Tell whether Tesseract and its Vietnamese model are installed; asked once."""
    return "vie" in _languages()


def recognise(picture: Path, *, dpi: int, languages: str = "vie", layout: int = 4) -> list[SeenWord]:
    """Return the words of a picture in Tesseract's order.

    ``languages`` and ``layout`` as Tesseract's ``-l`` and ``--psm``. Dirt (signs without letters, hardly seen) is
    left out. Raises ``NotRecognised``.
    """
    command = [
        "-l",
        languages,
        "--oem",
        "1",
        "--psm",
        str(layout),
        "--dpi",
        str(dpi),
        "-c",
        "tessedit_create_tsv=1",
    ]
    return list(_words(_run([str(picture), "stdout", *command])))


def quarter_turns(picture: Path) -> int:
    """Return how often a picture is to be turned right by 90° so that it stands upright; 0 where nobody can tell."""
    try:
        out = _run([str(picture), "stdout", "--psm", "0", "-l", "osd"])
    except NotRecognised:
        return 0
    found = re.search(r"Rotate: (\d+)", out)
    sure = re.search(r"Orientation confidence: ([\d.]+)", out)
    return int(found[1]) // 90 % 4 if found and sure and float(sure[1]) > 1 else 0


def mean_confidence(words: Sequence[SeenWord]) -> float:
    """Return the mean confidence by letters, 0–100; 0 without words."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _languages() -> frozenset[str]:
    if shutil.which("tesseract") is None:
        return frozenset()
    try:
        return frozenset(_run(["--list-langs"]).split())
    except NotRecognised:
        return frozenset()


def _run(arguments: Sequence[str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no argument comes from outside
            ["tesseract", *arguments],  # noqa: S607 - wherever the system has it
            capture_output=True,
            check=True,
            timeout=SECONDS_A_PAGE,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise NotRecognised(str(error)) from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> Iterator[SeenWord]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) < _COLUMNS or cells[0] != _WORD_LEVEL or not cells[-1].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, cells[2:10])
        text, confidence = unicodedata.normalize("NFC", cells[-1].strip()), float(cells[10])
        if confidence < SURE and not _HAS_LETTER.search(text):
            continue
        yield SeenWord(text, left, top, left + width, top + height, confidence, (block, paragraph, line))
