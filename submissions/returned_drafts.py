"""A draft that comes back as a Word file: read like everything that arrives, its ids kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from proceedings.text.returned import DRAFT_PROPERTY, DraftName, ReturnedDraft, ReturnedParagraph
from submissions.readers.document import ParagraphKind, ReadDocument
from submissions.reading import read

_PROPERTY: Final = f"{DRAFT_PROPERTY}: "


def read_round_trip(path: Path, *, name: str, scratch: Path) -> tuple[ReadDocument, ReturnedDraft]:
    """Return what the jail read, with its state and reason where it was not taken, and the draft that it holds.

    ``name`` is the name the file came with, ``scratch`` an existing folder. Raises ``OSError`` only where the file
    cannot be opened or the scratch folder not be written to.
    """
    document = read(path, name=name, scratch=scratch)
    return document, returned_draft(document)


def returned_draft(document: ReadDocument) -> ReturnedDraft:
    """Return the draft that a document holds: its paragraphs, without notes, with all tracked changes accepted."""
    named = (
        paragraph.text.removeprefix(_PROPERTY)
        for paragraph in document.aside
        if paragraph.kind == ParagraphKind.PROPERTY and paragraph.text.startswith(_PROPERTY)
    )
    return ReturnedDraft(
        DraftName.parse(next(named, "")),
        tuple(
            ReturnedParagraph(paragraph.text, paragraph.bookmarks)
            for paragraph in document.paragraphs
            if paragraph.kind != ParagraphKind.FOOTNOTE
        ),
        document.tracked_changes,
    )
