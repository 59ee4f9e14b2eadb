"""Which paragraph of a file that came back is which line of the draft: by its id, or by its words where it has none."""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from proceedings.text.returned import DraftName, Line, ReturnedParagraph, base_bookmark

#: How alike (0–100) a paragraph without id must be to a line to be a proposal for it; shorter ones must be equal.
ALIKE: Final = 65
_SHORTEST: Final = 12
#: Where more paragraphs than this have lost their ids and their words, only the nearest ones are compared.
_WINDOW: Final = 400
#: How much of a line (0–100) must be found in a paragraph that took its id over, to have been joined to it.
_HELD: Final = 80


@dataclass(slots=True)
class Pairs:
    """What was found: for each paragraph its line or None, and how.

    ``by_content`` are paragraphs found by their words, ``joined`` lines that now stand in the paragraph of another
    line, ``repeated`` paragraphs whose id stands at another paragraph as well.
    """

    lines: list[int | None]
    by_content: set[int] = field(default_factory=set)
    joined: dict[int, int] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)

    def taken(self) -> set[int]:
        """Return the lines that were found."""
        return {line for line in self.lines if line is not None} | self.joined.keys()


def compared(text: str) -> str:
    """Return the words by which two texts are the same: NFC, every run of blanks one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def pair(lines: Sequence[Line], paragraphs: Sequence[ReturnedParagraph], draft: DraftName) -> Pairs:
    """Return which paragraph is which line."""
    old = [compared(line.text) for line in lines]
    new = [compared(paragraph.text) for paragraph in paragraphs]
    pairs = Pairs([None] * len(paragraphs))
    _pair_by_id(
        pairs, {line.bookmark(draft): place for place, line in enumerate(lines)}, paragraphs, old, new
    )
    for find in (_same_order, _same_words, _alike):
        taken = pairs.taken()
        loose = [place for place in range(len(lines)) if place not in taken]
        lost = [place for place, line in enumerate(pairs.lines) if line is None]
        for line, paragraph in find(loose, lost, old, new):
            pairs.lines[paragraph] = line
            pairs.by_content.add(paragraph)
    return pairs


def _pair_by_id(
    pairs: Pairs,
    known: dict[str, int],
    paragraphs: Sequence[ReturnedParagraph],
    old: Sequence[str],
    new: Sequence[str],
) -> None:
    """An id that stands twice is that of the paragraph most like its line; several in one paragraph were joined."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, paragraph in enumerate(paragraphs):
        for name in dict.fromkeys(map(base_bookmark, paragraph.bookmarks)):
            if name in known:
                holders[known[name]].append(place)
    claims: defaultdict[int, list[int]] = defaultdict(list)
    for line, places in holders.items():
        best = max(places, key=lambda place: (_likeness(old[line], new[place]), -place))
        claims[best].append(line)
        pairs.repeated.update(place for place in places if place != best)
    for place, claimed in claims.items():
        first, *others = sorted(claimed, key=lambda line: (old[line] != new[place], line))
        pairs.lines[place] = first
        for line in others:
            if fuzz.partial_ratio(old[line], new[place]) >= _HELD:
                pairs.joined[line] = first
    pairs.repeated = {place for place in pairs.repeated if pairs.lines[place] is None}


def _likeness(old: str, new: str) -> float:
    return 101.0 if old == new else fuzz.ratio(old, new)


def _same_order(
    loose: Sequence[int], lost: Sequence[int], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Equal words in the same order, as in a file that lost all its ids."""
    before, after = [old[line] for line in loose], [new[place] for place in lost]
    for block in Indel.opcodes(before, after).as_matching_blocks():
        yield from zip(
            loose[block.a : block.a + block.size], lost[block.b : block.b + block.size], strict=True
        )


def _same_words(
    loose: Sequence[int], lost: Sequence[int], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Equal words anywhere: they were moved."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for place in lost:
        places[new[place]].append(place)
    for line in loose:
        if places[old[line]]:
            yield line, places[old[line]].popleft()


def _alike(
    loose: Sequence[int], lost: Sequence[int], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Words that are much alike, the most alike first."""
    candidates = [
        (-score, line, place)
        for rank, line in enumerate(loose)
        if len(old[line]) >= _SHORTEST
        for score, place in _candidates(old[line], _near(lost, rank, len(loose)), new)
    ]
    lines: set[int] = set()
    places: set[int] = set()
    for _, line, place in sorted(candidates):
        if line not in lines and place not in places:
            lines.add(line)
            places.add(place)
            yield line, place


def _near(lost: Sequence[int], rank: int, count: int) -> Sequence[int]:
    if len(lost) <= _WINDOW:
        return lost
    middle = rank * len(lost) // count
    start = max(0, min(middle - _WINDOW // 2, len(lost) - _WINDOW))
    return lost[start : start + _WINDOW]


def _candidates(old: str, lost: Iterable[int], new: Sequence[str]) -> Iterator[tuple[float, int]]:
    places = [place for place in lost if len(new[place]) >= _SHORTEST]
    choices = [new[place] for place in places]
    for _, score, rank in process.extract(old, choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3):
        yield score, places[rank]
