"""A file that holds a draft: read in the jail, screened, taken apart into its texts, and begun as a working draft."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from proceedings.models import ConsultedText, Draft, User
from proceedings.operations.draft_reading import start_from_paragraphs
from proceedings.operations.drafts import Source
from proceedings.operations.refusals import Refused
from proceedings.text.provisions import Kind
from proceedings.text.structure import Outline, TextOutline, read_structure
from submissions.readers.document import State
from submissions.reports import Reporter


@dataclass(frozen=True, slots=True)
class DraftFile:
    """What a file holds: its bytes as received, its paragraphs, the texts in them, and what its reader remarked."""

    name: str
    content: bytes
    media_type: str
    paragraphs: tuple[str, ...]
    outline: Outline
    warnings: tuple[str, ...]

    @property
    def main(self) -> int:
        """The place, from 0, of the text with the most articles: the regulation, not the decision that issues it."""
        counts = [articles_in(text) for text in self.outline.texts]
        return counts.index(max(counts))


def read_draft_file(path: Path, *, name: str, recognise: bool = True) -> DraftFile:
    """Read a file as a draft; stores nothing.

    Refuses what the door refuses (secrecy marks, damage, sizes), what a person must look at first (a scan), and a
    file without any text, each with what to do.
    """
    entry = next(Reporter(recognise=recognise).report(path, name))
    if entry["state"] != State.READ:
        raise Refused("%(reason)s %(remedy)s", field="file", reason=entry["reason"], remedy=entry["remedy"])
    outline = read_structure(entry["paragraphs"])
    if not outline.texts:
        raise Refused(_("Tệp “%(name)s” không có chữ nào để đọc."), field="file", name=name)
    paragraphs, warnings = tuple(entry["paragraphs"]), tuple(entry["warnings"])
    return DraftFile(name, path.read_bytes(), entry["media_type"], paragraphs, outline, warnings)


def start_draft(
    file: DraftFile,
    *,
    part: int | None = None,
    consulted_text: ConsultedText,
    actor: User,
    now: datetime.datetime,
) -> Draft:
    """Begin a working draft of a text from one of the texts in a file (``part`` from 0, else the main one).

    The draft has the title of that text; the source stays whole. Refuses what
    :func:`proceedings.operations.draft_reading.start_from_paragraphs` refuses.
    """
    place = file.main if part is None else part
    begun = start_from_paragraphs(
        consulted_text=consulted_text,
        paragraphs=file.paragraphs,
        source=Source(file.name, file.content, file.media_type),
        place=place,
        notes=file.warnings,
        title=file.outline.texts[place].title,
        actor=actor,
        now=now,
    )
    return begun.draft


def articles_in(text: TextOutline) -> int:
    """Return how many articles a text has."""
    return sum(node.kind is Kind.DIEU for node in text.walk())
