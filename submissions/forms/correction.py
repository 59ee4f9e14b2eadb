"""The fields of one submission: what the machine found, how sure it is, and what a person makes of it."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.admin.committee_field import CommitteeField, Directory
from proceedings.admin.fields import DayField, LineField, TextField
from proceedings.admin.operated import OperatedForm
from proceedings.operations.refusals import Refused
from submissions.forms.candidates import FoundField, Unfolding
from submissions.forms.twins import Twin, twins_of
from submissions.models import Submission
from submissions.readers.document import Kind, Problem
from submissions.vocabulary import Wording

#: Problems and doubts after which a person says by name that a document holds no secret: no machine has read all of it.
UNREAD = frozenset({Problem.NO_TEXT, Problem.DISPUTED_TEXT, Problem.RECOGNISED})
IN_DOUBT = frozenset({"mark_in_doubt", "low_confidence", "pages_without_text", "not_recognised"})

MAIN = ("committee", "symbol", "document_on", "title", "form")
FURTHER = (
    "body_kind", "body_name", "author_name", "signer_name", "signer_post", "received_on", "stance", "theme",
    "circulation", "summary",
)  # fmt: skip


class CorrectionForm(OperatedForm):
    """One submission as it will be registered."""

    twin = forms.ChoiceField(label=gettext_lazy("Hồ sơ trùng"), required=False, widget=forms.RadioSelect)
    is_not_secret = forms.BooleanField(
        label=gettext_lazy("Tôi đã xem và xác nhận tài liệu không chứa bí mật nhà nước"), required=False
    )

    class Meta:
        model = Submission
        fields = (*MAIN, *FURTHER, "wording")
        field_classes = {
            "symbol": LineField,
            "document_on": DayField,
            "received_on": DayField,
            "title": LineField,
            "body_name": LineField,
            "author_name": LineField,
            "signer_name": LineField,
            "signer_post": LineField,
            "summary": TextField,
        }
        widgets = {
            "document_on": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "received_on": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "title": forms.Textarea(attrs={"rows": 3}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "wording": forms.RadioSelect,
        }

    def __init__(
        self,
        *args: Any,
        directory: Directory,
        is_confirming: bool = False,
        refusal: Refused | None = None,
        **options: Any,
    ) -> None:
        self.refusal, self.is_confirming = refusal, is_confirming
        options.setdefault("label_suffix", "")
        self.base_fields["committee"] = CommitteeField(
            directory=directory, required=False, label=capfirst(_("cấp ủy"))
        )
        super().__init__(*args, **options)
        self.directory = directory
        self.twins: list[Twin] = twins_of(self.instance)
        self._set_the_page()

    @property
    def needs_clearance(self) -> bool:
        """Tell whether a person must say by name that the document holds no secret (law 6)."""
        codes = {flag["code"] for flag in self.instance.flags}
        return (
            self.instance.problem in UNREAD
            or self.instance.kind == Kind.IMAGE
            or bool(codes & IN_DOUBT)
            or bool(self.instance.facts.get("page_confidences"))
        )

    @property
    def chosen_twin(self) -> Twin | None:
        """The choice among duplicates, None where there is none to make."""
        return next((twin for twin in self.twins if twin.key == self.cleaned_data.get("twin")), None)

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it: the main fields, each with what was found; the others unfold."""
        helper = FormHelper()
        helper.form_tag = False
        helper.form_error_title = str(_("Chưa lưu. Những gì đã nhập vẫn còn dưới đây; cần sửa các chỗ sau:"))
        helper.layout = Layout(
            "version",
            *(("twin",) if self.twins else ()),
            *(FoundField(name) for name in MAIN),
            *(("wording",) if "wording" in self.fields else ()),
            Unfolding(_("Thông tin thêm"), *(FoundField(name) for name in FURTHER if name in self.fields)),
            *(("is_not_secret",) if self.needs_clearance else ()),
        )
        return helper

    def _set_the_page(self) -> None:
        committee = self.fields["committee"]
        committee.day = self.document_day  # type: ignore[attr-defined]
        self.fields["theme"].queryset = self.instance.batch.workshop.themes.order_by("position", "pk")  # type: ignore[attr-defined]
        self.fields["body_kind"].help_text = _("Khi người gửi không phải Tỉnh ủy, Thành ủy.")
        for name in ("document_on", "received_on"):
            self.initial[name] = formats.localize_input(self.initial.get(name)) or ""
        views = {Wording.ORIGINAL: self.instance.original_text, Wording.MARKED: self.instance.marked_text}
        if any(views.values()):
            self.fields["wording"].choices = [  # type: ignore[attr-defined]
                choice for choice in Wording.choices if choice[0] not in views or views[Wording(choice[0])]
            ]
            self.fields["wording"].help_text = _("Tài liệu có chỗ sửa còn theo dõi (Track Changes).")
        else:
            del self.fields["wording"]
        if self.twins:
            self.fields["twin"].choices = [(twin.key, twin.words) for twin in self.twins]  # type: ignore[attr-defined]
            self.initial["twin"] = next((twin.key for twin in self.twins if twin.is_current), "")
        else:
            del self.fields["twin"]
        if self.needs_clearance:
            self.fields["is_not_secret"].show_hidden_initial = False
            self.fields["is_not_secret"].help_text = _("Bắt buộc khi xác nhận; ghi cùng tên người xác nhận.")
        else:
            del self.fields["is_not_secret"]

    def clean(self) -> dict[str, Any]:
        """Ask for what confirming needs beyond the operation's refusals: a word on secrets, a choice on twins."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("committee") and cleaned.get("body_name"):
            cleaned["body_name"] = ""
        if self.is_confirming and "is_not_secret" in self.fields and not cleaned.get("is_not_secret"):
            self.add_error(
                "is_not_secret",
                ValidationError(_("Máy chưa đọc hết tài liệu này: xem bản gốc rồi đánh dấu vào ô xác nhận.")),
            )
        if self.is_confirming and self.twins and not cleaned.get("twin"):
            self.add_error("twin", ValidationError(_("Chọn cách xử lý hồ sơ trùng.")))
        return cleaned
