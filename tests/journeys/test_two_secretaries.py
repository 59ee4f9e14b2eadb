"""Two people edit one document: the second sees both texts, and neither is lost."""

import pytest
from playwright.sync_api import expect

from proceedings.models import Contribution
from tests.journeys.conftest import founding

pytestmark = pytest.mark.journey


@pytest.fixture
def two_windows(open_site, visit):
    """The same form, open at two secretaries' desks."""
    row = Contribution.objects.in_workshop(founding()).get(number=5)
    first, second = visit(as_="thu-ky"), visit(as_="thu-ky-hai")
    for page in (first, second):
        page.goto(f"/admin/proceedings/contribution/{row.pk}/change/")
    return row, first, second


def test_the_second_sees_both_texts_and_nothing_is_lost(two_windows):
    row, first, second = two_windows
    first.fill("#id_title", "Nhan đề của người thứ nhất")
    first.fill("#id_symbol", "501-CV/TU")
    first.click("input[name=_save]")
    expect(first.locator("ul.messagelist")).to_be_visible()

    second.fill("#id_title", "Nhan đề của người thứ hai")
    second.click("input[name=_save]")

    comparison = second.locator(".comparison")
    expect(comparison).to_contain_text("Thư ký Mẫu")
    expect(comparison).to_contain_text("Nhan đề của người thứ nhất")
    expect(comparison).to_contain_text("Nhan đề của người thứ hai")
    expect(second.locator("#id_title")).to_have_value("Nhan đề của người thứ hai")
    expect(second.locator("#id_symbol")).to_have_value("501-CV/TU")
    row.refresh_from_db()
    assert row.title == "Nhan đề của người thứ nhất"


def test_saving_again_is_a_decision_and_keeps_the_others_fields(two_windows):
    row, first, second = two_windows
    first.fill("#id_symbol", "501-CV/TU")
    first.click("input[name=_save]")
    expect(first.locator("ul.messagelist")).to_be_visible()
    second.fill("#id_title", "Nhan đề của người thứ hai")
    second.click("input[name=_save]")
    expect(second.locator(".comparison")).to_be_visible()

    second.click("input[name=_save]")

    expect(second.locator("ul.messagelist")).to_be_visible()
    row.refresh_from_db()
    assert (row.title, row.symbol) == ("Nhan đề của người thứ hai", "501-CV/TU")
