"""Words that people type into a draft pass the door, too: a mark of secrecy keeps them out (law 6)."""

from __future__ import annotations

from submissions.readers.document import Kind, Paragraph, ReadDocument
from submissions.screening.secrecy import Mark, mark_of
from submissions.screening.words import words_of_mark


def mark_in(lines: list[str]) -> Mark | None:
    """Return the mark of secrecy that lines of text carry, sure or not."""
    return mark_of(ReadDocument(Kind.TEXT, paragraphs=tuple(map(Paragraph, lines))))


def objection_to(words: str) -> str:
    """Return why words may not be kept and what to do; nothing where no mark is sure."""
    mark = mark_in(words.split("\n"))
    return " ".join(words_of_mark(mark)) if mark is not None and mark.is_certain else ""
