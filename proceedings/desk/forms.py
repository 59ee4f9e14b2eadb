"""The manner of every form of the workbench: what an operation refused stands at the field it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext

from proceedings.operations.refusals import Invalid, Refused


class DeskForm(forms.Form):
    """A form for one act; several may stand on a page, each with ids of its own."""

    act: str = ""
    button: str | Promise = ""
    #: The operation's names of fields, where the form has others.
    places: Mapping[str, str] = {}

    def __init__(
        self, *args: Any, action: str = "", hidden: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        options.setdefault("label_suffix", "")
        if self.act:
            options.setdefault("auto_id", f"{self.act}-%s")
        super().__init__(*args, **options)
        self.action = action
        for name, value in {"act": self.act, **(hidden or {})}.items():
            if value != "":
                self.fields[name] = forms.CharField(widget=forms.HiddenInput, initial=value, required=False)

    def refuse(self, refusal: Refused) -> None:
        """Show what an operation refused: at the fields that it names, or above all of them."""
        if isinstance(refusal, Invalid):
            for name, reasons in refusal.errors.items():
                for reason in reasons:
                    self.add_error(self._place(name), reason)
        else:
            self.add_error(self._place(refusal.field), str(refusal))

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it: errors on top, fields, one button."""
        helper = FormHelper()
        helper.form_action = self.action
        helper.attrs = {"novalidate": ""}
        helper.form_error_title = gettext("Chưa làm. Những gì đã nhập vẫn còn dưới đây; cần sửa các chỗ sau:")
        if self.button:
            helper.add_input(Submit("", str(self.button)))
        return helper

    def _place(self, name: str | None) -> str | None:
        name = self.places.get(name or "", name)
        return name if name in self.fields else None
