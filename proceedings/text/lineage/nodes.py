"""The provisions of two drafts made ready for matching: flat, with parents, folded texts and weighed words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from proceedings.text.folding import fold
from proceedings.text.provisions import Kind, Provision, number_key
from proceedings.text.similarity import Corpus, Vector, cosine

#: Kinds that only hold others: they are known by what they hold.
CONTAINERS = frozenset({Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC})


@dataclass(eq=False, slots=True)
class Node:
    """One provision of one draft, known by identity."""

    path: str
    kind: Kind
    role: str
    number: str  # as in paths
    parent: Node | None
    order: int  # in reading order of its draft
    index: int  # in the corpus
    lead: str  # words of its own, without mark and heading
    own: str  # the same with the heading
    text: str = ""  # the same with those of all below it
    same: str = ""  # the text folded: equal where only case, blanks or the spelling of marks differ
    depth: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many words the text has, at least 1."""
        return self.same.count(" ") + 1

    def ancestors(self) -> Iterator[Node]:
        """Yield what the node stands in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True)
class Pair:
    """Two drafts side by side: their nodes in reading order, and one corpus of all texts."""

    old: list[Node]
    new: list[Node]
    corpus: Corpus

    def alike(self, one: Node, other: Node) -> float:
        """Return how alike two nodes are by their words, 0 to 1."""
        if one.same == other.same:
            return 1.0
        return self.corpus.compare(one.index, other.index)

    def distance(self, one: Node, other: Node) -> float:
        """Return how far apart two nodes stand, as a share of their texts."""
        return abs(one.order / len(self.old) - other.order / len(self.new))

    def vector(self, node: Node) -> Vector:
        """Return the weighed words of a node."""
        return self.corpus.vector(node.index)

    def own_alike(self, one: Node, other: Node) -> float:
        """Return how alike two nodes are by their headings and own words alone."""
        mine, yours = fold(one.own), fold(other.own)
        if not mine or not yours:
            return float(mine == yours)
        weigh = self.corpus.weigh_text
        return 1.0 if mine == yours else cosine(weigh(one.own), weigh(other.own))

    def contained(self, part: Node, whole: Node) -> float:
        """Return how much of a part is in a whole, by weight of words, 0 to 1."""
        grams = self.corpus.grams
        return self.weigh(grams[part.index] & grams[whole.index]) / (self.weigh(grams[part.index]) or 1.0)

    def weigh(self, grams: Counter[str]) -> float:
        """Return the weight of counted words and word pairs."""
        rarity = self.corpus.rarity
        return math.fsum(count * rarity(gram) for gram, count in grams.items())

    def lead_alike(self, lone: Node, other: Node) -> float:
        """Return how alike the words of a node without its heading are to the whole of another."""
        return cosine(self.corpus.weigh_text(lone.lead), self.vector(other))


def set_side_by_side(old: Iterable[Provision], new: Iterable[Provision]) -> Pair:
    """Return the nodes of two texts, both given with their paths, over one corpus."""
    old_nodes = flatten(old)
    new_nodes = flatten(new, len(old_nodes))
    return Pair(old_nodes, new_nodes, Corpus([node.text for node in (*old_nodes, *new_nodes)]))


def flatten(provisions: Iterable[Provision], first_index: int = 0) -> list[Node]:
    """Return the provisions of a text in reading order, the first of them at ``first_index`` of a corpus."""
    nodes: list[Node] = []
    for provision in provisions:
        _append(provision, None, nodes, first_index)
    return nodes


def _append(provision: Provision, parent: Node | None, nodes: list[Node], first_index: int) -> Node:
    node = Node(
        path=provision.path,
        kind=provision.kind,
        role=provision.role.value,
        number=number_key(provision.number),
        parent=parent,
        order=len(nodes),
        index=first_index + len(nodes),
        lead=provision.text,
        own="\n".join(filter(None, (provision.heading, provision.text))),
        depth=parent.depth + 1 if parent else 0,
    )
    nodes.append(node)
    node.children = [_append(child, node, nodes, first_index) for child in provision.children]
    node.text = "\n".join(filter(None, (node.own, *(child.text for child in node.children))))
    node.same = fold(node.text)
    return node
