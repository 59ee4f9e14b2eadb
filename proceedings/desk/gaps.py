"""A way on from every gap: the page on which it is mended, in words that say what to do there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.models import Provision, Workshop
from proceedings.queries.gaps import Gap, GapKind

_WORDS: dict[GapKind, Promise] = {
    GapKind.AT_THE_DOOR: _("Mở bàn tiếp nhận"),
    GapKind.NO_TEXT: _("Mở văn bản"),
    GapKind.OPEN_PARAGRAPHS: _("Tách tiếp"),
    GapKind.UNANSWERED: _("Trả lời"),
    GapKind.UNAPPROVED: _("Mở trả lời"),
    GapKind.NOT_CHANGED: _("Sửa điều khoản hoặc đổi quyết định"),
    GapKind.NOT_THERE: _("Chọn lại điều khoản"),
    GapKind.NO_REASON: _("Ghi lý do"),
    GapKind.UNEQUAL: _("So sánh các ý kiến"),
    GapKind.NO_RESPONSE: _("Ghi lý do sửa"),
}
_BY_RESPONSE = frozenset({GapKind.UNAPPROVED, GapKind.NOT_CHANGED, GapKind.NOT_THERE, GapKind.NO_REASON})
_BY_POINT = frozenset({GapKind.UNANSWERED, GapKind.UNEQUAL})


@dataclass(frozen=True, slots=True)
class WayOn:
    """A gap, and where it is mended."""

    gap: Gap
    address: str
    words: str | Promise


def ways_on(workshop: Workshop, gaps: Iterable[Gap]) -> list[WayOn]:
    """Return gaps with their ways on; one query where provisions are among them."""
    gaps = list(gaps)
    provisions = {
        row.pk: row
        for row in Provision.objects.filter(
            pk__in=[gap.subject for gap in gaps if gap.kind == GapKind.NO_RESPONSE]
        )
        .select_related("draft__consulted_text")
        .defer("draft__source_text")
    }
    return [
        WayOn(gap, _address(workshop, gap, provisions.get(gap.subject)), _WORDS[gap.kind]) for gap in gaps
    ]


def _address(workshop: Workshop, gap: Gap, provision: Provision | None) -> str:
    slug = workshop.slug
    if gap.kind in _BY_RESPONSE:
        return reverse("points:response", args=[slug, gap.subject])
    if gap.kind in _BY_POINT:
        return reverse("points:point", args=[slug, gap.subject])
    if gap.kind == GapKind.AT_THE_DOOR:
        return reverse("intake:table", args=[slug])
    if gap.kind != GapKind.NO_RESPONSE:
        return reverse("splitting:contribution", args=[slug, gap.subject])
    if provision is None or provision.draft.is_issued:
        return reverse("desk:draft-list", args=[slug])
    return reverse("drafting:write", args=[slug, provision.draft.consulted_text.slug, provision.pk])
