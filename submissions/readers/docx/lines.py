"""What a DOCX is made of before a view of it is chosen: pieces of text with their changes, in lines and rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from submissions.readers.document import ParagraphKind


class Change(IntFlag):
    """Whether a piece was inserted, deleted, or first the one and then the other."""

    NONE = 0
    INSERTED = 1
    DELETED = 2


class Piece(NamedTuple):
    """A piece of text in one font; line ends inside are line breaks of the paragraph."""

    text: str
    font: str = ""
    change: Change = Change.NONE


@dataclass(eq=False, slots=True)
class Bookmark:
    """The id of a provision on its way from where it begins to where it ends."""

    name: str


class Marked(NamedTuple):
    """What a bookmark holds of one line: its pieces from ``start`` up to ``end``, to the last one if that is None."""

    bookmark: Bookmark
    start: int
    end: int | None


@dataclass(slots=True)
class Line:
    """A paragraph. ``mark`` is the change of its end: a deleted end joins it to the next one.

    ``number`` is (list, level) where it has an automatic number, ``label_font`` the font of that number.
    """

    pieces: list[Piece] = field(default_factory=list)
    mark: Change = Change.NONE
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    number: tuple[int, int] | None = None
    label_font: str = ""
    cell: tuple[int, int, int] | None = None
    marked: tuple[Marked, ...] = ()


@dataclass(slots=True)
class Row:
    """A row of a table of data: the lines of each cell."""

    cells: list[list[Line]]
    table: int
    row: int
    change: Change = Change.NONE


Block = Line | Row
