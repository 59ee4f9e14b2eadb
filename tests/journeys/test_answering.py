"""Answering with the keyboard alone: nothing that is typed is lost, two editors never overwrite each other."""

import pytest
from playwright.sync_api import expect

from proceedings.models import Answer, Response
from tests.journeys import answered_sample, arrived_sample

pytestmark = pytest.mark.journey


@pytest.fixture
def points(open_site):
    """The points of the sample."""
    return answered_sample.points()


@pytest.fixture
def window(visit):
    """A window of a person at a point."""

    def open_at(name, point, **options):
        page = visit(as_=name, **options)
        page.goto(f"{answered_sample.ROOT}{point.pk}/")
        return page

    return open_at


def quoted(page, point):
    expect(page.locator(".answer-quote mark")).to_have_text(point.quote)


def test_an_editor_answers_five_points_of_a_document_with_the_keyboard_alone(window, points):
    page = window("bien-tap", points[0])
    quoted(page, points[0])

    for key in ("1", "Enter", "Control+Enter"):
        page.keyboard.press(key)
    quoted(page, points[1])
    for key in ("3", "s", "Enter", "Control+Enter"):
        page.keyboard.press(key)
    quoted(page, points[2])
    for key in ("2", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type("Tiếp thu một phần vì còn nơi khác dẫn chiếu.")
    page.keyboard.press("Control+Enter")
    for point in points[3:5]:
        quoted(page, point)
        page.keyboard.press("4")
        page.keyboard.press("Control+Enter")
    quoted(page, points[5])

    answers = [Answer.objects.get(point=point).response for point in points[:5]]
    assert [response.decision for response in answers] == ["adopted", "explained", "partly", "noted", "noted"]
    assert {response.state for response in answers} == {"proposed"}
    assert answers[0].resulting.path == "dieu-2.khoan-2"
    assert answers[1].reason == "Nội dung này dự thảo đã quy định."
    assert page.url.endswith(f"/{points[5].pk}/")
    expect(page.locator("#answer-title")).to_be_focused()
    expect(page.locator("#answer-status")).to_have_text("Đã trình duyệt.")


def test_two_editors_at_once_see_both_texts_and_choose(window, points):
    first, second = window("bien-tap", points[0]), window("bien-tap-hai", points[0])
    for page, words in ((first, "Của người thứ nhất."), (second, "Của người thứ hai.")):
        page.keyboard.press("4")
        page.keyboard.press("r")
        page.keyboard.type(words)
    first.keyboard.press("Control+s")
    expect(first.locator(".answer-state")).to_contain_text("Đang soạn")

    second.keyboard.press("Control+s")

    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("Biên tập Mẫu")
    expect(conflict.locator("ins").first).to_contain_text("hai")
    expect(second.locator("#reason")).to_have_value("Của người thứ hai.")
    assert Answer.objects.get(point=points[0]).response.reason == "Của người thứ nhất."
    conflict.get_by_role("button", name="Lưu bản trong các ô").press("Enter")
    expect(conflict).to_have_count(0)
    assert Answer.objects.get(point=points[0]).response.reason == "Của người thứ hai."


def test_what_was_typed_when_the_session_ended_comes_back_and_is_saved(window, points):
    page = window("bien-tap", points[0])
    cookies = page.context.cookies()
    page.keyboard.press("3")
    page.keyboard.press("r")
    page.keyboard.type("Gõ trước khi")
    page.context.clear_cookies()
    page.keyboard.type(" và sau khi phiên hết.")
    page.keyboard.press("Control+s")

    expect(page.locator("#saving")).to_contain_text("Phiên đăng nhập đã hết")
    expect(page.locator("#saving a")).to_be_visible()
    page.context.add_cookies(cookies)
    page.reload()

    expect(page.locator("#reason")).to_have_value("Gõ trước khi và sau khi phiên hết.")
    expect(page.locator("#answer [name=decision][value=explained]")).to_be_checked()
    page.keyboard.press("Control+s")
    expect(page.locator(".answer-state")).to_contain_text("Đang soạn")
    assert Answer.objects.get(point=points[0]).response.reason == "Gõ trước khi và sau khi phiên hết."


def test_a_group_is_joined_and_left_and_a_provision_edited_with_keys(window, points):
    page = window("bien-tap", points[0])
    expect(page.locator(".alike").first).to_contain_text("Cơ quan Mẫu 2")

    page.keyboard.press("g")
    page.keyboard.press("1")
    expect(page.locator("#sharing-title")).to_be_visible()
    assert Answer.objects.get(point=points[0]).response == answered_sample.response()
    page.keyboard.press("x")
    page.keyboard.press("0")
    expect(page.locator("#sharing-title")).to_have_count(0)
    assert Response.objects.filter(workshop__slug=arrived_sample.WORKSHOP).count() == 2
    page.keyboard.press("e")
    page.keyboard.press("Control+End")
    page.keyboard.type("\n3. Công khai.")
    page.locator("#write-unit").press("Enter")

    expect(page.locator("#redline ins").first).to_contain_text("3. Công khai.")


def test_keys_are_shown_and_can_be_switched_off(window, points):
    page = window("bien-tap", points[0])
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")

    page.locator("#shortcuts").press("Enter")
    page.locator("#answer-title").focus()
    page.keyboard.press("4")

    expect(page.locator("#answer [name=decision]:checked")).to_have_count(0)
    expect(page.locator(".decision kbd").first).to_be_hidden()


def test_without_scripts_the_forms_do_the_same(window, points):
    page = window("bien-tap", points[0], java_script_enabled=False)

    page.get_by_label("Ghi nhận").check()
    page.get_by_role("button", name="Trình duyệt").click()

    quoted(page, points[1])
    page.locator("#answer [name=decision][value=explained]").check()
    page.get_by_text("Mẫu giải trình").first.click()
    page.get_by_role("button", name="Đã quy định").click()
    expect(page.locator("#reason")).to_have_value("Nội dung này dự thảo đã quy định.")
    page.get_by_role("button", name="Trình duyệt").click()
    quoted(page, points[2])
    assert Answer.objects.get(point=points[1]).response.decision == "explained"
