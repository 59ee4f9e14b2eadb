"""Lines of pages → paragraphs: joined where a line was broken for want of room, and nowhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from proceedings.text.syllables import is_syllable
from submissions.readers.columns import Band, find_bands
from submissions.readers.cut_lines import goes_on
from submissions.readers.document import Paragraph, ParagraphKind, Span
from submissions.readers.page_lines import Line, Page
from submissions.readers.starters import begins_paragraph

_RULE = re.compile(r"[\s_=*.\-–—~]{4,}|[_\-–—]{2,}")
"""A line drawn with letters, as under the names of a letterhead."""
_NUMBERED = re.compile(r"Số\s*:?\s*\d")
_SYLLABLE_END = re.compile(r"[^\W\d_]+\Z")
_SYLLABLE_START = re.compile(r"[^\W\d_]+")
_FULL_STOPS: Final = (".", ";", ":", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the text of a page stands: its edges, the distance of its lines, and whether first lines are indented."""

    left: float
    right: float
    leading: float
    is_indented: bool


def build_paragraphs(pages: Sequence[Page], *, hyphenates: bool = True) -> list[Paragraph]:
    """Return the paragraphs of all pages in reading order, each with the page on which it begins.

    The cells of a letterhead or a signature come left cell first, then the right one; the rows of a table each as one
    paragraph with tabs. ``hyphenates`` joins words that were parted at the end of a line.
    """
    out: list[_Growing] = []
    tables = 0
    for page in pages:
        frame = _frame(page)
        for block in _blocks(page):
            if isinstance(block, Band):
                out += _cells(block, page.number, tables)
                tables += 1
            else:
                _grow(out, block, page.number, frame, hyphenates=hyphenates)
    return [growing.paragraph() for growing in out if growing.text]


@dataclass(slots=True)
class _Growing:
    """A paragraph while lines are added to it; ``last`` is the last of them."""

    text: str
    page: int
    last: Line
    kind: ParagraphKind = ParagraphKind.BODY
    cell: tuple[int, int, int] | None = None
    doubtful: tuple[Span, ...] = ()
    last_page: int = 0

    def add(self, line: Line, page: int, *, hyphenates: bool) -> None:
        joined = _joined(self.text, line.text, hyphenates=hyphenates)
        shift = len(joined) - len(line.text)
        self.doubtful += tuple((start + shift, end + shift) for start, end in line.doubtful)
        self.text, self.last, self.last_page = joined, line, page

    def paragraph(self) -> Paragraph:
        return Paragraph(
            self.text.replace("\xad", "-") if self.text.endswith("\xad") else self.text,
            self.kind,
            page=self.page,
            cell=self.cell,
            doubtful=self.doubtful,
        )


def _begin(line: Line, page: int, kind: ParagraphKind = ParagraphKind.BODY) -> _Growing:
    return _Growing(line.text, page, line, kind, doubtful=line.doubtful, last_page=page)


def _frame(page: Page) -> _Frame:
    long = [line for line in page.lines if line.x1 - line.x0 > 0.45 * page.width] or list(page.lines)
    if not long:
        return _Frame(0, page.width, 14, False)
    left = min(line.x0 for line in long)
    rights = sorted(line.x1 for line in long)
    distances = [below.y - above.y for above, below in pairwise(page.lines)]
    gaps = [distance for distance in distances if 4 < distance < 60]
    full = [line for line in long if line.x0 - left < 4]
    starts = Counter(round(line.x0 / 3) for line in long if line.x0 - left >= 10)
    return _Frame(
        left,
        rights[min(len(rights) - 1, int(len(rights) * 0.9))],
        min(median(gaps), _commonest(gaps)) if gaps else 14,
        bool(full) and bool(starts) and starts.most_common(1)[0][1] >= max(2, len(long) // 12),
    )


def _commonest(gaps: list[float]) -> float:
    return Counter(round(gap) for gap in gaps).most_common(1)[0][0] + 0.5


def _blocks(page: Page) -> Iterator[Line | Band]:
    """Yield the lines of a page in the order of its content, each band where its first line stands."""
    bands = find_bands(page)
    owner = {id(line): band for band in bands for line in band.lines}
    given: set[int] = set()
    for line in page.lines:
        band = owner.get(id(line))
        if band is None:
            yield line
        elif id(band) not in given:
            given.add(id(band))
            yield band


def _cells(band: Band, page: int, table: int) -> list[_Growing]:
    out: list[_Growing] = []
    for column, lines in enumerate((band.left, band.right)):
        cell: list[_Growing] = []
        for line in lines:
            if _RULE.fullmatch(line.text):
                continue
            if cell and _runs_on(cell[-1], line):
                cell[-1].add(line, page, hyphenates=False)
                continue
            begun = _begin(line, page, ParagraphKind.CELL)
            begun.cell = (table, 0, column)
            cell.append(begun)
        out += cell
    return out


def _runs_on(before: _Growing, line: Line) -> bool:
    """Tell whether a line of a cell goes on with a subject ("V/v …"), an addressee of a list or what was cut."""
    if line.y - before.last.y > 1.7 * max(line.size, before.last.size) or _NUMBERED.match(before.text):
        return goes_on(before.text, line.text)
    if goes_on(before.text, line.text):
        return True
    if begins_paragraph(line.text):
        return False
    if before.text.isupper() or line.text.isupper():
        return False
    in_list = before.text.startswith(("-", "+", "–", "V/v", "Về việc", "v/v", "về việc"))
    in_subject = before.text[:1].islower() or (line.text[:1].islower() and not before.text.isdecimal())
    return in_subject or (in_list and not before.text.endswith((";", ".")))


def _grow(out: list[_Growing], line: Line, page: int, frame: _Frame, *, hyphenates: bool) -> None:
    if _RULE.fullmatch(line.text):
        return
    before = out[-1] if out else None
    if before and before.kind == ParagraphKind.BODY and _is_beside(before, line, page):
        before.text += "\t" + line.text
        before.kind, before.last = ParagraphKind.ROW, line
    elif before and before.kind == ParagraphKind.BODY and _is_broken(before, line, page, frame):
        before.add(line, page, hyphenates=hyphenates)
    elif (
        before
        and before.kind == ParagraphKind.ROW
        and before.last_page == page
        and _is_beside(before, line, page)
    ):
        before.text += "\t" + line.text
        before.last = line
    elif before and before.kind == ParagraphKind.ROW and _is_in_cell(before, line, page):
        before.add(line, page, hyphenates=hyphenates)
    else:
        out.append(_begin(line, page))


def _is_beside(before: _Growing, line: Line, page: int) -> bool:
    """Tell whether a line is the next cell of the same row of a table."""
    return (
        before.last_page == page and line.x0 > before.last.x1 + 4 and line.y < before.last.y + 0.6 * line.size
    )


def _is_in_cell(before: _Growing, line: Line, page: int) -> bool:
    """Tell whether a line goes on in the cell of a table that the line before stands in."""
    gap = line.y - before.last.y
    overlaps = min(line.x1, before.last.x1) - max(line.x0, before.last.x0) > 0
    return (
        before.last_page == page
        and 0 < gap < 1.5 * max(line.size, 8)
        and overlaps
        and line.x0 > before.last.x0 - 60
    )


def _is_broken(before: _Growing, line: Line, page: int, frame: _Frame) -> bool:
    """Tell whether a line goes on with the paragraph before it, which was broken for want of room."""
    last = before.last
    if _is_apart(last, line, frame):
        return False
    first_word = line.text.split(" ", 1)[0]
    room = frame.right - last.x1
    had_room = room > line.width_of(len(first_word) + 1) + 4
    if had_room or (begins_paragraph(line.text) and not _is_flush(line, before, frame)):
        return False
    if before.last_page not in {page, page - 1}:
        return False
    if before.last_page == page:
        gap = line.y - last.y
        if not 0.3 * line.size < gap < 1.45 * max(frame.leading, line.size):
            return False
    is_centred = abs(last.middle - line.middle) < 8 and last.x0 - frame.left > 6
    if frame.is_indented and line.x0 - frame.left > 10 and not is_centred:
        return line.x0 <= last.x0 + 2 and last.x0 - frame.left > 10 and not last.text.endswith(_FULL_STOPS)
    return abs(line.size - last.size) < 0.35 * max(line.size, last.size)


def _is_apart(last: Line, line: Line, frame: _Frame) -> bool:
    """Tell whether both stand on the right half alone, as the posts and names of a signature do."""
    half = frame.left + 0.4 * (frame.right - frame.left)
    return last.x0 > half and line.x0 > half and (last.text.isupper() or abs(last.middle - line.middle) < 8)


def _is_flush(line: Line, before: _Growing, frame: _Frame) -> bool:
    """Tell whether a line that looks like a beginning stands where only a middle can: "… khoản" / "1. …" is no list."""
    return (
        frame.is_indented
        and line.x0 - frame.left < 4
        and before.last.x1 > frame.right - 12
        and not before.text.endswith(_FULL_STOPS)
    )


def _joined(text: str, following: str, *, hyphenates: bool) -> str:
    if text.endswith("\xad") and hyphenates:
        stem, rest = _SYLLABLE_END.search(text[:-1]), _SYLLABLE_START.match(following)
        is_parted = stem and rest and rest[0].islower() and (stem[0] + rest[0]).isascii()
        if stem and rest and is_parted and not (is_syllable(stem[0]) and is_syllable(rest[0])):
            return text[:-1] + following
        return text[:-1] + "-" + following
    if (
        re.search(r"\w[-–/]\Z", text)
        and re.match(r"[\wĐ]", following)
        and re.search(r"[\d/A-ZĐ]-\Z|/\Z", text)
    ):
        return text + following
    return f"{text} {following}"
