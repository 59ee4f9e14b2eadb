"""Browsers at the intake desk and on a committee's own page, and a form as a browser would send it."""

import pytest
from django.test import Client
from django.utils import timezone

from proceedings.models import Committee
from proceedings.vocabulary import WorkshopStage
from submissions.operations import links
from submissions.tokens import token_of

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


# --- a committee's own page ------------------------------------------------------------


@pytest.fixture
def committees(db):
    """Three committees of 2021."""
    return list(Committee.objects.filter(slug__in=["an-giang", "bac-ninh", "ha-noi"]).alphabetical())


@pytest.fixture
def living(workshop, secretary):
    """Make a link that lives today: ``living(committee)``; return it."""

    def issue(committee, days=30):
        return links.issue(
            workshop=workshop, committee=committee, days=days, actor=secretary, now=timezone.now()
        )

    return issue


@pytest.fixture
def own_link(living, bac_ninh):
    """The living link of Bắc Ninh."""
    return living(bac_ninh)


@pytest.fixture
def root(own_link):
    """The address of the page of Bắc Ninh."""
    return f"/submit/{token_of(own_link)}/"


@pytest.fixture
def visitor():
    """A browser that holds nothing but the address."""
    return Client()


@pytest.fixture
def collecting(workshop):
    """The workshop while it collects opinions."""
    type(workshop).objects.filter(pk=workshop.pk).update(stage=WorkshopStage.COLLECTING)
    workshop.refresh_from_db()
    return workshop
