"""The points of the sample contributions as an editor marks them: exact spans, and the rest as no request."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.sample.compose import contributions
from proceedings.sample.opinions import SampleOpinion, sample_opinions
from proceedings.sample.paragraphs import paragraphs
from proceedings.sample.redrafting import name_opinion
from proceedings.text.opinions import Kind


@dataclass(frozen=True, slots=True)
class KnownPoint:
    """One paragraph of a sample contribution; ``text[start:end]`` and ``text[wording_start:wording_end]`` are exact.

    ``opinion`` names what it says, as :mod:`proceedings.sample.redrafting` does; it and all that depends on it are
    empty for a paragraph that asks for nothing.
    """

    start: int
    end: int
    kind: Kind
    opinion: str = ""
    anchor: str = ""
    wording: str = ""
    wording_start: int = 0
    wording_end: int = 0
    summary: str = ""


def points_of(number: int) -> tuple[KnownPoint, ...]:
    """Return the points of a contribution by its number in the registry, 1 to 92, with its other paragraphs.

    They come in reading order and cover every paragraph. Raises ``IndexError`` for a number that the sample lacks.
    """
    if not 1 <= number <= len(contributions()):
        raise IndexError(f"The sample has no contribution {number}.")
    return tuple(_point_out(contributions()[number - 1].text))


def _point_out(text: str) -> Iterator[KnownPoint]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        opinion = _opinions().get(line)
        yield _point(line, start, opinion) if opinion else KnownPoint(start, end, Kind.NO_REQUEST)
        start = end + 1


def _point(line: str, start: int, opinion: SampleOpinion) -> KnownPoint:
    wording = next((words for words in opinion.wordings if f"“{words}”" in line), "")
    place = start + (line.index(f"“{wording}”") + 1 if wording else 0)
    return KnownPoint(
        start=start,
        end=start + len(line),
        kind=opinion.kind,
        opinion=opinion.name,
        anchor=opinion.anchor,
        wording=wording,
        wording_start=place,
        wording_end=place + len(wording),
        summary=opinion.summary,
    )


@functools.cache
def _opinions() -> dict[str, SampleOpinion]:
    """Return what each paragraph says that says something of the draft, by the paragraph's text."""
    known = sample_opinions()
    return {
        paragraph.text: known[name]
        for paragraph in paragraphs()
        if (name := name_opinion(paragraph)) in known
    }
