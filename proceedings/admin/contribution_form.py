"""The form of one document: its fields in the order of the paper, what can be known already filled in."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proceedings.admin.committee_field import CommitteeField
from proceedings.admin.operated import OperatedForm
from proceedings.admin.screening import objections_to
from proceedings.models import Contribution, Workshop
from proceedings.vocabulary import BodyKind, WorkshopStage

#: The stages in which documents arrive, the likeliest first.
OPEN_STAGES = (WorkshopStage.COLLECTING, WorkshopStage.CLOSED, WorkshopStage.HELD, WorkshopStage.SYNTHESISING)


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, as a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Take every file that nothing speaks against; an empty one is refused by the operation, in its own words."""
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if objections := [objection for file in files for objection in objections_to(file)]:
            raise ValidationError(objections)
        return files


class ContributionForm(OperatedForm):
    """One document of the registry."""

    form_token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    new_files = FilesField(label=_("Thêm tệp"), required=False)

    class Meta:
        model = Contribution
        fields = "__all__"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            del self.fields["form_token"]
        else:
            self.fields["form_token"].initial = uuid.uuid4().hex
        self._set_the_page()

    @property
    def columns(self) -> list[str]:
        """The columns of the row that the form has."""
        columns = {field.name for field in Contribution._meta.concrete_fields}
        return [name for name in self.cleaned_data if name in columns and name != "version"]

    def _set_the_page(self) -> None:
        committee = self.fields.get("committee")
        if isinstance(committee, CommitteeField):
            committee.day = self.document_day
            committee.help_text = _("Gõ tên tỉnh, thành phố, có dấu hoặc không dấu.")
            if not self.instance.pk:
                for field in self.fields.values():
                    field.widget.attrs.pop("autofocus", None)
                committee.widget.attrs["autofocus"] = True
        if "body_kind" in self.fields:
            self.fields["body_kind"].help_text = _("Khi người gửi không phải Tỉnh ủy, Thành ủy.")
        for name, rows in (("text", 14), ("summary", 3)):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = rows

    def clean(self) -> dict[str, Any]:
        """Let the kind of body follow from a committee that is chosen."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("committee"):
            if cleaned.get("body_name"):
                self.add_error(
                    "body_name", ValidationError(_("Đã chọn cấp ủy thì để trống tên cơ quan, cá nhân khác."))
                )
            cleaned["body_kind"] = BodyKind.COMMITTEE
        return cleaned


def current_workshop(request: HttpRequest) -> Workshop | None:
    """Return the workshop in hand: of the open row, the one posted or asked for, else the likeliest open one."""
    if not hasattr(request, "current_workshop"):
        request.current_workshop = _find_workshop(request)  # type: ignore[attr-defined]
    workshop: Workshop | None = request.current_workshop  # type: ignore[attr-defined]
    return workshop


def _find_workshop(request: HttpRequest) -> Workshop | None:
    match = request.resolver_match
    object_id = match.kwargs.get("object_id", "") if match else ""
    if object_id:
        return Workshop.objects.filter(contributions=int(object_id) if object_id.isdigit() else 0).first()
    asked = (
        request.POST.get("workshop") or request.GET.get("workshop") or request.session.get("workshop") or ""
    )
    if str(asked).isdigit() and (workshop := Workshop.objects.filter(pk=asked).first()):
        return workshop
    likely = {stage: place for place, stage in enumerate(OPEN_STAGES)}
    rows = list(Workshop.objects.filter(stage__in=OPEN_STAGES).latest_first())
    return min(rows, key=lambda row: likely[WorkshopStage(row.stage)], default=None)
