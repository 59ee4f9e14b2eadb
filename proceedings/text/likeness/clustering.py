"""Groups of a whole workshop: points that one answer may do for, proposed before the work starts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from proceedings.text.likeness.profiles import Profile, read_said, weigh_reading
from proceedings.text.likeness.rarity import Rarity, telling
from proceedings.text.likeness.said import Group, Member, Said
from proceedings.text.likeness.scoring import EQUAL, compare
from proceedings.text.likeness.signatures import signature

Report = Callable[[int, int], None]

#: How many of the points that share most of the rarest grams are weighed, and how many may hold such a gram.
_CANDIDATES: Final = 40
_HELD_BY: Final = 300
#: A member is this much like the core, or like half of those already in with at least the lesser likeness.
_TO_CORE: Final = EQUAL
_TO_MEMBERS: Final = 0.45
_REPORT_EVERY: Final = 200

Edges = list[dict[int, float]]


def cluster(saids: Sequence[Said], report: Report | None = None) -> tuple[Group, ...]:
    """Return the groups proposed, the largest first, each of at least two points; a point is in one at most.

    The same groups in whatever order the points are given. No two points of a group ask for the contrary or differ
    in number, negation or direction. ``report`` is told now and then how many of how many points were compared.
    20,000 points of 40 words: under a minute, well under 1 GB.
    """
    ordered = sorted(saids, key=lambda said: (said.text, said.anchor, said.wording, said.kind, said.key))
    signatures = [signature(said) for said in ordered]
    rarity = Rarity.count(signatures)
    profiles = [weigh_reading(read_said(said), rarity) for said in ordered]
    edges = _find_edges(profiles, signatures, rarity, report)
    groups = [_describe(members, profiles) for members in _gather(profiles, edges)]
    return tuple(sorted(groups, key=lambda group: (-len(group.members), group.core)))


def _find_edges(
    profiles: Sequence[Profile], signatures: Sequence[Sequence[int]], rarity: Rarity, report: Report | None
) -> Edges:
    """Return for each point the others that it may share an answer with, by their scores."""
    edges: Edges = [{} for _ in profiles]
    for done, (one, other) in enumerate_pairs(signatures, rarity):
        likeness = compare(profiles[one], profiles[other])
        if likeness.score >= _TO_MEMBERS and likeness.may_share_answer:
            edges[one][other] = edges[other][one] = likeness.score
        if report and done % _REPORT_EVERY == 0:
            report(done, len(profiles))
    if report:
        report(len(profiles), len(profiles))
    return edges


def enumerate_pairs(
    signatures: Sequence[Sequence[int]], rarity: Rarity
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield each pair of points worth comparing once, with how many points were looked up by then."""
    postings: dict[int, list[int]] = {}
    tellings = [telling(one, rarity) for one in signatures]
    for place, one in enumerate(tellings):
        for gram in one.grams:
            postings.setdefault(gram, []).append(place)
    for place, one in enumerate(tellings):
        shared: Counter[int] = Counter()
        for gram, weight in zip(*one, strict=True):
            for other in postings[gram][:_HELD_BY]:
                shared[other] += weight
        del shared[place]
        for other, _ in shared.most_common(_CANDIDATES):
            yield place, (place, other)


def _gather(profiles: Sequence[Profile], edges: Edges) -> Iterator[list[tuple[int, float]]]:
    """Yield the members of each group with their scores to its core, the core first."""
    free = set(range(len(profiles)))
    for core in sorted(range(len(profiles)), key=lambda place: (-sum(edges[place].values()), place)):
        if core in free:
            members = _grow(core, free, profiles, edges)
            if len(members) > 1:
                free.difference_update(members)
                yield [(place, score) for place, score in members.items()]


def _grow(core: int, free: set[int], profiles: Sequence[Profile], edges: Edges) -> dict[int, float]:
    members = {core: 1.0}
    for place, score in sorted(edges[core].items(), key=lambda edge: (-edge[1], edge[0])):
        if place in free and score >= _TO_CORE and _fits(place, members, profiles):
            members[place] = score
    return members


def _fits(place: int, members: dict[int, float], profiles: Sequence[Profile]) -> bool:
    return all(compare(profiles[place], profiles[member]).may_share_answer for member in members)


def _describe(members: list[tuple[int, float]], profiles: Sequence[Profile]) -> Group:
    keyed = [Member(profiles[place].reading.said.key, score) for place, score in members]
    return Group(keyed[0].key, (keyed[0], *sorted(keyed[1:], key=lambda member: (-member.score, member.key))))
