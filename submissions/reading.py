"""Reading one file, whatever it is: sniffed, converted where that is needed, read in the jail."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from submissions.jail.convert import convert_to_docx
from submissions.jail.limits import OCR
from submissions.jail.run import read_in_jail
from submissions.readers.before_conversion import is_damaged, look_into
from submissions.readers.document import Kind, Problem, ReadDocument, Remark, State, refused
from submissions.readers.kinds import sniff
from submissions.readers.registry import CONVERTED
from submissions.screening.file_types import is_program_name

OnProgress = Callable[[int, int], None]

SIZE_ALLOWED: Final = 50_000_000
_MEGABYTE: Final = 1_000_000
_FULLEST_PAGE: Final = 8_000
"""Characters; a full page of an official letter has about 2,500."""
_PICTURES: Final = frozenset({Kind.PDF, Kind.IMAGE})
_WORTH_RECOGNISING: Final = frozenset({Problem.NO_TEXT, Problem.DISPUTED_TEXT})


def read(
    path: Path, *, name: str, scratch: Path, recognise: bool = False, on_progress: OnProgress | None = None
) -> ReadDocument:
    """Return what a file holds, or why it is not taken; never raises for the file's fault.

    ``name`` is the name it came with, ``scratch`` an existing folder in which members of archives and mails stay until
    the caller removes it. With ``recognise`` pages without text are recognised as pictures where tesseract is
    installed; ``on_progress`` is called with (done, total) pages. Raises ``OSError`` only where the file cannot be
    opened or the scratch folder not be written to.
    """
    size = path.stat().st_size
    if size > SIZE_ALLOWED:
        return refused(
            Kind.OTHER, Problem.TOO_LARGE, measured=-(-size // _MEGABYTE), allowed=SIZE_ALLOWED // _MEGABYTE
        )
    sniffed = sniff(path, name)
    if is_program_name(name):  # the original is kept and given out under this name
        return refused(sniffed.kind, Problem.MISLEADING_TYPE)
    if sniffed.problem is not None:
        return refused(sniffed.kind, sniffed.problem)
    if sniffed.kind in CONVERTED:
        document = _read_converted(path, sniffed.kind, scratch)
    else:
        document = read_in_jail(path, sniffed.kind, scratch=scratch, on_progress=on_progress)
    if document.kind is Kind.DOCX:
        document = replace(document, pages=_credible(document.pages, document))
    if recognise and _is_worth_recognising(document):
        document = _recognise(path, document, scratch, on_progress)
    return document


def can_recognise() -> bool:
    """Tell whether pages can be recognised here: tesseract is installed."""
    return shutil.which("tesseract") is not None


def _read_converted(path: Path, kind: Kind, scratch: Path) -> ReadDocument:
    if is_damaged(path, kind):
        return refused(kind, Problem.DAMAGED)
    with tempfile.TemporaryDirectory(prefix="converted-", dir=scratch) as folder:
        made = convert_to_docx(path, into=Path(folder))
        if made is Problem.NO_CONVERTER:
            return ReadDocument(kind, State.NEEDS_PERSON, made)
        if isinstance(made, Problem):
            return refused(kind, made)
        document = read_in_jail(made, Kind.DOCX, scratch=Path(folder))
    carried = look_into(path, kind)
    return replace(
        document,
        kind=kind,
        pages=document.pages or _credible(carried.pages, document),
        has_macros=document.has_macros or carried.has_macros,
        embedded=document.embedded or carried.embedded,
        external_links=tuple(dict.fromkeys((*document.external_links, *carried.external_links))),
    )


def _credible(pages: int | None, document: ReadDocument) -> int | None:
    """The number of pages that a file says it has; old programs leave a 1 there whatever was written since."""
    return pages if pages and len(document.text) <= pages * _FULLEST_PAGE else None


def _is_worth_recognising(document: ReadDocument) -> bool:
    return (
        document.state is State.NEEDS_PERSON
        and document.kind in _PICTURES
        and document.problem in _WORTH_RECOGNISING
        and can_recognise()
    )


def _recognise(
    path: Path, document: ReadDocument, scratch: Path, on_progress: OnProgress | None
) -> ReadDocument:
    """What recognising made of it; where that failed, the document as it was, and a word on why."""
    recognised = read_in_jail(
        path, document.kind, scratch=scratch, task="ocr", limits=OCR, on_progress=on_progress
    )
    if recognised.state is not State.REFUSED:
        return recognised
    failed = Remark("recognition_failed", {"problem": (recognised.problem or Problem.READER_FAILED).value})
    return replace(document, remarks=(*document.remarks, failed))
