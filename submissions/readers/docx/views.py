"""Three views of a document with tracked changes: all accepted, all refused, and both shown with marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Final

from submissions.readers.document import ParagraphKind
from submissions.readers.docx.lines import Block, Bookmark, Change, Line, Piece, Row
from submissions.readers.docx.numbering import Counters, Numbering
from submissions.readers.encoding import Run


class View(Enum):
    """Which changes are shown; the value is what is left out."""

    ACCEPTED = Change.DELETED
    ORIGINAL = Change.INSERTED
    MARKED = Change.NONE


_BRACKETS: Final = {
    Change.INSERTED: ("[+", "+]"),
    Change.DELETED: ("[-", "-]"),
    Change.INSERTED | Change.DELETED: ("[-", "-]"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of one view, not yet repaired; ``has_label`` where its first run is an automatic number."""

    runs: list[Run]
    kind: ParagraphKind
    level: int = 0
    cell: tuple[int, int, int] | None = None
    bookmarks: tuple[str, ...] = ()


def show(blocks: Sequence[Block], view: View, numbering: Numbering) -> list[Shown]:
    """Return the paragraphs of a view, counting its lists anew; those without any text are left out.

    A paragraph whose end is gone in this view goes on in the next one of the same cell or story, which keeps its own
    number and style, as in Word.
    """
    counters = Counters(numbering)
    met: set[Bookmark] = set()
    shown: list[Shown] = []
    for is_row, group in groupby(blocks, lambda block: isinstance(block, Row)):
        if is_row:
            shown += (
                _row(row, view, counters)
                for row in group
                if isinstance(row, Row) and _stays(row.change, view)
            )
        else:
            for _, lines in groupby(
                (line for line in group if isinstance(line, Line)), lambda line: line.cell
            ):
                shown += _joined(list(lines), view, counters, met)
    return [each for each in shown if any(run.text.strip() for run in each.runs)]


def _stays(change: Change, view: View) -> bool:
    return not change & view.value


def _joined(
    lines: Sequence[Line], view: View, counters: Counters, met: set[Bookmark] | None = None
) -> Iterator[Shown]:
    begun: list[Run] = []
    names: list[str] = []
    for place, line in enumerate(lines):
        runs = _runs(line.pieces, view)
        names += () if met is None else _beginning(line, view, met)
        if not _stays(line.mark, view) and place + 1 < len(lines):
            begun += runs
            continue
        if not _stays(line.mark, view) and not begun and not runs:
            continue
        labelled = _labelled([*begun, *runs], line, view, counters)
        yield Shown(labelled, line.kind, line.level, line.cell, tuple(names))
        begun, names = [], []


def _beginning(line: Line, view: View, met: set[Bookmark]) -> Iterator[str]:
    """The names of the bookmarks whose first visible words stand in this line."""
    for bookmark, start, end in line.marked:
        pieces = line.pieces[start:end]
        if bookmark not in met and any(p.text.strip() and _stays(p.change, view) for p in pieces):
            met.add(bookmark)
            yield bookmark.name


def _labelled(runs: list[Run], line: Line, view: View, counters: Counters) -> list[Run]:
    if line.number is None or (view is View.MARKED and Change.DELETED in line.mark):
        return runs
    label = counters.label(*line.number)
    if label is None:
        return runs
    first = next((run.text for run in runs if run.text), "")
    is_glued = (
        label.text[-1:].isalnum() and first[:1].isalnum()
    )  # "1.1" set close to "Trên" is read as one word
    text = f"{label.text} " if is_glued else label.text if first else label.text.rstrip()
    return [Run(text, "" if label.is_bullet else label.font or line.label_font), *runs]


def _row(row: Row, view: View, counters: Counters) -> Shown:
    runs: list[Run] = []
    for place, cell in enumerate(row.cells):
        if place:
            runs.append(Run("\t", ""))
        for number, shown in enumerate(_joined(cell, view, counters)):
            if number:
                runs.append(Run(" ", ""))
            runs += (Run(run.text.replace("\n", " ").replace("\t", " "), run.font) for run in shown.runs)
    return Shown(runs, ParagraphKind.ROW, cell=(row.table, row.row, 0))


def _runs(pieces: Sequence[Piece], view: View) -> list[Run]:
    if view is not View.MARKED:
        return [Run(piece.text, piece.font) for piece in pieces if _stays(piece.change, view)]
    runs: list[Run] = []
    for change, group in groupby(pieces, lambda piece: piece.change):
        before, after = _BRACKETS.get(change, ("", ""))
        inside = [Run(piece.text, piece.font) for piece in group]
        runs += [Run(before, ""), *inside, Run(after, "")] if before else inside
    return runs
