"""Who reads which editions: everybody the public ones; delegates theirs, where their committee was asked."""

from __future__ import annotations

import re

from proceedings.accounts.rights import may_read_delegates_edition
from proceedings.models import User, Workshop
from proceedings.vocabulary import Audience

WORKSHOP = re.compile(r"^/workshops/([^/]+)/")


def audience_of(user: User | None, path: str) -> Audience:
    """Return the audience that a person belongs to at an address; on site-wide pages a delegate is a delegate."""
    if user is None or not user.has_perm("proceedings.view_edition"):
        return Audience.PUBLIC
    address = WORKSHOP.match(path)
    if address is None:
        return Audience.DELEGATES
    workshop = Workshop.objects.filter(slug=address[1]).first()
    is_delegate = workshop is not None and may_read_delegates_edition(user, workshop)
    return Audience.DELEGATES if is_delegate else Audience.PUBLIC
