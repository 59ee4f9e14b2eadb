"""What a reader makes of a file: paragraphs in reading order, and what else was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

Span = tuple[int, int]


class Kind(StrEnum):
    """What a file is, by its bytes and never by its name."""

    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    TEXT = "text"
    MAIL = "mail"
    ZIP = "zip"
    IMAGE = "image"
    AKOMA_NTOSO = "akn"
    OTHER = "other"


class State(StrEnum):
    """What came of reading a file."""

    READ = "read"
    NEEDS_PERSON = "needs_person"
    REFUSED = "refused"


class Problem(StrEnum):
    """Why a file was refused or waits for a person; ``submissions.words`` has the reason and the remedy in words."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    MISLEADING_TYPE = "misleading_type"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    UNSAFE_ARCHIVE = "unsafe_archive"
    DECLARES_ENTITIES = "declares_entities"
    TOOK_TOO_LONG = "took_too_long"
    TOOK_TOO_MUCH_MEMORY = "took_too_much_memory"
    READER_FAILED = "reader_failed"
    NO_TEXT = "no_text"
    DISPUTED_TEXT = "disputed_text"
    NO_CONVERTER = "no_converter"
    CONVERTER_FAILED = "converter_failed"
    RECOGNISED = "recognised"
    """Text was recognised in pictures (OCR): a person compares it before it is registered."""


class ParagraphKind(StrEnum):
    """What a paragraph is in its document."""

    BODY = "body"
    HEADING = "heading"
    LIST = "list"
    CELL = "cell"
    """A paragraph in a table that lays out a page (a letterhead, signatures): ``Paragraph.cell`` says where."""
    ROW = "row"
    """A row of a table of data, its cells parted by tabs."""
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    PROPERTY = "property"


class Encoding(StrEnum):
    """In which encoding the text came; it leaves the reader as Unicode, NFC."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph without line ends; ``doubtful`` are spans of characters that a person must compare.

    ``level`` is that of a heading or a list (from 1), ``page`` counts from 1 where the format has pages, ``cell`` is
    (table, row, column) from 0. ``bookmarks`` are the ids of provisions that a draft went out with, where they begin.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    page: int | None = None
    cell: tuple[int, int, int] | None = None
    doubtful: tuple[Span, ...] = ()
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth telling that does not stop the file: a code of ``submissions.words.REMARKS`` and its values."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive or a mail, unpacked below the reader's scratch folder as ``path`` (empty if not)."""

    name: str
    path: str
    size: int
    problem: Problem | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook as text: dates in ISO, numbers as typed, formulas as text; ``rows`` from the first."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What one file holds.

    ``paragraphs`` is the text as Word shows it with all changes accepted; where changes are tracked, ``original`` has
    the text before them and ``marked`` both, as ``[-gone-]`` and ``[+new+]``. ``aside`` is what surrounds the text
    (headers, footers, comments, properties): it is screened and never registered. ``page_confidences`` are those of
    recognised pages, 0–100.
    """

    kind: Kind
    state: State = State.READ
    problem: Problem | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)
    paragraphs: tuple[Paragraph, ...] = ()
    aside: tuple[Paragraph, ...] = ()
    original: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    tracked_changes: int = 0
    comments: int = 0
    images: int = 0
    pages: int | None = None
    page_confidences: tuple[float, ...] = ()
    encoding: Encoding = Encoding.UNICODE
    has_macros: bool = False
    embedded: tuple[str, ...] = ()
    external_links: tuple[str, ...] = ()
    hidden_characters: int = 0
    remarks: tuple[Remark, ...] = ()
    members: tuple[Member, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    sender: str = ""
    subject: str = ""
    sent_at: str = ""

    @property
    def text(self) -> str:
        """Return the paragraphs, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def refused(kind: Kind, problem: Problem, **values: str | int) -> ReadDocument:
    """Return what stands for a file that is not taken, and why."""
    return ReadDocument(kind, State.REFUSED, problem, values)


def to_json(document: ReadDocument) -> dict[str, Any]:
    """Return a document as plain lists and mappings, for the way out of the child process."""
    return asdict(document)


def from_json(data: Mapping[str, Any]) -> ReadDocument:
    """Return the document that :func:`to_json` wrote; raise ``ValueError`` or ``TypeError`` for anything else."""
    given = dict(data)
    if unknown := given.keys() - {known.name for known in fields(ReadDocument)}:
        raise ValueError(f"unknown keys: {sorted(unknown)}")
    return ReadDocument(
        **{
            **given,
            "kind": Kind(given["kind"]),
            "state": State(given["state"]),
            "problem": Problem(given["problem"]) if given["problem"] else None,
            "paragraphs": tuple(map(_paragraph, given["paragraphs"])),
            "aside": tuple(map(_paragraph, given["aside"])),
            "encoding": Encoding(given["encoding"]),
            "remarks": tuple(Remark(**remark) for remark in given["remarks"]),
            "members": tuple(map(_member, given["members"])),
            "sheets": tuple(
                Sheet(sheet["name"], tuple(map(tuple, sheet["rows"]))) for sheet in given["sheets"]
            ),
            **{
                name: tuple(given[name])
                for name in ("original", "marked", "page_confidences", "embedded", "external_links")
            },
        }
    )


def _paragraph(data: Mapping[str, Any]) -> Paragraph:
    return Paragraph(
        text=str(data["text"]),
        kind=ParagraphKind(data["kind"]),
        level=int(data["level"]),
        page=data["page"],
        cell=tuple(data["cell"]) if data["cell"] else None,
        doubtful=tuple((int(start), int(end)) for start, end in data["doubtful"]),
        bookmarks=tuple(map(str, data["bookmarks"])),
    )


def _member(data: Mapping[str, Any]) -> Member:
    return Member(**{**data, "problem": Problem(data["problem"]) if data["problem"] else None})
