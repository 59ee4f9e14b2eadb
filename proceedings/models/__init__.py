"""One module per aggregate, in the order data flows: a row holds foreign keys to rows on its left only.

committees → accounts → workshops → (drafts) → contributions → (points → responses) → conclusions → editions
"""

from proceedings.models.accounts import User
from proceedings.models.committees import Committee
from proceedings.models.conclusions import Conclusion, Task
from proceedings.models.contributions import Attachment, Contribution
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
from proceedings.models.numbers import RegistryCounter
from proceedings.models.workshops import AgendaItem, Delegate, Participation, Reminder, Site, Theme, Workshop

__all__ = [
    "AgendaItem",
    "Asset",
    "Attachment",
    "Committee",
    "Conclusion",
    "Contribution",
    "Delegate",
    "Edition",
    "EditionFile",
    "EditionPage",
    "FileBody",
    "FileChunk",
    "PageBody",
    "Participation",
    "Passage",
    "Publication",
    "PublicationProgress",
    "RegistryCounter",
    "Reminder",
    "Shelf",
    "Site",
    "Task",
    "Theme",
    "User",
    "Workshop",
]
