"""The passages that two texts share, word by word, whatever their order: what is highlighted."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.text.likeness.said import Shared
from proceedings.text.likeness.tokens import Token

#: A passage has this many tokens that weigh, or is a number.
_LEAST = 2
#: Tokens of a text that are looked at, and places of one pair that are tried.
_MOST_TOKENS, _MOST_PLACES = 1_500, 6


class _Run(NamedTuple):
    start_a: int
    start_b: int
    length: int


def find_shared(one: Sequence[Token], other: Sequence[Token]) -> tuple[Shared, ...]:
    """Return the passages that two texts share, in the order of the first; none overlaps another in either text.

    The longest are taken first. Words that say the same ("kiến nghị", "đề nghị") are the same; passages begin and
    end with words that weigh.
    """
    one, other = one[:_MOST_TOKENS], other[:_MOST_TOKENS]
    runs = sorted(set(_find_runs(one, other)), key=lambda run: (-run.length, run))
    free_a, free_b = [True] * len(one), [True] * len(other)
    taken = [left for run in runs if (left := _take(run, free_a, free_b))]
    spans = (_span(_trim(run, one), one, other) for run in taken if _is_telling(run, one))
    return _keep_apart(sorted(spans))


def _find_runs(one: Sequence[Token], other: Sequence[Token]) -> Iterator[_Run]:
    """Yield the longest run from each place where two neighbours are the same."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, (first, second) in enumerate(itertools.pairwise(other)):
        places.setdefault((first.form, second.form), []).append(place)
    for place, (first, second) in enumerate(itertools.pairwise(one)):
        for there in places.get((first.form, second.form), ())[:_MOST_PLACES]:
            if not (place and there and one[place - 1].form == other[there - 1].form):
                yield _Run(place, there, _measure(one, other, place, there))


def _measure(one: Sequence[Token], other: Sequence[Token], place: int, there: int) -> int:
    pairs = zip(itertools.islice(one, place, None), itertools.islice(other, there, None), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0].form == pair[1].form, pairs))


def _take(run: _Run, free_a: list[bool], free_b: list[bool]) -> _Run | None:
    """Take what is left of a run from its start on, and mark it as taken."""
    start_a, start_b, length = run
    while length and not (free_a[start_a] and free_b[start_b]):
        start_a, start_b, length = start_a + 1, start_b + 1, length - 1
    kept = 0
    while kept < length and free_a[start_a + kept] and free_b[start_b + kept]:
        free_a[start_a + kept] = free_b[start_b + kept] = False
        kept += 1
    return _Run(start_a, start_b, kept) if kept else None


def _is_telling(run: _Run, one: Sequence[Token]) -> bool:
    tokens = one[run.start_a : run.start_a + run.length]
    return sum(token.weighs for token in tokens) >= _LEAST or any(token.is_number for token in tokens)


def _trim(run: _Run, one: Sequence[Token]) -> _Run:
    """Leave out what only binds at both ends."""
    weighing = [step for step in range(run.length) if one[run.start_a + step].weighs]
    first, last = weighing[0], weighing[-1]
    return _Run(run.start_a + first, run.start_b + first, last - first + 1)


def _span(run: _Run, one: Sequence[Token], other: Sequence[Token]) -> Shared:
    last = run.length - 1
    return Shared(
        one[run.start_a].start,
        one[run.start_a + last].end,
        other[run.start_b].start,
        other[run.start_b + last].end,
    )


def _keep_apart(spans: Sequence[Shared]) -> tuple[Shared, ...]:
    """Drop what would overlap: an abbreviation is several tokens at one place."""
    kept: list[Shared] = []
    for span in spans:
        if all(
            (span.start_a >= other.end_a or span.end_a <= other.start_a)
            and (span.start_b >= other.end_b or span.end_b <= other.start_b)
            for other in kept
        ):
            kept.append(span)
    return tuple(kept)
