"""Two drafts as flat lists of paragraphs, each knowing the provision it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from proceedings.text.provisions import Kind, Provision
from proceedings.text.redline.segments import Paragraph, Place, Segment, Whole, join_segments
from proceedings.text.redline.sequences import find_steps, likeness
from proceedings.text.redline.wording import compare_words, read_tokens

#: More possible pairs than this between two equal lines of a provision are not weighed one by one.
_MANY = 4000


@dataclass(slots=True, eq=False)
class Line:
    """One paragraph of one draft; ``text`` is exactly a line of ``plain_text``."""

    text: str
    head: str  # the mark that opens it with the blank behind it; "" for a plain paragraph
    unit: Unit
    order: int  # in its draft
    is_heading: bool
    _keys: list[str] | None = None

    @property
    def keys(self) -> list[str]:
        """The words it is compared by."""
        if self._keys is None:
            self._keys = [token.key for token in read_tokens(self.text[len(self.head) :])]
        return self._keys


@dataclass(slots=True, eq=False)
class Unit:
    """One provision of one draft with its own paragraphs."""

    place: Place
    parent: Unit | None
    order: int
    lines: list[Line] = field(default_factory=list)


def flatten(provisions: Iterable[Provision]) -> tuple[list[Unit], list[Line]]:
    """Return the provisions and the paragraphs of a text in reading order."""
    units: list[Unit] = []
    lines: list[Line] = []
    for provision in provisions:
        _append(provision, None, units, lines)
    return units, lines


def _append(provision: Provision, parent: Unit | None, units: list[Unit], lines: list[Line]) -> None:
    depth = parent.place.depth + 1 if parent else 0
    place = Place(provision.path, provision.label, provision.kind, provision.role, depth)
    unit = Unit(place, parent, len(units))
    units.append(unit)
    own, children = provision.own_lines()
    if own:
        for index, text in enumerate("\n".join(own).split("\n")):
            head = _read_head(provision, text) if index == 0 else ""
            line = Line(text, head, unit, len(lines), _is_heading(provision, index))
            unit.lines.append(line)
            lines.append(line)
    # A chapeau that its khoản took in is a provision of its own, without a paragraph of its own.
    for child in provision.children[: len(provision.children) - len(children)]:
        taken = Place(child.path, child.label, child.kind, child.role, depth + 1)
        units.append(Unit(taken, unit, len(units)))
    for child in children:
        _append(child, unit, units, lines)


def _read_head(provision: Provision, text: str) -> str:
    mark = provision.mark
    if provision.kind is Kind.TEXT or not mark or not text.startswith(mark):
        return ""
    return mark + " " if text.startswith(mark + " ") else mark


def _is_heading(provision: Provision, index: int) -> bool:
    if provision.kind in (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC):
        return True
    return bool(provision.heading) and index <= provision.heading.count("\n")


def align(old: list[Line], new: list[Line], least: float) -> list[tuple[Line, Line]]:
    """Return the paragraphs that go together, in order on both sides: the same ones first, then those alike."""
    if len(old) == 1 == len(new):
        return [(old[0], new[0])] if _alike(old[0], new[0]) >= least else []
    pairs: list[tuple[Line, Line]] = []
    one, other = 0, 0
    for step in find_steps([line.text for line in old], [line.text for line in new]):
        if step.is_equal:
            pairs += _align_between(old[one : step.old[0]], new[other : step.new[0]], least)
            pairs += zip(old[slice(*step.old)], new[slice(*step.new)], strict=True)
            one, other = step.old[1], step.new[1]
    return pairs + _align_between(old[one:], new[other:], least)


def _align_between(old: list[Line], new: list[Line], least: float) -> list[tuple[Line, Line]]:
    """Return the pairs in order whose likeness adds up to the most."""
    if not old or not new:
        return []
    if len(old) * len(new) > _MANY:
        beside = zip(old, new, strict=False)
        return [(one, other) for one, other in beside if _alike(one, other) >= least]
    alike = [[_alike(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            score = alike[one][other]
            taken = score + best[one + 1][other + 1] if score >= least else 0.0
            best[one][other] = max(taken, best[one + 1][other], best[one][other + 1])
    pairs, one, other = [], 0, 0
    while one < len(old) and other < len(new):
        if best[one][other] == best[one + 1][other]:
            one += 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            pairs.append((old[one], new[other]))
            one, other = one + 1, other + 1
    return pairs


def _alike(one: Line, other: Line) -> float:
    return likeness(one.keys, other.keys)


def compare_lines(old: Line, new: Line, whole: Whole = Whole.STAYS) -> Paragraph:
    """Return a paragraph of both drafts, its mark compared apart from its words."""
    head = compare_words(old.head, new.head)
    words = compare_words(old.text[len(old.head) :], new.text[len(new.head) :])
    # A full stop after the number that goes is no renumbering: the label says whether the number changed.
    is_renumbered = _differ(head) and old.unit.place.label != new.unit.place.label
    is_changed = _differ(words) or (_differ(head) and not is_renumbered)
    is_heading = new.is_heading
    return Paragraph(join_segments((*head, *words)), whole, is_heading, is_renumbered, is_changed)


def _differ(segments: tuple[Segment, ...]) -> bool:
    return any(segment.op != "equal" for segment in segments)
