"""A reader in a draft: contents, permalinks, what changed, both drafts beside each other, all without a script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WORKSHOP

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


def test_a_reader_finds_a_provision_cites_it_and_sees_what_changed(published, visit):
    page = visit()
    page.goto(WORKSHOP)
    page.get_by_role("link", name="Dự thảo", exact=True).click()
    page.get_by_role("navigation", name="Mục lục").get_by_role("link", name="Điều 5.").click()
    expect(page.locator("#dieu-5")).to_be_in_viewport()

    clause = page.locator('[id="dieu-5.khoan-2.diem-đ"]')
    clause.hover()
    clause.get_by_role("link", name="Đường dẫn tới điểm đ khoản 2 Điều 5").click()

    assert page.url.endswith("/draft/2/#dieu-5.khoan-2.diem-%C4%91")
    expect(clause.get_by_text("điểm đ khoản 2 Điều 5, Dự thảo lần 2")).to_be_visible()
    expect(page.get_by_text("khoản 3 Điều 5, Dự thảo lần 2")).to_be_hidden()

    clause.get_by_role("link", name="Bổ sung").click()
    assert page.url.endswith("/draft/1/redline/2/#dieu-5.khoan-2.diem-%C4%91")
    expect(page.locator('[id="dieu-5.khoan-2.diem-đ"] ins')).to_be_visible()


def test_contents_follow_at_a_desk_and_fold_on_a_phone(published, visit):
    desk, phone = visit(), visit(width=360)

    desk.goto(f"{WORKSHOP}draft/2/#dieu-15")
    expect(desk.get_by_role("navigation", name="Mục lục")).to_be_in_viewport()

    phone.goto(f"{WORKSHOP}draft/2/")
    contents = phone.get_by_role("navigation", name="Mục lục")
    expect(contents).to_be_hidden()
    phone.locator("summary", has_text="Mục lục").click()
    expect(contents).to_be_visible()


def test_both_drafts_stand_beside_each_other_at_a_choice(published, visit):
    page = visit()
    page.goto(f"{WORKSHOP}draft/1/redline/2/")
    before, after = page.locator(".redline-before").first, page.locator(".redline-after").first
    expect(before).to_be_hidden()

    page.get_by_text("Hai cột").click()

    expect(before).to_be_visible()
    assert before.bounding_box()["y"] == after.bounding_box()["y"]
    assert before.bounding_box()["x"] < after.bounding_box()["x"]


def test_two_columns_are_readable_on_a_phone(published, visit):
    page = visit(width=320)
    page.goto(f"{WORKSHOP}draft/1/redline/2/")
    page.get_by_text("Hai cột").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".redline-before").first.bounding_box()["width"] > 200
