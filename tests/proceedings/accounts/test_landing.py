"""Where a person begins after signing in."""

import pytest
from django.utils import translation

from proceedings.accounts.landing import landing_of
from proceedings.accounts.rights import Role
from proceedings.models import Committee, Edition, Participation, Shelf, Workshop
from proceedings.vocabulary import WorkshopStage

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(workshop, secretary, now):
    """The workshop with an edition on the shelf."""
    edition = Edition.objects.create(
        workshop=workshop,
        number=1,
        audience="public",
        issued_at=now,
        issued_by=secretary,
        facts={},
        manifest="{}",
        manifest_sha256="0" * 64,
    )
    Shelf.objects.create(workshop=workshop, audience="public", edition=edition)
    return workshop


def test_staff_begin_in_the_register(editor):
    assert landing_of(editor) == "/admin/"


def test_delegate_begins_at_their_committee(published, delegate_bac_ninh, bac_ninh):
    Participation.objects.create(workshop=published, committee=bac_ninh)

    assert landing_of(delegate_bac_ninh) == "/workshops/hoi-thao-mau/committees/bac-ninh/"


def test_delegate_of_a_merged_committee_begins_at_its_forerunner(published, person, bac_ninh):
    Participation.objects.create(workshop=published, committee=bac_ninh)
    delegate = person("dai-bieu-2025", Role.DELEGATE, committee=Committee.objects.get(slug="bac-ninh-2025"))

    assert landing_of(delegate) == "/workshops/hoi-thao-mau/committees/bac-ninh/"


def test_delegate_whose_committee_was_not_asked_begins_at_the_workshop(published, delegate_other):
    assert landing_of(delegate_other) == "/workshops/hoi-thao-mau/"


def test_nothing_published_leads_home_in_the_language_of_the_page(workshop, delegate_other):
    with translation.override("en"):
        assert landing_of(delegate_other) == "/en/"


def test_delegate_who_is_asked_now_begins_where_they_hand_in(
    published, delegate_bac_ninh, delegate_other, bac_ninh
):
    Participation.objects.create(workshop=published, committee=bac_ninh)
    Workshop.objects.filter(pk=published.pk).update(stage=WorkshopStage.COLLECTING)

    assert landing_of(delegate_bac_ninh) == "/submit/"
    assert landing_of(delegate_other) == "/workshops/hoi-thao-mau/"
