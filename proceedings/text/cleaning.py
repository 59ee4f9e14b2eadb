"""What a person types or pastes into a field, made storable without touching a word."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LINE_LIMIT: Final = 500
TEXT_LIMIT: Final = 1_000_000

# A letter that TCVN3 and VNI text, read as Latin-1, can never show: proof that a line is Unicode Vietnamese.
_UNICODE_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEGACY_SIGNS = re.compile("[\xad\x80-\x84\x86-\x9f]")
_ODD_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANK_RUNS = re.compile("[ \t\n]+")


class Change(StrEnum):
    """What was touched; ``LEGACY_SIGNS_KEPT`` tells that something doubtful was not."""

    COMPOSED = "composed"
    LINE_ENDS = "line_ends"
    CONTROLS = "controls"
    ZERO_WIDTH = "zero_width"
    DIRECTIONS = "directions"
    SURROGATES = "surrogates"
    LEGACY_SIGNS = "legacy_signs"
    LEGACY_SIGNS_KEPT = "legacy_signs_kept"
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit to store, and what was changed in it, each kind once, in the order of ``Change``."""

    text: str
    changes: tuple[Change, ...] = ()


class TextTooLong(ValueError):
    """A text over its limit; ``measured`` and ``allowed`` are in characters."""

    def __init__(self, *, measured: int, allowed: int) -> None:
        super().__init__(f"{measured} characters, {allowed} allowed")
        self.measured, self.allowed = measured, allowed


def clean_line(text: str, *, limit: int = LINE_LIMIT) -> Cleaned:
    """Clean the text of a one-line field: a name, a title, a symbol.

    As ``clean_text``; besides, every run of blanks, NBSP and line ends becomes one blank.
    Raises ``TextTooLong`` over ``limit`` characters.
    """
    return _clean(text, limit, _on_one_line)


def clean_text(text: str, *, limit: int = TEXT_LIMIT) -> Cleaned:
    """Clean the text of a field of many lines. Not a word is altered: a contributor's words are theirs.

    Touched are only invisible signs (controls, zero-width signs, signs of writing direction, broken
    surrogates, which neither PostgreSQL nor XML can hold or a reader can see), the kind of line end (always
    ``\\n``), blanks at the end of a line and of the text, and the composition of letters (NFD becomes NFC).
    NBSP and tabs within a line stay.

    A soft hyphen (U+00AD) and U+0080-009F are removed only from a line that certainly holds Unicode
    Vietnamese: in text of the TCVN3 encoding they are letters ("Bé tr\\xadëng"), and removing them would
    destroy words. Raises ``TextTooLong`` over ``limit`` characters.
    """
    return _clean(text, limit, _on_many_lines)


def clean_paragraphs(text: str, *, limit: int = TEXT_LIMIT) -> list[str]:
    """The lines of a pasted text that are not empty, cleaned as by ``clean_text``, without their indents."""
    lines = (line.strip() for line in clean_text(text, limit=limit).text.split("\n"))
    return [line for line in lines if line]


def _clean(text: str, limit: int, lay_out: Callable[[str], str]) -> Cleaned:
    if len(text) > 4 * limit:  # no composition makes it four times shorter: refused before any work
        raise TextTooLong(measured=len(text), allowed=limit)
    steps: tuple[tuple[Change, Callable[[str], str]], ...] = (
        (Change.LINE_ENDS, lambda seen: _LINE_ENDS.sub("\n", seen)),
        (Change.CONTROLS, lambda seen: _CONTROLS.sub("", seen)),
        (Change.ZERO_WIDTH, lambda seen: _ZERO_WIDTH.sub("", seen)),
        (Change.DIRECTIONS, lambda seen: _DIRECTIONS.sub("", seen)),
        (Change.SURROGATES, lambda seen: _SURROGATES.sub("", seen)),
        (Change.COMPOSED, lambda seen: unicodedata.normalize("NFC", seen)),
        (Change.LEGACY_SIGNS, _drop_legacy_signs),
        (Change.BLANKS, lay_out),
    )
    changes = set()
    for change, step in steps:
        before, text = text, step(text)
        if text != before:
            changes.add(change)
    if _LEGACY_SIGNS.search(text):
        changes.add(Change.LEGACY_SIGNS_KEPT)
    if len(text) > limit:
        raise TextTooLong(measured=len(text), allowed=limit)
    return Cleaned(text, tuple(change for change in Change if change in changes))


def _drop_legacy_signs(text: str) -> str:
    if not _LEGACY_SIGNS.search(text):
        return text
    lines = text.split("\n")
    return "\n".join(
        _LEGACY_SIGNS.sub("", line) if _UNICODE_VIETNAMESE.search(line) else line for line in lines
    )


def _on_one_line(text: str) -> str:
    return _BLANK_RUNS.sub(" ", _ODD_BLANKS.sub(" ", text)).strip()


def _on_many_lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
