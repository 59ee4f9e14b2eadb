"""What the tests of the register share: signed-in browsers and a form as a browser would send it."""

import pytest

ADD = "/admin/proceedings/contribution/add/"
REGISTRY = "/admin/proceedings/contribution/"


@pytest.fixture
def desk(secretary, client_of):
    """A secretary's browser."""
    return client_of(secretary)


def posted(page, **changes):
    """Return what a browser would send of an admin form, with some boxes filled in."""
    form = page.context["adminform"].form
    data = {name: _value(form[name]) for name in form.fields if _value(form[name]) is not None}
    for name in form.fields:
        if form.fields[name].show_hidden_initial:
            data[f"initial-{name}"] = _hidden(form[name])
    for inline in page.context["inline_admin_formsets"]:
        for part in (inline.formset.management_form, *inline.formset.forms):
            data |= {
                part.add_prefix(name): value
                for name in part.fields
                if (value := _value(part[name])) is not None
            }
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def _value(bound):
    value = bound.value()
    if value is False:
        return None
    value = bound.field.prepare_value(value)
    if value is None:
        return ""
    return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") and hasattr(value, "year") else value


def _hidden(bound):
    value = bound.field.prepare_value(bound.form.get_initial_for_field(bound.field, bound.name))
    return "" if value is None else str(value)


__all__ = ["ADD", "REGISTRY", "desk", "posted"]
