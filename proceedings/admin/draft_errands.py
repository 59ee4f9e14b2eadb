"""What waits in the drafts, as lines of the register's first page."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from proceedings.admin.first_page import Errand
from proceedings.models import Draft, User
from proceedings.queries.drafting import drafts_to_trace, working_drafts


def errands_of(user: User) -> Iterable[Errand]:
    """Yield the drafts that are worked on and the lineages that wait for a word: two queries."""
    if not user.has_perm("proceedings.view_draft"):
        return
    for draft in working_drafts():
        yield Errand(
            None, _("Dự thảo đang soạn"), _at("desk:draft-outline", draft), draft.consulted_text.title
        )
    for draft in drafts_to_trace(user):
        remark = f"{draft.label}, {draft.consulted_text.title}"
        waiting: int = draft.waiting  # type: ignore[attr-defined]
        yield Errand(
            waiting, _("cặp điều khoản chờ xác nhận"), _at("desk:draft-lineage", draft, draft.number), remark
        )


def _at(name: str, draft: Draft, *more: int | None) -> str:
    text = draft.consulted_text
    return reverse(name, args=[text.workshop.slug, text.slug, *more])
