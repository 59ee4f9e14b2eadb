"""The parts of a workshop as lines on its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from proceedings.admin.operated import FieldsOfTheOffice, PartForm
from proceedings.models import AgendaItem, Delegate, Participation, Site, Theme
from proceedings.text.folding import strip_marks

#: What the history of a workshop tells of besides itself.
PARTS: Mapping[type[models.Model], str] = {
    Theme: "workshop",
    Site: "workshop",
    Participation: "workshop",
    Delegate: "workshop",
    AgendaItem: "workshop",
}


def slug_of(text: str) -> str:
    """Draw an address from a Vietnamese name."""
    return slugify(strip_marks(text))[:80].strip("-")


class PartFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Lines in an order: one without a place comes last."""

    def save(self, commit: bool = True) -> list[Any]:
        """Give a place to the lines without one before they are saved."""
        saved: list[Any] = super().save(commit=commit)
        places = [
            form.instance.position or 0 for form in self.initial_forms if form not in self.deleted_forms
        ]
        last = max([*places, *(part.position or 0 for part in saved)], default=0)
        for part in saved:
            if not part.position:
                part.position = last = last + 1
        return saved

    def validate_unique(self) -> None:
        """Leave it to the operation, which looks at the whole order when it stands."""


class PartInline(FieldsOfTheOffice, admin.TabularInline):  # type: ignore[type-arg]
    """Lines of one kind."""

    form = PartForm
    formset = PartFormSet
    template = "admin/proceedings/lines.html"
    extra = 0
    ordering = ("position",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer the parts of this workshop, read once for all lines."""
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if db_field.related_model in PARTS:
            match = request.resolver_match
            key = match.kwargs.get("object_id", "0") if match else "0"
            field.queryset = db_field.related_model.objects.filter(
                workshop=key if key.isdigit() else 0
            ).order_by("position")
            rows = _read_once(request, db_field.related_model, field.queryset)
            field.choices = [("", "–"), *rows]
        return field


def _read_once(request: HttpRequest, model: Any, rows: Any) -> list[tuple[Any, str]]:
    read: dict[Any, list[tuple[Any, str]]] = request.__dict__.setdefault("parts_read", {})
    if model not in read:
        read[model] = [(row.pk, str(row)) for row in rows]
    return read[model]


class ThemeForm(PartForm):
    """A theme; its address is drawn from its title."""

    def clean(self) -> dict[str, Any]:
        """Keep the address that a theme has, draw one for a new theme."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.instance.slug and cleaned.get("title"):
            self.instance.slug = slug_of(cleaned["title"])
        return cleaned


class ThemeInline(PartInline):
    """Nhóm vấn đề."""

    model = Theme
    form = ThemeForm
    fields = ("position", "title")


class SiteInline(PartInline):
    """Điểm cầu."""

    model = Site
    fields = ("position", "name", "committee", "place", "headcount", "parent")


class DelegateInline(PartInline):
    """Đại biểu."""

    model = Delegate
    fields = ("position", "full_name", "posts", "role", "committee", "site")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Say how the posts are written."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name == "posts":
            field.help_text = _("Mỗi chức vụ một dòng, theo thứ tự lễ tân.")
        return field


class AgendaInline(PartInline):
    """Chương trình."""

    model = AgendaItem
    fields = ("position", "starts_at", "kind", "title", "speaker", "site")
