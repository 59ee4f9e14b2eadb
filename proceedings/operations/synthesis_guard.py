"""What every write on points and responses asks first: is the synthesis open, and is all of one workshop."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.models import Closing, Contribution, Provision, Theme, Workshop
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import ContributionState, DraftState


def refuse_closed(workshop: Workshop | int) -> None:
    """Refuse a workshop whose synthesis was closed, naming who closed it and when; the database holds it too."""
    closing = Closing.objects.filter(workshop=workshop, reopened_at=None).select_related("closed_by").first()
    if closing:
        raise Refused(
            _(
                "Tổng hợp ý kiến đã được %(who)s khóa ngày %(day)s nên không sửa được. "
                "Mở lại tổng hợp và ghi lý do, rồi sửa."
            ),
            who=str(closing.closed_by),
            day=f"{timezone.localtime(closing.closed_at):%d/%m/%Y}",
        )


def lock_standing(contribution: Contribution | int) -> Contribution:
    """Lock a contribution until the end of the transaction and return it as it stands.

    Refuses one that was withdrawn or replaced, and a workshop whose synthesis was closed.
    """
    key = contribution if isinstance(contribution, int) else contribution.pk
    locked = Contribution.objects.select_for_update(of=("self",)).get(pk=key)
    if locked.state != ContributionState.REGISTERED:
        raise Refused(
            _(
                "Văn bản số %(number)s không còn hiệu lực trong sổ (%(state)s). Làm tiếp ở bản đang có hiệu lực."
            ),
            number=locked.number,
            state=locked.get_state_display().lower(),
        )
    refuse_closed(locked.workshop_id)
    return locked


def refuse_foreign_place(workshop_id: int, anchor: Provision | None, theme: Theme | None) -> None:
    """Refuse a provision that is of no issued draft of the workshop, a theme of another one, and both at once."""
    if anchor is not None and theme is not None:
        raise Refused(_("Chọn điều khoản hoặc nhóm vấn đề, không chọn cả hai."), field="anchor")
    if anchor is not None:
        draft = anchor.draft
        if draft.state != DraftState.ISSUED or draft.consulted_text.workshop_id != workshop_id:
            raise Refused(
                _("“%(place)s” không thuộc dự thảo đã phát hành của hội thảo này. Chọn lại điều khoản."),
                field="anchor",
                place=str(anchor),
            )
    if theme is not None and theme.workshop_id != workshop_id:
        raise Refused(
            _("“%(part)s” thuộc hội thảo khác. Chọn lại trong hội thảo này."), field="theme", part=str(theme)
        )
