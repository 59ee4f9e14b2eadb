"""Where the provisions of a draft come from, as the matching engine finds it, kept as proposals."""

from __future__ import annotations

import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Lineage, User
from proceedings.operations.lineages import Match, propose_lineage
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.queries.drafts import tree
from proceedings.text.lineage import match
from proceedings.vocabulary import LineageKind

#: Provisions of both drafts together that are matched while a person waits.
AT_ONCE: Final = 12_000


def may_propose_at_once(draft: Draft) -> bool:
    """Tell whether a draft and the one before are short enough to be matched while a person waits."""
    if draft.based_on is None:
        return False
    return draft.provisions.count() + draft.based_on.provisions.count() <= AT_ONCE


@operation
def propose_from_engine(
    *, draft: Draft, somebody_waits: bool = True, actor: User, now: datetime.datetime
) -> list[Lineage]:
    """Match a draft with the one before and keep what was found as proposals; return those that are new.

    The score that is kept is how sure the engine is. Refuses a draft that is based on none, and, where
    ``somebody_waits`` for a page, drafts that are too long: two of 5,000 articles (40,000 provisions together) take
    some ten seconds and half a gigabyte. What an editor has decided stays.
    """
    if draft.based_on is None:
        raise Refused(_("%(draft)s không dựa trên dự thảo nào trước đó."), draft=draft.label)
    if somebody_waits and not may_propose_at_once(draft):
        raise Refused(
            _(
                "Hai dự thảo quá dài để so sánh ngay trên trang này. "
                "Đề nghị người quản trị chạy lệnh “propose_lineage” trên máy chủ."
            )
        )
    found = match(tree(draft.based_on), tree(draft))
    matches = [
        Match(each.old, each.new, LineageKind(each.fate.value), each.is_changed, each.confidence)
        for each in found
    ]
    return propose_lineage(draft=draft, matches=matches, actor=actor, now=now)
