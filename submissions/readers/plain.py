"""Plain text → paragraphs, a line each, whatever encoding it was saved in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from submissions.readers.document import Kind, Paragraph, Problem, ReadDocument, State
from submissions.readers.encoding import Run, decode, encoding_of
from submissions.readers.failure import Unreadable
from submissions.readers.texts import decode_text

LINES_ALLOWED: Final = 100_000
CHARACTERS_ALLOWED: Final = 5_000_000


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the lines that are not empty; raises :class:`Unreadable` for bytes that are no text and for too many."""
    text = decode_text(path.read_bytes())
    if text is None:
        raise Unreadable(Problem.DAMAGED)
    lines = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    if len(lines) > LINES_ALLOWED or len(text) > CHARACTERS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, measured=len(lines), allowed=LINES_ALLOWED)
    decoded = decode([[Run(line, "")] for line in lines])
    paragraphs = tuple(
        Paragraph(
            each.text[len(each.text) - len(each.text.lstrip()) :], doubtful=_moved(each.text, each.doubtful)
        )
        for each in decoded
        if each.text.strip()
    )
    if not paragraphs:
        return ReadDocument(Kind.TEXT, State.NEEDS_PERSON, Problem.NO_TEXT)
    return ReadDocument(Kind.TEXT, paragraphs=paragraphs, encoding=encoding_of(decoded))


def _moved(text: str, doubtful: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    indent = len(text) - len(text.lstrip())
    return tuple((max(0, start - indent), end - indent) for start, end in doubtful if end > indent)
