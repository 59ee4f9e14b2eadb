"""Every step on a working draft under its lock, kept on a list from which it can be undone and done again."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, DraftChange, Provision, User
from proceedings.operations.draft_trees import Steps, Tree
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import DraftState, Mending

#: How many steps can be undone; older ones stay in the history of the provisions.
STEPS_KEPT = 500


def lock_working(draft: Draft) -> Draft:
    """Lock a draft until the end of the transaction and return it as it stands; refuses one that was issued."""
    locked = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("consulted_text__workshop", "based_on")
        .defer("source_text", "based_on__source_text")
        .filter(pk=draft.pk)
        .first()
    )
    if locked is None:
        raise Refused(_("Dự thảo đang soạn này đã bị hủy. Mở lại trang của văn bản để bắt đầu dự thảo khác."))
    if locked.state != DraftState.WORKING:
        raise Refused(
            _("%(draft)s đã phát hành nên không sửa được nữa. Bắt đầu dự thảo tiếp theo để sửa."),
            draft=locked.label,
        )
    return locked


def mend(
    draft: Draft,
    mending: Mending,
    change: Callable[[Tree], int | None],
    *,
    actor: User,
    now: datetime.datetime,
) -> Provision | None:
    """Lock a draft, let ``change`` work on its tree, write what became different, and note the step.

    ``change`` returns the key of the provision it is about; that row is returned as saved.
    """
    tree = Tree(lock_working(draft))
    key = change(tree)
    note(tree.draft, mending, tree.save(), tree.rows.get(key or 0), actor=actor, now=now)
    return Provision.objects.filter(pk=key).first() if key else None


def note(
    draft: Draft,
    mending: Mending,
    steps: Steps,
    provision: Provision | None,
    *,
    actor: User,
    now: datetime.datetime,
    subject: str = "",
) -> None:
    """Put a step on the list of a locked draft; what was undone before cannot be done again after it."""
    if not steps:
        return
    draft.changes.filter(undone_at__isnull=False).delete()
    last = draft.changes.aggregate(last=Max("number"))["last"] or 0
    DraftChange.objects.create(
        draft=draft,
        number=last + 1,
        mending=mending,
        subject=(subject or str(provision or ""))[:200],
        provision=provision.pk if provision else None,
        steps=steps.as_json(),
        actor=actor,
        at=now,
    )
    draft.changes.filter(number__lte=last + 1 - STEPS_KEPT).delete()


@operation
def undo(*, draft: Draft, actor: User, now: datetime.datetime) -> DraftChange:
    """Take back the last step that stands, whoever took it; return it.

    Refuses an issued draft, one without such a step, and one that was changed behind the list's back.
    """
    locked = lock_working(draft)
    change = locked.changes.filter(undone_at__isnull=True).order_by("-number").first()
    if change is None:
        raise Refused(_("Không còn bước nào để hoàn tác."))
    _take(locked, Steps.from_json(change.steps).turned())
    change.undone_at = now
    change.save(update_fields=["undone_at"])
    return change


@operation
def redo(*, draft: Draft, actor: User, now: datetime.datetime) -> DraftChange:
    """Do the step again that was undone last; return it. Refuses as :func:`undo` does."""
    locked = lock_working(draft)
    change = locked.changes.filter(undone_at__isnull=False).order_by("number").first()
    if change is None:
        raise Refused(_("Không có bước nào vừa hoàn tác để làm lại."))
    _take(locked, Steps.from_json(change.steps))
    change.undone_at = None
    change.save(update_fields=["undone_at"])
    return change


def _take(draft: Draft, steps: Steps) -> None:
    tree = Tree(draft)
    if not tree.apply(steps):
        raise Refused(
            _("Bước này không hoàn tác được nữa vì dự thảo đã thay đổi. Tải lại trang để xem bản hiện tại.")
        )
    tree.save()
