"""Which row of a sheet is its heading, and what each column holds."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.folding import fold
from submissions.readers.document import Sheet
from submissions.sheets.columns import KNOWN, RULES, Content

#: Titles stand above the heading; it is looked for in so many rows.
ROWS_LOOKED_AT: Final = 40
#: A row in which fewer columns are known by their heading is none, and a sheet without one is not proposed.
LEAST_KNOWN: Final = 2
LONGEST_HEADING: Final = 200

#: Sheets that explain or offer lists, as our template has them.
_ASIDE: Final = frozenset(map(fold, ("Hướng dẫn", "Danh mục", "Danh mục dùng chung", "Tham khảo")))
_CONTENTS: Final = frozenset(content.value for content in Content)
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SIGNS: Final = re.compile(r"[^\w\s#]")
_NUMBERING: Final = re.compile(r"\(?([0-9]{1,2}|[a-z])\)?", re.I)
#: One of them must be among the columns, else the table lists something else.
_TELLING: Final = frozenset(
    {Content.COMMITTEE, Content.BODY, Content.BODY_NAME, Content.TITLE, Content.TEXT, Content.SYMBOL}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is read: its heading (from row ``heading_row``, counted from 1, over ``heading_rows`` rows; 0 for
    none), and what each column holds, empty for what is left out.
    """

    sheet: str
    is_used: bool
    heading_row: int
    heading_rows: int
    headings: tuple[str, ...]
    contents: tuple[Content | str, ...]

    @property
    def first_row(self) -> int:
        """Return the row, counted from 1, from which on there may be contributions."""
        return self.heading_row + max(self.heading_rows, 1) if self.heading_row else 1


def lay_out(sheet: Sheet, *, remembered: Mapping[str, str], is_hidden: bool = False) -> Layout:
    """Return how a sheet is probably meant: the row with the most known headings, alone or with the one below it.

    ``remembered`` are headings of this workshop as a person mapped them: folded heading → content. They go before
    the known ones. A hidden sheet is laid out and not used.
    """
    rows = sheet.rows[:ROWS_LOOKED_AT]
    best = Layout(sheet.name, False, 0, 1, (), ())
    best_score = 0
    for place in range(len(rows)):
        for count in (1, 2):
            headings = _headings(rows[place : place + count]) if place + count <= len(rows) else ()
            contents = contents_of(headings, remembered=remembered)
            score = len({content for content in contents if content})
            if score > best_score and (count == 1 or _is_second_row(rows[place], rows[place + 1])):
                best = Layout(sheet.name, True, place + 1, count, headings, contents)
                best_score = score
    is_table = best_score >= LEAST_KNOWN and not _TELLING.isdisjoint(best.contents)
    is_aside = is_hidden or fold(sheet.name) in _ASIDE
    width = max(map(len, sheet.rows), default=0)
    return Layout(
        sheet.name,
        is_table and not is_aside,
        best.heading_row if is_table else 0,
        best.heading_rows,
        _padded(best.headings, width) if is_table else ("",) * width,
        _padded(best.contents, width) if is_table else ("",) * width,
    )


def lists_documents(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a workbook has a sheet that lists documents by known headings: it has no letterhead of its own."""
    return any(lay_out(sheet, remembered={}).is_used for sheet in sheets)


def lay_out_at(sheet: Sheet, heading_row: int, heading_rows: int, *, remembered: Mapping[str, str]) -> Layout:
    """Return how a sheet is read when a person says where its heading stands (0: it has none)."""
    heading_row = min(max(heading_row, 0), len(sheet.rows))
    rows = sheet.rows[heading_row - 1 : heading_row - 1 + heading_rows] if heading_row else ()
    width = max(map(len, sheet.rows), default=0)
    headings = _padded(_headings(rows), width)
    contents = contents_of(headings, remembered=remembered)
    return Layout(sheet.name, True, heading_row, heading_rows, headings, contents)


def contents_of(headings: Sequence[str], *, remembered: Mapping[str, str]) -> tuple[Content | str, ...]:
    """Return what columns with these headings hold; each content is found once, the plainest heading first."""
    found: list[Content | str] = [""] * len(headings)
    taken: set[Content] = set()
    for find in (
        lambda key: _content(remembered.get(key, "")),
        lambda key: KNOWN.get(key, ""),
        _by_rule,
    ):
        for place, heading in enumerate(headings):
            key = key_of(heading)
            content = find(key) if key and not found[place] and key not in _left_out(remembered) else ""
            if content and content not in taken:
                found[place] = content
                taken.add(Content(content))
    return tuple(found)


def key_of(heading: str) -> str:
    """Return the form under which a heading is known: folded, without what stands in brackets and without signs."""
    text = _SIGNS.sub(" ", _IN_BRACKETS.sub(" ", heading[:LONGEST_HEADING]))
    return fold(text) or fold(heading[:LONGEST_HEADING])


def numbered_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows below the heading that hold anything, with their numbers; a row that numbers columns is none."""
    for number, row in enumerate(sheet.rows[layout.first_row - 1 :], layout.first_row):
        is_numbering = number - layout.first_row < 2 and _numbers_columns(row)
        if row and not is_numbering and any(value.strip() for value in row):
            yield number, row


def _content(name: str) -> Content | str:
    return Content(name) if name in _CONTENTS else ""


def _left_out(remembered: Mapping[str, str]) -> set[str]:
    """Headings that a person has said hold nothing to be entered."""
    return {key for key, name in remembered.items() if not name}


def _by_rule(key: str) -> Content | str:
    words = set(key.split())
    return next((content for wanted, content in RULES if wanted <= words), "") if len(words) <= 12 else ""


def _headings(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return one heading a column: the lowest that is not empty."""
    width = max(map(len, rows), default=0)
    return tuple(
        next(
            (
                " ".join(row[place].split())
                for row in reversed(rows)
                if len(row) > place and row[place].strip()
            ),
            "",
        )
        for place in range(width)
    )


def _is_second_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell whether a row may be the second of a heading: it says less than the one above, or parts its columns."""
    return not _numbers_columns(lower) and 0 < sum(map(bool, lower)) <= sum(map(bool, upper)) + 4


def _numbers_columns(row: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1), (2), (3) or 1, 2, 3 or A, B, C."""
    values = [value.strip() for value in row if value.strip()]
    if len(values) < 3 or not all(_NUMBERING.fullmatch(value) for value in values):
        return False
    figures = [
        int(found[1]) for value in values if (found := _NUMBERING.fullmatch(value)) and found[1].isdigit()
    ]
    return all(later == earlier + 1 for earlier, later in itertools.pairwise(figures))


def _padded(values: Sequence[Content | str], width: int) -> tuple[str, ...]:
    return (*values[:width], *[""] * (width - len(values)))
