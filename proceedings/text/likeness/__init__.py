"""Points that say the same in other words: found by signatures, ranked, and put into groups."""

from proceedings.text.likeness.clustering import cluster
from proceedings.text.likeness.differences import Difference, DifferenceKind
from proceedings.text.likeness.ranking import rank
from proceedings.text.likeness.rarity import Rarity, Telling, telling
from proceedings.text.likeness.said import Group, Level, Member, Reason, Said, Shared, Similar
from proceedings.text.likeness.signatures import signature

__all__ = [
    "Difference",
    "DifferenceKind",
    "Group",
    "Level",
    "Member",
    "Rarity",
    "Reason",
    "Said",
    "Shared",
    "Similar",
    "Telling",
    "cluster",
    "rank",
    "signature",
    "telling",
]
