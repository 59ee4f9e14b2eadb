"""The forms of a committee's own page: the files, and what was read of one of them."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from proceedings.admin.fields import DayField
from proceedings.vocabulary import ContributionForm
from submissions.models import Submission

#: What the dialogue of the browser offers first; the door judges by the bytes, never by the name.
OFFERED = ".docx,.doc,.pdf,.odt,.rtf,.txt,.xlsx,.csv,.zip,.eml,.jpg,.jpeg,.png,.tif,.tiff"
REQUIRED = {"required": _("Chọn ít nhất một tệp.")}


class ManyFiles(forms.ClearableFileInput):
    """A control that takes many files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files chosen together; whether each one is good is seen when it is read."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Return the files, and refuse when none was chosen."""
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class FilesForm(forms.Form):
    """Choose files and send them; ``form_token`` makes sending twice harmless."""

    documents = FilesField(
        label=_("Tệp văn bản"),
        help_text=_(
            "Chọn được nhiều tệp một lần: Word, PDF, bản chụp, Excel, thư đã lưu, tệp nén. Mỗi tệp tối đa 50 MB."
        ),
        error_messages=REQUIRED,
        widget=ManyFiles(attrs={"accept": OFFERED}),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it; the page draws the form's tag."""
        helper = FormHelper()
        helper.form_tag = False
        helper.form_error_title = str(_("Chưa gửi tệp nào lên. Cần sửa chỗ sau:"))
        helper.add_input(Submit("", _("Tải tệp lên")))
        return helper


class ReadForm(forms.ModelForm):  # type: ignore[type-arg]
    """What was read of one file, for its sender to correct."""

    document_on = DayField(
        label=_("Ngày văn bản"),
        required=False,
        localize=True,
        help_text=_("Ngày/tháng/năm, ví dụ 07/09/2021. Để trống nếu văn bản không ghi."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    form = forms.ChoiceField(
        label=_("Hình thức"),
        choices=[(form.value, form.label) for form in (ContributionForm.WRITTEN, ContributionForm.PAPER)],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Submission
        fields = ("symbol", "document_on", "title", "signer_name", "signer_post", "form")
        help_texts = {
            "symbol": _("Như trên văn bản, ví dụ 123-CV/TU. Để trống nếu văn bản không có."),
            "title": _("Dòng “V/v …” của công văn, hoặc tên bài tham luận."),
        }
        widgets = {"title": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("symbol", "signer_name", "signer_post"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it; the page draws the form's tag and what stands beside."""
        helper = FormHelper()
        helper.form_tag = False
        helper.add_input(Submit("", _("Lưu")))
        return helper
