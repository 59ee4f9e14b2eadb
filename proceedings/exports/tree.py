"""The neutral document: what is printed, in order, without a word about how a format does it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for; each writer has one style for each."""

    BODY = "body"
    LEAD = "lead"
    SUBHEAD = "subhead"  # a line inside a paper that heads what follows; no table of contents lists it
    KICKER = "kicker"  # the small line above a title: number, symbol and date
    AUTHOR = "author"
    POST = "post"
    ORGANISATION = "organisation"
    NOTE = "note"
    MARK = "mark"  # a warning the reader must not miss, such as VĂN BẢN MẪU


BYLINE = frozenset({Role.AUTHOR, Role.POST, Role.ORGANISATION})


class Emphasis(StrEnum):
    """How a run of words stands out from its paragraph."""

    PLAIN = "plain"
    STRONG = "strong"
    ITALIC = "italic"


class ContentsPlace(StrEnum):
    """Where the table of contents stands: Vietnamese volumes have it last, State reports first."""

    FIRST = "first"
    LAST = "last"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph that look alike. `text` is plain text, never markup."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """A title that the bookmarks and the table of contents list.

    `level` is 1 (a part), 2 or 3; `byline` is the second line of its entry in the table of contents.
    A heading that stands `alone` is the only thing on its page, as the title of a part is.
    """

    text: str
    level: int = 1
    anchor: str = ""
    byline: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its role; a line feed in a run is a line break."""

    runs: tuple[Run, ...]
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; the label ("1.", "a)", "-") is data, because numbers are never reckoned anew."""

    label: str
    runs: tuple[Run, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page. `widths` are shares of the line, one a column."""

    header: tuple[str, ...]
    rows: Iterable[tuple[str, ...]]
    widths: tuple[float, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page; two in a row, or one at the end, make no empty page."""


Block = Heading | Paragraph | ListItem | Table | NewPage


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Sheet and margins in millimetres; the defaults are those of Party documents (A4, 20/20/30/15)."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that a writer adds of its own, in the language of the document."""

    contents: str = "Mục lục"
    all_contents: str = "Mục lục toàn bộ"
    volume: str = "Tập"
    page: str = "trang"


@dataclass(frozen=True)
class Document:
    """A document to be printed.

    `kind` is the genre on the cover ("Kỷ yếu hội thảo"), `bodies` who issues it, from the superior one down,
    `marks` the words that stand on the cover and in every running head. `created` (aware) is the only
    time that goes into a file, so equal documents give equal bytes. `blocks` is walked once by each writer:
    give something that can be walked again, a tuple or a `Stream`.
    """

    title: str
    blocks: Iterable[Block]
    created: datetime
    kind: str = ""
    short_title: str = ""
    subtitle: str = ""
    bodies: tuple[str, ...] = ()
    place_and_date: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    language: str = "vi"
    contents: ContentsPlace = ContentsPlace.LAST
    page: PageSetup = field(default_factory=PageSetup)
    words: Words = field(default_factory=Words)

    @property
    def running_title(self) -> str:
        """What stands left in the running head: the genre and the short title."""
        return ": ".join(part for part in (self.kind, self.short_title or self.title) if part)

    @property
    def full_title(self) -> str:
        """The title as the properties of a file give it."""
        return ": ".join(part for part in (self.kind, self.title) if part)


class Stream:
    """Blocks made while they are read; each walk calls the factory again, so nothing is held in memory."""

    def __init__(self, factory: Callable[[], Iterator[Block]]) -> None:
        self._factory = factory

    def __iter__(self) -> Iterator[Block]:
        return self._factory()


def table_of(
    header: tuple[str, ...], rows: Iterable[tuple[str, ...]], widths: tuple[float, ...], caption: str = ""
) -> Table:
    """A short table without the columns in which nobody wrote anything."""
    rows = tuple(rows)
    kept = [column for column in range(len(header)) if any(row[column].strip() for row in rows)]
    return Table(
        header=tuple(header[column] for column in kept),
        rows=tuple(tuple(row[column] for column in kept) for row in rows),
        widths=tuple(widths[column] for column in kept),
        caption=caption,
    )


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),), role)


def item(label: str, text: str, depth: int = 0) -> ListItem:
    """A list item of plain words."""
    return ListItem(label, (Run(text),), depth)


def plain_text(block: Block) -> Iterator[str]:
    """Every piece of text that a block prints, in order: what a reader of any written file must find."""
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(runs=runs):
            yield "".join(run.text for run in runs)
        case ListItem(label=label, runs=runs):
            yield f"{label} " + "".join(run.text for run in runs)
        case Table(header=header, rows=rows, caption=caption):
            yield from (text for text in (caption, *header) if text)
            for row in rows:
                yield from row
        case NewPage():
            return
