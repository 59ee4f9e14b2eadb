"""Writing the words of one provision of a working draft, safe for a page that saves by itself."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from proceedings.models import DraftChange, Provision, User
from proceedings.models.provisions import LONGEST_HEADING
from proceedings.operations.draft_mending import clean_limited
from proceedings.operations.draft_steps import lock_working, note
from proceedings.operations.draft_trees import Steps
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Conflict, Refused, within_limit
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.history import last_act
from proceedings.text.cleaning import clean_text
from proceedings.vocabulary import Mending, ProvisionKind, ProvisionRole

#: What is written within this time by the same person in the same place is one step of undoing.
ONE_SITTING = datetime.timedelta(minutes=10)
WORDS = ("heading", "text", "change_note")


class WordsConflict(Conflict):
    """Two people wrote the same provision. ``yours`` and ``theirs`` hold both texts, with both names.

    ``yours`` maps heading, text and change_note to what was not saved; ``theirs`` is the row as saved.
    """

    theirs: Provision

    def __init__(self, *, theirs: Provision, yours: dict[str, str], actor: User) -> None:
        super().__init__(theirs=theirs)
        act = last_act(theirs)
        self.yours, self.yours_by = yours, str(actor)
        self.theirs_by = act.actor if act else ""
        self.theirs_at = act.at if act else None


@operation
def write(
    *,
    provision: Provision,
    heading: str,
    text: str,
    change_note: str = "",
    version: int,
    actor: User,
    now: datetime.datetime,
) -> Provision:
    """Save heading, words and the reason of the change of a provision that was read at ``version``; return it as saved.

    What is already saved in just these words is no conflict: a page may send the same again. Refuses an issued draft,
    a provision that is gone, words for one that holds others, and (:class:`WordsConflict`) what somebody else wrote
    meanwhile.
    """
    yours = {
        "heading": clean_limited(heading),
        "text": within_limit(clean_text, text, field="text"),
        "change_note": within_limit(
            lambda words: clean_text(words, limit=LONGEST_HEADING), change_note, field="change_note"
        ),
    }
    refuse_objected(*yours.values())
    draft = lock_working(provision.draft)
    row = draft.provisions.filter(pk=provision.pk).first()
    if row is None:
        raise Refused(_("Mục này vừa được người khác bỏ hoặc gộp. Tải lại trang để xem bản hiện tại."))
    before = {name: getattr(row, name) for name in WORDS}
    names = [name for name in WORDS if before[name] != yours[name]]
    if not names:
        return row
    if row.version != version:
        raise WordsConflict(theirs=row, yours=yours, actor=actor)
    if yours["text"] and row.children.exists():
        raise Refused(_("Mục này chứa các mục khác: sửa lời văn ở từng mục bên trong."), field="text")
    if yours["heading"] and row.kind == ProvisionKind.TEXT and row.role != ProvisionRole.APPENDIX:
        raise Refused(_("Đoạn văn không có tên mục."), field="heading")
    for name in names:
        setattr(row, name, yours[name])
    row.save(update_fields=names)
    row.refresh_from_db(fields=["version"])
    _note(row, before, names, actor=actor, now=now)
    return row


def _note(
    row: Provision, before: dict[str, str], names: list[str], *, actor: User, now: datetime.datetime
) -> None:
    after = {name: getattr(row, name) for name in names}
    last = row.draft.changes.order_by("-number").first()
    if last is not None and _continues(last, row, actor, now):
        old, new = last.steps["rows"][str(row.pk)]
        last.steps["rows"][str(row.pk)] = [{**{n: before[n] for n in names}, **old}, {**new, **after}]
        last.at = now
        last.save(update_fields=["steps", "at"])
        return
    steps = Steps(rows={row.pk: ({name: before[name] for name in names}, dict[str, Any](after))})
    note(row.draft, Mending.WRITE, steps, row, actor=actor, now=now)


def _continues(last: DraftChange, row: Provision, actor: User, now: datetime.datetime) -> bool:
    return (
        last.mending == Mending.WRITE
        and last.provision == row.pk
        and last.actor_id == actor.pk
        and last.undone_at is None
        and now - last.at <= ONE_SITTING
    )
