"""Examining a file: read it in the jail, screen it, find its letterhead. It touches neither record nor spool."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from submissions.letterhead.found import Found, Letterhead
from submissions.letterhead.reading import find_letterhead
from submissions.letterhead.recognised import bounded
from submissions.readers.document import Kind, Problem, ReadDocument, State
from submissions.reading import OnProgress, read
from submissions.screening.flags import Flag, Severity, flags_of
from submissions.screening.secrecy import Mark, mark_of
from submissions.screening.similarity import fingerprint
from submissions.sheets.mapping import lists_documents
from submissions.sheets.secrecy import mark_in_tables

#: Kinds that hold files instead of a text.
CONTAINERS = frozenset({Kind.ZIP, Kind.MAIL})
#: Kinds whose rows are documents: two of them that resemble each other say nothing.
TABLES = frozenset({Kind.XLSX, Kind.CSV})


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a file after it was read; of a secret one only the mark."""

    document: ReadDocument
    mark: Mark | None = None
    letterhead: Letterhead = field(default_factory=Letterhead)
    flags: tuple[Flag, ...] = ()
    fingerprint: tuple[int, ...] = ()

    @property
    def is_secret(self) -> bool:
        """Tell whether the file carries a mark of secrecy beyond doubt."""
        return self.mark is not None and self.mark.is_certain

    @property
    def stopping_flag(self) -> Flag | None:
        """Return the gravest thing for which the file must be refused, if there is one."""
        return next((flag for flag in self.flags if flag.severity is Severity.STOP), None)

    @property
    def is_container(self) -> bool:
        """Tell whether what counts lies inside: an archive, a mail with documents."""
        return self.document.kind in CONTAINERS and bool(self.document.members)


def examine(
    path: Path,
    *,
    name: str,
    scratch: Path,
    sender: str = "",
    day: datetime.date | None = None,
    recognise: bool = False,
    on_progress: OnProgress | None = None,
) -> Examined:
    """Read and screen a file and find its letterhead; members of a container are unpacked below ``scratch``.

    ``name`` is the file's name as received, ``sender`` the sender of the mail that it came with, ``day`` the day of
    receipt. Never raises for the file's fault: what is wrong is said in the document.
    """
    document = read(path, name=name, scratch=scratch, recognise=recognise, on_progress=on_progress)
    mark = mark_of(document, file_name=name)
    if mark is None or not mark.is_certain:
        mark = mark_in_tables(document.sheets) or mark
    if mark is not None and mark.is_certain:
        return Examined(ReadDocument(document.kind), mark)
    if document.state == State.REFUSED:
        return Examined(document, mark)
    return Examined(
        document,
        mark,
        letterhead_of(document, file_name=name, sender=sender, day=day),
        flags_of(document, file_name=name),
        () if document.kind in TABLES else fingerprint(document.text),
    )


def letterhead_of(
    document: ReadDocument, *, file_name: str, sender: str = "", day: datetime.date | None = None
) -> Letterhead:
    """Find the letterhead of a document that was read; what was recognised in pictures is never sure.

    ``sender`` is that of the mail it came with, ``day`` the day of receipt. A table of contributions has none.
    """
    if lists_documents(document.sheets):
        return Letterhead()
    lines = [paragraph.text for paragraph in document.paragraphs]
    name = file_name.rsplit("/", 1)[-1]
    letterhead = find_letterhead(lines, file_name=name, sender=sender or document.sender, day=day)
    is_recognised = bool(document.page_confidences) or document.problem is Problem.RECOGNISED
    return bounded(letterhead) if is_recognised else letterhead


def letterhead_as_json(letterhead: Letterhead) -> dict[str, Any]:
    """Return the fields that were found and their candidates as plain mappings, dates in ISO."""
    fields = (
        "committee", "body", "symbol", "date", "place", "subject", "addressee", "signer", "signer_post",
        "signing_power",
    )  # fmt: skip
    found = {name: _found(value) for name in fields if (value := getattr(letterhead, name)) is not None}
    candidates = {name: [_found(each) for each in values] for name, values in letterhead.candidates.items()}
    return {**found, "family": letterhead.family, "candidates": candidates}


def _found(found: Found[Any]) -> dict[str, Any]:
    value = found.value.isoformat() if isinstance(found.value, datetime.date) else found.value
    return {
        "value": value,
        "confidence": round(found.confidence, 3),
        "reason": found.reason,
        "paragraph": found.paragraph,
        "start": found.start,
        "end": found.end,
    }
