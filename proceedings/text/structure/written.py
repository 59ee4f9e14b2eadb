"""The provisions of a text: the tree of an outline with mark, number, heading and words parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from proceedings.text.provisions import Kind, Provision, Role, with_paths
from proceedings.text.structure.outline import Node, TextOutline


def provisions(outline: TextOutline) -> tuple[Provision, ...]:
    """Return the units of a text as provisions with the paths of their nodes; heading lines are no children there."""
    return with_paths(map(_provision, outline.nodes))


def named(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes of one text with the paths that their provisions have."""
    return _named(nodes, with_paths(map(_provision, nodes)), "")


def _named(nodes: Iterable[Node], written: Sequence[Provision], above: str) -> tuple[Node, ...]:
    paths = iter(written)
    given = []
    for node in nodes:
        if node.is_lead:
            given.append(replace(node, path=f"{above}.doan-0"))
            continue
        provision = next(paths)
        children = _named(node.children, provision.children, provision.path)
        given.append(replace(node, path=provision.path, children=children))
    return tuple(given)


def _provision(node: Node) -> Provision:
    words = node.text[node.body - node.start :] if not node.children else ""
    is_unit = node.kind is not Kind.TEXT or node.role in (Role.APPENDIX, Role.DASH)
    return Provision(
        kind=node.kind,
        number=node.number,
        heading=node.heading,
        text="\n".join(filter(None, map(str.strip, words.split("\n")))),
        mark=node.mark if is_unit else "",
        role=node.role,
        children=tuple(_provision(child) for child in node.children if not child.is_lead),
    )
