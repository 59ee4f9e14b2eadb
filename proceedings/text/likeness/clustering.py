"""Groups of a whole workshop: points that one answer may do for, proposed before the work starts."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from proceedings.text.likeness.differences import are_opposite, list_differences
from proceedings.text.likeness.profiles import Profile, read_said, weigh_reading
from proceedings.text.likeness.rarity import Rarity, telling
from proceedings.text.likeness.said import Group, Member, Said
from proceedings.text.likeness.scoring import score
from proceedings.text.likeness.signatures import sign

Report = Callable[[int, int], None]

#: How many of the points that share most of the rarest grams are weighed, and how many may hold such a gram.
_CANDIDATES: Final = 40
_HELD_BY: Final = 300
#: What of its rarest grams a point must share with another, by weight, to be weighed at all.
_LEAST_SHARED: Final = 0.15
#: Less than this is never looked at again.
_LEAST: Final = 0.4
#: So much alike a member is on average to those that were in a group before it; of many, to the first ones.
_TO_MEMBERS: Final = 0.62
_FIRST: Final = 10
_REPORT_EVERY: Final = 200


def cluster(saids: Sequence[Said], report: Report | None = None) -> tuple[Group, ...]:
    """Return the groups proposed, the largest first, each of at least two points; a point is in one at most.

    The same groups in whatever order the points are given. No two points of a group ask for the contrary or differ
    in number, negation or direction. ``report`` is told now and then how many of how many points were compared.
    20,000 points of 40 words: under a minute, well under 1 GB.
    """
    twins = _join_twins(saids)
    readings = [read_said(same[0]) for same in twins]
    sizes = [len(same) for same in twins]
    signatures = [sign(reading.said.anchor, reading.words, reading.pairs) for reading in readings]
    rarity = Rarity.count(itertools.chain.from_iterable(map(itertools.repeat, signatures, sizes)))
    likenesses = _Likenesses([weigh_reading(reading, rarity) for reading in readings])
    edges = _find_edges(likenesses, signatures, rarity, report)
    if report:
        report(len(saids), len(saids))
    grown = _gather(likenesses, edges, sizes)
    groups = (_describe(members, twins, likenesses) for members in grown)
    return tuple(sorted(groups, key=lambda group: (-len(group.members), group.core)))


def _join_twins(saids: Sequence[Said]) -> list[list[Said]]:
    """Return the points with those that are the same to the letter, in an order of their own."""
    twins: dict[tuple[str, str, str, str], list[Said]] = {}
    for said in sorted(saids, key=lambda said: said.key):
        twins.setdefault((said.text, said.anchor, said.wording, said.kind), []).append(said)
    return [twins[same] for same in sorted(twins)]


class _Likenesses:
    """The points by their places, and what any two of them have in common."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self._scores: dict[tuple[int, int], float] = {}

    def score(self, one: int, other: int) -> float:
        """Return how alike two points are, 0 where something speaks against one answer for both."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._scores:
            self._scores[pair] = self._measure(*pair)
        return self._scores[pair]

    def _measure(self, one: int, other: int) -> float:
        worth = score(self.profiles[one], self.profiles[other])
        return worth if worth >= _LEAST and self.may_share(one, other) else 0.0

    def may_share(self, one: int, other: int) -> bool:
        """Return whether nothing speaks against one answer for two points."""
        mine, yours = self.profiles[one].reading.asked, self.profiles[other].reading.asked
        return not are_opposite(mine, yours) and not list_differences(mine, yours)


def _find_edges(
    likenesses: _Likenesses, signatures: Sequence[Sequence[int]], rarity: Rarity, report: Report | None
) -> list[set[int]]:
    """Return for each point the others that it may share an answer with."""
    edges: list[set[int]] = [set() for _ in signatures]
    for place, others in enumerate(find_candidates(signatures, rarity)):
        for other in others:
            if likenesses.score(place, other):
                edges[place].add(other)
                edges[other].add(place)
        if report and place % _REPORT_EVERY == 0:
            report(place, len(signatures))
    return edges


def find_candidates(signatures: Sequence[Sequence[int]], rarity: Rarity) -> Iterator[list[int]]:
    """Yield for each signature the places of those that share the most of its rarest grams, by their weight."""
    tellings = [telling(one, rarity) for one in signatures]
    postings: dict[int, list[int]] = {}
    for place, one in enumerate(tellings):
        for gram in one.grams:
            postings.setdefault(gram, []).append(place)
    for place, one in enumerate(tellings):
        shared: dict[int, float] = {}
        for gram, weight in zip(*one, strict=True):
            for other in postings[gram][:_HELD_BY]:
                shared[other] = shared.get(other, 0.0) + weight
        least = _LEAST_SHARED * math.fsum(one.weights)
        near = [other for other, weight in shared.items() if weight >= least and other != place]
        yield heapq.nsmallest(_CANDIDATES, near, key=lambda other: (-shared[other], other))


def _gather(likenesses: _Likenesses, edges: Sequence[set[int]], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of each group, the core first: grown from the points that are most like most others."""
    free = set(range(len(edges)))
    worth = [
        math.fsum(likenesses.score(place, other) * sizes[other] for other in others) + size
        for place, (others, size) in enumerate(zip(edges, sizes, strict=True))
    ]
    for core in sorted(free, key=lambda place: (-worth[place], place)):
        if core in free:
            members = _grow(core, free, likenesses, edges)
            free.difference_update(members)
            if sum(sizes[place] for place in members) > 1:
                yield members


def _grow(core: int, free: set[int], likenesses: _Likenesses, edges: Sequence[set[int]]) -> list[int]:
    """Return a core with all that belongs to it, the likest first taken."""
    members, sums = [core], dict.fromkeys(edges[core] & free, 0.0)
    while True:
        newest = members[-1]
        for place in sums:
            if len(members) <= _FIRST:
                sums[place] += likenesses.score(newest, place)
        best = _choose(sums, members, likenesses)
        if best is None:
            return members
        members.append(best)
        del sums[best]
        for place in (edges[best] & free).difference(members, sums):
            sums[place] = math.fsum(likenesses.score(member, place) for member in members[:_FIRST][:-1])


def _choose(sums: dict[int, float], members: Sequence[int], likenesses: _Likenesses) -> int | None:
    """Return what is most like the members, if enough, and drop what can be none of them."""
    needed = _TO_MEMBERS * min(len(members), _FIRST)
    for place in sorted(sums, key=lambda place: (-sums[place], place)):
        if sums[place] < needed:
            return None
        if all(likenesses.may_share(place, member) for member in members):
            return place
        del sums[place]
    return None


def _describe(members: list[int], twins: Sequence[Sequence[Said]], likenesses: _Likenesses) -> Group:
    core = members[0]
    scores = {place: likenesses.score(core, place) for place in members} | {core: 1.0}
    first, *others = (Member(said.key, scores[place]) for place in members for said in twins[place])
    return Group(first.key, (first, *sorted(others, key=lambda member: (-member.score, member.key))))
