"""One module per aggregate, in the order data flows: a row holds foreign keys to rows on its left only.

committees → accounts → workshops → drafts → provisions → lineages → contributions → (points → responses)
→ conclusions → editions
"""

from proceedings.models.accounts import User
from proceedings.models.committees import Committee
from proceedings.models.conclusions import Conclusion, Task
from proceedings.models.contributions import Attachment, Contribution
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
from proceedings.models.provisions import DraftChange, Provision, Removal
from proceedings.models.workshops import AgendaItem, Delegate, Participation, Reminder, Site, Theme, Workshop

__all__ = [
    "AgendaItem",
    "Asset",
    "Attachment",
    "Committee",
    "Conclusion",
    "ConsultedText",
    "Contribution",
    "Delegate",
    "Draft",
    "DraftChange",
    "Edition",
    "EditionFile",
    "EditionPage",
    "FileBody",
    "FileChunk",
    "Lineage",
    "PageBody",
    "Participation",
    "Passage",
    "Provision",
    "Publication",
    "PublicationProgress",
    "RegistryCounter",
    "Reminder",
    "Removal",
    "Shelf",
    "Site",
    "Task",
    "Theme",
    "User",
    "Workshop",
]
