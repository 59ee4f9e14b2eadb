"""What a person must know before a document enters: a code, how grave it is, and its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from submissions.readers.document import Encoding, Kind, ReadDocument
from submissions.screening.circulation import circulation_marks, urgency_of
from submissions.screening.file_types import Contradiction, contradiction, is_program_name
from submissions.screening.personal_data import count_personal_data


class FlagCode(StrEnum):
    """What was noticed; ``submissions.screening.words`` has the words."""

    MACROS = "macros"
    EMBEDDED_PROGRAMS = "embedded_programs"
    EMBEDDED_FILES = "embedded_files"
    STARTS_PROGRAMS = "starts_programs"
    SCRIPTS = "scripts"
    EXTERNAL_CONTENT = "external_content"
    LOCAL_TEMPLATE = "local_template"
    WRONG_ENDING = "wrong_ending"
    DECEPTIVE_NAME = "deceptive_name"
    OLD_ENDING = "old_ending"
    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    DOUBTFUL_TEXT = "doubtful_text"
    ENCODING_REPAIRED = "encoding_repaired"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    LOW_CONFIDENCE = "low_confidence"
    CIRCULATION = "circulation"
    URGENCY = "urgency"
    NUMBER_LEFT_BLANK = "number_left_blank"
    PERSONAL_DATA = "personal_data"


class Severity(StrEnum):
    """What a flag asks for, gravest first."""

    STOP = "stop"
    """The file is refused, with the reason and the remedy."""
    PERSON = "person"
    """The file waits until a person has looked."""
    NOTICE = "notice"
    """The file may go on; the flag is shown beside it."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing noticed; ``values`` fill the words."""

    code: FlagCode
    severity: Severity
    values: Mapping[str, str | int] = field(default_factory=dict)


#: A page recognised below this confidence needs a person (issue 3: OCR).
READABLE: Final = 90.0
#: So many names or pages are told; of more, only how many.
_MOST_NAMED: Final = 5
_HEAD_LINES: Final = 25
_LOCAL = re.compile(
    r"(?:file:/*)?[a-z]:[\\/]|file:/+(?!/)[^/\\]*\.dot[xm]?$|normal(?:\.dot[xm]?)?$", re.IGNORECASE
)
_STARTS = re.compile(r"DDE|javascript:|vbscript:|data:|ms-[a-z]+:|mhtml:|search-ms:", re.IGNORECASE)
_CLICKED = re.compile(r"https?:|mailto:|tel:", re.IGNORECASE)
#: Kinds whose links are those that a reader clicks; in the others a link is fetched when the file is opened.
_WITH_CLICKED_LINKS: Final = (Kind.PDF, Kind.MAIL)
_BLANK_NUMBER = re.compile(
    r"\W*số\s*:?[\s.…_]*[-/]\s?[A-ZĐ][A-Za-zĐđ]*(?:\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]*)+", re.IGNORECASE
)


def flags_of(document: ReadDocument, *, file_name: str, declared_type: str = "") -> tuple[Flag, ...]:
    """Return what must be known of a document that was read, gravest first. Secrecy is ``secrecy.mark_of``'s.

    ``declared_type`` is the media type its sender gave; browsers guess it, so it alone is a notice at most.

    Macros stop a file. A contribution needs none; they would reach everybody who downloads the original, which the
    register gives out byte for byte; and the remedy costs its sender a minute (save again as .docx or PDF).
    Programs inside a file and names made to deceive (``góp ý.pdf.exe``) stop it for the same reason.
    Tracked changes and comments are notices: every view of them is kept, and the text that is registered is the one
    that Word shows. Circulation marks are no secrecy marks (domain notes, G): they set who may read.
    """
    found = [flag for rule in _RULES for flag in rule(document)]
    found += _flag_type(document, file_name, declared_type)
    order = list(Severity)
    return tuple(sorted(found, key=lambda flag: order.index(flag.severity)))


def _flag_active_parts(document: ReadDocument) -> Iterator[Flag]:
    if document.has_macros:
        yield Flag(FlagCode.MACROS, Severity.STOP)
    programs = [name for name in document.embedded if is_program_name(name)]
    others = [name for name in document.embedded if not is_program_name(name)]
    if programs:
        yield Flag(FlagCode.EMBEDDED_PROGRAMS, Severity.STOP, _named(programs))
    if others:
        yield Flag(FlagCode.EMBEDDED_FILES, Severity.PERSON, _named(others))
    told = {remark.code for remark in document.remarks}
    starting = [link for link in document.external_links if _STARTS.match(link)]
    if starting or "pdf_launches_program" in told:
        yield Flag(FlagCode.STARTS_PROGRAMS, Severity.STOP, {"count": max(len(starting), 1)})
    if "pdf_scripts" in told:
        yield Flag(FlagCode.SCRIPTS, Severity.PERSON)
    yield from _flag_fetched(document)


def _flag_fetched(document: ReadDocument) -> Iterator[Flag]:
    """Flag what opening the file would fetch; Word notes the template on its writer's disk in many files."""
    is_clicked = document.kind in _WITH_CLICKED_LINKS
    fetched = [
        link
        for link in document.external_links
        if not _STARTS.match(link) and not (is_clicked and _CLICKED.match(link)) and not _LOCAL.match(link)
    ]
    if fetched:
        yield Flag(FlagCode.EXTERNAL_CONTENT, Severity.PERSON, _named(fetched))
    elif any(_LOCAL.match(link) for link in document.external_links):
        yield Flag(FlagCode.LOCAL_TEMPLATE, Severity.NOTICE)


def _flag_layers(document: ReadDocument) -> Iterator[Flag]:
    if document.tracked_changes:
        yield Flag(FlagCode.TRACKED_CHANGES, Severity.NOTICE, {"count": document.tracked_changes})
    if document.comments:
        yield Flag(FlagCode.COMMENTS, Severity.NOTICE, {"count": document.comments})
    if document.hidden_characters:
        yield Flag(FlagCode.HIDDEN_TEXT, Severity.PERSON, {"count": document.hidden_characters})


def _flag_reading(document: ReadDocument) -> Iterator[Flag]:
    if document.encoding is not Encoding.UNICODE:
        yield Flag(FlagCode.ENCODING_REPAIRED, Severity.NOTICE, {"encoding": document.encoding.value.upper()})
    recognised = bool(document.page_confidences)
    doubtful = [one for one in document.paragraphs if one.doubtful]
    if doubtful and not recognised:
        spans = sum(len(one.doubtful) for one in doubtful)
        yield Flag(FlagCode.DOUBTFUL_TEXT, Severity.PERSON, {"count": spans, "paragraphs": len(doubtful)})
    low = [page for page, value in _recognised_pages(document) if value < READABLE]
    if low:
        least = int(min(document.page_confidences))
        yield Flag(FlagCode.LOW_CONFIDENCE, Severity.PERSON, {**_pages(low), "least": least})
    elif not recognised and (blank := _pages_without_text(document)):
        yield Flag(FlagCode.PAGES_WITHOUT_TEXT, Severity.PERSON, _pages(blank))


def _recognised_pages(document: ReadDocument) -> Iterator[tuple[int, float]]:
    """Yield the pages that were recognised with their confidences; the others of the document have none."""
    spans = (part.partition("-") for part in str(document.values.get("pages", "")).split(", ") if part)
    numbers = [page for first, _, last in spans for page in range(int(first), int(last or first) + 1)]
    if len(numbers) != len(document.page_confidences):
        numbers = list(range(1, len(document.page_confidences) + 1))
    yield from zip(numbers, document.page_confidences, strict=True)


def _pages_without_text(document: ReadDocument) -> list[int]:
    """Return the pages of a PDF or a picture that bear no text, where its pages are told of at all."""
    if document.kind not in (Kind.PDF, Kind.IMAGE) or not document.pages or not document.images:
        return []
    read = {one.page for one in document.paragraphs if one.page and one.text.strip()}
    return [page for page in range(1, document.pages + 1) if page not in read] if read else []


def _flag_letter(document: ReadDocument) -> Iterator[Flag]:
    lines = [one.text for one in document.paragraphs]
    around = [one.text for one in document.aside]
    for mark in circulation_marks(lines, around):
        # A document that says whom it is for is not public: its readers are the delegates who were invited.
        yield Flag(FlagCode.CIRCULATION, Severity.NOTICE, {"mark": mark, "circulation": "delegates"})
    if urgency := urgency_of(lines):
        yield Flag(FlagCode.URGENCY, Severity.NOTICE, {"mark": urgency})
    if any(_BLANK_NUMBER.match(line) for line in lines[:_HEAD_LINES]):
        yield Flag(FlagCode.NUMBER_LEFT_BLANK, Severity.NOTICE)
    rows = ("\t".join(row) for one in document.sheets for row in one.rows)
    counts = count_personal_data(dict.fromkeys((*lines, *rows)) if document.sheets else lines)
    if any(counts.values()):
        yield Flag(FlagCode.PERSONAL_DATA, Severity.NOTICE, dict(counts))


def _flag_type(document: ReadDocument, file_name: str, declared_type: str) -> Iterator[Flag]:
    match contradiction(document.kind, file_name, declared_type):
        case (Contradiction.DECEPTIVE, ending, kind):
            yield Flag(FlagCode.DECEPTIVE_NAME, Severity.STOP, {"ending": ending, "kind": kind})
        case (Contradiction.WRONG, ending, kind):
            yield Flag(FlagCode.WRONG_ENDING, Severity.PERSON, {"ending": ending, "kind": kind})
        case (Contradiction.HARMLESS, ending, kind):
            yield Flag(FlagCode.OLD_ENDING, Severity.NOTICE, {"ending": ending, "kind": kind})


def _named(names: list[str]) -> dict[str, str | int]:
    shown = ", ".join(name[:80] for name in names[:_MOST_NAMED])
    return {"count": len(names), "names": shown + (" …" if len(names) > _MOST_NAMED else "")}


def _pages(pages: list[int]) -> dict[str, str | int]:
    shown = ", ".join(map(str, pages[:_MOST_NAMED]))
    return {"count": len(pages), "pages": shown + (" …" if len(pages) > _MOST_NAMED else "")}


_RULES: Final[tuple[Callable[[ReadDocument], Iterator[Flag]], ...]] = (
    _flag_active_parts,
    _flag_layers,
    _flag_reading,
    _flag_letter,
)
