"""The forms about a consulted text: enter it, and say which document it became."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from proceedings.desk.forms import DeskForm
from proceedings.text.folding import fold
from proceedings.vocabulary import Family


class TextForm(DeskForm):
    """A new text under consultation."""

    act = "add"
    button = _("Thêm văn bản")

    title = forms.CharField(label=_("Tên văn bản"), error_messages={"required": _("Ghi tên văn bản.")})
    family = forms.ChoiceField(
        label=_("Hệ thể thức"),
        choices=Family.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn hệ thể thức.")},
    )
    slug = forms.SlugField(
        label=_("Định danh trong địa chỉ"),
        required=False,
        help_text=_("Chữ không dấu, số và gạch nối, ví dụ quy-dinh. Để trống thì lấy theo tên."),
        error_messages={"invalid": _("Chỉ dùng chữ không dấu, số và gạch nối.")},
    )

    def clean(self) -> dict[str, Any]:
        """Make the slug from the title where none was typed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("title") and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = slug_of(cleaned["title"])
        return cleaned

    def told(self) -> dict[str, Any]:
        """Return what the operation takes."""
        return {name: self.cleaned_data[name] for name in ("title", "family", "slug")}


class IssuedForm(DeskForm):
    """The document that a text became in the end."""

    button = _("Ghi văn bản ban hành")
    places = {"on": "issued_on"}

    issued_symbol = forms.CharField(
        label=_("Số, ký hiệu"),
        help_text=_("Như trên văn bản, ví dụ 123-QĐ/TW hoặc 30/2020/NĐ-CP."),
        error_messages={"required": _("Ghi số, ký hiệu.")},
    )
    issued_on = forms.DateField(
        label=_("Ngày ban hành"),
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Ngày/tháng/năm, ví dụ 07/09/2021."),
        error_messages={
            "required": _("Ghi ngày ban hành."),
            "invalid": _("Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 07/09/2021."),
        },
    )
    issued_title = forms.CharField(label=_("Tên văn bản"), error_messages={"required": _("Ghi tên văn bản.")})


def slug_of(title: str) -> str:
    """Return a short address for a title: its first words without accents."""
    return slugify(fold(title))[:60].strip("-") or "van-ban"
