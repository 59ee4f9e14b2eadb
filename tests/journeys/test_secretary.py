"""A secretary enters a contribution by keyboard alone and publishes it; the public reads it after and not before."""

import time

import pytest
from playwright.sync_api import expect

from tests.conftest import PASSWORD
from tests.journeys.background import work_off_the_queue
from tests.journeys.conftest import WORKSHOP, founding

pytestmark = pytest.mark.journey

#: What a person needs for a key on average, thinking included (the keystroke-level model's average typist).
SECONDS_A_KEY = 0.28
ADD = "/admin/proceedings/contribution/add/"
TITLE = "Góp ý dự thảo Quy chế phối hợp"


class Keyboard:
    """Hands that know only the keyboard, and count."""

    def __init__(self, page):
        self.page = page
        self.keys = 0

    def type(self, text):
        self.page.keyboard.type(text)
        self.keys += len(text)

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def tab_to(self, selector, most=30):
        """Press Tab until the focus is there: whoever gets lost on the way fails."""
        for _ in range(most):
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached by {most} times Tab")


def test_one_contribution_is_entered_by_keyboard_in_under_a_minute(open_site, visit):
    page = visit(as_="thu-ky")
    page.goto(ADD)
    hands, began = Keyboard(page), time.monotonic()

    hands.type("bac ninh")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text(
        "Tỉnh ủy Bắc Ninh (đến 30/06/2025)"
    )
    hands.press("Tab")
    hands.type("777-CV/TU")
    hands.press("Tab")
    hands.type("7/9/2021")
    hands.press("Tab")
    hands.type(TITLE)
    hands.press("Control+Enter")
    expect(page.locator("ul.messagelist")).to_contain_text("Đã vào sổ số 93: Tỉnh ủy Bắc Ninh, 777-CV/TU.")

    assert hands.keys <= 70
    assert hands.keys * SECONDS_A_KEY < 60
    assert time.monotonic() - began < 60
    expect(page.locator("#id_committee")).to_be_focused()


def test_from_sign_in_to_the_public_page_without_a_mouse(open_site, visit):
    page, public = visit(), visit(width=360)
    hands = Keyboard(page)
    address = f"{WORKSHOP}contributions/93/"

    page.goto("/accounts/login/")
    hands.tab_to("#id_login")
    hands.type("thu-ky")
    hands.press("Tab")
    hands.type(PASSWORD)
    hands.press("Enter")
    page.wait_for_url("**/admin/")
    hands.tab_to(f"a[href='{ADD}']")
    hands.press("Enter")
    page.wait_for_url(f"**{ADD}")
    _enter_one(hands)
    expect(page.locator("ul.messagelist")).to_contain_text("Đã vào sổ số 93")
    assert public.goto(address).status == 404

    page.goto("/admin/")
    hands.tab_to(f"a[href$='/workshop/{founding().pk}/publish/']", most=60)
    hands.press("Enter")
    page.wait_for_url("**/publish/")
    hands.tab_to("select[name=audience]", most=60)
    hands.tab_to("input[type=submit]")
    hands.press("Enter")
    page.wait_for_url("**/progress/")
    assert public.goto(address).status == 404
    assert work_off_the_queue() == 1
    expect(page.get_by_role("status")).to_contain_text("Đã công bố ấn bản 2")

    assert public.goto(address).status == 200
    expect(public.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(public.locator("article")).to_contain_text("Tỉnh ủy Bắc Ninh")
    public.goto(WORKSHOP)
    expect(public.locator("main")).to_contain_text("93")


def _enter_one(hands):
    for text in ("bac ninh", "777-CV/TU", "7/9/2021", TITLE):
        hands.type(text)
        hands.press("Tab")
    hands.tab_to("#id_circulation")
    hands.press("ArrowUp")  # from the invited delegates to everybody
    hands.press("Control+Enter")
