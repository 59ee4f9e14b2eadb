"""One unit of a draft as lines that a person edits, and which line of the edited text goes on which line before."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.labels import find_label
from proceedings.text.provisions import Kind, Provision

#: How alike (0–1) two lines must be to be one line before and after; the same label counts for some of it.
_LEAST: Final = 0.45
_SAME_LABEL: Final = 0.3
#: Blocks of lines with more pairs than this are laid side by side without weighing every pair.
_MOST_PAIRS: Final = 40_000
_MOST_WORDS: Final = 400
_BLANKS: Final = re.compile(r"\s+")
_DASH: Final = re.compile(r"(?P<mark>[-–—+•])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One line of a unit; ``owner`` is the place of its node in reading order, ``opens`` whether it begins there."""

    text: str
    owner: int
    opens: bool


def lines_of_unit(unit: Provision) -> list[UnitLine]:
    """Return the lines of a unit and all below it, blank ones left out, as ``Provision.lines`` has them."""
    return list(_lines(unit, 0))


def unit_text(unit: Provision) -> str:
    """Return a unit as the text that a person edits: its lines with their marks, parted by line ends."""
    return "\n".join(line.text for line in lines_of_unit(unit))


def same_words(text: str) -> str:
    """Return what two lines are compared by: NFC and NFD, one blank and many are no difference."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def mark_of(line: str) -> tuple[str, str]:
    """Return what opens a line, ``2.`` or ``a)`` or ``-``, and the rest; the mark is empty for a plain line."""
    label = find_label(line)
    if label is not None and label.kind in (Kind.DIEU, Kind.KHOAN, Kind.DIEM):
        return label.mark, label.rest
    dash = _DASH.match(line)
    return (dash["mark"], line[dash.end() :]) if dash else ("", line)


def pair_lines(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each new line the place of the old line that it goes on, None for one that is new.

    Words decide, then labels: a line that got another number is still the same line. Lines that stand elsewhere now
    are found where they kept their words.
    """
    old_keys, new_keys = [_key(line) for line in old], [_key(line) for line in new]
    pairs: list[int | None] = [None] * len(new)
    matcher = difflib.SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            for step in range(new_end - new_start):
                pairs[new_start + step] = old_start + step
        elif tag == "replace":
            for one, other in _align(old, new, (old_start, old_end), (new_start, new_end)):
                pairs[other] = one
    _find_moved(old_keys, new_keys, pairs)
    return pairs


def _lines(node: Provision, place: int) -> Iterator[UnitLine]:
    own, children = node.own_lines()
    opens = True
    for text in own:
        if text.strip():
            yield UnitLine(text.strip(), place, opens)
            opens = False
    below = place + 1
    for child in node.children:
        if any(child is shown for shown in children):
            yield from _lines(child, below)
        below += sum(1 for _ in child.walk())


def _key(line: str) -> str:
    return same_words(mark_of(line)[1]) or same_words(line)


def _align(
    old: Sequence[str], new: Sequence[str], of_old: tuple[int, int], of_new: tuple[int, int]
) -> list[tuple[int, int]]:
    """Pair the lines of two stretches in their order so that the pairs together are as alike as can be."""
    rows, columns = range(*of_old), range(*of_new)
    if len(rows) * len(columns) > _MOST_PAIRS:
        return [
            (one, other) for one, other in zip(rows, columns, strict=False) if _alike(old[one], new[other])
        ]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    alike = [[_alike(old[one], new[other]) for other in columns] for one in rows]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(rows) and j < len(columns):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((rows[i], columns[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _alike(one: str, other: str) -> float:
    """How alike two lines are, 0 where they are too different to be one."""
    (one_mark, one_words), (other_mark, other_words) = mark_of(one), mark_of(other)
    matcher = difflib.SequenceMatcher(None, _words(one_words), _words(other_words), autojunk=False)
    score = matcher.ratio()
    if one_mark and one_mark == other_mark:
        score += _SAME_LABEL
    return score if score >= _LEAST else 0.0


def _words(line: str) -> list[str]:
    return same_words(line).casefold().split()[:_MOST_WORDS]


def _find_moved(old_keys: Sequence[str], new_keys: Sequence[str], pairs: list[int | None]) -> None:
    taken = set(pairs)
    free: dict[str, list[int]] = {}
    for place, key in enumerate(old_keys):
        if place not in taken:
            free.setdefault(key, []).append(place)
    for place, key in enumerate(new_keys):
        if pairs[place] is None and free.get(key):
            pairs[place] = free[key].pop(0)
