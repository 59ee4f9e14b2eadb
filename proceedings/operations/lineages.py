"""Writes on lineages: the machine proposes what became of each provision, an editor confirms or corrects it.

They may be decided after the draft was issued: a lineage says nothing of the text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Lineage, Provision, User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, lock_unchanged
from proceedings.vocabulary import LINEAGE_MOVES, LineageKind, LineageState, may_move


@dataclass(frozen=True, slots=True)
class Match:
    """What the comparing of two drafts found: paths before and after, what happened, how sure it is (0 to 1).

    A split has several paths after, a merger several before, something new none before, something deleted none after.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    kind: LineageKind
    is_changed: bool = False
    score: float | None = None


@operation
def propose_lineage(
    *, draft: Draft, matches: Iterable[Match], actor: User, now: datetime.datetime
) -> list[Lineage]:
    """Store what comparing a draft with the one it is based on found; return the rows that are new.

    Earlier proposals are replaced. What an editor has decided stays, and no proposal touches a provision that a
    decision names. Refuses a draft that is based on none, and paths that are not there.
    """
    locked = _lock(draft)
    rows = [row for match in matches for row in _rows_of(match, locked)]
    locked.lineages.filter(state=LineageState.PROPOSED).delete()
    decided = list(locked.lineages.values_list("before_id", "after_id"))
    named_before = {before for before, _after in decided if before}
    named_after = {after for _before, after in decided if after}
    fresh = {
        (row.before_id, row.after_id): row
        for row in rows
        if row.before_id not in named_before and row.after_id not in named_after
    }
    return Lineage.objects.bulk_create(fresh.values(), batch_size=1000)


@operation
def confirm_lineage(*, lineages: Iterable[Lineage], actor: User, now: datetime.datetime) -> int:
    """Say that some lineages are right; return how many were not confirmed before."""
    keys = [lineage.pk for lineage in lineages]
    waiting = Lineage.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    movable = [state for state in LineageState if may_move(LINEAGE_MOVES, state, LineageState.CONFIRMED)]
    rows = waiting.filter(state__in=movable).exclude(state=LineageState.CONFIRMED)
    ids = list(rows.values_list("pk", flat=True))
    return Lineage.objects.filter(pk__in=ids).update(
        state=LineageState.CONFIRMED, decided_by=actor, decided_at=now
    )


@operation
def correct_lineage(
    *,
    draft: Draft,
    matches: Iterable[Match],
    replaces: Iterable[Lineage] = (),
    actor: User,
    now: datetime.datetime,
) -> list[Lineage]:
    """Put an editor's own matches in the place of some lineages; return them.

    All that ``replaces`` names goes (it stays in the history), and so does every proposal that names a provision of
    the new matches. Refuses lineages of another draft, lineages that somebody changed since they were read, paths
    that are not there, and a pair that another decision already names.
    """
    locked = _lock(draft)
    for lineage in replaces:
        theirs = _unchanged(lineage)
        if theirs.draft_id != locked.pk:
            raise Refused(_("Dòng kế thừa này thuộc dự thảo khác."))
        theirs.delete()
    rows = [row for match in matches for row in _rows_of(match, locked)]
    before = {row.before_id for row in rows if row.before_id}
    after = {row.after_id for row in rows if row.after_id}
    proposed = locked.lineages.filter(state=LineageState.PROPOSED)
    proposed.filter(before__in=before).delete()
    proposed.filter(after__in=after).delete()
    pairs: set[tuple[int | None, int | None]] = set(locked.lineages.values_list("before_id", "after_id"))
    for row in rows:
        if (row.before_id, row.after_id) in pairs:
            raise Refused(_("Cặp điều khoản này đã được xác nhận. Mở dòng đó để sửa."), field="after")
        pairs.add((row.before_id, row.after_id))
        row.state, row.decided_by, row.decided_at = LineageState.CORRECTED, actor, now
    return Lineage.objects.bulk_create(rows)


def _lock(draft: Draft) -> Draft:
    locked = Draft.objects.without_source_text().select_for_update(of=("self",)).get(pk=draft.pk)
    if locked.based_on_id is None:
        raise Refused(_("%(draft)s không dựa trên dự thảo nào trước đó."), draft=locked.label)
    return locked


def _unchanged(lineage: Lineage) -> Lineage:
    try:
        return lock_unchanged(lineage, version=lineage.version)
    except Lineage.DoesNotExist as error:
        raise Refused(
            _("Dòng kế thừa này vừa được người khác sửa. Tải lại trang để xem bản hiện tại.")
        ) from error


def _rows_of(match: Match, draft: Draft) -> list[Lineage]:
    before: list[int | None] = [_known(draft, "before", path) for path in match.before]
    after: list[int | None] = [_known(draft, "after", path) for path in match.after]
    is_new, is_deleted = match.kind == LineageKind.NEW, match.kind == LineageKind.DELETED
    if bool(before) == is_new or bool(after) == is_deleted:
        raise Refused(
            _("Quan hệ “%(kind)s” không khớp với các điều khoản đã chọn."),
            field="kind",
            kind=match.kind.label,
        )
    return [
        Lineage(
            draft=draft,
            before_id=one,
            after_id=other,
            kind=match.kind,
            is_changed=match.is_changed,
            score=match.score,
        )
        for one in before or [None]
        for other in after or [None]
    ]


def _known(draft: Draft, side: str, path: str) -> int:
    keys: dict[str, int] | None = draft.__dict__.get(f"_{side}_keys")
    if keys is None:
        of = draft.based_on_id if side == "before" else draft.pk
        keys = dict(Provision.objects.filter(draft=of).values_list("path", "pk"))
        draft.__dict__[f"_{side}_keys"] = keys
    if path not in keys:
        raise Refused(_("Không có mục “%(path)s” trong dự thảo."), field=side, path=path[:100])
    return keys[path]
