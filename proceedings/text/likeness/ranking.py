"""The points most like one point, out of some candidates."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings.text.likeness.passages import find_shared
from proceedings.text.likeness.profiles import Profile, read_said, weigh_reading
from proceedings.text.likeness.rarity import Rarity
from proceedings.text.likeness.said import Level, Reason, Said, Similar
from proceedings.text.likeness.scoring import compare

_ORDER = {Level.EQUAL: 0, Level.CLOSE: 1, Level.RELATED: 2}


def rank(said: Said, candidates: Sequence[Said], rarity: Rarity) -> tuple[Similar, ...]:
    """Return which of the candidates are like a point, the best first; what has nothing to do with it is left out.

    ``rarity`` is counted over a sample of the workshop's signatures. Best are those that one answer does for,
    whatever their score, then those that say nearly that; of one level the higher score, then the lower key.
    What asks for the contrary is ``related`` at the most. The point itself, by its key, is left out. About 0.2 ms a
    candidate of 60 words. Never raises, whatever the texts are.
    """
    asked = weigh_reading(read_said(said), rarity)
    others = (weigh_reading(read_said(other), rarity) for other in candidates if other.key != said.key)
    found = [similar for other in others if (similar := _tell(asked, other))]
    return tuple(sorted(found, key=lambda similar: (_ORDER[similar.level], -similar.score, similar.key)))


def _tell(asked: Profile, other: Profile) -> Similar | None:
    likeness = compare(asked, other)
    if likeness.level is None:
        return None
    shared = find_shared(asked.reading.tokens, other.reading.tokens)
    return Similar(
        key=other.reading.said.key,
        score=likeness.score,
        level=likeness.level,
        reasons=likeness.reasons + ((Reason.SHARED_PHRASES,) if shared else ()),
        shared=shared,
        differences=likeness.differences,
        is_opposite=likeness.is_opposite,
    )
