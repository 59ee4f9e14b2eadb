"""Choosing a committee by typing its name, with or without accents."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from proceedings.models import Committee
from proceedings.text.folding import fold


def label(committee: Committee) -> str:
    """Name a committee with its period, so that two of one name are told apart."""
    if committee.valid_to:
        return f"{committee.full_name} (đến {committee.valid_to:%d/%m/%Y})"
    if committee.valid_from:
        return f"{committee.full_name} (từ {committee.valid_from:%d/%m/%Y})"
    return committee.full_name


class Directory:
    """All committees, read once per page: those in force on a day come first."""

    def __init__(self, day: datetime.date) -> None:
        self.day = day
        self.is_listed = False

    @cached_property
    def committees(self) -> list[Committee]:
        """The committees, those in force on the day first, each half in alphabetical order."""
        rows = list(Committee.objects.alphabetical())
        return sorted(rows, key=lambda committee: not committee.is_in_force_on(self.day))

    @cached_property
    def by_pk(self) -> dict[int, Committee]:
        """The committees by primary key."""
        return {committee.pk: committee for committee in self.committees}

    def find(self, text: str, *, day: datetime.date | None) -> list[Committee]:
        """Return the committees that a typed text can mean; a full label means one, a name those of its day."""
        exact = [committee for committee in self.committees if label(committee) == text and "(" in text]
        if exact:
            return exact
        wanted = fold(text)
        named = [c for c in self.committees if wanted in {fold(c.full_name), fold(c.name), fold(label(c))}]
        near = named or [
            c for c in self.committees if all(w in fold(label(c)).split() for w in wanted.split())
        ]
        in_force = [committee for committee in near if committee.is_in_force_on(day or self.day)]
        return in_force or near


class CommitteeInput(forms.TextInput):
    """A text box with the list of committees below it; the list stands once on a page, whatever asks for it."""

    template_name = "admin/widgets/committee.html"
    directory: Directory | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"autocomplete": "off", "spellcheck": "false", "class": "vTextField", **(attrs or {})}
        )

    class Media:
        js = ["register/combobox.js"]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the options, those not in force on the day marked."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = "committees"
        if self.directory and not self.directory.is_listed:
            self.directory.is_listed, day = True, self.directory.day
            context["options"] = [
                (label(committee), committee.is_in_force_on(day)) for committee in self.directory.committees
            ]
        return context


class CommitteeField(forms.Field):
    """A committee by its name; ``day`` decides between two of one name (the day of the document)."""

    widget = CommitteeInput
    default_error_messages = {
        "unknown": _("Không có cấp ủy nào tên “%(text)s”. Gõ tên tỉnh, thành phố, có dấu hoặc không dấu."),
        "ambiguous": _("“%(text)s” có thể là: %(candidates)s. Chọn một tên trong danh sách."),
    }

    def __init__(self, *, directory: Directory, **options: Any) -> None:
        super().__init__(**options)
        self.directory = self.widget.directory = directory
        self.day: datetime.date | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> CommitteeField:
        copied: CommitteeField = super().__deepcopy__(memo)
        copied.widget.directory = self.directory
        return copied

    def prepare_value(self, value: Any) -> Any:
        """Show a committee by its label."""
        if isinstance(value, Committee):
            return label(value)
        if isinstance(value, int):
            return label(self.directory.by_pk[value])
        return value

    def to_python(self, value: Any) -> Committee | None:
        """Find the one committee that is meant."""
        if isinstance(value, Committee) or value in self.empty_values:
            return value or None
        text = str(value).strip()
        found = self.directory.find(text, day=self.day)
        if len(found) == 1:
            return found[0]
        raise self._refusal(text, found)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare committees."""
        try:
            chosen = self.to_python(data)
        except ValidationError:
            return True
        before = getattr(initial, "pk", initial) or None
        return before != (chosen.pk if chosen else None)

    def _refusal(self, text: str, found: Sequence[Committee]) -> ValidationError:
        code = "ambiguous" if found else "unknown"
        names = "; ".join(label(committee) for committee in found[:6])
        return ValidationError(
            self.error_messages[code], code=code, params={"text": text[:60], "candidates": names}
        )
