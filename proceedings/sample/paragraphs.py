"""Reading the files of sample paragraphs: sections by role, one paragraph a line, paraphrases with ``@n``."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proceedings.sample.facts import THEMES

FOLDER: Final = Path(__file__).with_name("paragraphs")
#: What a paragraph does in a text, in the order in which a text has them.
ROLES: Final = (
    "opening",
    "basis",
    "principle",
    "situation",
    "experience",
    "content",
    "duty",
    "method",
    "agreement",
    "opinion",
    "question",
    "proposal",
    "closing",
)
#: Openings and closings that suit a text on any theme, from any body.
FRAME: Final = "frame"


class MalformedParagraphs(ValueError):
    """A file of paragraphs breaks its format; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sample paragraph. ``index`` counts the originals of its file from 1; a paraphrase has its original's.

    ``theme`` is a theme's slug, empty for the frame file.
    """

    theme: str
    role: str
    text: str
    index: int
    is_variant: bool

    @property
    def meaning(self) -> tuple[str, int]:
        """Return what an original shares with its paraphrases."""
        return self.theme, self.index


def parse(content: str, *, theme: str, name: str) -> tuple[Paragraph, ...]:
    """Read one file's paragraphs, in its order.

    ``# …`` is a comment. ``== role`` begins a section; a paragraph is one line below it. ``== role variant``
    begins a section of paraphrases, each ``@n …`` where *n* counts the originals of the file from 1. Raises
    :class:`MalformedParagraphs` for an unknown role, a paragraph before any section, a paraphrase without
    ``@n`` or of no original, and text that is not NFC.
    """
    found: list[Paragraph] = []
    role, is_variant, originals = "", False, 0
    for line_number, raw in enumerate(content.split("\n"), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        where = f"{name}, line {line_number}"
        if line.startswith("=="):
            role, is_variant = _section(line, where)
            continue
        if not role:
            raise MalformedParagraphs(f"{where}: a paragraph before any section.")
        if not unicodedata.is_normalized("NFC", line):
            raise MalformedParagraphs(f"{where}: the text is not NFC.")
        originals += not is_variant
        index, text = _marked(line, where) if is_variant else (originals, line)
        found.append(Paragraph(theme, role, text, index, is_variant))
    _refuse_orphans(found, originals, name)
    return tuple(found)


@functools.cache
def paragraphs() -> tuple[Paragraph, ...]:
    """Read every file of the folder: the frame, then the themes in their order."""
    files = [("", FRAME), *((theme.slug, theme.paragraphs) for theme in THEMES)]
    read: list[Paragraph] = []
    for theme, stem in files:
        path = FOLDER / f"{stem}.txt"
        read.extend(parse(path.read_text(encoding="utf-8"), theme=theme, name=path.name))
    return tuple(read)


def _section(line: str, where: str) -> tuple[str, bool]:
    words = line.removeprefix("==").split()
    if not words or words[0] not in ROLES or words[1:] not in ([], ["variant"]):
        raise MalformedParagraphs(f"{where}: “{line}” is no section.")
    return words[0], len(words) == 2


def _marked(line: str, where: str) -> tuple[int, str]:
    mark, _blank, text = line.partition(" ")
    if not (mark.startswith("@") and mark[1:].isdecimal() and text):
        raise MalformedParagraphs(f"{where}: a paraphrase begins with @ and the number of its original.")
    return int(mark[1:]), text


def _refuse_orphans(found: list[Paragraph], originals: int, name: str) -> None:
    for paragraph in found:
        if not 1 <= paragraph.index <= originals:
            raise MalformedParagraphs(f"{name}: @{paragraph.index} names no original.")
