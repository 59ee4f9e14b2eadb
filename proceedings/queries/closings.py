"""Whether the synthesis of a workshop was closed, asked together with a row of it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from proceedings.models import Closing


def closed_above(workshop: str) -> Exists:
    """Return a column that tells whether a closing stands; ``workshop`` is the way from the row to its workshop."""
    return Exists(Closing.objects.filter(workshop=OuterRef(workshop), reopened_at=None))
