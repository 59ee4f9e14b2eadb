"""PDF → paragraphs with their pages, and which pages a person must look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from submissions.readers.document import (
    Kind,
    Paragraph,
    Problem,
    ReadDocument,
    Remark,
    State,
    refused,
)
from submissions.readers.legible import is_legacy, letters_in
from submissions.readers.page_heads import without_heads
from submissions.readers.page_lines import Page, page_ranges
from submissions.readers.paragraphs import build_paragraphs
from submissions.readers.pdf_lines import TooManyLetters, read_page
from submissions.readers.pdf_pages import Contents, Verdict, judge, look_at
from submissions.readers.pdf_surroundings import (
    Surroundings,
    embedded_files,
    read_annotations,
    remarks_on,
)
from submissions.readers.repairing import repaired

PAGES_ALLOWED: Final = 2_000
POINTS_ALLOWED: Final = 14_400
LETTERS_ALLOWED: Final = 10_000_000

_SERIOUSNESS: Final = (Verdict.NO_TEXT, Verdict.DISPUTED, Verdict.RECOGNISED)
_PROBLEMS: Final = {
    Verdict.NO_TEXT: Problem.NO_TEXT,
    Verdict.DISPUTED: Problem.DISPUTED_TEXT,
    Verdict.RECOGNISED: Problem.RECOGNISED,
}


@dataclass(slots=True)
class _Read:
    """What was gathered from the pages."""

    pages: list[Page] = field(default_factory=list)
    contents: list[Contents | None] = field(default_factory=list)
    """None for a page that cannot be opened."""
    surroundings: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True, slots=True)
class Looked:
    """A document with the lines of its pages and the verdict on each, by its number; none for a refused one."""

    document: ReadDocument
    pages: list[Page] = field(default_factory=list)
    verdicts: dict[int, Verdict] = field(default_factory=dict)


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the text of a PDF; nothing is written to ``scratch``.

    A password that only guards printing is no obstacle; one that is needed to open refuses the file. Pages that show
    something and hold no text, or text that is no language, leave the document to a person, with their numbers.
    """
    return look(path).document


def look(path: Path) -> Looked:
    """Return the text of a PDF as :func:`read` does, and its pages, for those that are to be recognised."""
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        return Looked(refused(Kind.PDF, _problem_of(error, path)))
    try:
        if refusal := _too_large(pdf):
            return Looked(refusal)
        if pdf.get_formtype() != pdfium_c.FORMTYPE_NONE:
            pdf.init_forms()
        found = _read_pages(pdf)
        found.surroundings.embedded[:0] = embedded_files(pdf)
        remarks = tuple(remarks_on(pdf, path.read_bytes(), found.surroundings))
    except TooManyLetters:
        return Looked(refused(Kind.PDF, Problem.TOO_LONG, allowed=LETTERS_ALLOWED))
    finally:
        pdf.close()
    return _looked(found, remarks)


def _problem_of(error: pdfium.PdfiumError, path: Path) -> Problem:
    """Return why a file was not opened; pdfium keeps the reason of an earlier file where it finds none."""
    is_locked = error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
    return Problem.ENCRYPTED if is_locked and b"/Encrypt" in path.read_bytes() else Problem.DAMAGED


def _too_large(pdf: pdfium.PdfDocument) -> ReadDocument | None:
    if len(pdf) > PAGES_ALLOWED:
        return refused(Kind.PDF, Problem.TOO_LONG, pages=len(pdf), allowed=PAGES_ALLOWED)
    if len(pdf) == 0:
        return refused(Kind.PDF, Problem.EMPTY)
    for number in range(len(pdf)):
        try:
            size = max(pdf.get_page_size(number))
        except pdfium.PdfiumError:
            continue
        if not size <= POINTS_ALLOWED:
            return refused(Kind.PDF, Problem.TOO_LARGE, page=number + 1, allowed=POINTS_ALLOWED)
    return None


def _read_pages(pdf: pdfium.PdfDocument) -> _Read:
    found, letters = _Read(), 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            found.pages.append(Page(index + 1, 595, 842, ()))
            found.contents.append(None)
            continue
        try:
            found.pages.append(read_page(page, index + 1))
            found.contents.append(look_at(page))
            read_annotations(pdf, page, index + 1, found.surroundings)
        finally:
            page.close()
        letters += sum(len(line.text) for line in found.pages[-1].lines)
        if letters > LETTERS_ALLOWED:
            raise TooManyLetters
    return found


def _looked(found: _Read, remarks: tuple[Remark, ...]) -> Looked:
    pages, heads = without_heads(found.pages)
    is_old = is_legacy("\n".join(line.text for page in pages for line in page.lines))
    paragraphs, encoding = repaired(build_paragraphs(pages, hyphenates=not is_old))
    paragraphs += found.surroundings.fields
    verdicts = _verdicts(found, pages, is_old=is_old)
    state, problem, values = _judged(verdicts)
    document = ReadDocument(
        Kind.PDF,
        state,
        problem,
        values,
        paragraphs=tuple(paragraphs),
        aside=(*repaired(heads)[0], *found.surroundings.notes),
        comments=len(found.surroundings.notes),
        images=sum(contents.pictures for contents in found.contents if contents),
        pages=len(pages),
        encoding=encoding,
        embedded=tuple(found.surroundings.embedded),
        external_links=tuple(found.surroundings.links),
        remarks=remarks,
    )
    return Looked(document, found.pages, verdicts)


def _verdicts(found: _Read, pages: Sequence[Page], *, is_old: bool) -> dict[int, Verdict]:
    """Return the verdict on every page by its number, running heads aside and old encodings repaired."""
    texts = [_text_of(page, is_old=is_old) for page in pages]
    if not any(map(letters_in, texts)):
        return {page.number: Verdict.NO_TEXT for page in pages}
    return {
        page.number: judge(contents, text) if contents else Verdict.NO_TEXT
        for page, contents, text in zip(pages, found.contents, texts, strict=True)
    }


def _text_of(page: Page, *, is_old: bool) -> str:
    if is_old:
        return "\n".join(one.text for one in repaired([Paragraph(line.text) for line in page.lines])[0])
    return "\n".join(line.text for line in page.lines)


def _judged(verdicts: dict[int, Verdict]) -> tuple[State, Problem | None, dict[str, str | int]]:
    """Return the state of a document by its worst pages, and which they are."""
    for verdict in _SERIOUSNESS:
        numbers = [number for number, given in verdicts.items() if given == verdict]
        if numbers:
            values: dict[str, str | int] = {
                "pages": page_ranges(numbers),
                "count": len(numbers),
                "of": len(verdicts),
            }
            return State.NEEDS_PERSON, _PROBLEMS[verdict], values
    return State.READ, None, {}
