"""Where a mark may stand: lines taken apart into cells, and how each lies among its neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from submissions.screening.letters import plainly


class Place(StrEnum):
    """Where a cell stands."""

    TOP = "top"
    """Near a letterhead: the head of the file, or of another document inside it."""
    DEEP = "deep"
    ASIDE = "aside"
    """Headers, footers, text boxes, watermarks, comments."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line that may be a mark, with the lines around it as they are written."""

    text: str
    place: Place
    before: str = ""
    after: str = ""
    is_in_table: bool = False
    """One of three cells or more in a row: a value among values."""
    item: str = ""
    """The number, letter or dash that it follows, as an item of a list does."""

    @property
    def is_listed(self) -> bool:
        """Tell whether it follows a number, a letter or a dash."""
        return bool(self.item)

    @property
    def is_numbered(self) -> bool:
        """Tell whether it follows a number or a letter."""
        return any(sign.isalnum() for sign in self.item)

    @property
    def has_other_items(self) -> bool:
        """Tell whether a line beside it is an item of a list too."""
        return bool(_ITEM.match(self.before) or _ITEM.match(self.after))


#: So many lines that hold anything are the head of a document: its first page, letterhead and title.
HEAD_LINES: Final = 25
#: A line longer than this is running text.
LONGEST_LINE: Final = 300
_HEADS = re.compile("dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc")
# Wide blanks first: a letter-spaced mark has narrow ones inside.
_BLANKS: Final = (re.compile(r"\s{4,}"), re.compile(r"\s{2,}"))
_MOST_PIECES: Final = 3
_COLUMNS = re.compile(r"[\t│|┃║¦]")
_ITEM = re.compile(
    r"\s*(?:\(?(?:[a-zđ]|[0-9]{1,2}(?:\.[0-9]{1,2})*|[ivxIVX]{1,4})[.)]\s+"
    r"|[-+•*–—]\s*(?=.*[^-+•*–—\s]\s*$))"
)


def heads_of(lines: Sequence[str]) -> list[bool]:
    """Tell for every line whether it stands at the head of a document, the first or one further down."""
    is_head = [False] * len(lines)
    shown = [place for place, line in enumerate(lines) if line.strip()]
    for place in shown[:HEAD_LINES]:
        is_head[place] = True
    for count, place in enumerate(shown[HEAD_LINES:], start=HEAD_LINES):
        if is_letterhead(lines[place]):
            for near in shown[max(count - 6, 0) : count + HEAD_LINES]:
                is_head[near] = True
    return is_head


def is_letterhead(line: str) -> bool:
    """Tell whether a line bears the words that stand over every document of the Party or the State."""
    return len(line) < 120 and bool(_HEADS.search(plainly(line)))


def cells_of(line: str, place: Place, before: str = "", after: str = "") -> Iterator[Cell]:
    """Yield a line as a whole, then its parts: what stands between bars, tabs or wide blanks, and pairs of these."""
    whole = unicodedata.normalize("NFC", line).strip()
    yield _cell(whole, place, before, after)
    parts = parts_of(whole)
    is_in_table = len([part for part in _COLUMNS.split(whole) if part.strip()]) > 2
    for first, second in pairwise(parts):
        yield Cell(f"{first}  {second}", place)
    for number, part in enumerate(parts):
        left = parts[number - 1] if number else before
        right = parts[number + 1] if number + 1 < len(parts) else after
        yield _cell(part, place, left, right, is_in_table=is_in_table)


def parts_of(line: str) -> list[str]:
    """Return the parts of a line; none for a line in one piece.

    Blanks part columns where they are few and wide; in a justified line they stand between all words.
    """
    parts: list[str] = []
    for column in _COLUMNS.split(line):
        for blanks in _BLANKS:
            pieces = [piece.strip() for piece in blanks.split(column.strip()) if piece.strip()]
            if len(pieces) > 1 and len(pieces) <= _MOST_PIECES:
                parts += [piece for piece in pieces if not piece.islower()]
                break
        else:
            parts += [column.strip()] if column.strip() else []
    return parts if len(parts) > 1 or parts != [line.strip()] else []


def _cell(text: str, place: Place, before: str, after: str, *, is_in_table: bool = False) -> Cell:
    item = _ITEM.match(text)
    rest = text[item.end() :] if item else text
    return Cell(rest, place, before, after, is_in_table, item[0] if item else "")


def last_word(line: str) -> str:
    """Return the last word of a line that goes on, in small letters; empty where the line ends a sentence."""
    words = unicodedata.normalize("NFC", line).lower().split()
    return words[-1] if words and words[-1][-1].isalpha() else ""


def first_word(line: str) -> str:
    """Return the first word of a line in small letters."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", line[:80]).lower())
    return words[0] if words else ""
