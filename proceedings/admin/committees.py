"""The committees: reference data to look up, in dictionary order, each with the one that answers today."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import ReadOnlyAdmin
from proceedings.models import Committee
from proceedings.text.folding import fold


class PeriodFilter(admin.SimpleListFilter):
    """In force today, or closed."""

    title = _("hiệu lực")
    parameter_name = "period"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The two halves."""
        return [("today", _("Đang hoạt động")), ("closed", _("Đã kết thúc"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Committee]) -> QuerySet[Committee]:
        """Keep one half."""
        today = timezone.localdate()
        if self.value() == "today":
            return queryset.valid_on(today)  # type: ignore[attr-defined,no-any-return]
        return queryset.filter(valid_to__lt=today) if self.value() == "closed" else queryset


@admin.register(Committee)
class CommitteeAdmin(ReadOnlyAdmin):
    """Cấp ủy."""

    list_display = ("full_name", "region", "valid_from", "valid_to", "answers_today")
    sortable_by = ("full_name", "valid_from", "valid_to")
    list_select_related = ("successor__successor",)
    list_filter = (PeriodFilter, "kind", "region")
    list_per_page = 100
    search_fields = ("search_key",)
    search_help_text = _("Tên tỉnh, thành phố; có dấu hoặc không dấu")
    ordering = ("sort_key", F("valid_from").asc(nulls_first=True), "slug")
    fieldsets = (
        (None, {"fields": ("full_name", "name", "kind", "region", "code", "slug")}),
        (_("Thời gian hoạt động"), {"fields": ("valid_from", "valid_to", "successor")}),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Committee], search_term: str
    ) -> tuple[QuerySet[Committee], bool]:
        """Find by name, with or without accents."""
        for word in fold(search_term[:200].replace("\x00", "")).split():
            queryset = queryset.matching(word)  # type: ignore[attr-defined]
        return queryset, False

    @admin.display(description=_("Nay thuộc"))
    def answers_today(self, row: Committee) -> str:
        """The committee that answers for a closed one."""
        return row.answering_today().full_name if row.successor_id else ""
