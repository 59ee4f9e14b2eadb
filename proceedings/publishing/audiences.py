"""Who reads which editions: everybody the public ones; delegates theirs, where their committee was asked."""

from __future__ import annotations

import re

from proceedings.models import Participation, User
from proceedings.vocabulary import Audience

WORKSHOP = re.compile(r"^/workshops/([^/]+)/")


def audience_of(user: User | None, path: str) -> Audience:
    """Return the audience that a person belongs to at an address.

    Staff who may see the record read everywhere what delegates read. A delegate does in the workshops that asked
    their committee, or one that it succeeds; on site-wide pages a delegate is a delegate.
    """
    if user is None or not user.is_active:
        return Audience.PUBLIC
    if user.has_perm("proceedings.view_contribution"):
        return Audience.DELEGATES
    if not user.has_perm("proceedings.read_delegates_edition"):
        return Audience.PUBLIC
    workshop = WORKSHOP.match(path)
    if workshop is None or _is_asked(user, workshop[1]):
        return Audience.DELEGATES
    return Audience.PUBLIC


def _is_asked(user: User, slug: str) -> bool:
    if user.committee is None:
        return False
    asked = Participation.objects.filter(workshop__slug=slug).select_related(
        "committee__successor__successor"
    )
    return any(
        user.committee in {participation.committee, participation.committee.answering_today()}
        for participation in asked
    )
