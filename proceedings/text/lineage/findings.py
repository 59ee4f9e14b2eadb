"""What the matching has found so far: partners on both sides, and provisions that were divided or joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from proceedings.text.lineage.nodes import Node, Pair


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
    leads: list[tuple[Node, Node, float, float]] = field(
        default_factory=list
    )  # a lone paragraph and its khoản

    def add(self, old: Node, new: Node, score: float, confidence: float) -> None:
        """Match two nodes; neither may have a partner."""
        self.new_of[old], self.old_of[new], self.marks[old] = new, old, (score, confidence)

    def add_all(self, chosen: dict[tuple[Node, Node], tuple[float, float]], factor: float = 1.0) -> None:
        """Match pairs as they were chosen, the confidence lowered by a factor."""
        for (old, new), (score, confidence) in chosen.items():
            self.add(old, new, score, confidence * factor)

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
