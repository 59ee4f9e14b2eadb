"""Tables of contents: lines that repeat the headings of the text and open nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.lines import Line
from proceedings.text.structure.markers import Marker

_TITLE: Final = re.compile(r"\W*(?:MỤC\s+LỤC|Mục\s+lục)\W*$")
_LEADERS: Final = re.compile(
    r"(?:\s*(?:\.{3,}|…+|_{3,}|(?:\.\s){3,}|\t)[\s.…_]*|\s{2,}(?=\d{1,3}\s*$))\d{1,4}\s*$"
)
_PAGE: Final = re.compile(r"(?:[\s.…_]+\d{1,4})?\s*[.…_\s:;-]*$")
_STRAY: Final = 3
"""Lines of a table of contents in a row that may be printed otherwise in the text."""
_FEWEST: Final = 3
_PAIRS: Final = 12


def contents_lines(lines: Sequence[Line], printed: Sequence[Marker | None]) -> set[int]:
    """Return the lines of tables of contents: under their title, by leaders, or a run of bare repeated headings."""
    found = {
        place for place, marker in enumerate(printed) if marker and _LEADERS.search(lines[place].raw[-80:])
    }
    if len(found) < _FEWEST:
        found = set()
    titles = [place for place, line in enumerate(lines) if len(line.clean) < 40 and _TITLE.match(line.clean)]
    firsts = sum(marker is not None and _is_first(marker) for marker in printed)
    if not titles and firsts < 2:
        return found
    keys = [_key(line.clean) for line in lines]
    counts = Counter(key for key in keys if key)
    for place in titles:
        if place not in found:
            found.update(_run(keys, counts, printed, place + 1))
    if first := _bare_run(lines, printed, keys, counts):
        found.update(first)
    return found


def _run(keys: Sequence[str], counts: Counter[str], printed: Sequence[Marker | None], start: int) -> range:
    """The lines from ``start`` on that stand elsewhere, too, up to where a heading comes for the second time."""
    end, strays = start, 0
    seen: set[str] = set()
    for place in range(start, len(keys)):
        key = keys[place]
        if not key:
            continue
        if key in seen and printed[place] is not None:
            break
        if counts[key] >= 2:
            seen.add(key)
            end, strays = place + 1, 0
            continue
        strays += 1
        if strays > _STRAY:
            break
    return range(start, end)


def _bare_run(
    lines: Sequence[Line], printed: Sequence[Marker | None], keys: Sequence[str], counts: Counter[str]
) -> range | None:
    """A table of contents without a title: articles in a row, nothing between them, that all come again."""
    articles = [place for place, marker in enumerate(printed) if marker and marker.kind is Kind.DIEU]
    firsts = [place for place in articles if (marker := printed[place]) and _is_first(marker)]
    for first, again in islice(pairwise(firsts), _PAIRS):
        run = articles[bisect_left(articles, first) : bisect_left(articles, again)]
        words = sum(
            bool(keys[place]) and printed[place] is None and counts[keys[place]] < 2
            for place in range(first, run[-1])
        )
        repeated = sum(counts[keys[place]] >= 2 for place in run)
        if len(run) >= _FEWEST and repeated >= 0.8 * len(run) and words <= len(run) / 2:
            return range(_head_of(lines, printed, keys, counts, first), run[-1] + 1)
    return None


def _is_first(marker: Marker) -> bool:
    return marker.kind is Kind.DIEU and marker.value == (1, "")


def _head_of(
    lines: Sequence[Line],
    printed: Sequence[Marker | None],
    keys: Sequence[str],
    counts: Counter[str],
    first: int,
) -> int:
    head = first
    for place in range(first - 1, max(first - 8, -1), -1):
        if not lines[place].clean:
            continue
        if counts[keys[place]] < 2:
            break
        if printed[place] is not None:
            head = place
    return head


def _key(clean: str) -> str:
    """A heading as both places have it: without page number, leaders and closing signs, in small letters."""
    if not clean or len(clean) > 400:
        return clean[:400]
    return " ".join(_PAGE.sub("", _LEADERS.sub("", clean)).casefold().split())
