"""The forms of the queue: hand points over, keep a query under a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.models import User
from proceedings.queries.point_filters import NONE
from proceedings.queries.point_queue import Choice


class AssignForm(DeskForm):
    """To whom the chosen points go, by when, with which words; the boxes of the table belong to it."""

    act = "assign"
    button = _("Giao các ý kiến đã chọn")

    everything = forms.BooleanField(required=False)
    assignee = forms.ChoiceField(
        label=_("Giao cho"), error_messages={"required": _("Chọn người xử lý, hoặc chọn trả về chưa giao.")}
    )
    due_on = forms.DateField(
        label=_("Hạn xử lý"),
        required=False,
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Ngày/tháng/năm, ví dụ 07/09/2021. Để trống nếu không đặt hạn."),
        error_messages={"invalid": _("Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 07/09/2021.")},
    )
    handover_note = forms.CharField(
        label=_("Lời dặn"),
        required=False,
        max_length=500,
        help_text=_("Người nhận đọc lời này ở đầu danh sách và ở từng ý kiến."),
    )

    def __init__(self, *args: Any, people: Iterable[Choice], total: int, **options: Any) -> None:
        super().__init__(*args, hidden={"total": total}, **options)
        named = [(each.value, each.label) for each in people]
        nobody = (NONE, gettext("Không giao ai, trả về “Chưa giao”"))
        self.fields["assignee"].choices = [("", gettext("Chọn người")), *named, nobody]  # type: ignore[attr-defined]
        words = gettext("Cả %(count)s ý kiến của danh sách này, ở mọi trang") % {"count": total}
        self.fields["everything"].label = words

    @property
    def helper(self) -> FormHelper:
        """The boxes of the table name this form by its id."""
        helper = super().helper
        helper.form_id = "assign-form"
        return helper

    def person(self) -> User | None:
        """Return the person that was chosen; nobody where the points are to be free again."""
        name = self.cleaned_data["assignee"]
        return None if name == NONE else User.objects.get(username=name)


class SaveForm(DeskForm):
    """The name under which a query is kept."""

    act = "save"
    button = _("Lưu bộ lọc")

    name = forms.CharField(
        label=_("Tên bộ lọc"), max_length=100, error_messages={"required": _("Đặt tên cho bộ lọc.")}
    )
    is_shared = forms.BooleanField(label=_("Cho cả tổ cùng dùng"), required=False)
