"""The filters of the registry: each an allow-list, none of which costs a query per row."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee, Contribution, Theme, Workshop
from proceedings.queries.work_queue import GAPS
from proceedings.vocabulary import BodyKind

Choices = list[tuple[str, Any]]


class WaitingFilter(admin.SimpleListFilter):
    """What a standing document lacks: the lists that the first page leads to."""

    title = _("cần bổ sung")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """The gaps, in the words of the first page."""
        return [
            ("theme", _("Chưa xếp nhóm vấn đề")),
            ("stance", _("Chưa ghi quan điểm chung")),
            ("document_on", _("Chưa có ngày văn bản")),
            ("symbol", _("Chưa có số, ký hiệu")),
            ("unusual", _("Số, ký hiệu cần kiểm tra")),
            ("order", _("Trực tiếp, chưa có thứ tự")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Contribution]) -> QuerySet[Contribution]:
        """Keep the standing documents with that gap."""
        gap = GAPS.get(self.value() or "")
        return queryset.standing().filter(gap) if gap else queryset  # type: ignore[attr-defined]


class _RowFilter(admin.SimpleListFilter):
    """A filter whose choices are rows, read once."""

    field_path: str

    def rows(self) -> list[tuple[Any, str]]:
        """Return key and words of each choice."""
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """The rows as choices."""
        return [(str(key), words) for key, words in self.rows()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the choice; a value that is no choice keeps everything."""
        known = {key for key, _words in self.lookup_choices}
        return queryset.filter(**{self.field_path: self.value()}) if self.value() in known else queryset


class WorkshopFilter(_RowFilter):
    """By workshop."""

    title = _("hội thảo")
    parameter_name = "workshop__id__exact"
    field_path = "workshop"

    def rows(self) -> list[tuple[Any, str]]:
        """The workshops, the latest first."""
        return list(Workshop.objects.latest_first().values_list("pk", "short_title"))


class ThemeFilter(_RowFilter):
    """By theme."""

    title = _("nhóm vấn đề")
    parameter_name = "theme"
    field_path = "theme"

    def rows(self) -> list[tuple[Any, str]]:
        """The themes of all workshops in the order of their outlines."""
        return list(Theme.objects.order_by("-workshop", "position").values_list("pk", "title"))


class RegionFilter(_RowFilter):
    """By the region of the committee."""

    title = _("vùng")
    parameter_name = "region"
    field_path = "committee__region"

    def rows(self) -> list[tuple[Any, str]]:
        """The regions as they are written."""
        regions = Committee.objects.order_by("region").values_list("region", flat=True).distinct()
        return [(region, region) for region in regions]


class BodyKindFilter(_RowFilter):
    """By the kind of body."""

    title = _("loại chủ thể")
    parameter_name = "body_kind"
    field_path = "body_kind"

    def rows(self) -> list[tuple[Any, str]]:
        """The closed list."""
        return [(kind.value, str(kind.label)) for kind in BodyKind]
