"""Writes on the committees' personal links: issue, revoke, note that one was used."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from submissions.models import UploadLink

LONGEST_DAYS = 120


@operation
def issue(
    *, workshop: Workshop, committee: Committee, days: int, actor: User, now: datetime.datetime
) -> UploadLink:
    """Make a personal link for a committee; an earlier usable one of the same committee is revoked.

    Refuses a number of days outside 1–120.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(_("Chọn thời hạn từ 1 đến %(days)s ngày."), field="days", days=LONGEST_DAYS)
    earlier = UploadLink.objects.usable(now).filter(workshop=workshop, committee=committee)
    earlier.update(revoked_at=now)
    return UploadLink.objects.create(
        workshop=workshop,
        committee=committee,
        nonce=secrets.token_urlsafe(18),
        made_by=actor,
        made_at=now,
        expires_at=now + datetime.timedelta(days=days),
    )


@operation
def issue_many(
    *, workshop: Workshop, committees: Iterable[Committee], days: int, actor: User, now: datetime.datetime
) -> list[UploadLink]:
    """Make a personal link for each of some committees, all or none; refuses what :func:`issue` refuses, and nobody."""
    made = [
        issue(workshop=workshop, committee=committee, days=days, actor=actor, now=now)
        for committee in committees
    ]
    if not made:
        raise Refused(_("Chọn ít nhất một cấp ủy."), field="committees")
    return made


@operation
def revoke(*, link: UploadLink, actor: User, now: datetime.datetime) -> None:
    """Close a link at once; a second time changes nothing."""
    UploadLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now)


@operation
def note_use(*, link: UploadLink, actor: User, now: datetime.datetime) -> None:
    """Note that something was sent by a link just now."""
    UploadLink.objects.filter(pk=link.pk).update(last_used_at=now)
