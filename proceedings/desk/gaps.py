"""A way on from every gap: what mends it at once, and the page on which it is mended, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.desk.gap_remedies import offered
from proceedings.models import Draft, Provision, User, Workshop
from proceedings.queries.gaps import Gap, GapKind
from proceedings.queries.remedies import Remedy

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
    """A gap, where it is mended, and what mends it at once."""

    gap: Gap
    address: str
    words: str | Promise
    remedies: list[Remedy]


def ways_on(workshop: Workshop, gaps: Iterable[Gap], person: User, *, is_closed: bool = False) -> list[WayOn]:
    """Return gaps with their ways on and what a person may do at once; queries by the kinds that are among them."""
    gaps = list(gaps)
    rows = Provision.objects.select_related("draft__consulted_text").defer("draft__source_text")
    provisions = rows.in_bulk([gap.subject for gap in gaps if gap.kind == GapKind.NO_RESPONSE])
    issued = {row.draft_id for row in provisions.values() if row.draft.is_issued}
    rewritten = set(
        Draft.objects.working().filter(based_on__in=issued).values_list("based_on_id", flat=True)
        if issued
        else ()
    )
    remedies = offered(workshop, gaps, person, is_closed=is_closed)
    return [
        WayOn(
            gap,
            _address(workshop, gap, provisions.get(gap.subject), rewritten),
            _WORDS[gap.kind],
            remedies.get(gap, []),
        )
        for gap in gaps
    ]


def _address(workshop: Workshop, gap: Gap, provision: Provision | None, rewritten: set[int]) -> str:
    slug = workshop.slug
    if gap.kind in _BY_RESPONSE:
        return reverse("points:response", args=[slug, gap.subject])
    if gap.kind in _BY_POINT:
        return reverse("points:point", args=[slug, gap.subject])
    if gap.kind == GapKind.AT_THE_DOOR:
        return reverse("intake:table", args=[slug])
    if gap.kind != GapKind.NO_RESPONSE:
        return reverse("splitting:contribution", args=[slug, gap.subject])
    if provision is None or (provision.draft.is_issued and provision.draft_id not in rewritten):
        return reverse("desk:draft-list", args=[slug])
    page = "drafting:write-removed" if provision.draft.is_issued else "drafting:write"
    return reverse(page, args=[slug, provision.draft.consulted_text.slug, provision.pk])
