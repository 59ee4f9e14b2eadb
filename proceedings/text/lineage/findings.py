"""What the matching has found so far: partners on both sides, and provisions that were divided or joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from proceedings.text.lineage.nodes import Node, Pair


@dataclass(slots=True)
class Lead:
    """The lone paragraph of an article and the khoản of its partner that it became, the closest first."""

    lone: Node
    clauses: list[Node]
    is_parted: bool  # whether the lone one is the older
    score: float
    confidence: float


@dataclass(slots=True)
class Doubt:
    """What a loose provision may be a part of or the new text of, the likeliest first."""

    kin: list[Node] = field(default_factory=list)
    strength: float = 0.0  # 0 to 1


@dataclass(slots=True)
class Findings:
    """Grows from step to step; a node once matched is not matched again."""

    pair: Pair
    new_of: dict[Node, Node] = field(default_factory=dict)
    old_of: dict[Node, Node] = field(default_factory=dict)
    marks: dict[Node, tuple[float, float]] = field(default_factory=dict)  # old node: likeness, confidence
    parts: dict[Node, list[Node]] = field(
        default_factory=dict
    )  # old node: further new ones it was split into
    sources: dict[Node, list[Node]] = field(default_factory=dict)  # new node: further old ones merged into it
    shares: dict[Node, tuple[float, float]] = field(
        default_factory=dict
    )  # a part or a source: coverage, confidence
    leads: dict[Node, Lead] = field(default_factory=dict)  # by the closest khoản
    doubts: dict[Node, Doubt] = field(default_factory=dict)  # by the loose provision
    faint: dict[tuple[Node, Node], float] = field(
        default_factory=dict
    )  # likeness too small for a move, of pairs that may by now have other partners
    suspects: dict[Node, float] = field(
        default_factory=dict
    )  # a whole that may have one part more: how strongly

    def add(self, old: Node, new: Node, score: float, confidence: float) -> None:
        """Match two nodes; neither may have a partner."""
        self.new_of[old], self.old_of[new], self.marks[old] = new, old, (score, confidence)

    def add_all(self, chosen: dict[tuple[Node, Node], tuple[float, float]], factor: float = 1.0) -> None:
        """Match pairs as they were chosen, the confidence lowered by a factor."""
        for (old, new), (score, confidence) in chosen.items():
            self.add(old, new, score, confidence * factor)

    def partner(self, node: Node) -> Node | None:
        """Return the partner of a node of either draft, of the closest khoản its lone paragraph."""
        if lead := self.leads.get(node):
            return lead.lone
        return self.new_of.get(node) or self.old_of.get(node)

    def loose_old(self, nodes: Iterable[Node]) -> list[Node]:
        """Return those of the older draft that nothing is known about yet."""
        return [node for node in nodes if node not in self.new_of and node not in self.shares]

    def loose_new(self, nodes: Iterable[Node]) -> list[Node]:
        """Return those of the newer draft that nothing is known about yet."""
        return [node for node in nodes if node not in self.old_of and node not in self.shares]

    def are_partners(self, old: Node | None, new: Node | None) -> bool:
        """Return whether two nodes are the same provision, or one a part of the other; two roots are."""
        if old is None or new is None:
            return old is new
        if self.new_of.get(old) is new:
            return True
        return new in self.parts.get(old, ()) or old in self.sources.get(new, ())
