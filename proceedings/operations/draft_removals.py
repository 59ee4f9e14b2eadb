"""Why a provision of the draft before has no place in the working draft, as the reason of any other change is noted."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Provision, User
from proceedings.models.provisions import LONGEST_HEADING
from proceedings.operations.draft_steps import lock_working, note
from proceedings.operations.draft_trees import Tree
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.operations.words_screening import refuse_objected
from proceedings.text.cleaning import clean_text
from proceedings.vocabulary import Mending


class ReasonConflict(Refused):
    """Somebody else noted another reason since it was read; ``theirs`` is the one as saved."""

    def __init__(self, *, theirs: str) -> None:
        super().__init__(
            _(
                "Người khác vừa ghi lý do bỏ mục này: “%(theirs)s”. Lý do của đồng chí chưa được lưu; "
                "đối chiếu rồi lưu lại."
            ),
            field="reason",
            theirs=theirs,
        )
        self.theirs = theirs


@operation
def explain_removal(
    *, draft: Draft, removed: Provision, reason: str, read: str, actor: User, now: datetime.datetime
) -> None:
    """Note why a provision of the draft before was taken out of a working draft; an empty reason takes it back.

    It is a step that can be undone. ``read`` is the reason as the page showed it; what is already saved in just these
    words is no conflict. Refuses an issued draft, a provision that is not of the draft before or still has its copy,
    a reason that is too long, and (:class:`ReasonConflict`) one that somebody else noted meanwhile.
    """
    reason = within_limit(lambda words: clean_text(words, limit=LONGEST_HEADING), reason, field="reason")
    refuse_objected(reason)
    tree = Tree(lock_working(draft))
    _refuse_standing(tree, removed)
    saved = tree.removals.get(removed.pk, "")
    if reason == saved:
        return
    if saved != read:
        raise ReasonConflict(theirs=saved)
    tree.removals.pop(removed.pk, None)
    if reason:
        tree.removals[removed.pk] = reason
    note(tree.draft, Mending.EXPLAIN, tree.save(), None, actor=actor, now=now, subject=str(removed))


def _refuse_standing(tree: Tree, removed: Provision) -> None:
    if removed.draft_id != tree.draft.based_on_id:
        raise Refused(_("Mục này không thuộc dự thảo đã phát hành trước bản đang soạn."))
    if any(row.origin_id == removed.pk for row in tree.rows.values()):
        raise Refused(_("Mục này vẫn còn trong bản đang soạn. Tải lại trang để xem bản hiện tại."))
