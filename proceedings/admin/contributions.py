"""The registry book: the list, and entering one document by hand."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin import contribution_actions
from proceedings.admin.attachments import download, media_type_of
from proceedings.admin.contribution_filters import (
    BodyKindFilter,
    RegionFilter,
    ThemeFilter,
    WaitingFilter,
    WorkshopFilter,
)
from proceedings.admin.contribution_form import ContributionForm, current_workshop
from proceedings.admin.operated import OperatedAdmin, day_of, directory_of
from proceedings.admin.symbol_warnings import warnings_for
from proceedings.models import AgendaItem, Attachment, Contribution, Theme, Workshop
from proceedings.operations import contributions as registry
from proceedings.operations.attachments import attach
from proceedings.queries.registry_search import find_contributions
from proceedings.vocabulary import ContributionState, WorkshopStage

AGAIN = "_addanother"


@admin.register(Contribution)
class ContributionAdmin(OperatedAdmin):
    """Sổ văn bản góp ý."""

    form = ContributionForm
    list_display = (
        "number", "received_on", "body", "symbol", "document_on", "title", "form", "live", "state",
    )  # fmt: skip
    list_display_links = ("number", "title")
    sortable_by = ("number", "received_on", "body", "symbol", "document_on", "state")
    list_select_related = ("committee",)
    list_filter = (
        WaitingFilter, WorkshopFilter, "form", "presented_live", ThemeFilter, "stance", "circulation", "state",
        RegionFilter, BodyKindFilter,
    )  # fmt: skip
    date_hierarchy = "received_on"
    ordering = ("-workshop", "-number")
    search_fields = ("search_key",)
    search_help_text = gettext_lazy("Số đến, số ký hiệu, cấp ủy, trích yếu; có dấu hoặc không dấu")
    actions = contribution_actions.ACTIONS
    history_parts = {Attachment: "contribution"}
    readonly_fields = ("received_files", "versions")
    fieldsets = (
        (None, {"fields": (("workshop", "received_on"), "versions")}),
        (
            gettext_lazy("Văn bản"),
            {
                "fields": (
                    "committee",
                    ("symbol", "document_on"),
                    "title",
                    ("body_kind", "body_name"),
                    ("signer_name", "signer_post"),
                    ("form", "author_name"),
                )
            },
        ),
        (gettext_lazy("Nội dung"), {"fields": ("text", "summary", "received_files", "new_files")}),
        (
            gettext_lazy("Trình bày tại hội thảo"),
            {"fields": (("presented_live", "speaking_order"), "agenda_item")},
        ),
        (
            gettext_lazy("Phân loại, phổ biến"),
            {"fields": ("theme", ("stance", "circulation"), "is_sample")},
        ),
    )

    class Media:
        js = ["register/quiet_shortcuts.js", "register/save_keys.js"]

    # --- the list --------------------------------------------------------------------------------------------

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Contribution], search_term: str
    ) -> tuple[QuerySet[Contribution], bool]:
        """Find by number, by symbol in any spacing, or by words with or without accents."""
        return find_contributions(queryset, search_term), False

    @admin.display(description=gettext_lazy("Cấp ủy, cơ quan"), ordering="committee__sort_key")
    def body(self, row: Contribution) -> str:
        """The body as it was called then."""
        return row.body

    @admin.display(description=gettext_lazy("Trực tiếp"))
    def live(self, row: Contribution) -> str:
        """The place among the live papers, a dot where it has none, nothing for what was only written."""
        if not row.presented_live:
            return ""
        return f"{row.speaking_order}" if row.speaking_order else "●"

    # --- the form --------------------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("Tệp đã nhận"))
    def received_files(self, row: Contribution) -> str:
        """The files as they were received, each to be downloaded under its own name."""
        if not row.pk:
            return ""
        lines = (
            (
                reverse("admin:proceedings_attachment_download", args=[file.pk]),
                file.name,
                f"{file.size:,}".replace(",", "."),
            )
            for file in row.attachments.order_by("pk")
        )
        return format_html_join(
            "", '<div><a href="{}">{}</a> <span class="quiet">{} byte</span></div>', lines
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Contribution | None = None) -> tuple[str, ...]:
        """A number stays in its workshop; what is void stays as it is."""
        return ("workshop", *self.readonly_fields) if obj else self.readonly_fields

    def get_fieldsets(self, request: HttpRequest, obj: Contribution | None = None) -> Any:
        """Leave out the line of versions where a document has only one."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and self.versions(obj):
            return fieldsets
        return [(None, {"fields": (("workshop", "received_on"),)}), *fieldsets[1:]]

    @admin.display(description=gettext_lazy("Các phiên bản"))
    def versions(self, row: Contribution) -> str:
        """The version that this one replaces and the one that replaces it, each with the way there."""
        if not row.pk:
            return ""
        later = row.replacements.exclude(state=ContributionState.VOID).first()
        found = ((_("Thay cho số {}"), row.replaces), (_("Đã được thay bằng số {}"), later))
        lines = (
            (reverse("admin:proceedings_contribution_change", args=[other.pk]), words.format(other.number))
            for words, other in found
            if other is not None
        )
        return format_html_join("", '<div><a href="{}">{}</a></div>', lines)

    def has_change_permission(self, request: HttpRequest, obj: Contribution | None = None) -> bool:
        """What is void or replaced is only read."""
        stands = obj is None or obj.state == ContributionState.REGISTERED
        return stands and super().has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer the open workshops, and the themes and programme of the one in hand."""
        workshop = current_workshop(request)
        if workshop is not None:
            directory_of(request, day_of(workshop))
        if db_field.name == "workshop":
            options["queryset"] = Workshop.objects.exclude(stage=WorkshopStage.CANCELLED).latest_first()
            options["initial"] = workshop
            options["empty_label"] = None if workshop else "–"
        if db_field.name == "theme":
            options["queryset"] = Theme.objects.filter(workshop=workshop).order_by("position")
        if db_field.name == "agenda_item":
            options["queryset"] = AgendaItem.objects.filter(workshop=workshop).order_by("position")
        return super().formfield_for_foreignkey(db_field, request, **options)

    def enter(self, request: HttpRequest, form: ContributionForm, call: dict[str, Any]) -> Contribution:
        """Register the document; the same form sent twice is one document."""
        fields = {name: form.cleaned_data[name] for name in form.columns}
        key = f"form:{form.cleaned_data['form_token']}" if form.cleaned_data.get("form_token") else None
        contribution = registry.register(**fields, idempotency_key=key, **call)
        self._attach(contribution, form, call)
        return contribution

    def amend(
        self, request: HttpRequest, obj: Contribution, form: ContributionForm, call: dict[str, Any]
    ) -> Contribution:
        """Save what was touched, and keep the files that came along."""
        if form.changed_columns:
            registry.amend(contribution=obj, changed=form.changed_columns, version=form.read_version, **call)
        self._attach(obj, form, call)
        return obj

    def _attach(self, contribution: Contribution, form: ContributionForm, call: dict[str, Any]) -> None:
        for file in form.cleaned_data.get("new_files") or ():
            file.seek(0)
            content = file.read()
            attach(
                contribution=contribution,
                name=file.name,
                content=content,
                media_type=media_type_of(content),
                **call,
            )

    # --- after saving ----------------------------------------------------------------------------------------

    def response_add(
        self, request: HttpRequest, obj: Contribution, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Say the number that was given; the next document keeps the workshop and the day of arrival."""
        url = reverse("admin:proceedings_contribution_change", args=[obj.pk])
        request.session["workshop"] = obj.workshop_id
        told = _("Đã vào sổ số {}: {}.")
        self.message_user(
            request,
            format_html(told, format_html('<a href="{}">{}</a>', url, obj.number), _named(obj)),
            messages.SUCCESS,
        )
        self._warn(request, obj)
        if AGAIN in request.POST:
            kept = urlencode({"workshop": obj.workshop_id, "received_on": f"{obj.received_on:%d/%m/%Y}"})
            return HttpResponseRedirect(f"{reverse('admin:proceedings_contribution_add')}?{kept}")
        if "_continue" in request.POST:
            return HttpResponseRedirect(url)
        return self.response_post_save_add(request, obj)

    def response_change(self, request: HttpRequest, obj: Contribution) -> HttpResponse:
        """Say what was saved and what is unusual in it."""
        self._warn(request, obj)
        return super().response_change(request, obj)

    def _warn(self, request: HttpRequest, obj: Contribution) -> None:
        for warning in warnings_for(obj):
            self.message_user(request, warning, messages.WARNING)

    def get_urls(self) -> list[Any]:
        """Add the way to the received files."""
        way = path(
            "attachments/<int:pk>/",
            self.admin_site.admin_view(download),
            name="proceedings_attachment_download",
        )
        return [way, *super().get_urls()]

    def has_void_permission(self, request: HttpRequest) -> bool:
        """Withdrawing is a right of its own."""
        return request.user.has_perm("proceedings.void_contribution")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Propose the workshop in hand and today as the day of arrival."""
        given = super().get_changeform_initial_data(request)
        return {"workshop": current_workshop(request), "received_on": timezone.localdate(), **given}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Title the list as the book it is."""
        return super().changelist_view(request, {"title": _("Sổ văn bản góp ý"), **(extra_context or {})})


def _named(obj: Contribution) -> str:
    return ", ".join(part for part in (obj.body, obj.symbol) if part)
