"""The difference of two paragraphs by words: syllables and compounds whole, punctuation apart, made to read well."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from proceedings.text.redline.compounds import COMPOUNDS
from proceedings.text.redline.segments import Op, Segment, join_segments
from proceedings.text.redline.sequences import find_steps

#: Numbers with their points, dates and symbols ("1.500.000", "05/3/2026", "30/2020/NĐ-CP"), words, single signs.
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:[/-][\w\u0300-\u036f]+)*(?![\w\u0300-\u036f])|[\w\u0300-\u036f]+|[^\w\s]"
)
#: Words that hold a sentence together and say little alone: an island of them between changes is no island.
_SMALL: Final = """
và của các những cho với để là được có trong theo về tại từ đến do bởi hoặc hay thì mà như khi này đó việc
"""
_SMALL_WORDS: Final = frozenset(_SMALL.split())
_ISLAND_WORDS: Final = 3  # a longer equal stretch is never folded
_TIMES: Final = 5  # what is changed around an island must weigh so many times the island, on both sides
_LONE: Final = 2  # a change that weighs less, such as a number, is shown by itself
_KEPT_SHARE: Final = 0.25  # where less than this stays, the paragraph is replaced as a whole
_WHOLE_FROM: Final = 6  # unless it is shorter than so many words


class Token(NamedTuple):
    """A word or sign by its place in the text; ``key`` is what it is compared by."""

    key: str
    start: int
    end: int

    @property
    def weight(self) -> float:
        """How much it says: syllables of a compound each 1, small words less, the end of a clause more."""
        if self.key in ".;:":
            return 1.5
        if self.key in _SMALL_WORDS:
            return 0.5
        return 1.0 + self.key.count(" ")


@dataclass(slots=True)
class _Run:
    """Equal or changed tokens, as ranges on both sides."""

    is_equal: bool
    old: tuple[int, int]
    new: tuple[int, int]


def read_tokens(text: str) -> list[Token]:
    """Return the words and signs of a text, compounds as one; blanks are the gaps between them.

    A word is compared in its composed form (NFC), so the spelling of the code points makes no difference.
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        key, start = unicodedata.normalize("NFC", found.group()), found.start()
        if tokens and tokens[-1].end + 1 == start and text[start - 1] == " ":
            pair = f"{tokens[-1].key} {key}"
            if pair.lower() in COMPOUNDS:
                tokens[-1] = Token(pair, tokens[-1].start, found.end())
                continue
        tokens.append(Token(key, start, found.end()))
    return tokens


def compare_words(old: str, new: str) -> tuple[Segment, ...]:
    """Return what lies between two paragraphs; joined, the old and the new side are the two texts exactly.

    Comparing the other way round gives the mirrored result.
    """
    if old == new:
        return (Segment(Op.EQUAL, new),) if new else ()
    old_tokens, new_tokens = read_tokens(old), read_tokens(new)
    old_keys, new_keys = [token.key for token in old_tokens], [token.key for token in new_tokens]
    if old_keys <= new_keys:
        runs = _fold_runs(_find_runs(old_keys, new_keys), old_tokens, new_tokens)
    else:
        turned = _fold_runs(_find_runs(new_keys, old_keys), new_tokens, old_tokens)
        runs = [_Run(run.is_equal, run.new, run.old) for run in turned]
    return join_segments(_Writer(old, new, old_tokens, new_tokens).write(runs))


def _find_runs(old: list[str], new: list[str]) -> list[_Run]:
    runs: list[_Run] = []
    for step in find_steps(old, new):
        if runs and runs[-1].is_equal is step.is_equal:
            runs[-1].old = runs[-1].old[0], step.old[1]
            runs[-1].new = runs[-1].new[0], step.new[1]
        else:
            runs.append(_Run(step.is_equal, step.old, step.new))
    return runs


def _fold_runs(runs: list[_Run], old: list[Token], new: list[Token]) -> list[_Run]:
    """Fold small equal islands into the changes around them, and replace as a whole where little stays."""
    kept = sum(_weigh(old, run.old) for run in runs if run.is_equal)
    total = max(sum(token.weight for token in side) for side in (old, new)) if old or new else 0
    if total >= _WHOLE_FROM and kept < _KEPT_SHARE * total and old and new and len(runs) > 1:
        return [_Run(False, (0, len(old)), (0, len(new)))]
    folded: list[_Run] = []
    for run in runs:
        folded.append(run)
        while len(folded) >= 3 and _is_island(folded[-3:], old, new):
            left, _, right = folded[-3:]
            folded[-3:] = [_Run(False, (left.old[0], right.old[1]), (left.new[0], right.new[1]))]
    return folded


def _is_island(runs: list[_Run], old: list[Token], new: list[Token]) -> bool:
    left, island, right = runs
    if not island.is_equal or island.old[1] - island.old[0] > _ISLAND_WORDS:
        return False
    deleted = [_weigh(old, side.old) for side in (left, right)]
    inserted = [_weigh(new, side.new) for side in (left, right)]
    if min(map(max, deleted, inserted)) < _LONE:
        return False
    return min(sum(deleted), sum(inserted)) >= _TIMES * _weigh(old, island.old)


def _weigh(tokens: list[Token], part: tuple[int, int]) -> float:
    return sum(token.weight for token in tokens[part[0] : part[1]])


class _Writer:
    """Turns runs of tokens into segments of text, each gap of blanks given to the side it belongs to."""

    def __init__(self, old: str, new: str, old_tokens: list[Token], new_tokens: list[Token]) -> None:
        self.old, self.new = old, new
        self.old_tokens, self.new_tokens = old_tokens, new_tokens
        self.old_gaps, self.new_gaps = _gaps(old, old_tokens), _gaps(new, new_tokens)

    def write(self, runs: list[_Run]) -> list[Segment]:
        segments: list[Segment] = []
        for run in runs:
            segments += self._write_equal(run) if run.is_equal else self._write_change(run)
        return segments + _write_gap(self.old_gaps[-1], self.new_gaps[-1])

    def _write_equal(self, run: _Run) -> list[Segment]:
        first, segments = (run.old[0], run.new[0]), []
        inner = range(1, run.old[1] - run.old[0])
        if all(bool(self.old_gaps[first[0] + at]) == bool(self.new_gaps[first[1] + at]) for at in inner):
            was, text = _cut(self.old, self.old_tokens, run.old), _cut(self.new, self.new_tokens, run.new)
            gap = _write_gap(self.old_gaps[first[0]], self.new_gaps[first[1]])
            return [*gap, Segment(Op.EQUAL, text, "" if was == text else was)]
        for one, other in zip(range(*run.old), range(*run.new), strict=True):
            segments += _write_gap(self.old_gaps[one], self.new_gaps[other])
            was = self.old[self.old_tokens[one].start : self.old_tokens[one].end]
            text = self.new[self.new_tokens[other].start : self.new_tokens[other].end]
            segments.append(Segment(Op.EQUAL, text, "" if was == text else was))
        return segments

    def _write_change(self, run: _Run) -> list[Segment]:
        deleted = _cut(self.old, self.old_tokens, run.old)
        inserted = _cut(self.new, self.new_tokens, run.new)
        old_gap = self.old_gaps[run.old[0]] if deleted else ""
        new_gap = self.new_gaps[run.new[0]] if inserted else ""
        if deleted and inserted:
            gap = _write_gap(old_gap, new_gap)
            return [*gap, Segment(Op.DELETE, deleted), Segment(Op.INSERT, inserted)]
        return [Segment(Op.DELETE, old_gap + deleted), Segment(Op.INSERT, new_gap + inserted)]


def _cut(text: str, tokens: list[Token], part: tuple[int, int]) -> str:
    return text[tokens[part[0]].start : tokens[part[1] - 1].end] if part[0] < part[1] else ""


def _gaps(text: str, tokens: list[Token]) -> list[str]:
    """Return the blanks before each token and those after the last one."""
    edges = [0, *(edge for token in tokens for edge in (token.start, token.end)), len(text)]
    return [text[start:end] for start, end in list(pairwise(edges))[::2]]


def _write_gap(old: str, new: str) -> list[Segment]:
    if old and new:
        return [Segment(Op.EQUAL, new, "" if old == new else old)]
    return [Segment(Op.DELETE, old), Segment(Op.INSERT, new)]
