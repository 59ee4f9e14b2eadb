"""The chief of the editors approves with the keyboard alone: looks, approves, takes it back, approves again."""

import pytest
from playwright.sync_api import expect

from proceedings.models import Response
from tests.journeys import queued_sample

pytestmark = pytest.mark.journey
ROOT = f"/desk/queue/{queued_sample.WORKSHOP}/approve/"


def approved():
    return Response.objects.filter(workshop__slug=queued_sample.WORKSHOP, state="approved").count()


def approve_two(page):
    page.goto(ROOT)
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator("#batch-form [data-chosen]")).to_have_text("đã chọn 2")
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Xem trước khi duyệt")
    expect(page.locator("button[autofocus]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Đợt duyệt 2 nội dung")


def test_a_batch_is_approved_taken_back_and_approved_again_with_the_keyboard(open_site, visit):
    page, before = visit(as_="to-truong"), approved()

    approve_two(page)
    assert approved() == before + 2
    page.get_by_role("button", name="Hoàn tác cả đợt").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("2 nội dung trở lại chờ duyệt")
    assert approved() == before
    approve_two(page)

    assert approved() == before + 2


def test_keys_are_told_and_can_be_switched_off(open_site, visit):
    page = visit(as_="to-truong")
    page.goto(ROOT)

    page.keyboard.press("?")
    page.get_by_label("Tắt phím tắt trên máy này").check()
    page.reload()
    page.keyboard.press("j")

    expect(page.locator("[data-row]:focus")).to_have_count(0)
    expect(page.locator("#batch-form kbd")).to_be_hidden()
