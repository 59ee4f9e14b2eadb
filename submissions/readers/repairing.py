"""Paragraphs in legacy encodings → Unicode, each keeping what else is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proceedings.text.cleaning import clean_text
from proceedings.text.legacy_encodings import Repaired, Run, encodings_of, repair
from submissions.readers.document import Encoding, Paragraph

_LONGEST = 10_000_000


def repaired(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], Encoding]:
    """Return the paragraphs repaired and cleaned, those left without text dropped, and the encoding they came in."""
    read = repair([[Run(paragraph.text)] for paragraph in paragraphs])
    changed = [_changed(paragraph, each) for paragraph, each in zip(paragraphs, read, strict=True)]
    found = encodings_of(read)
    encoding = Encoding.MIXED if len(found) > 1 else Encoding(next(iter(found), Encoding.UNICODE))
    return [paragraph for paragraph in changed if paragraph.text], encoding


def _changed(paragraph: Paragraph, each: Repaired) -> Paragraph:
    text = clean_text(each.text, limit=_LONGEST).text.strip()
    if text == paragraph.text:
        return replace(paragraph, doubtful=paragraph.doubtful or each.doubtful)
    is_doubtful = bool(paragraph.doubtful or each.doubtful)
    if text == each.text and not paragraph.doubtful:
        return replace(paragraph, text=text, doubtful=each.doubtful)
    return replace(paragraph, text=text, doubtful=((0, len(text)),) if is_doubtful else ())
