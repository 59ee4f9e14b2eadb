"""Form fields that read what an office types: dates with the day first, pasted text, committees without accents."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.operations.refusals import Refused, within_limit
from proceedings.text.cleaning import Cleaned, clean_line, clean_text
from proceedings.text.dates import DateReason, WrongDate, parse_date

WRONG_DATES: Mapping[DateReason, str | Promise] = {
    DateReason.UNREADABLE: _("Không đọc được ngày “%(text)s”. Ghi ngày/tháng/năm, ví dụ 07/09/2021."),
    DateReason.NO_YEAR: _("Ngày “%(text)s” thiếu năm. Ghi đủ ngày/tháng/năm, ví dụ 07/09/2021."),
    DateReason.SHORT_YEAR: _("Ghi năm đủ bốn chữ số, ví dụ 07/09/2021 (đã nhập “%(text)s”)."),
    DateReason.YEAR_OUT_OF_RANGE: _("Năm trong “%(text)s” không hợp lý. Kiểm tra lại năm."),
    DateReason.NO_SUCH_MONTH: _(
        "Không có tháng %(month)s (đã nhập “%(text)s”). Ngày ghi trước, tháng ghi sau."
    ),
    DateReason.NO_SUCH_DAY: _("Tháng %(month)s/%(year)s không có ngày %(day)s (đã nhập “%(text)s”)."),
}


class DayField(forms.DateField):
    """A day as offices write it: 07/09/2021, 7/9/2021, 07.9.2021, 7-9-2021, “ngày 07 tháng 9 năm 2021”."""

    widget = AdminDateWidget

    def to_python(self, value: Any) -> datetime.date | None:
        """Read the day; the month is never taken for a day."""
        if not isinstance(value, str):
            return super().to_python(value)
        try:
            return parse_date(value)
        except WrongDate as wrong:
            if wrong.reason is DateReason.EMPTY:
                return None
            raise ValidationError(
                str(WRONG_DATES[wrong.reason]),
                code="invalid",
                params={"text": value[:40], "day": wrong.day, "month": wrong.month, "year": wrong.year},
            ) from wrong

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare days, not the ways of writing them."""
        try:
            return super().has_changed(self.to_python(initial) if isinstance(initial, str) else initial, data)
        except ValidationError:
            return True


class _CleanedField(forms.CharField):
    """Text as it was typed or pasted, without what nobody sees. Too long is told, never cut off by the browser."""

    cleaner: Callable[[str], Cleaned]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators = [
            rule for rule in self.validators if not isinstance(rule, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value: Any) -> str:
        """Clean the text as the record keeps it; refuse one that is too long."""
        try:
            return within_limit(type(self).cleaner, super().to_python(value) or "", field="")
        except Refused as refused:
            raise ValidationError(str(refused), code="too_long") from refused

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave the length to the server: a browser would cut a pasted text without a word."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class LineField(_CleanedField):
    """One line: a name, a title, a symbol."""

    cleaner = staticmethod(clean_line)


class TextField(_CleanedField):
    """Many lines, not a word of which is altered."""

    cleaner = staticmethod(clean_text)
    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"strip": False, **options})


class LinesField(forms.CharField):
    """A list of short texts, one per line: the posts of a delegate in protocol order."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self, **options: Any) -> None:
        options.pop("base_field", None)
        options.pop("max_length", None)
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """Show the list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Read the lines that are not blank."""
        lines = value if isinstance(value, list) else clean_text(value or "").text.splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare lists."""
        return self.to_python(initial) != self.to_python(data)
