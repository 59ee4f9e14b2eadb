"""Every closed list of the record and the moves that are allowed between states, a module per aggregate."""

from proceedings.vocabulary.committees import CommitteeKind
from proceedings.vocabulary.conclusions import TASK_MOVES, ConclusionKind, TaskState
from proceedings.vocabulary.contributions import (
    BodyKind,
    Circulation,
    ContributionForm,
    ContributionState,
    Stance,
)
from proceedings.vocabulary.drafts import (
    DRAFT_MOVES,
    DraftState,
    Family,
    Mending,
    ProvisionKind,
    ProvisionRole,
)
from proceedings.vocabulary.editions import READABLE, Audience, PublicationState
from proceedings.vocabulary.lineages import LINEAGE_MOVES, LineageKind, LineageState
from proceedings.vocabulary.moves import may_move
from proceedings.vocabulary.points import NoRequestReason, PointKind
from proceedings.vocabulary.responses import (
    CHANGING,
    REASONED,
    RESPONSE_MOVES,
    Decision,
    Reply,
    ResponseState,
)
from proceedings.vocabulary.workshops import (
    MAIN_ROAD,
    WORKSHOP_MOVES,
    AgendaKind,
    DelegateRole,
    ParticipationState,
    WorkshopStage,
)

__all__ = [
    "CHANGING",
    "DRAFT_MOVES",
    "LINEAGE_MOVES",
    "MAIN_ROAD",
    "READABLE",
    "REASONED",
    "RESPONSE_MOVES",
    "TASK_MOVES",
    "WORKSHOP_MOVES",
    "AgendaKind",
    "Audience",
    "BodyKind",
    "Circulation",
    "CommitteeKind",
    "ConclusionKind",
    "ContributionForm",
    "ContributionState",
    "Decision",
    "DelegateRole",
    "DraftState",
    "Family",
    "LineageKind",
    "LineageState",
    "Mending",
    "NoRequestReason",
    "ParticipationState",
    "PointKind",
    "ProvisionKind",
    "ProvisionRole",
    "PublicationState",
    "Reply",
    "ResponseState",
    "Stance",
    "TaskState",
    "WorkshopStage",
    "may_move",
]
