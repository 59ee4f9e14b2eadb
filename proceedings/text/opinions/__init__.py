"""The points of a contribution, proposed from its text: which passages ask for what, and where in the draft."""

from proceedings.text.opinions.draft import DraftIndex
from proceedings.text.opinions.proposing import propose
from proceedings.text.opinions.shapes import SUMMARY_LENGTH, Kind, Proposal, Reason, Rule

__all__ = ["SUMMARY_LENGTH", "DraftIndex", "Kind", "Proposal", "Reason", "Rule", "propose"]
