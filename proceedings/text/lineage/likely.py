"""What a provision of one draft may be in the other, for a person who corrects a doubtful match: the likeliest few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.lineage.nodes import CONTAINERS, Node, flatten
from proceedings.text.provisions import Kind, Provision
from proceedings.text.similarity import Corpus

#: Less alike than this nobody would take one for the other; lower than what the machine itself would match.
_LEAST: Final = 0.1
#: So many of the texts most like it are looked at, of which some are of a kind that it cannot be.
_LOOKED_AT: Final = 40


@dataclass(frozen=True, slots=True)
class Likely:
    """A provision of the other draft by its path, and how alike the words are, 0 to 1."""

    path: str
    score: float


def find_likely(
    path: str, own: Sequence[Provision], other: Sequence[Provision], *, count: int = 3
) -> list[Likely]:
    """Return the provisions of ``other`` that the one at ``path`` of ``own`` is most like, the most alike first.

    Both texts carry their paths. An article is only ever like an article, a chapter like a chapter, and what is smaller
    like anything smaller. Two drafts of 200 articles take some tenths of a second. Raises KeyError for an unknown path.
    """
    part = {node.path: node for node in flatten(own)}[path]
    nodes = [node for node in flatten(other) if _rank(node) == _rank(part) and node.same]
    if not nodes or not part.same:
        return []
    found = Corpus([node.text for node in nodes]).similar(part.text, at_least=_LEAST, limit=_LOOKED_AT)
    same = [Likely(node.path, 1.0) for node in nodes if node.same == part.same]
    known = {each.path for each in same}
    alike = [Likely(nodes[index].path, score) for index, score in found if nodes[index].path not in known]
    return (same + alike)[:count]


def _rank(node: Node) -> str:
    return node.kind.value if node.kind is Kind.DIEU or node.kind in CONTAINERS else ""
