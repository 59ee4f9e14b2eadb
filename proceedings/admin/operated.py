"""The manner of every page of the register: saving is an operation, a refusal loses nothing, history is readable."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin.committee_field import CommitteeField, Directory
from proceedings.admin.conflicts import Comparison, reconcile
from proceedings.admin.fields import DayField, LineField, LinesField, TextField
from proceedings.models import Committee, Workshop
from proceedings.operations.refusals import Conflict, Invalid, Refused
from proceedings.queries.history import history_of
from proceedings.text.dates import WrongDate, parse_date

#: The form field for each kind of column; what has choices keeps Django's.
FORM_CLASSES: Mapping[type[models.Field[Any, Any]], type[forms.Field]] = {
    models.DateField: DayField,
    models.CharField: LineField,
    models.TextField: TextField,
    ArrayField: LinesField,
}


class OperatedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form whose row is saved by an operation; what the operation refused is shown at the field it names."""

    refusal: Refused | None = None
    comparison: Comparison | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk and hasattr(self.instance, "version"):
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=self.instance.version, required=False
            )
            for name in set(self.fields) - {"version"}:
                if not isinstance(self.fields[name], forms.FileField):
                    self.fields[name].show_hidden_initial = True
        elif first := next((field for field in self.fields.values() if not field.widget.is_hidden), None):
            first.widget.attrs["autofocus"] = True
        if isinstance(self.refusal, Conflict):
            self.comparison = reconcile(self, self.refusal.theirs)

    @property
    def changed_columns(self) -> set[str]:
        """The columns that were touched in this form since it was read."""
        columns = {field.name for field in self._meta.model._meta.concrete_fields}
        return columns & set(self.changed_data) - {"version"}

    @property
    def document_day(self) -> datetime.date | None:
        """The day of a document as it is typed, else of its receipt, else as saved; None where there is none yet."""
        for name in ("document_on", "received_on"):
            try:
                return parse_date(str(self.data.get(name, "")))
            except WrongDate:
                continue
        day: datetime.date | None = self.instance.document_on or self.instance.received_on
        return day

    @property
    def read_version(self) -> int:
        """The version at which the row was read."""
        return self.cleaned_data.get("version") or 0

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if isinstance(self.refusal, Invalid):
            for field, reasons in self.refusal.errors.items():
                self._refuse(field, reasons)
        elif self.refusal is not None:
            self._refuse(self.refusal.field, [str(self.refusal)])

    def _refuse(self, field: str | None, reasons: Sequence[str]) -> None:
        known = field if field in self.fields else None
        already: Any = self.errors.get(known or NON_FIELD_ERRORS, [])
        for reason in reasons:
            if reason not in already:
                self.add_error(known, reason)


class PartForm(forms.ModelForm):  # type: ignore[type-arg]
    """A line of an inline: its place in an order may be left out, and may be exchanged with another's."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "position" in self.fields:
            self.fields["position"].required = False

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {"position"}  # type: ignore[misc,no-any-return]

    def clean_position(self) -> int | None:
        """Keep the place that a line without one had before."""
        position: int | None = self.cleaned_data.get("position") or self.instance.position
        return position


class FieldsOfTheOffice:
    """Columns become the fields that an office needs; one directory of committees serves a whole page."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choose the form field of a column; links beside a choice would lead away from a half-typed form."""
        form_class = next((made for kind, made in FORM_CLASSES.items() if type(db_field) is kind), None)
        if form_class and not db_field.choices:
            options["form_class"] = form_class
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Let a committee be typed."""
        if db_field.related_model is Committee:
            return CommitteeField(
                directory=directory_of(request),
                required=not db_field.blank,
                label=capfirst(db_field.verbose_name),
            )
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]


def directory_of(request: HttpRequest, day: datetime.date | None = None) -> Directory:
    """Return the one directory of a request; the first caller's day decides which committees come first."""
    if not hasattr(request, "committee_directory"):
        request.committee_directory = Directory(day or timezone.localdate())  # type: ignore[attr-defined]
    directory: Directory = request.committee_directory  # type: ignore[attr-defined]
    return directory


def call_of(request: HttpRequest) -> dict[str, Any]:
    """Return who acts and when, as every operation wants to be told."""
    return {"actor": request.user, "now": timezone.now()}


def day_of(workshop: Workshop) -> datetime.date:
    """Return the day whose committees come first for a workshop: that of the event, or today until it is held."""
    today = timezone.localdate()
    return min(workshop.held_on or today, today)


class OperatedAdmin(FieldsOfTheOffice, admin.ModelAdmin):  # type: ignore[type-arg]
    """A list and a form of the register. Rows are never deleted here, and Django's own log is not written."""

    form = OperatedForm
    change_form_template = "admin/proceedings/change_form.html"
    object_history_template = "admin/proceedings/history.html"
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    history_parts: Mapping[type[models.Model], str] = {}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is lost (law 1)."""
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """Hand what an operation refused to the form that is shown again."""
        form = super().get_form(request, obj, change=change, **options)
        form.refusal = getattr(request, "refusal", None)  # type: ignore[attr-defined]
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Save, or show the form again with the refusal and all that was typed: the transaction was rolled back."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Call the operation that saves; the row in hand becomes what the operation made."""
        call = call_of(request)
        made = self.amend(request, obj, form, call) if change else self.enter(request, form, call)
        if made is not obj:
            obj.__dict__.update(made.__dict__)

    def enter(self, request: HttpRequest, form: Any, call: dict[str, Any]) -> Any:
        """Make a new row from a form."""
        raise PermissionDenied

    def amend(self, request: HttpRequest, obj: Any, form: Any, call: dict[str, Any]) -> Any:
        """Save what a form changed of a row."""
        raise PermissionDenied

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the history that the database keeps."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the history that the database keeps."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show what happened to a row: who, when, by which operation, before and after."""
        row = get_object_or_404(self.get_queryset(request), pk=object_id if object_id.isdigit() else 0)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Lịch sử"),
            "subtitle": str(row),
            "acts": history_of(row, parts=self.history_parts),
            "object": row,
            "opts": self.opts,
            "module_name": str(self.opts.verbose_name_plural),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class OrderedAdmin(OperatedAdmin):
    """Rows that stand in an order within their workshop: they stay in it, and their place may be left out."""

    #: What a field that may be left empty says of it.
    left_out: Mapping[str, str | Promise] = {"position": gettext_lazy("Để trống thì xếp cuối.")}

    class Media:
        js = ["register/quiet_shortcuts.js", "register/save_keys.js"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A row stays in its workshop."""
        return ("workshop",) if obj else ()

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Let be left out what the operation finds by itself."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if db_field.name in self.left_out:
            field.required = False
            field.help_text = self.left_out[db_field.name]
        return field

    def entered(self, form: OperatedForm) -> dict[str, Any]:
        """Return the columns of a new row as they were entered, its place only where one was given."""
        columns = {field.name for field in self.opts.concrete_fields}
        fields = {name: value for name, value in form.cleaned_data.items() if name in columns}
        if not fields.get("position"):
            fields.pop("position", None)
        return fields


class ReadOnlyAdmin(OperatedAdmin):
    """Rows that are looked up here and made elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Made elsewhere."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Changed elsewhere, or never."""
        return False
