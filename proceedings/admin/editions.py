"""What was published, and how each run of publishing ended: to be looked up."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import ReadOnlyAdmin
from proceedings.models import Edition, Publication


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """Ấn bản."""

    list_display = ("label", "workshop", "audience", "issued_at", "issued_by")
    sortable_by = ("issued_at",)
    list_select_related = ("workshop", "issued_by")
    list_filter = ("workshop", "audience")
    ordering = ("-issued_at", "-pk")
    fields = ("label", "workshop", "audience", "issued_at", "issued_by", "note", "manifest_sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        """Leave the long columns in the database."""
        rows: QuerySet[Edition] = super().get_queryset(request)
        return rows.defer("manifest", "facts")

    @admin.display(description=_("Ấn bản"), ordering="number")
    def label(self, row: Edition) -> str:
        """The number as people cite it."""
        return row.label

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """An edition never changes: its page is its history."""
        get_object_or_404(Edition, pk=object_id if object_id.isdigit() else 0)
        return self.changeform_view(request, object_id, "", extra_context)


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    """Các lần công bố."""

    list_display = (
        "workshop",
        "audience",
        "state",
        "progress",
        "requested_by",
        "requested_at",
        "finished_at",
        "edition",
    )
    sortable_by = ("state", "requested_at")
    list_select_related = ("workshop", "requested_by", "edition__workshop", "progress")
    list_filter = ("state", "workshop", "audience")
    ordering = ("-requested_at", "-pk")
    fields = (
        "workshop", "audience", "note", "is_correction", "state", "progress", "requested_by",
        "requested_at", "finished_at", "error", "edition",
    )  # fmt: skip

    @admin.display(description=_("Tiến độ"))
    def progress(self, row: Publication) -> str:
        """Pages done of pages to do."""
        return str(row.progress) if hasattr(row, "progress") else ""
