"""The numbers of a workshop as pictures: its documents one stroke each, its bodies group by group."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 480  # drawing units; the picture scales to the column it stands in
MOST_STROKES = 160
ROW = 58
HEAD = 24


class ImpossibleNumbers(ValueError):
    """A part is larger than its whole; a picture of it would be a lie."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One document of the bar, or one stretch of it where there are too many to draw singly."""

    x: float
    width: float
    is_live: bool


@dataclass(frozen=True, slots=True)
class DocumentsBar:
    """All written contributions in one row, those also presented live first and taller."""

    total: int
    live: int
    strokes: tuple[Stroke, ...]
    live_end: float
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class BodiesRow:
    """One group of bodies; the three lengths are drawing units, each part of the one before."""

    label: str
    asked: int
    contributed: int
    live: int
    asked_length: float
    contributed_length: float
    live_length: float
    y: int


@dataclass(frozen=True, slots=True)
class BodiesChart:
    """Bodies by group: asked, of those contributed, of those presented."""

    rows: tuple[BodiesRow, ...]
    asked: int
    contributed: int
    live: int
    height: int
    width: int = WIDTH


def draw_documents_bar(*, total: int, live: int) -> DocumentsBar:
    """Draw `total` documents with the `live` ones among them (a subset, never added); 0 ≤ live ≤ total."""
    if not 0 <= live <= total:
        raise ImpossibleNumbers(f"{live} of {total} documents were presented")
    step = WIDTH / total if total else 0.0
    if total <= MOST_STROKES:
        strokes = tuple(Stroke(round(i * step, 2), round(step * 0.66, 2), i < live) for i in range(total))
    else:
        split = round(live * step, 2)
        strokes = (Stroke(0, split, True), Stroke(split, round(WIDTH - split, 2), False))
    return DocumentsBar(total, live, strokes, round(live * step, 2))


def draw_bodies(groups: Sequence[tuple[str, int, int, int]]) -> BodiesChart:
    """Draw groups of bodies, each (label, asked, contributed, live), in the order given, on one scale."""
    for label, asked, contributed, live in groups:
        if not 0 <= live <= contributed <= asked:
            raise ImpossibleNumbers(f"{label}: {live} of {contributed} of {asked}")
    scale = WIDTH / (max((asked for _label, asked, _c, _l in groups), default=0) or 1)
    rows = tuple(
        BodiesRow(
            *group,
            asked_length=round(group[1] * scale, 2),
            contributed_length=round(group[2] * scale, 2),
            live_length=round(group[3] * scale, 2),
            y=index * ROW,
        )
        for index, group in enumerate(groups)
    )
    return BodiesChart(
        rows,
        asked=sum(row.asked for row in rows),
        contributed=sum(row.contributed for row in rows),
        live=sum(row.live for row in rows),
        height=ROW * len(rows),
    )
