"""Runs of text with their fonts → Unicode paragraphs, clean and composed, with what is doubtful in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.cleaning import clean_text
from submissions.readers.document import Encoding, Span

try:
    from proceedings.text.legacy_encodings import Run, repair
except ImportError:
    from submissions.readers.unrepaired import Run, repair

__all__ = ["Decoded", "Run", "decode", "encoding_of"]

_LONGEST: Final = 10_000_000
#: Letters that no legacy encoding can show by itself.
_ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A paragraph in Unicode, the encoding it came in, and the spans that a person must compare."""

    text: str
    encoding: Encoding
    doubtful: tuple[Span, ...] = ()


def decode(paragraphs: Sequence[Sequence[Run]]) -> list[Decoded]:
    """Return the paragraphs repaired and then cleaned, in this order: U+00AD is a letter of TCVN3 before the repair.

    Line ends within a paragraph stay as they are, as do tabs and runs of blanks (letterheads are laid out by them).
    """
    return [
        _clean(each.text, Encoding(str(each.encoding)), tuple(each.doubtful)) for each in repair(paragraphs)
    ]


def encoding_of(decoded: Sequence[Decoded]) -> Encoding:
    """Return the encoding of a document: the one that its Vietnamese letters came in, or MIXED for several."""
    found = {
        each.encoding
        for each in decoded
        if each.encoding != Encoding.UNICODE or _ONLY_UNICODE.search(each.text)
    }
    if not found:
        return Encoding.UNICODE
    return found.pop() if len(found) == 1 else Encoding.MIXED


def _clean(text: str, encoding: Encoding, doubtful: tuple[Span, ...]) -> Decoded:
    cleaned = clean_text(text, limit=_LONGEST).text
    if doubtful and cleaned != text:
        doubtful = tuple(
            (_place(text, start, cleaned), _place(text, end, cleaned)) for start, end in doubtful
        )
    return Decoded(cleaned, encoding, doubtful)


def _place(text: str, offset: int, cleaned: str) -> int:
    before = clean_text(f"{text[:offset]}|", limit=_LONGEST).text
    return min(len(before) - 1, len(cleaned))
