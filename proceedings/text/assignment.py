"""Who goes with whom: the pairs of the greatest sum, each row and each column used once at most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)

#: Above so many rows a block is paired greedily, best score first: the exact way grows with the cube.
EXACT_UP_TO = 320


def assign(scores: Mapping[tuple[Row, Column], float]) -> dict[Row, Column]:
    """Return the pairs, all of them among those scored, whose scores add up to the most.

    Scores are positive; a pair that is not scored is never formed. Rows that share no candidate are told apart
    first, so that a thousand articles with few candidates each cost little.
    """
    paired: dict[Row, Column] = {}
    for block in _part(scores):
        rows = list(dict.fromkeys(row for row, _ in block))
        columns = list(dict.fromkeys(column for _, column in block))
        if len(rows) == 1 or len(columns) == 1 or max(len(rows), len(columns)) > EXACT_UP_TO:
            paired.update(_take_best_first(block))
        else:
            paired.update(_assign_exactly(rows, columns, block))
    return paired


def _part(scores: Mapping[tuple[Row, Column], float]) -> list[dict[tuple[Row, Column], float]]:
    """Return the scores in blocks that have neither row nor column in common."""
    of_row: dict[Row, list[Column]] = {}
    of_column: dict[Column, list[Row]] = {}
    for row, column in scores:
        of_row.setdefault(row, []).append(column)
        of_column.setdefault(column, []).append(row)
    blocks, seen = [], set()
    for start in of_row:
        if start in seen:
            continue
        seen.add(start)
        rows, columns = [start], set()
        for row in rows:
            for column in of_row[row]:
                if column not in columns:
                    columns.add(column)
                    rows += [near for near in of_column[column] if near not in seen]
                    seen.update(of_column[column])
        blocks.append({(row, column): scores[row, column] for row in rows for column in of_row[row]})
    return blocks


def _take_best_first(scores: Mapping[tuple[Row, Column], float]) -> dict[Row, Column]:
    paired: dict[Row, Column] = {}
    taken: set[Column] = set()
    for (row, column), _ in sorted(scores.items(), key=lambda scored: -scored[1]):
        if row not in paired and column not in taken:
            paired[row] = column
            taken.add(column)
    return paired


def _assign_exactly(
    rows: list[Row], columns: list[Column], scores: Mapping[tuple[Row, Column], float]
) -> dict[Row, Column]:
    if len(rows) > len(columns):
        turned = {(column, row): score for (row, column), score in scores.items()}
        return {row: column for column, row in _assign_exactly(columns, rows, turned).items()}
    losses = [[-scores.get((row, column), 0.0) for column in columns] for row in rows]
    chosen = _hungarian(losses)
    pairs = ((row, columns[place]) for row, place in zip(rows, chosen, strict=True))
    return {row: column for row, column in pairs if (row, column) in scores}


def _hungarian(losses: list[list[float]]) -> list[int]:
    """Return the column of each row for the least total loss; at least as many columns as rows.

    The method of Kuhn and Munkres with potentials, one shortest way a row.
    """
    width = len(losses[0])
    row_worth, column_worth = [0.0] * (len(losses) + 1), [0.0] * (width + 1)
    holder = [0] * (width + 1)  # which row (from 1) a column (from 1) is given to; column 0 is the start
    for row in range(1, len(losses) + 1):
        holder[0] = row
        last, came_from = _reach_free_column(losses, holder, row_worth, column_worth)
        while last:
            holder[last] = holder[came_from[last]]
            last = came_from[last]
    chosen = [0] * len(losses)
    for column in range(1, width + 1):
        if holder[column]:
            chosen[holder[column] - 1] = column - 1
    return chosen


def _reach_free_column(
    losses: list[list[float]], holder: list[int], row_worth: list[float], column_worth: list[float]
) -> tuple[int, list[int]]:
    """Return the free column that the row in ``holder[0]`` reaches at the least cost, and the way to it."""
    width = len(column_worth)
    nearest, came_from = [float("inf")] * width, [0] * width
    waiting, done, column = list(range(1, width)), [0], 0
    while True:
        row = holder[column]
        line, worth, step, following = losses[row - 1], row_worth[row], float("inf"), 0
        for other in waiting:
            reduced = line[other - 1] - worth - column_worth[other]
            if reduced < nearest[other]:
                nearest[other], came_from[other] = reduced, column
            if nearest[other] < step:
                step, following = nearest[other], other
        for visited in done:
            row_worth[holder[visited]] += step
            column_worth[visited] -= step
        for other in waiting:
            nearest[other] -= step
        column = following
        if not holder[column]:
            return column, came_from
        waiting.remove(column)
        done.append(column)
