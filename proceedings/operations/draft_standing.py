"""No step is taken on a draft that is not as its reader saw it: what others did meanwhile is told, with both states."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, DraftChange, Provision
from proceedings.operations.draft_steps import lock_working
from proceedings.operations.refusals import Refused


class Overtaken(Refused):
    """Others changed the draft since it was read; nothing was done.

    ``since`` are their steps, the earliest first; ``seen`` holds the fields of the provision as it was read, ``now``
    as it is (``None`` where it is not there).
    """

    def __init__(
        self, *, since: list[DraftChange], seen: dict[str, Any] | None, now: dict[str, Any] | None
    ) -> None:
        super().__init__(
            _(
                "Dự thảo vừa được người khác sửa nên bước của đồng chí chưa được ghi. So sánh hai bản rồi quyết định."
            )
        )
        self.since, self.seen, self.now = since, seen, now


SHOWN = ("kind", "number", "mark", "heading", "text")


def refuse_overtaken(draft: Draft, *, key: int, provision: int | None = None) -> Draft:
    """Lock a working draft and return it; refuse with :class:`Overtaken` where its last step is no longer ``key``.

    To be called in the transaction of the step itself. ``provision`` is the key of the one that the step is about.
    """
    locked = lock_working(draft)
    standing = list(locked.changes.filter(undone_at=None).select_related("actor").order_by("number"))
    if (standing[-1].pk if standing else 0) == key:
        return locked
    seen_at = next((place for place, change in enumerate(standing, start=1) if change.pk == key), 0)
    row = Provision.objects.filter(draft=locked, pk=provision).first() if provision else None
    now = {name: getattr(row, name) for name in SHOWN} if row else None
    if key and not seen_at:
        undone = list(locked.changes.exclude(undone_at=None).select_related("actor").order_by("number"))
        since = [change for change in undone if change.pk <= key]
        raise Overtaken(since=since, seen=_redone(now, since, provision), now=now)
    since = standing[seen_at:]
    raise Overtaken(since=since, seen=_undone(now, since, provision), now=now)


def _undone(
    now: dict[str, Any] | None, since: list[DraftChange], provision: int | None
) -> dict[str, Any] | None:
    seen = dict(now) if now else None
    for change in reversed(since):
        seen = _with(seen, change.steps["rows"].get(str(provision)), 0)
    return seen


def _redone(
    now: dict[str, Any] | None, since: list[DraftChange], provision: int | None
) -> dict[str, Any] | None:
    seen = dict(now) if now else None
    for change in since:
        seen = _with(seen, change.steps["rows"].get(str(provision)), 1)
    return seen


def _with(seen: dict[str, Any] | None, pair: list[Any] | None, side: int) -> dict[str, Any] | None:
    if pair is None:
        return seen
    told = pair[side]
    if told is None:
        return None
    return {**(seen or {}), **{name: value for name, value in told.items() if name in SHOWN}}
