"""The lone paragraph of an article that became its khoản, or khoản that became a lone paragraph."""

from __future__ import annotations

from typing import Final

from proceedings.text.lineage.findings import Findings, Lead
from proceedings.text.lineage.nodes import CONTAINERS, Node

#: Likeness of a lone paragraph and a khoản of the same article, or how much of the khoản is in it.
_LEAST: Final = 0.4
#: How much such a match is believed: the khoản may have taken over but some of it.
_BELIEVED: Final = 0.8


def match_leads(found: Findings) -> None:
    """Find the lone paragraph of an article again where it became a khoản of it, and the other way round."""
    for one, other in list(found.new_of.items()):
        if bool(one.children) == bool(other.children) or one.kind in CONTAINERS:
            continue
        lone, holder = (one, other) if other.children else (other, one)
        loose = (found.loose_new if other.children else found.loose_old)(holder.children)
        likely = [(_alike(found, lone, child), child) for child in loose]
        likeness, child = max(likely, key=lambda scored: scored[0], default=(0.0, holder))
        if likeness >= _LEAST:
            found.leads[child] = Lead(lone, [child], bool(other.children), likeness, _BELIEVED * likeness)
            found.shares[child] = (likeness, _BELIEVED * likeness)


def _alike(found: Findings, lone: Node, clause: Node) -> float:
    """Return how alike a lone paragraph and a khoản are, or how much of the khoản is in it."""
    return max(found.pair.lead_alike(lone, clause), found.pair.contained(clause, lone))
