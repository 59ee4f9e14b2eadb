"""Runs of text with their fonts → Unicode paragraphs, clean and composed, with what is doubtful in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.cleaning import clean_text
from proceedings.text.legacy_encodings import Legacy, Run, repair
from submissions.readers.document import Encoding, Span

__all__ = ["Decoded", "Run", "decode", "encoding_of"]

_LONGEST: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A paragraph in Unicode, the spans that a person must compare, and the encodings that its letters prove."""

    text: str
    doubtful: tuple[Span, ...] = ()
    found: frozenset[Encoding] = frozenset()


def decode(paragraphs: Sequence[Sequence[Run]]) -> list[Decoded]:
    """Return the paragraphs repaired and then cleaned, in this order: U+00AD is a letter of TCVN3 before the repair.

    Line ends within a paragraph stay as they are, as do tabs and runs of blanks (letterheads are laid out by them).
    """
    return [_clean(each.text, each.doubtful, each.found) for each in repair(paragraphs)]


def encoding_of(decoded: Sequence[Decoded]) -> Encoding:
    """Return the encoding that the letters of a document prove, or MIXED for several; plain ASCII is Unicode."""
    found = frozenset[Encoding]().union(*(each.found for each in decoded))
    if not found:
        return Encoding.UNICODE
    return next(iter(found)) if len(found) == 1 else Encoding.MIXED


def _clean(text: str, doubtful: tuple[Span, ...], found: frozenset[Legacy]) -> Decoded:
    cleaned = clean_text(text, limit=_LONGEST).text
    if doubtful and cleaned != text:
        doubtful = tuple(
            (_place(text, start, cleaned), _place(text, end, cleaned)) for start, end in doubtful
        )
    return Decoded(cleaned, doubtful, frozenset(map(Encoding, found)))


def _place(text: str, offset: int, cleaned: str) -> int:
    before = clean_text(f"{text[:offset]}|", limit=_LONGEST).text
    return min(len(before) - 1, len(cleaned))
