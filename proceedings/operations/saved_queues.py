"""Writes on queues that people keep: a query under a name, for oneself or for all who work on the points."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from proceedings.models import SavedQueue, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, checked, within_limit
from proceedings.text.cleaning import clean_line


@operation
def save_queue(
    *, workshop: Workshop, name: str, query: str, is_shared: bool, actor: User, now: datetime.datetime
) -> SavedQueue:
    """Keep a query of the queue's address under a name; shared, everybody who reads the queue sees it.

    Refuses an empty name, a name that the person has already given in this workshop, and a query that is too long.
    """
    words = within_limit(lambda text: clean_line(text, limit=100), name, field="name")
    if not words:
        raise Refused(_("Đặt tên cho bộ lọc."), field="name")
    saved = SavedQueue(workshop=workshop, owner=actor, name=words, query=query, is_shared=is_shared)
    if len(query) > 2000:
        raise Refused(_("Bộ lọc dài quá nên không lưu được. Bỏ bớt điều kiện rồi lưu lại."), field="name")
    if SavedQueue.objects.filter(workshop=workshop, owner=actor, name=words).exists():
        raise Refused(_("Đồng chí đã có bộ lọc tên “%(name)s”. Đặt tên khác."), field="name", name=words)
    checked(saved, exclude=["query"])
    saved.save(force_insert=True)
    return saved


@operation
def delete_queue(*, saved: SavedQueue, actor: User, now: datetime.datetime) -> None:
    """Give up a query that was kept. Refuses one of somebody else; what is already gone is no error."""
    if saved.owner_id != actor.pk:
        raise Refused(_("Bộ lọc này của người khác nên đồng chí không xóa được."))
    SavedQueue.objects.filter(pk=saved.pk).delete()
