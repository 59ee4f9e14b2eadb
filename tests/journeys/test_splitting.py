"""Splitting in the browser: by keys alone, by two at once, without scripts, on a phone; no typed character is lost."""

import re

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from proceedings.models import Contribution, User
from proceedings.operations import points
from tests.journeys.conftest import WORKSHOP, founding

pytestmark = pytest.mark.journey
ROOT = f"/desk/splitting/{WORKSHOP.split('/')[2]}/"
NUMBER = 1


@pytest.fixture
def window(visit, open_site):
    """A window of an editor at a sample letter."""

    def open_at(name="bien-tap", **options):
        page = visit(as_=name, **options)
        page.goto(f"{ROOT}{NUMBER}/")
        return page

    return open_at


def letter():
    return Contribution.objects.in_workshop(founding()).select_related("coverage").get(number=NUMBER)


def paragraph(place):
    """Where a paragraph of the letter stands."""
    text, lines = letter().text, letter().paragraphs
    return text.index(lines[place]), text.index(lines[place]) + len(lines[place])


def test_a_letter_is_split_to_its_last_word_by_keys_alone(window):
    page = window()
    expect(page.locator(".split-note:focus")).to_have_count(1)

    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#form")).to_have_attribute("open", "")
    page.keyboard.press("3")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messages")).to_contain_text("Đã ghi ý kiến")
    first = letter().points.get()
    assert first.kind == "amend"
    assert letter().text.startswith(first.quote)
    assert len(first.quote.split()) == 2

    for _ in range(40):
        if not page.locator(".is-open").count():
            break
        expect(page.locator(".split-note:focus")).to_have_count(1)
        before = letter().coverage.open_count, letter().points.count() + letter().no_requests.count()
        is_proposal = page.evaluate("document.activeElement.dataset.look === 'proposal'")
        with page.expect_navigation():
            page.keyboard.press("Enter" if is_proposal else "0")
        assert (
            letter().coverage.open_count,
            letter().points.count() + letter().no_requests.count(),
        ) != before

    expect(page.locator(".split-count")).to_contain_text("đã tách hết")
    assert letter().coverage.is_whole


def test_the_machine_is_listened_to_only_after_a_look(window):
    page = window()

    page.keyboard.press("a")

    expect(page.locator("#preview")).to_be_visible()
    ticked = page.locator("#preview input[name=key]").count()
    assert ticked
    assert not letter().points.exists()
    page.locator("#preview input[name=key]").first.uncheck()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messages")).to_contain_text(f"Đã nhận {ticked - 1} đề xuất.")


def test_of_two_on_the_same_words_the_second_keeps_what_was_typed(window):
    page = window()
    start, end = paragraph(1)
    page.goto(f"{ROOT}{NUMBER}/?from={start}&to={end}#form")
    page.locator("[name=kind][value=add]").check()
    page.locator("#span [name=wording]").fill("Chữ của người thứ hai")
    points.mark_point(
        contribution=letter(),
        start=start,
        end=end,
        told=points.Told("amend", summary="Của người thứ nhất"),
        actor=User.objects.get(username="thu-ky"),
        now=timezone.now(),
    )

    page.locator("#span [type=submit]").click()

    expect(page.locator("#taken")).to_contain_text("Chữ này đã thuộc ý kiến do Thư ký Mẫu ghi lúc")
    expect(page.locator("#span [name=wording]")).to_have_value("Chữ của người thứ hai")
    assert letter().points.get().summary == "Của người thứ nhất"


def test_what_was_typed_when_the_session_ended_comes_back(window):
    page = window()
    cookies = page.context.cookies()
    page.keyboard.press("m")
    page.locator("#span [name=wording]").fill("Gõ khi phiên đã hết")
    page.locator("#span [name=kind][value=add]").check()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    start, _end = paragraph(1)
    page.locator("#span [name=start]").select_option(str(start))

    page.keyboard.press("Control+Enter")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    page.context.add_cookies(cookies)
    page.goto(f"{ROOT}{NUMBER}/")

    expect(page.locator("#span [name=wording]")).to_have_value("Gõ khi phiên đã hết")
    expect(page.locator("#span [name=start]")).to_have_value(str(start))
    expect(page.locator("#keeping")).to_contain_text("Đã lấy lại phần chữ chưa ghi")


def test_words_marked_with_the_mouse_are_whole_words_counted_in_signs(window):
    page = window()
    words = page.locator(".split-words").nth(1)
    start, _end = paragraph(1)

    words.evaluate(
        """(element) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), node = walker.nextNode();
            const range = document.createRange();
            range.setStart(node, 1); range.setEnd(node, 2);
            window.getSelection().removeAllRanges(); window.getSelection().addRange(range);
            element.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }"""
    )

    expect(page.locator("#span [name=start]")).to_have_value(str(start))
    first = letter().text[start:].split()[0]
    expect(page.locator("#span [name=end]")).to_have_value(str(start + len(first.rstrip(",.:;"))))


def test_keys_can_be_switched_off(window):
    page = window()
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.goto(f"{ROOT}{NUMBER}/")

    page.keyboard.press("a")

    expect(page.locator("#preview")).to_have_count(0)
    expect(page.locator(".split-note kbd").first).to_be_hidden()


def test_without_scripts_sentences_are_chosen_from_lists(window):
    page = window(java_script_enabled=False)
    start, end = paragraph(1)

    page.locator("#form > summary").click()
    page.locator("#span [name=start]").select_option(str(start))
    page.locator("#span [name=end]").select_option(str(end))
    page.locator("#span [name=kind][value=add]").check()
    page.locator("#span [name=place]").fill("điều 2")
    page.locator("#span [type=submit]").click()

    expect(page.locator(".messages")).to_contain_text("Đã ghi ý kiến")
    point = letter().points.get()
    assert (point.start, point.end, point.anchor.path) == (start, end, "dieu-2")
    page.get_by_role("button", name="Nhận").first.click()
    expect(page.locator(".messages")).to_contain_text("Đã nhận 1 đề xuất.")


def test_on_a_phone_a_proposal_is_accepted_by_touch(window):
    page = window(width=360, height=740, has_touch=True, is_mobile=True)

    page.locator(".split-note-proposal").get_by_role("button", name="Nhận").first.tap()

    expect(page.locator(".messages")).to_contain_text("Đã nhận 1 đề xuất.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
