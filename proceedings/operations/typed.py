"""What people typed into the fields of a row: cleaned, and pointing at parts of its own workshop only."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from proceedings.operations.refusals import Refused, within_limit
from proceedings.text.cleaning import Cleaned, clean_line, clean_text


def clean_typed(row: models.Model) -> None:
    """Bring every text that a person types into the form in which it is kept.

    Only composition (NFC), line ends, blanks at the ends and invisible signs are touched, never a word (law 5).
    Slugs, choices, keys and what nobody types stay. Refuses a text over the limit, naming its field.
    """
    for field in row._meta.concrete_fields:
        if clean := _cleaner_of(field):
            value = getattr(row, field.attname)
            if isinstance(value, list):
                lines = (within_limit(clean, str(line), field=field.name) for line in value)
                setattr(row, field.attname, [line for line in lines if line])
            elif isinstance(value, str):
                setattr(row, field.attname, within_limit(clean, value, field=field.name))


def refuse_foreign_parts(row: models.Model) -> None:
    """Refuse a row that points at a part (a theme, a site, a person, a line) of another workshop than its own."""
    workshop_id = getattr(row, "workshop_id", None)
    for field in row._meta.concrete_fields if workshop_id else ():
        part = getattr(row, field.name) if isinstance(field, models.ForeignKey) else None
        if getattr(part, "workshop_id", workshop_id) != workshop_id:
            raise Refused(
                _("“%(part)s” thuộc hội thảo khác. Chọn lại trong hội thảo này."),
                field=field.name,
                part=str(part),
            )


def _cleaner_of(field: models.Field[object, object]) -> Callable[[str], Cleaned] | None:
    if field.choices or not field.editable or field.name.endswith("_key"):
        return None
    if isinstance(field, models.TextField):
        return clean_text
    is_line = isinstance(field, models.CharField | ArrayField) and not isinstance(field, models.SlugField)
    return clean_line if is_line else None
