"""Drafts in the register: looked up here, worked on at the desk, and never changed once they were issued."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from proceedings.admin.attachments import handed_out
from proceedings.admin.operated import ReadOnlyAdmin
from proceedings.models import Draft
from proceedings.text.provisions import WORDS

#: How many headings of a draft's contents the page shows.
HEADINGS_SHOWN = 1_000


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    """Dự thảo."""

    list_display = ("label", "consulted_text", "workshop", "state", "issued_at", "issued_by")
    sortable_by = ("issued_at", "state")
    list_select_related = ("consulted_text__workshop", "issued_by")
    list_filter = ("state", "consulted_text__workshop")
    search_fields = ("title", "consulted_text__title")
    search_help_text = _("Tên dự thảo, tên văn bản")
    ordering = ("-pk",)
    fields = (
        "label", "consulted_text", "state", "title", "based_on", "original", "issued_at", "issued_by", "note",
        "remarks", "content_sha256", "contents",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        """Leave the long column in the database."""
        rows: QuerySet[Draft] = super().get_queryset(request)
        return rows.defer("source_text", "based_on__source_text")

    def get_urls(self) -> list[Any]:
        """Add the way to the originals."""
        way = path(
            "<int:pk>/original/", self.admin_site.admin_view(download), name="proceedings_draft_original"
        )
        return [way, *super().get_urls()]

    @admin.display(description=_("Dự thảo"), ordering="number")
    def label(self, row: Draft) -> str:
        """What people call it."""
        return row.label

    @admin.display(description=_("Hội thảo"))
    def workshop(self, row: Draft) -> str:
        """The workshop of its text."""
        return str(row.consulted_text.workshop)

    @admin.display(description=_("Tệp gốc"))
    def original(self, row: Draft) -> str:
        """The file as it was received, to be downloaded under its own name, and its hash."""
        if not row.has_source:
            return ""
        url = reverse("admin:proceedings_draft_original", args=[row.pk])
        link = '<a href="{}">{}</a> <span class="quiet">SHA-256: {}</span>'
        return format_html(link, url, row.source_name, row.source_sha256)

    @admin.display(description=_("Lưu ý về cấu trúc"))
    def remarks(self, row: Draft) -> str:
        """What the reader of its structure remarked."""
        return format_html_join("", "<div>{}</div>", ((remark,) for remark in row.warnings))

    @admin.display(description=_("Mục lục"))
    def contents(self, row: Draft) -> str:
        """The headings from part to article."""
        kinds = [kind.value for kind in WORDS]
        rows = (
            row.provisions.filter(kind__in=kinds)
            .order_by("position")
            .only("draft", "kind", "number", "heading")
        )
        return format_html_join("", "<div>{}</div>", ((str(each),) for each in rows[:HEADINGS_SHOWN]))


@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """Send the original of a draft, byte for byte, under the name it came with."""
    if not request.user.has_perm("proceedings.view_draft"):
        raise PermissionDenied
    draft = get_object_or_404(Draft.objects.visible_to(request.user).without_source_text(), pk=pk)  # type: ignore[arg-type]
    if not draft.has_source:
        raise Http404
    return handed_out(draft.source, name=draft.source_name, media_type=draft.source_media_type)
