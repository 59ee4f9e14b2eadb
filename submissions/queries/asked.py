"""Which workshops asked a person's committee, by its name of the time."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from proceedings.models import Committee, Participation, User, Workshop
from proceedings.vocabulary import WorkshopStage
from submissions.models import Batch


@dataclass(frozen=True, slots=True)
class Asked:
    """A workshop and the committee that it asked, for which a person answers today."""

    workshop: Workshop
    committee: Committee


def asked_through(user: User) -> list[Asked]:
    """Return what a delegate's page leads to, the latest workshop first.

    These are the workshops that collect, and those for which the committee has handed something in. A committee that
    was asked and merged since is answered for by the one that succeeded it.
    """
    committee = user.committee_id
    if committee is None:
        return []
    own = (
        Q(committee=committee)
        | Q(committee__successor=committee)
        | Q(committee__successor__successor=committee)
    )
    handed_in = Batch.objects.filter(workshop=OuterRef("workshop"), committee=OuterRef("committee"))
    rows = (
        Participation.objects.filter(own)
        .filter(Q(workshop__stage=WorkshopStage.COLLECTING) | Exists(handed_in))
        .select_related("workshop", "committee")
        .order_by("-workshop__held_on", "-workshop_id", "committee__sort_key", "committee_id")
    )
    return [Asked(row.workshop, row.committee) for row in rows]
