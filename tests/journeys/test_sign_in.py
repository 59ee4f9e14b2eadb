"""Signing in and out, a wrong password, the other language."""

import pytest
from playwright.sync_api import expect

from tests.conftest import PASSWORD
from tests.journeys.conftest import WORKSHOP

pytestmark = pytest.mark.journey


def _sign_in(page, username, password):
    page.goto("/accounts/login/")
    page.fill("#id_login", username)
    page.fill("#id_password", password)
    page.keyboard.press("Enter")


def test_a_wrong_password_is_told_and_the_name_stays(open_site, visit):
    page = visit()

    _sign_in(page, "thu-ky", "không phải mật khẩu này")

    expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
    expect(page.locator("#id_login")).to_have_value("thu-ky")
    expect(page.locator("#id_password")).to_have_value("")


def test_staff_begin_in_the_register_and_sign_out_again(open_site, visit):
    page = visit()
    _sign_in(page, "thu-ky", PASSWORD)
    page.wait_for_url("**/admin/")

    page.get_by_role("button", name="Đăng xuất").click()

    page.wait_for_url("**/")
    page.goto("/admin/")
    assert "/accounts/login/" in page.url


def test_a_delegate_begins_at_the_own_committee(open_site, visit):
    page = visit(width=360)

    _sign_in(page, "dai-bieu@example.vn", PASSWORD)

    page.wait_for_url(f"**{WORKSHOP}committees/bac-ninh/")


def test_the_language_is_switched_on_the_same_page(open_site, visit):
    page = visit()
    page.goto(f"{WORKSHOP}contributions/5/")

    page.get_by_role("link", name="English").click()

    page.wait_for_url(f"**/en{WORKSHOP}contributions/5/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.url.endswith(f"{WORKSHOP}contributions/5/")
    assert "/en/" not in page.url
