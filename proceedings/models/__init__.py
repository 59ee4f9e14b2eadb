"""One module per aggregate, in the order data flows: a row holds foreign keys to rows on its left only.

committees → accounts → workshops → drafts → provisions → lineages → contributions → coverage → points
→ responses, reason snippets → syntheses → conclusions → editions
"""

from proceedings.models.accounts import User
from proceedings.models.committees import Committee
from proceedings.models.conclusions import Conclusion, Task
from proceedings.models.contributions import Attachment, Contribution
from proceedings.models.coverage import Coverage, Splitting
from proceedings.models.drafts import ConsultedText, Draft
from proceedings.models.editions import (
    Asset,
    Edition,
    EditionFile,
    EditionPage,
    FileBody,
    FileChunk,
    PageBody,
    Passage,
    Publication,
    PublicationProgress,
    Shelf,
)
from proceedings.models.lineages import Lineage
from proceedings.models.numbers import RegistryCounter
from proceedings.models.points import NoRequest, Point
from proceedings.models.provisions import DraftChange, Provision, Removal
from proceedings.models.reason_snippets import ReasonSnippet
from proceedings.models.responses import Answer, Response
from proceedings.models.syntheses import (
    ApprovalBatch,
    Closing,
    Grouping,
    GroupMember,
    ProposedGroup,
    SavedQueue,
)
from proceedings.models.workshops import AgendaItem, Delegate, Participation, Reminder, Site, Theme, Workshop

__all__ = [
    "AgendaItem",
    "Answer",
    "ApprovalBatch",
    "Asset",
    "Attachment",
    "Closing",
    "Committee",
    "Conclusion",
    "ConsultedText",
    "Contribution",
    "Coverage",
    "Delegate",
    "Draft",
    "DraftChange",
    "Edition",
    "EditionFile",
    "EditionPage",
    "FileBody",
    "FileChunk",
    "GroupMember",
    "Grouping",
    "Lineage",
    "NoRequest",
    "PageBody",
    "Participation",
    "Passage",
    "Point",
    "ProposedGroup",
    "Provision",
    "Publication",
    "PublicationProgress",
    "ReasonSnippet",
    "RegistryCounter",
    "Reminder",
    "Removal",
    "Response",
    "SavedQueue",
    "Shelf",
    "Site",
    "Splitting",
    "Task",
    "Theme",
    "User",
    "Workshop",
]
