"""A file that holds a draft: read in the jail, screened, taken apart into its texts, and begun as a working draft."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from proceedings.outline_words import words_of
from proceedings.text.structure import Outline, TextOutline, provisions, read_structure

from proceedings.models import ConsultedText, Draft, User
from proceedings.operations import drafts
from proceedings.operations.refusals import Refused
from proceedings.text.provisions import Kind
from submissions.readers.document import State
from submissions.reports import Reporter


@dataclass(frozen=True, slots=True)
class DraftFile:
    """What a file holds: its bytes as received, the texts in it, and what a person should look at."""

    name: str
    content: bytes
    media_type: str
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
    warnings = (*entry["warnings"], *map(words_of, outline.warnings))
    return DraftFile(name, path.read_bytes(), entry["media_type"], outline, warnings)


def start_draft(
    file: DraftFile,
    *,
    part: int | None = None,
    consulted_text: ConsultedText,
    actor: User,
    now: datetime.datetime,
) -> Draft:
    """Begin a working draft of a text from one of the texts in a file (``part`` from 0, else the main one).

    The source text of the draft is that part's alone; the file is kept whole. Refuses what
    :func:`proceedings.operations.drafts.start_from_outline` refuses.
    """
    text = file.outline.texts[file.main if part is None else part]
    return drafts.start_from_outline(
        consulted_text=consulted_text,
        provisions=provisions(text),
        source_text=file.outline.source[text.start : text.end],
        source=drafts.Source(file.name, file.content, file.media_type),
        places=places_of(text),
        warnings=file.warnings,
        title=text.title,
        actor=actor,
        now=now,
    )


def places_of(text: TextOutline) -> dict[str, drafts.Place]:
    """Return where each provision of a text stands, in characters from the beginning of that text."""
    return {
        node.path: drafts.Place(node.start - text.start, node.end - text.start, node.confidence)
        for node in text.walk()
        if not node.is_lead
    }


def articles_in(text: TextOutline) -> int:
    """Return how many articles a text has."""
    return sum(node.kind is Kind.DIEU for node in text.walk())
