"""Which paragraphs of two drafts are the same one, by the lineage; and which of them moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from proceedings.text.lineage.fates import Lineage
from proceedings.text.ordering import find_steady
from proceedings.text.redline.paragraphs import Line, Unit, align

#: Likeness from which two paragraphs of one provision are one paragraph changed.
_LEAST: Final = 0.3
#: The same for paragraphs that the lineage does not bring together but that stand at the same place.
_LEAST_UNRELATED: Final = 0.5


@dataclass(slots=True)
class Pairing:
    """Paragraphs that go together: ``steady`` ones rise on both sides, the others moved with a provision."""

    steady: list[tuple[Line, Line]] = field(default_factory=list)
    sources: dict[Line, Line] = field(default_factory=dict)  # of moved ones, by the new paragraph
    targets: dict[Line, Line] = field(default_factory=dict)  # the same by the old paragraph
    roots: dict[Line, tuple[Unit, Unit]] = field(default_factory=dict)  # what took the new paragraph along

    def note_move(self, one: Line, other: Line, root: tuple[Unit, Unit]) -> None:
        """Note a paragraph that moved with a provision, which stands in both drafts."""
        self.sources[other], self.targets[one], self.roots[other] = one, other, root

    def mirrored(self) -> Pairing:
        """Return the same pairs seen from the newer draft to the older one."""
        turned = Pairing([(other, one) for one, other in self.steady])
        for other, one in self.sources.items():
            root = self.roots[other]
            turned.note_move(other, one, (root[1], root[0]))
        return turned


def pair_lines(old: Sequence[Unit], new: Sequence[Unit], lineage: Lineage) -> Pairing:
    """Return which paragraphs go together; the other way round they are the same pairs."""
    if _read(old) <= _read(new):
        return _pair_lines(old, new, lineage)
    return _pair_lines(new, old, lineage.mirrored()).mirrored()


def _read(units: Sequence[Unit]) -> list[tuple[str, list[str]]]:
    return [(unit.place.path, [line.text for line in unit.lines]) for unit in units]


def _pair_lines(old: Sequence[Unit], new: Sequence[Unit], lineage: Lineage) -> Pairing:
    old_units = {unit.place.path: unit for unit in old}
    new_units = {unit.place.path: unit for unit in new}
    roots = {
        old_units[match.old[0]]: new_units[match.new[0]]
        for match in lineage
        if match.is_moved and match.old[0] in old_units and match.new[0] in new_units
    }
    pairing = Pairing()
    staying: list[tuple[Line, Line]] = []
    for one, other in _pair_by_lineage(old_units, new_units, lineage):
        root = _find_root(one.unit, other.unit, roots)
        if root is None:
            staying.append((one, other))
        else:
            pairing.note_move(one, other, (root, roots[root]))
    _keep_order(pairing, staying)
    _pair_between(pairing, old, new)
    return pairing


def _pair_by_lineage(
    old_units: dict[str, Unit], new_units: dict[str, Unit], lineage: Lineage
) -> Iterator[tuple[Line, Line]]:
    taken: set[Line] = set()
    for match in lineage:
        for one, other in _order_pairs(match.old, match.new):
            if one not in old_units or other not in new_units:
                continue
            mine = [line for line in old_units[one].lines if line not in taken]
            yours = [line for line in new_units[other].lines if line not in taken]
            if not mine or not yours:
                continue
            pairs = align(mine, yours, _LEAST)
            if not pairs and (one, other) == (match.old[0], match.new[0]):
                pairs = [(mine[0], yours[0])]  # the lineage knows better: it saw all that stands below
            for pair in pairs:
                taken.update(pair)
            yield from pairs


def _order_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of paths of one match: of a split or a merger the closest first."""
    yield from ((one, other) for one in old[:1] for other in new)
    yield from ((one, other) for one in old[1:] for other in new[:1])


def _find_root(one: Unit, other: Unit, roots: dict[Unit, Unit]) -> Unit | None:
    """Return the innermost moved provision that took both paragraphs along, as the older draft has it."""
    above = set(_with_ancestors(other))
    return next((unit for unit in _with_ancestors(one) if roots.get(unit) in above), None)


def _with_ancestors(unit: Unit | None) -> Iterator[Unit]:
    while unit is not None:
        yield unit
        unit = unit.parent


def _keep_order(pairing: Pairing, staying: list[tuple[Line, Line]]) -> None:
    """Keep what rises on both sides; what a lineage mended by hand leaves out of order has moved by itself."""
    staying.sort(key=lambda pair: pair[1].order)
    weights = [len(one.text) + len(other.text) + 1 for one, other in staying]
    steady = find_steady([one.order for one, _ in staying], weights)
    for index, (one, other) in enumerate(staying):
        if index in steady:
            pairing.steady.append((one, other))
        else:
            pairing.note_move(one, other, (one.unit, other.unit))


def _pair_between(pairing: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Pair what is left over between two steady paragraphs: a lone paragraph that became khoản 1."""
    lefts = {line for line, _ in pairing.steady} | set(pairing.targets)
    rights = {line for _, line in pairing.steady} | set(pairing.sources)
    loose_old = [line for unit in old for line in unit.lines if line not in lefts]
    loose_new = [line for unit in new for line in unit.lines if line not in rights]
    if not loose_old or not loose_new:
        return
    gaps_old = _part_by([one.order for one, _ in pairing.steady], loose_old)
    gaps_new = _part_by([other.order for _, other in pairing.steady], loose_new)
    for gap, lines in gaps_old.items():
        if gap in gaps_new:
            pairing.steady += align(lines, gaps_new[gap], _LEAST_UNRELATED)
    pairing.steady.sort(key=lambda pair: pair[1].order)


def _part_by(edges: list[int], lines: list[Line]) -> dict[int, list[Line]]:
    """Return the paragraphs by how many steady ones stand before them."""
    parts: dict[int, list[Line]] = {}
    passed = 0
    for line in lines:
        while passed < len(edges) and edges[passed] < line.order:
            passed += 1
        parts.setdefault(passed, []).append(line)
    return parts
