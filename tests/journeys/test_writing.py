"""Writing in the browser: it saves by itself, two editors never overwrite each other, no typed character is lost."""

import re

import pytest
from playwright.sync_api import expect

from proceedings.models import Provision
from tests.journeys import drafted_sample

pytestmark = pytest.mark.journey
ROOT = f"/desk/drafts/{drafted_sample.WORKSHOP}/{drafted_sample.TEXT}/write/"


@pytest.fixture
def address(open_site):
    """The address of an article of the draft in work."""
    return f"{ROOT}{drafted_sample.article().pk}/"


@pytest.fixture
def window(visit, address):
    """A window of a person, at that article."""

    def open_at(name, **options):
        page = visit(as_=name, **options)
        page.goto(address)
        return page

    return open_at


def saved():
    row = drafted_sample.article()
    return [each.text for each in Provision.objects.filter(parent=row).order_by("position")]


def add(page, line):
    page.locator("#text").press("Control+End")
    page.locator("#text").press_sequentially(f"\n{line}")


def test_what_is_typed_saves_by_itself_and_shows_its_redline(window):
    page = window("bien-tap")

    add(page, "3. Công khai, minh bạch.")

    expect(page.locator("#saving")).to_contain_text("Đã lưu lúc")
    expect(page.locator("#redline ins").first).to_contain_text("3. Công khai, minh bạch.")
    assert saved()[-1] == "Công khai, minh bạch."


def test_two_editors_see_both_texts_and_choose(window):
    first, second = window("bien-tap"), window("thu-ky")
    add(first, "3. Của người thứ nhất.")
    expect(first.locator("#saving")).to_contain_text("Đã lưu lúc")

    add(second, "3. Của người thứ hai.")

    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("Biên tập")
    expect(conflict.locator("del").first).to_contain_text("nhất")
    expect(conflict.locator("ins").first).to_contain_text("hai")
    assert saved()[-1] == "Của người thứ nhất."
    conflict.get_by_role("button", name="Lưu bản trong ô soạn").click()
    expect(second.locator("#saving")).to_contain_text("Đã lưu lúc")
    expect(conflict).to_have_count(0)
    assert saved()[-1] == "Của người thứ hai."


def test_what_was_typed_after_the_session_ended_comes_back_and_is_saved(window, address):
    page = window("bien-tap")
    cookies = page.context.cookies()
    page.context.clear_cookies()

    add(page, "3. Gõ khi phiên đã hết.")
    expect(page.locator("#saving")).to_contain_text("Phiên đăng nhập đã hết")
    expect(page.locator("#saving a")).to_be_visible()
    page.context.add_cookies(cookies)
    page.goto(address)

    expect(page.locator("#text")).to_have_value(re.compile(r"3\. Gõ khi phiên đã hết\.$"))
    expect(page.locator("#saving")).to_contain_text("Đã lưu lúc")
    assert saved()[-1] == "Gõ khi phiên đã hết."


def test_what_was_typed_without_a_network_is_sent_when_it_is_back(window):
    page = window("bien-tap")
    page.context.set_offline(True)

    add(page, "3. Gõ khi mất mạng.")
    expect(page.locator("#saving")).to_contain_text("Mất kết nối")
    page.context.set_offline(False)

    expect(page.locator("#saving")).to_contain_text("Đã lưu lúc")
    assert saved()[-1] == "Gõ khi mất mạng."


def test_keys_lead_to_the_neighbours_and_to_the_list_of_keys(window):
    page = window("bien-tap")
    add(page, "3. Chưa lưu mà đã sang mục khác.")

    page.keyboard.press("Alt+ArrowRight")

    expect(page.locator("h1")).to_contain_text("Chương II")
    assert saved()[-1] == "Chưa lưu mà đã sang mục khác."
    page.wait_for_load_state()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.locator("h1")).to_contain_text("Điều 2")


def test_without_scripts_the_form_does_the_same(window):
    page = window("bien-tap", java_script_enabled=False)

    page.locator("#text").fill(page.locator("#text").input_value() + "\n3. Không có script.")
    page.get_by_role("button", name="Lưu").click()

    expect(page.locator(".messages")).to_contain_text("Đã lưu lúc")
    assert saved()[-1] == "Không có script."
