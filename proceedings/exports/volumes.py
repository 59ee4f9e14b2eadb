"""Cuts a document into sheets that begin on a page of their own, and shares them out among volumes."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any, BinaryIO

from proceedings.exports.printable import Lettering, shorten
from proceedings.exports.tree import Block, Heading, ListItem, NewPage, Paragraph, Run, Table

PAGES_A_VOLUME = 1000  # about 0.8 MB of memory a page
_LINE, _LINES = 70, 34  # letters in a line, lines on a page: cautious averages of the template
_ROWS_A_TABLE = 1000
_WEIGHT_OF_CELLS = 2  # a page of a table takes about twice the memory of a page of text
_ENTRIES_A_PAGE = 18  # of a table of contents
_LONGEST_WORD = 60
_TOO_LONG = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_BREAK_HERE = "\u200b"
_RUNNING_LENGTH = 48


@dataclass(slots=True)
class Sheet:
    """A stretch of blocks that begins a page: where its data lies in the store, and about how long it is."""

    start: int
    end: int = 0
    lines: float = 0.0
    headings: list[dict[str, Any]] = field(default_factory=list)

    @property
    def pages(self) -> float:
        """The estimated number of pages."""
        return max(1.0, math.ceil(self.lines / _LINES))


def store_sheets(blocks: Iterable[Block], lettering: Lettering, store: BinaryIO) -> list[Sheet]:
    """Write every block as JSON followed by a comma to `store`; return the sheets in order.

    A sheet that would outgrow a volume by itself is cut where it stands, a long table goes on on a new page.
    """
    sheets = [Sheet(start=0)]
    for block in chain.from_iterable(map(_pieces, blocks)):
        if isinstance(block, NewPage) or sheets[-1].pages >= PAGES_A_VOLUME:
            sheets[-1].end = store.tell()
            sheets.append(Sheet(start=store.tell()))
        if isinstance(block, NewPage):
            continue
        data, lines = _data(block, lettering)
        store.write(json.dumps(data, ensure_ascii=False).encode() + b",\n")
        sheets[-1].lines += lines
        if isinstance(block, Heading):
            sheets[-1].headings.append(data)
    sheets[-1].end = store.tell()
    return [sheet for sheet in sheets if sheet.end > sheet.start]


def plan_volumes(sheets: Sequence[Sheet], limit: int = PAGES_A_VOLUME) -> list[list[Sheet]]:
    """Share the sheets out in order; the first volume leaves room for the table of contents of all."""
    contents = math.ceil(sum(len(sheet.headings) for sheet in sheets) / _ENTRIES_A_PAGE)
    if sum(sheet.pages for sheet in sheets) + contents <= limit:
        return [list(sheets)]
    volumes: list[list[Sheet]] = [[]]
    room = max(limit - contents, limit / 4)
    for sheet in sheets:
        if volumes[-1] and sheet.pages > room:
            volumes.append([])
            room = limit * 0.9
        volumes[-1].append(sheet)
        room -= sheet.pages
    return volumes


def sheet_data(sheets: Iterable[Sheet], store: BinaryIO) -> Iterator[bytes]:
    """The JSON array of all blocks of these sheets, piece by piece, a page break before each sheet."""
    yield b"["
    for sheet in sheets:
        store.seek(sheet.start)
        yield b'{"is":"page"},\n' + store.read(sheet.end - sheet.start)
    yield b'{"is":"end"}]'


def _pieces(block: Block) -> Iterator[Block]:
    """A block that the compiler can hold in memory as it is, or the parts that one too long is cut into."""
    match block:
        case Table(rows=rows):
            rest = iter(rows)
            first = list(islice(rest, _ROWS_A_TABLE))
            yield replace(block, rows=first)
            while more := list(islice(rest, _ROWS_A_TABLE)):
                yield NewPage()
                yield replace(block, rows=more, caption="")
        case Paragraph(runs=(Run(text=text) as run,)) if text.count("\n") > _LINES:
            lines = text.split("\n")
            for at in range(0, len(lines), _LINES):
                yield replace(block, runs=(replace(run, text="\n".join(lines[at : at + _LINES])),))
        case _:
            yield block


def _data(block: Block, lettering: Lettering) -> tuple[dict[str, Any], float]:
    """One block as the template reads it, and about how many lines it fills."""
    match block:
        case Heading(text=text, level=level, byline=byline, alone=alone):
            clean = breakable(lettering(text))
            line = breakable(lettering(byline))
            short = shorten(clean, _RUNNING_LENGTH)
            heading = {"is": "heading", "level": level, "text": clean, "byline": line, "short": short}
            return heading | {"alone": alone}, _LINES if alone else 4 + len(clean) / 40
        case Paragraph(runs=runs, role=role):
            data = {"is": "paragraph", "role": role.value, "runs": _runs(runs, lettering)}
            return data, _lines(runs)
        case ListItem(label=label, runs=runs, depth=depth):
            labelled = (Run(f"{label} "), *runs)
            return {"is": "item", "depth": depth, "runs": _runs(labelled, lettering)}, _lines(labelled)
        case Table():
            return _table(block, lettering)
    raise TypeError(f"no form for {type(block).__name__}")


def _table(table: Table, lettering: Lettering) -> tuple[dict[str, Any], float]:
    cells = [breakable(lettering(text)) for row in table.rows for text in row]
    header = [breakable(lettering(text)) for text in table.header]
    data = {
        "is": "table",
        "widths": list(table.widths),
        "header": header,
        "cells": cells,
        "caption": lettering(table.caption),
    }
    shares = [width / sum(table.widths) for width in table.widths]
    letters = (len(text) / shares[index % len(shares)] for index, text in enumerate(cells))
    lines = sum(letters) / _LINE / len(shares) * 1.5 + len(cells) / len(shares)
    return data, 3 + lines * _WEIGHT_OF_CELLS


def _runs(runs: Iterable[Run], lettering: Lettering) -> list[dict[str, str]]:
    return [{"text": breakable(lettering(run.text)), "emphasis": run.emphasis.value} for run in runs]


def _lines(runs: Iterable[Run]) -> float:
    texts = "".join(run.text for run in runs).split("\n")
    return 0.4 + sum(math.ceil(len(text) / _LINE) for text in texts)


def breakable(text: str) -> str:
    """The same text with invisible places to break in words too long for a line."""
    return _TOO_LONG.sub(_broken, text) if len(text) > _LONGEST_WORD else text


def _broken(word: re.Match[str]) -> str:
    steps = range(0, len(word[0]), _LONGEST_WORD)
    return _BREAK_HERE.join(word[0][at : at + _LONGEST_WORD] for at in steps)
