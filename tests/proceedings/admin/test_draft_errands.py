import pytest

from proceedings.admin.draft_errands import errands_of
from proceedings.operations.lineage_proposals import propose_from_engine

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(secretary, client_of):
    """A secretary's browser."""
    return client_of(secretary)


def test_first_page_leads_to_the_draft_that_is_worked_on(desk, drafting):
    assert "Dự thảo đang soạn" not in desk.get("/admin/").content.decode()

    drafting.start()
    html = desk.get("/admin/").content.decode()

    assert '<a href="/desk/drafts/hoi-thao-mau/quy-dinh/outline/"><span>Dự thảo đang soạn</span></a>' in html


def test_first_page_leads_to_what_waits_to_be_confirmed(desk, drafting, by):
    drafting.start()
    drafting.issue(acknowledged=True)
    drafting.next()
    waiting = len(propose_from_engine(draft=drafting.issue(acknowledged=True), **by))

    html = desk.get("/admin/").content.decode()

    assert f'<a href="/desk/drafts/hoi-thao-mau/quy-dinh/2/lineage/"><b>{waiting}</b>' in html


def test_page_of_the_workshop_leads_to_its_drafts(desk, workshop):
    html = desk.get(f"/admin/proceedings/workshop/{workshop.pk}/change/").content.decode()

    assert 'href="/desk/drafts/hoi-thao-mau/"' in html


def test_delegate_waits_for_nothing(drafting, delegate_bac_ninh):
    drafting.start()

    assert list(errands_of(delegate_bac_ninh)) == []
