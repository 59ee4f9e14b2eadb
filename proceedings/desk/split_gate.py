"""The way into splitting: which rights it asks for, and how an address becomes a contribution."""

from __future__ import annotations

from typing import Final, cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from proceedings.models import Contribution, User

READ: Final = "proceedings.view_point"
SPLIT: Final = "proceedings.add_point"
ASSIGN: Final = "proceedings.assign_point"


def contribution_of(request: HttpRequest, slug: str, number: int) -> Contribution:
    """Return a contribution that the person may see with all that its page names, or answer 404."""
    rows = Contribution.objects.visible_to(cast("User", request.user)).select_related(
        "workshop", "committee", "theme", "coverage", "splitting__editor", "replaces__committee"
    )
    return get_object_or_404(rows, workshop__slug=slug, number=number)
