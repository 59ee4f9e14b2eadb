"""What became of each provision of a draft in the next one: matched by content and position, never by number alone."""

from proceedings.text.lineage.anchors import Outlook, Reanchored, Reason, reanchor
from proceedings.text.lineage.fates import LEAST, SURE, Fate, Lineage, Match
from proceedings.text.lineage.likely import Likely, find_likely
from proceedings.text.lineage.matching import match

__all__ = [
    "LEAST",
    "SURE",
    "Fate",
    "Likely",
    "Lineage",
    "Match",
    "Outlook",
    "Reanchored",
    "Reason",
    "find_likely",
    "match",
    "reanchor",
]
