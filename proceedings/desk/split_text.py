"""A contribution as its page shows it: paragraphs cut where a span begins or ends, beside each what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.queries.anchors import Whereabouts
from proceedings.text.coverage import Span, cover

#: What a point asks for, as a shape: none depends on colour.
SHAPES: Final = {"agree": "=", "add": "+", "amend": "~", "remove": "−", "ask": "?", "other": "·"}
QUIET_SHAPE: Final = "∅"
OPEN_SHAPE: Final = "…"


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of one span; ``look`` is point, quiet, proposal or open.

    ``key`` is that of the row, of the proposal, or where the stretch begins; ``reference`` a path of the draft beside.
    """

    look: str
    key: str
    start: int
    end: int
    shape: str
    word: str
    quote: str = ""
    summary: str = ""
    wording: str = ""
    place: str = ""
    reference: str = ""
    draft: str = ""
    moved: Whereabouts | None = None
    by: str = ""
    grounds: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    is_sure: bool = False
    is_answered: bool = False
    version: int = 0

    @property
    def id(self) -> str:
        """Return its id on the page."""
        return f"{self.look}-{self.key}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph, and the note that they belong to."""

    text: str
    look: str = ""
    note: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the text; ``number`` is None where it has no words."""

    number: int | None
    start: int
    end: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    is_open: bool


def open_spans(text: str, taken: Iterable[Span]) -> list[Span]:
    """Return the stretches with words that none of the spans has, each within one paragraph."""
    return [span for paragraph in cover(text, taken) for span in paragraph.rest]


def lay_out(text: str, notes: Iterable[Note]) -> tuple[Shown, ...]:
    """Return the lines of a text, each cut into pieces and with the notes that begin in it.

    Notes do not overlap. A paragraph is open while words of it are in no point and in no quiet stretch.
    """
    ordered = sorted(notes, key=lambda note: note.start)
    taken = [(note.start, note.end) for note in ordered if note.look in ("point", "quiet")]
    numbered = {paragraph.start: paragraph for paragraph in cover(text, taken)}
    shown = []
    for start, end in _lines(text):
        paragraph = numbered.get(start)
        shown.append(
            Shown(
                paragraph.number if paragraph else None,
                start,
                end,
                tuple(_pieces(text, start, end, ordered)),
                tuple(note for note in ordered if start <= note.start < max(end, start + 1)),
                bool(paragraph and paragraph.is_open),
            )
        )
    return tuple(shown)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, notes: Sequence[Note]) -> Iterator[Piece]:
    at = start
    for note in notes:
        if note.end <= at or note.start >= end:
            continue
        if note.start > at:
            yield Piece(text[at : note.start])
        begin, at = max(at, note.start), min(note.end, end)
        yield Piece(text[begin:at], note.look, note.id, note.shape if begin == note.start else "")
    if at < end:
        yield Piece(text[at:end])
