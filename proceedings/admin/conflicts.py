"""Two people changed one row: both texts side by side, and a form in which neither is lost."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils import formats
from django.utils.translation import gettext as _

from proceedings.queries.history import last_act


@dataclass(frozen=True)
class Difference:
    """One field: what is typed here, what is saved, and whether the saved text was taken over."""

    label: str
    yours: str
    theirs: str
    is_taken_over: bool


@dataclass(frozen=True)
class Comparison:
    """Who saved in between, when, and every field in which the two differ."""

    actor: str
    at: datetime.datetime | None
    differences: tuple[Difference, ...]


def reconcile(form: forms.ModelForm[Any], theirs: models.Model) -> Comparison:
    """Rebuild a refused form on top of the saved row and return what differs.

    Fields that were not touched here take what was saved meanwhile; touched ones keep what was typed. The form then
    stands at the saved version, so that saving it again is a decision made with both texts in sight.
    """
    posted: Any = form.data
    data: QueryDict = posted.copy()
    saved = model_to_dict(theirs)
    differences = [
        difference
        for name in form.fields
        if name in saved and (difference := _reconcile_field(form, name, saved[name], data))
    ]
    data["version"] = str(theirs.version)  # type: ignore[attr-defined]
    form.data = data
    act = last_act(theirs)
    return Comparison(act.actor if act else "", act.at if act else None, tuple(differences))


def _reconcile_field(form: forms.ModelForm[Any], name: str, saved: Any, data: QueryDict) -> Difference | None:
    bound: Any = form[name]
    is_touched = bound._has_changed()
    if not bound.field.has_changed(saved, bound.data):
        difference = None
    else:
        difference = Difference(
            label=str(bound.label),
            yours=_in_words(bound.field, bound.data),
            theirs=_in_words(bound.field, saved),
            is_taken_over=not is_touched,
        )
    _post(data, form.add_initial_prefix(name), bound.field, saved, is_hidden=True)
    if not is_touched:
        _post(data, form.add_prefix(name), bound.field, saved)
    return difference


def _post(data: QueryDict, key: str, field: forms.Field, value: Any, *, is_hidden: bool = False) -> None:
    value = field.prepare_value(value)
    if isinstance(field, forms.BooleanField) and not is_hidden:
        data.pop(key, None)
        if value:
            data[key] = "on"
        return
    data[key] = (
        "" if value is None else formats.localize_input(value) if not isinstance(value, bool) else str(value)
    )


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ChoiceField):
        return next((str(label) for key, label in _flat(field) if str(key) == str(value or "")), "")
    if isinstance(field, forms.BooleanField):
        return _("có") if value and value != "False" else _("không")
    shown = field.prepare_value(value)
    return "" if shown is None else formats.localize_input(shown)


def _flat(field: Any) -> Any:
    for key, label in field.choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
