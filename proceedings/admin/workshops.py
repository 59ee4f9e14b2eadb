"""A workshop with its outline, sites, delegates and programme on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin.first_page import publish_url
from proceedings.admin.operated import OperatedAdmin, OperatedForm, call_of, day_of, directory_of
from proceedings.admin.workshop_parts import (
    PARTS,
    AgendaInline,
    DelegateInline,
    SiteInline,
    ThemeInline,
    slug_of,
)
from proceedings.models import Committee, Workshop
from proceedings.operations import workshops
from proceedings.operations.refusals import Refused
from proceedings.text.folding import fold
from proceedings.vocabulary import WORKSHOP_MOVES, ContributionState, WorkshopStage


class WorkshopForm(OperatedForm):
    """The workshop itself; its stage can only move as the table of moves allows."""

    slug = forms.SlugField(
        label=gettext_lazy("Định danh trong địa chỉ"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Để trống thì lập từ tên ngắn. Địa chỉ đã công bố không nên đổi."),
    )

    class Meta:
        model = Workshop
        fields = "__all__"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        stage: Any = self.fields.get("stage")
        if stage and self.instance.pk:
            here = WorkshopStage(Workshop.objects.values_list("stage", flat=True).get(pk=self.instance.pk))
            allowed = {here} | WORKSHOP_MOVES[here]
            stage.choices = [(value, label) for value, label in WorkshopStage.choices if value in allowed]
        for name, rows in (("summary", 5), ("preface", 8), ("opening", 8), ("source_note", 2)):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = rows

    def clean(self) -> dict[str, Any]:
        """Draw the address from the short title where none is given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("slug") and cleaned.get("short_title"):
            cleaned["slug"] = self.instance.slug or slug_of(cleaned["short_title"])
        return cleaned


@admin.register(Workshop)
class WorkshopAdmin(OperatedAdmin):
    """Hội thảo."""

    form = WorkshopForm
    change_form_template = "admin/proceedings/workshop_form.html"
    list_display = ("short_title", "held_on", "host", "stage", "closes_on", "document_count")
    sortable_by = ("short_title", "held_on", "stage", "closes_on")
    list_filter = ("stage",)
    search_fields = ("search_key",)
    search_help_text = gettext_lazy("Tên hội thảo; có dấu hoặc không dấu")
    ordering = ("-held_on", "-pk")
    inlines = (ThemeInline, SiteInline, DelegateInline, AgendaInline)
    history_parts = PARTS
    fieldsets = (
        (None, {"fields": ("title", ("short_title", "slug"), "host")}),
        (
            gettext_lazy("Thời gian, địa điểm, giai đoạn"),
            {"fields": (("held_on", "place"), ("opens_on", "closes_on"), "stage")},
        ),
        (
            gettext_lazy("Lời văn trong kỷ yếu"),
            {"classes": ("collapse",), "fields": ("summary", "preface", "opening", "source_note")},
        ),
    )

    class Media:
        js = ["register/quiet_shortcuts.js", "register/save_keys.js"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Workshop]:
        """Count the standing documents of each workshop."""
        standing = Count("contributions", filter=Q(contributions__state=ContributionState.REGISTERED))
        rows: QuerySet[Workshop] = super().get_queryset(request)
        match = request.resolver_match
        return rows.annotate(standing_count=standing) if match and not match.kwargs else rows

    @admin.display(description=gettext_lazy("Văn bản"))
    def document_count(self, row: Any) -> int:
        """How many documents stand in the registry."""
        return int(row.standing_count)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Workshop], search_term: str
    ) -> tuple[QuerySet[Workshop], bool]:
        """Find by title, with or without accents."""
        return queryset.filter(search_key__contains=fold(search_term[:200].replace("\x00", ""))), False

    def get_inlines(self, request: HttpRequest, obj: Workshop | None) -> Any:
        """A new workshop is entered first; its parts follow, with the committees of its day."""
        if obj:
            directory_of(request, day_of(obj))
        return self.inlines if obj else ()

    def enter(self, request: HttpRequest, form: WorkshopForm, call: dict[str, Any]) -> Workshop:
        """Convene the workshop."""
        columns = {field.name for field in Workshop._meta.concrete_fields}
        fields = {name: value for name, value in form.cleaned_data.items() if name in columns}
        return workshops.convene(**fields, **call)

    def amend(
        self, request: HttpRequest, obj: Workshop, form: WorkshopForm, call: dict[str, Any]
    ) -> Workshop:
        """Save what was touched."""
        if not form.changed_columns:
            return obj
        return workshops.amend(workshop=obj, changed=form.changed_columns, version=form.read_version, **call)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Arrange all parts that were touched, in one operation."""
        saved: list[Any] = []
        removed: list[Any] = []
        for formset in formsets:
            saved += formset.save(commit=False)
            removed += formset.deleted_objects
        if saved or removed:
            workshops.arrange(saved=saved, removed=removed, **call_of(request))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        """Lead to publishing, where that page is installed, and to the committees that are asked."""
        obj = options.get("obj")
        if obj is not None:
            context["publish_url"] = (
                publish_url(obj.pk) if request.user.has_perm("proceedings.publish_workshop") else None
            )
            context["may_invite"] = request.user.has_perm("proceedings.add_participation")
        return super().render_change_form(request, context, *args, **options)

    def get_urls(self) -> list[Any]:
        """Add the page that asks all committees."""
        invite = self.admin_site.admin_view(self.invite_view)
        return [path("<int:pk>/invite/", invite, name="proceedings_workshop_invite"), *super().get_urls()]

    def invite_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show which committees would be asked, and ask them."""
        workshop = get_object_or_404(Workshop, pk=pk)
        if not request.user.has_perm("proceedings.add_participation"):
            raise PermissionDenied
        day = workshop.held_on or timezone.localdate()
        fresh = list(
            Committee.objects.valid_on(day).exclude(participations__workshop=workshop).alphabetical()
        )
        back = reverse("admin:proceedings_workshop_change", args=[pk])
        if request.method == "POST":
            try:
                asked = workshops.invite(workshop=workshop, committees=fresh, **call_of(request))
            except Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                told = _("Đã ghi mời %(count)s cấp ủy; những nơi đã mời trước đó giữ nguyên.")
                self.message_user(request, told % {"count": len(asked)}, messages.SUCCESS)
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Mời cấp ủy đang hoạt động"),
            "subtitle": str(workshop),
            "workshop": workshop,
            "day": day,
            "committees": fresh,
            "back": back,
        }
        return TemplateResponse(request, "admin/proceedings/invite.html", context)
