"""The forms of splitting: what a span is, and who splits which contribution."""

from __future__ import annotations

from typing import Any, Final

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.desk.split_words import Choices, cut, with_choice
from proceedings.models import Theme, User, Workshop
from proceedings.models.points import LONGEST_SUMMARY
from proceedings.vocabulary import NoRequestReason, PointKind

#: What a span is that asks for nothing.
QUIET: Final = "no-request"
_KINDS: Final = [*PointKind.choices, (QUIET, _("Không nêu yêu cầu"))]


class SpanForm(DeskForm):
    """What a span is: an opinion of a kind about a place, with its proposed wording, or nothing that is asked."""

    act = "mark"
    button = _("Ghi")
    places = {"anchor": "place", "span": "start", "end": "start", "quote": "start"}

    start = forms.IntegerField(
        label=_("Từ câu"),
        min_value=0,
        error_messages={"required": _("Chọn câu đầu của ý kiến."), "invalid": _("Chọn lại câu đầu.")},
    )
    end = forms.IntegerField(
        label=_("Đến hết câu"),
        min_value=1,
        error_messages={"required": _("Chọn câu cuối của ý kiến."), "invalid": _("Chọn lại câu cuối.")},
    )
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=_KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn loại ý kiến.")},
    )
    place = forms.CharField(
        label=_("Điều khoản"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ “khoản 2 Điều 5”, hoặc vài chữ của điều. Để trống: ý kiến chung."),
        widget=forms.TextInput(attrs={"list": "places", "autocomplete": "off"}),
    )
    theme = forms.ModelChoiceField(
        label=_("hoặc nhóm vấn đề"),
        queryset=Theme.objects.none(),
        required=False,
        empty_label=_("(không)"),
    )
    wording = forms.CharField(
        label=_("Lời văn đề xuất"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    summary = forms.CharField(
        label=_("Tóm tắt một dòng"),
        required=False,
        max_length=LONGEST_SUMMARY,
        help_text=_("Để trống thì lấy những chữ đầu của đoạn."),
    )
    reason = forms.ChoiceField(
        label=_("Vì sao không nêu yêu cầu"),
        choices=NoRequestReason.choices,
        required=False,
        initial=NoRequestReason.OTHER,
    )

    def __init__(
        self, *args: Any, text: str, sentences: tuple[Choices, Choices], themes: list[Theme], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        starts, ends = sentences
        start, end = self._offset("start"), self._offset("end")
        inside = text[start or 0 : end or 0]
        for name, choices, value, words in (
            ("start", starts, start, cut(inside)),
            ("end", ends, end, cut(inside, last=True)),
        ):
            self.fields[name].widget = forms.Select(
                choices=[("", "—"), *with_choice(choices, value, words or f"… {value}")]
            )
        field = self.fields["theme"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
            field.choices = [("", field.empty_label), *((theme.pk, theme.title) for theme in themes)]

    @property
    def is_quiet(self) -> bool:
        """Tell whether the span asks for nothing."""
        return bool(self.cleaned_data["kind"] == QUIET)

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it; the script finds it by its id."""
        helper = super().helper
        helper.form_id = "span"
        return helper

    def _offset(self, name: str) -> int | None:
        value = self[name].value()
        return int(value) if str(value).isdecimal() and len(str(value)) < 9 else None


class AmendForm(SpanForm):
    """What a point is, said anew."""

    act = "amend"
    button = _("Ghi lại")


class AssignForm(DeskForm):
    """Who splits the contributions that were ticked, and by when."""

    act = "assign"
    button = _("Giao các văn bản đã chọn")
    places = {"assignee": "editor", "handover_note": "note"}

    editor = forms.ModelChoiceField(
        label=_("Người tách"),
        queryset=User.objects.none(),
        error_messages={"required": _("Chọn người tách.")},
    )
    due_on = forms.DateField(
        label=_("Hạn tách"),
        required=False,
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Ngày/tháng/năm, ví dụ 20/09/2021. Để trống nếu không đặt hạn."),
        error_messages={"invalid": _("Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 20/09/2021.")},
    )
    note = forms.CharField(label=_("Lời dặn"), required=False, max_length=500)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["editor"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = who_may_split()

    def told(self) -> dict[str, Any]:
        """Return what the operation takes."""
        return {name: self.cleaned_data[name] for name in ("editor", "due_on", "note")}

    @property
    def helper(self) -> FormHelper:
        """How crispy draws it; the ticks of the table belong to it by its id."""
        helper = super().helper
        helper.form_id = "assign"
        return helper


def who_may_split() -> Any:
    """Return the people who may make points, by name."""
    people = User.objects.with_perm(
        "proceedings.add_point", backend="django.contrib.auth.backends.ModelBackend"
    )
    return people.order_by("full_name", "username")


def themes_of(workshop: Workshop) -> list[Theme]:
    """Return the themes of a workshop in their order: one query."""
    return list(workshop.themes.order_by("position", "pk"))
