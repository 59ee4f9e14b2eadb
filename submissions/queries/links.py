"""The asked committees of a workshop with their personal links."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q

from proceedings.models import Committee, Workshop
from proceedings.vocabulary import ParticipationState
from submissions.models import Batch, UploadLink


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One asked committee: what it answered, its latest link, what it has handed in by its page."""

    committee: Committee
    answer: ParticipationState
    link: UploadLink | None
    state: str
    confirmed: int
    unconfirmed: int


def link_rows(workshop: Workshop, *, now: datetime.datetime) -> list[LinkRow]:
    """Return every committee that a workshop asked, by name; ``state`` is none, usable, expired or revoked.

    ``confirmed`` and ``unconfirmed`` count its batches that were handed in, and those that were only uploaded.
    """
    latest = {
        link.committee_id: link
        for link in UploadLink.objects.filter(workshop=workshop).order_by("made_at", "pk")
    }
    is_confirmed = Q(confirmed_at__isnull=False)
    counted = {
        row["committee"]: (row["confirmed"], row["unconfirmed"])
        for row in Batch.objects.filter(workshop=workshop, committee__isnull=False, cancelled_at__isnull=True)
        .order_by()
        .values("committee")
        .annotate(
            confirmed=Count("pk", filter=is_confirmed),
            unconfirmed=Count("pk", filter=~is_confirmed),
        )
    }
    asked = workshop.participations.select_related("committee").order_by(
        "committee__sort_key", "committee_id"
    )
    return [
        LinkRow(
            row.committee,
            ParticipationState(row.state),
            link := latest.get(row.committee_id),
            _state_of(link, now),
            *counted.get(row.committee_id, (0, 0)),
        )
        for row in asked
    ]


def usable_links(workshop: Workshop, *, now: datetime.datetime) -> list[UploadLink]:
    """Return the links of a workshop that open their page now, by the names of their committees."""
    links = UploadLink.objects.usable(now).filter(workshop=workshop)
    return list(links.select_related("committee").order_by("committee__sort_key", "committee_id", "pk"))


def _state_of(link: UploadLink | None, now: datetime.datetime) -> str:
    if link is None:
        return "none"
    if link.revoked_at is not None:
        return "revoked"
    return "usable" if link.expires_at > now else "expired"
