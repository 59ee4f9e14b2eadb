"""The tag that lists a form's errors, each with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from django import template
from django.forms import BaseForm, BaseFormSet

register = template.Library()


@register.simple_tag
def error_links(form: BaseForm | BaseFormSet[BaseForm]) -> list[dict[str, str]]:
    """Every error of a form or of all forms of a set: its text and the address of its field on the page.

    Errors of no field have an empty address and come first.
    """
    if isinstance(form, BaseFormSet):
        own = [{"href": "", "text": str(error)} for error in form.non_form_errors()]
        return own + [link for each in form.forms for link in _links(each)]
    return list(_links(form))


def _links(form: BaseForm) -> Iterator[dict[str, str]]:
    for error in form.non_field_errors():
        yield {"href": "", "text": str(error)}
    for field in form.hidden_fields():
        yield from ({"href": "", "text": str(error)} for error in field.errors)
    for field in form.visible_fields():
        for error in field.errors:
            yield {"href": f"#{field.id_for_label}", "text": f"{field.label}: {error}"}
