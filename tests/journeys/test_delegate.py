"""A delegate on a phone, without JavaScript, finds what a committee said in two touches from the first page."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WORKSHOP

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

COMMITTEE = f"{WORKSHOP}committees/bac-ninh/"


@pytest.fixture
def phone(published, visit):
    """A phone whose browser runs no script, at the first page."""
    page = visit(width=360, height=780, java_script_enabled=False, has_touch=True, is_mobile=True)
    page.goto("/")
    return page


def test_the_tile_leads_to_the_committees_contribution(phone):
    phone.get_by_role("list", name="Mỗi ô là một cấp ủy").get_by_role("link", name="Bắc Ninh").tap()
    phone.wait_for_url(f"**{COMMITTEE}")

    _open_the_first_contribution(phone)


def test_the_name_leads_to_the_committees_contribution(phone):
    index = phone.get_by_role("navigation", name="Cấp ủy theo thứ tự chữ cái")
    index.get_by_role("link", name="Bắc Ninh", exact=True).tap()
    phone.wait_for_url(f"**{COMMITTEE}")

    _open_the_first_contribution(phone)


def test_the_table_twin_of_the_map_leads_there_too(phone):
    phone.get_by_text("Xem dạng bảng").first.tap()

    phone.get_by_role("rowheader", name="Bắc Ninh").get_by_role("link").tap()

    phone.wait_for_url(f"**{COMMITTEE}")


def _open_the_first_contribution(phone):
    phone.locator("section[aria-labelledby=documents-heading] a").first.tap()
    phone.wait_for_url(f"**{WORKSHOP}contributions/*/")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    expect(phone.get_by_role("article").first).to_contain_text("Bắc Ninh")
    expect(phone.locator("#p1")).to_be_visible()
