import pytest
from django.test import Client
from django.utils import timezone

from proceedings.models import Committee
from proceedings.vocabulary import WorkshopStage
from submissions.operations import links
from submissions.tokens import token_of


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
