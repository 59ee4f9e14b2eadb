"""The lines of a file prepared for reading: which may open a unit, and what stands before and behind each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.contents import contents_lines
from proceedings.text.structure.lines import Line, lines_of
from proceedings.text.structure.markers import Marker, Strength, heading_marker
from proceedings.text.structure.quotes import Quoted, quoted_lines
from proceedings.text.structure.surroundings import ends_with_number, is_cut, is_ended, is_noise

_RECOVERIES: Final = 50
_NEAR: Final = 12


@dataclass(slots=True)
class Manuscript:
    """Lines with what was found out about each; ``headings`` are the phần … điều that could begin there."""

    source: str
    lines: list[Line]
    contents: set[int]
    quoted: list[Quoted]
    printed: list[Marker | None]
    before: list[int]  # the last line before this one that has words, -1 without one
    idle: list[bool]  # nothing, or a running head
    articles: list[int] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)  # the last lines of headings that were read
    recoveries: int = 0

    def heading(self, place: int) -> Marker | None:
        """Return what could begin in a line; nothing does inside quoted words or a table of contents."""
        if self.quoted[place] is Quoted.YES or place in self.contents:
            return None
        return self.printed[place]

    def text_before(self, place: int) -> str:
        """Return the words of the last line before this one, "" at the beginning."""
        return self.lines[self.before[place]].clean if self.before[place] >= 0 else ""

    def is_cut_before(self, place: int) -> bool:
        """Tell whether the line before asks for more; a heading does not."""
        return self.before[place] not in self.titles and is_cut(self.text_before(place))

    def may_go_on(self, place: int) -> bool:
        """Tell whether the line before may go on in this one: it asks for more, or ends with a number or a comma."""
        if self.before[place] in self.titles:
            return False
        before = self.text_before(place)
        return before.endswith(",") or is_cut(before) or ends_with_number(before)

    def text_after(self, place: int) -> str:
        """Return the words of the next line that has any, "" at the end."""
        for index in range(place + 1, min(place + 1 + _NEAR, len(self.lines))):
            if not self.idle[index]:
                return self.lines[index].clean
        return ""

    def is_ended_before(self, place: int) -> bool:
        """Tell whether a heading may stand here: what stands before is finished, or a heading itself."""
        return self.before[place] in self.titles or is_ended(self.text_before(place))

    def next_articles(self, place: int, count: int = 40) -> Iterator[tuple[int, Marker]]:
        """Yield the lines after this one that could begin an article, with their marks."""
        first = bisect_right(self.articles, place)
        for line in self.articles[first : first + count]:
            if marker := self.heading(line):
                yield line, marker

    def leave_quotation(self, place: int) -> None:
        """Take it that a quotation without an end was over before this line, and look for the next ones anew."""
        self.recoveries += 1
        rest = len(self.lines) - place
        self.quoted[place:] = (
            quoted_lines(self.lines[place:]) if self.recoveries <= _RECOVERIES else [Quoted.NO] * rest
        )


def prepare(source: str) -> Manuscript:
    """Return the manuscript of a source."""
    lines = lines_of(source)
    printed = [_heading_of(line.clean) for line in lines]
    idle = [not line.clean or is_noise(line.clean) for line in lines]
    return Manuscript(
        source=source,
        lines=lines,
        contents=contents_lines(lines, printed),
        quoted=quoted_lines(lines),
        printed=printed,
        before=_before(idle),
        idle=idle,
        articles=[place for place, marker in enumerate(printed) if _is_article(marker)],
    )


def _heading_of(clean: str) -> Marker | None:
    """The heading that a line may be; a row of a table is none."""
    marker = heading_marker(clean)
    return (
        None if marker is not None and "\t" in clean[marker.length :] and not clean[-1].isdigit() else marker
    )


def _before(idle: Sequence[bool]) -> list[int]:
    before, last = [], -1
    for place, is_idle in enumerate(idle):
        before.append(last)
        if not is_idle:
            last = place
    return before


def _is_article(marker: Marker | None) -> bool:
    return marker is not None and marker.kind is Kind.DIEU and marker.strength > Strength.CITATION
