"""A secretary's browser at the intake desk, and a form as a browser would send it."""

import pytest

DESK = "/desk/intake/hoi-thao-mau/"


@pytest.fixture
def desk(secretary, client_of):
    """A secretary's browser."""
    return client_of(secretary)


@pytest.fixture
def onlooker(editor, client_of):
    """An editor's browser: it sees everything and changes nothing."""
    return client_of(editor)


@pytest.fixture
def doubtful(on_table):
    """Put a document on the table in which neither sender nor number is found: ``doubtful("a.txt")``."""

    def put(name="khong-dau.txt"):
        row = on_table(name, f"VĂN BẢN MẪU\nMột văn bản mẫu không có phần đầu, tệp {name}.".encode())
        assert row.state == "doubtful"
        return row

    return put


def posted(page, **changes):
    """Return what a browser would send of the form of one submission, with some boxes filled in."""
    form = page.context["form"]
    data = {}
    for name in form.fields:
        data[name] = _shown(form[name])
        if form.fields[name].show_hidden_initial:
            value = form[name].field.prepare_value(form.get_initial_for_field(form[name].field, name))
            data[f"initial-{name}"] = "" if value is None else str(value)
    data |= changes
    return {name: value for name, value in data.items() if value is not None and value is not False}


def _shown(bound):
    value = bound.field.prepare_value(bound.value())
    return "" if value is None else value


__all__ = ["DESK", "desk", "doubtful", "onlooker", "posted"]
