"""Writes on the closing of a synthesis: all is accounted for, or somebody says in writing why it is closed anyway."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext_lazy as _

from proceedings.models import Closing, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.operations.synthesis_guard import refuse_closed
from proceedings.operations.words_screening import refuse_objected
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.ledger import Ledger, ledger_of, standing_closing
from proceedings.text.cleaning import clean_text

#: How many gaps the words of a refusal name; the page lists all.
_NAMED = 3


class Incomplete(Refused):
    """The synthesis has gaps; ``ledger`` has them all."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(
            _(
                "Chưa khóa được tổng hợp: còn %(count)s chỗ chưa khớp (%(named)s). "
                "Xử lý hết, hoặc ghi lý do khóa khi còn chỗ chưa khớp; lý do được in cùng tổng hợp."
            ),
            field="reason",
            count=len(ledger.gaps),
            named=_name(ledger.gaps),
        )
        self.ledger = ledger


@operation
def close_synthesis(*, workshop: Workshop, reason: str = "", actor: User, now: datetime.datetime) -> Closing:
    """Close the synthesis of a workshop: from then on neither points nor responses change; return the closing.

    The ledger of the moment is kept with it. Refuses (:class:`Incomplete`) while there is a gap, unless ``reason``
    says why it is closed nevertheless: the reason and who wrote it are printed. Refuses a second closing.
    """
    Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    refuse_closed(workshop)
    words = within_limit(clean_text, reason, field="reason").strip()
    refuse_objected(words)
    ledger = ledger_of(workshop)
    if not ledger.is_complete and not words:
        raise Incomplete(ledger)
    told = ledger.as_json()
    gaps = told.pop("gaps")
    return Closing.objects.create(
        workshop=workshop,
        closed_by=actor,
        closed_at=now,
        gaps=gaps,
        ledger=told,
        reason=words if gaps else "",
    )


@operation
def reopen_synthesis(*, workshop: Workshop, reason: str, actor: User, now: datetime.datetime) -> Closing:
    """Open a closed synthesis again, with a reason. Refuses an empty reason, and what is open."""
    Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    words = within_limit(clean_text, reason, field="reopen_reason").strip()
    if not words:
        raise Refused(_("Ghi lý do mở lại tổng hợp."), field="reopen_reason")
    refuse_objected(words)
    closing = standing_closing(workshop)
    if closing is None:
        raise Refused(_("Tổng hợp đang mở."))
    closing.reopened_by, closing.reopened_at, closing.reopen_reason = actor, now, words
    closing.save(update_fields=["reopened_by", "reopened_at", "reopen_reason"])
    return closing


def refuse_unclosed(workshop: Workshop) -> None:
    """Refuse to go on to the issued document before the synthesis was closed, with all accounted for or a reason."""
    if standing_closing(workshop) is None:
        raise Refused(
            _(
                "Tổng hợp ý kiến chưa được khóa nên chưa ghi văn bản ban hành được. "
                "Mở trang Sổ cái, khóa tổng hợp (khi còn chỗ chưa khớp thì ghi lý do), rồi ghi lại."
            )
        )


def _name(gaps: tuple[Gap, ...]) -> str:
    named = "; ".join(f"{GapKind(gap.kind).label}: {gap.where}" for gap in gaps[:_NAMED])
    return f"{named}; …" if len(gaps) > _NAMED else named
