"""The texts that workshops consult on, in the register."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import OperatedForm, OrderedAdmin
from proceedings.admin.workshop_parts import slug_of
from proceedings.models import ConsultedText, Workshop
from proceedings.operations import consulted_texts
from proceedings.vocabulary import WorkshopStage

_ISSUED = ("issued_symbol", "issued_on", "issued_title")


class ConsultedTextForm(OperatedForm):
    """A text; its address is drawn from its title where none is given."""

    def clean(self) -> dict[str, Any]:
        """Draw the address of a new text."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("slug") and cleaned.get("title"):
            cleaned["slug"] = slug_of(cleaned["title"])
            self.instance.slug = cleaned["slug"]
        return cleaned


@admin.register(ConsultedText)
class ConsultedTextAdmin(OrderedAdmin):
    """Văn bản lấy ý kiến."""

    form = ConsultedTextForm
    list_display = ("title", "workshop", "position", "family", "last_draft", "issued_symbol")
    list_display_links = ("title",)
    sortable_by = ("title",)
    list_select_related = ("workshop",)
    list_filter = ("workshop", "family")
    search_fields = ("title", "issued_symbol")
    search_help_text = _("Tên văn bản, số ký hiệu khi ban hành")
    ordering = ("-workshop", "position")
    fieldsets = (
        (
            None,
            {"fields": (("workshop", "position"), "title", ("slug", "family"), ("circulation", "is_sample"))},
        ),
        (_("Văn bản đã ban hành"), {"fields": (("issued_symbol", "issued_on"), "issued_title")}),
    )

    left_out = {
        "position": _("Để trống thì xếp cuối. Văn bản thứ nhất là văn bản chính của hội thảo."),
        "slug": _("Để trống thì đặt theo tên văn bản."),
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[ConsultedText]:
        """Find the number of the last issued draft."""
        rows: QuerySet[ConsultedText] = super().get_queryset(request)
        match = request.resolver_match
        last = Max("drafts__number", filter=Q(drafts__state="issued"))
        return rows.annotate(last_number=last) if match and not match.kwargs else rows

    @admin.display(description=_("Dự thảo gần nhất"))
    def last_draft(self, row: Any) -> str:
        """Which draft was issued last."""
        return str(row.last_number or "")

    def get_fieldsets(self, request: HttpRequest, obj: ConsultedText | None = None) -> Any:
        """A new text was not issued yet."""
        return self.fieldsets if obj else self.fieldsets[:1]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer the open workshops."""
        if db_field.name == "workshop":
            options["queryset"] = Workshop.objects.exclude(stage=WorkshopStage.CANCELLED).latest_first()
            options["initial"] = options["queryset"].first()
        return super().formfield_for_foreignkey(db_field, request, **options)

    def enter(self, request: HttpRequest, form: OperatedForm, call: dict[str, Any]) -> ConsultedText:
        """Enter the text."""
        return consulted_texts.add_text(**self.entered(form), **call)

    def amend(
        self, request: HttpRequest, obj: ConsultedText, form: OperatedForm, call: dict[str, Any]
    ) -> ConsultedText:
        """Save what was touched; what was issued in the end is recorded as such."""
        changed = form.changed_columns
        if set(changed) - set(_ISSUED):
            consulted_texts.amend_text(
                consulted_text=obj, changed=set(changed) - set(_ISSUED), version=form.read_version, **call
            )
        if changed & set(_ISSUED):
            consulted_texts.record_issued_document(
                consulted_text=obj, symbol=obj.issued_symbol, on=obj.issued_on, title=obj.issued_title,
                version=obj.version if changed - set(_ISSUED) else form.read_version, **call,
            )  # fmt: skip
        return obj
