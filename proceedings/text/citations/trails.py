"""The way down a draft from the largest unit cited to the smallest, one unit at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings.text.citations.outline import Node, Outline
from proceedings.text.citations.references import CONFIDENCE, Reason
from proceedings.text.citations.shapes import Label, Level, Part, label_key, order

Found = tuple[list[Node], Reason]


@dataclass(frozen=True, slots=True)
class Trail:
    """The nodes reached so far (None: nothing fixed yet), the weakest reason met, the units named so far."""

    nodes: tuple[Node, ...] | None = None
    reason: Reason = Reason.EXACT
    nearest: str = ""
    labels: tuple[tuple[Level, str], ...] = ()

    def reach(self, nodes: list[Node], reason: Reason) -> Trail:
        """Return the trail at new nodes, for the weaker of both reasons."""
        weaker = min(self.reason, reason, key=lambda one: CONFIDENCE[one])
        return replace(self, nodes=tuple(dict.fromkeys(nodes)), reason=weaker)

    def lose(self, nearest: str) -> Trail:
        """Return the trail ended at a unit that is not there."""
        return replace(self, nodes=(), reason=Reason.MISSING, nearest=nearest)


def step_to_this(trail: Trail, level: Level, place: Node | None) -> Trail:
    """Go to the unit of a level in which the place stands."""
    if place is None:
        return replace(trail, reason=Reason.NO_PLACE, labels=((level, "này"), *trail.labels))
    holder = next((node for node in place.upward() if node.level is level), None)
    if holder is None:
        return replace(trail, labels=((level, "này"), *trail.labels)).lose(place.path)
    named = replace(trail, labels=((level, holder.number), *trail.labels))
    return named.reach([holder], Reason.RELATIVE)


def step(trail: Trail, level: Level, number: str, outline: Outline, place: Node | None) -> Trail:
    """Go one unit down; where it is not there the trail ends, but a Điều is looked for in the whole draft."""
    key = label_key(level, number)
    named = replace(trail, labels=((level, number), *trail.labels))
    if trail.nodes is None:
        return _step_first(named, level, key, outline, place)
    found = [_find_under(outline, level, key, node) for node in trail.nodes]
    nodes = [node for some, _ in found for node in some]
    if nodes:
        reason = min((why for some, why in found if some), key=lambda one: CONFIDENCE[one])
        return named.reach(nodes, reason)
    if level is Level.DIEU and (elsewhere := outline.find(level, key)):
        return replace(named, reason=Reason.EXACT).reach(elsewhere, Reason.CONTRADICTED)
    if not trail.nodes:
        return named
    return named.lose(trail.nodes[0].path if len(trail.nodes) == 1 else "")


def _step_first(trail: Trail, level: Level, key: str, outline: Outline, place: Node | None) -> Trail:
    """Find the largest unit cited: near the place where it is smaller than a Điều, else in the whole draft."""
    if place is not None and level not in (Level.DIEU, Level.PHAN, Level.PHU_LUC):
        scopes = [node for node in place.upward() if node.level > level]
        for scope in scopes:
            nodes, reason = _find_under(outline, level, key, scope)
            if nodes and reason is not Reason.WITHIN:
                reason = Reason.IMPLIED if reason in (Reason.EXACT, Reason.SKIPPED) else reason
                return trail.reach(nodes, reason)
            if scope.level is Level.DIEU:
                return _within_or_lost(trail, level, scopes[0], scope)
    nodes = outline.find(level, key)
    if not nodes:
        return trail.lose("")
    if level < Level.DIEU or (level in (Level.MUC, Level.TIEU_MUC) and len(nodes) > 1):
        return trail.reach(nodes, Reason.ANYWHERE)
    return trail.reach(nodes, Reason.REPEATED if len(nodes) > 1 else Reason.EXACT)


def _within_or_lost(trail: Trail, level: Level, nearest: Node, dieu: Node) -> Trail:
    if level < Level.DIEM:
        return trail.reach([nearest], Reason.WITHIN).reach([nearest], Reason.IMPLIED)
    return trail.lose(dieu.path)


def _find_under(outline: Outline, level: Level, key: str, scope: Node) -> Found:
    """Return the nodes meant by a number under one node; a passage that is no node is in what holds it."""
    nodes = outline.find(level, key, scope)
    if nodes:
        is_direct = nodes[0].parent is scope or level >= Level.KHOAN
        if len(nodes) > 1 and is_direct:
            return nodes, Reason.REPEATED
        return nodes, Reason.EXACT if is_direct else Reason.SKIPPED
    if level < Level.DIEM:
        return [scope], Reason.WITHIN
    if level is Level.DIEM and key[:1].isdigit():
        return _find_figures(outline, key, scope), Reason.OTHER_LEVEL
    return [], Reason.MISSING


def _find_figures(outline: Outline, key: str, scope: Node) -> list[Node]:
    """Find "điểm 2" where khoản 2 is meant, "điểm 2.3" where it is the third of khoản 2."""
    if khoan := outline.find(Level.KHOAN, key, scope):
        return khoan
    first, _, rest = key.partition("-")
    holders = [scope] if scope.level is Level.KHOAN else outline.find(Level.KHOAN, first, scope)
    return [
        node
        for holder in holders
        if rest and holder.key == first
        for node in outline.find(Level.DIEM, key, holder) or outline.find(Level.DIEM, rest, holder)
    ]


def spread(part: Part, trail: Trail, outline: Outline) -> list[str]:
    """Return the numbers of a part with each range spread over what the draft holds between its ends."""
    numbers = [number for label in part.labels for number in _spread_label(part.level, label, trail, outline)]
    return list(dict.fromkeys(numbers))


def _spread_label(level: Level, label: Label, trail: Trail, outline: Outline) -> list[str]:
    if not label.until:
        return [label.number]
    if trail.nodes is None and level < Level.DIEU:
        return [label.number, label.until]
    first, last = label_key(level, label.number), label_key(level, label.until)
    inside = {
        number
        for scope in (trail.nodes or (None,))
        for number in outline.between(level, first, last, scope)
        if label_key(level, number) not in (first, last)
    }
    return [label.number, *sorted(inside, key=lambda n: order(level, label_key(level, n))), label.until]
