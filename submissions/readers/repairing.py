"""Paragraphs in legacy encodings → Unicode, each keeping what else is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from submissions.readers.document import Encoding, Paragraph
from submissions.readers.encoding import Run, decode, encoding_of


def repaired(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], Encoding]:
    """Return the paragraphs repaired and cleaned, those left without text dropped, and the encoding they came in."""
    decoded = decode([[Run(paragraph.text)] for paragraph in paragraphs])
    out = [
        replace(
            paragraph,
            text=each.text.strip(),
            doubtful=paragraph.doubtful if each.text == paragraph.text else each.doubtful,
        )
        for paragraph, each in zip(paragraphs, decoded, strict=True)
        if each.text.strip()
    ]
    return out, encoding_of(decoded)
