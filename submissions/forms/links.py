"""The form by which the secretariat makes links."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.operations.links import LONGEST_DAYS

USUAL_DAYS = 30


class IssueForm(forms.Form):
    """For how many days the links are to live."""

    days = forms.IntegerField(
        label=_("Thời hạn (số ngày)"),
        initial=USUAL_DAYS,
        min_value=1,
        max_value=LONGEST_DAYS,
        help_text=_("Từ 1 đến 120 ngày. Liên kết cũ còn hạn của cấp ủy được chọn sẽ bị thu hồi."),
        error_messages={
            "required": _("Ghi số ngày."),
            "invalid": _("Ghi số ngày bằng chữ số."),
            "min_value": _("Chọn thời hạn từ 1 đến 120 ngày."),
            "max_value": _("Chọn thời hạn từ 1 đến 120 ngày."),
        },
    )
