"""What is wrong in the form is told at its field, and everything typed is still there."""

import pytest
from playwright.sync_api import expect

from proceedings.models import Contribution
from tests.journeys.conftest import founding

pytestmark = pytest.mark.journey

TYPED = {
    "committee": "Bắc Ninh",
    "symbol": "777-CV/TU",
    "document_on": "07/09/2021",
    "title": "Góp ý dự thảo Quy chế phối hợp",
    "text": "VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.",
}


@pytest.fixture
def form(open_site, visit):
    """The empty form of a new document."""
    page = visit(as_="thu-ky")
    page.goto("/admin/proceedings/contribution/add/")
    return page


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("document_on", "31/02/2021", "Tháng 2/2021 không có ngày 31"),
        ("committee", "Tỉnh ủy Không Có Thật", "Không có cấp ủy nào tên"),
        ("committee", "Tỉnh ủy Bắc Ninh (từ 01/07/2025)", "Bắc Ninh"),
        ("title", "", "chưa nhập"),
    ],
    ids=["impossible date", "unknown committee", "committee not in force", "required"],
)
def test_a_wrong_field_is_told_at_the_field_and_nothing_typed_is_lost(form, field, typed, words):
    given = {**TYPED, field: typed}
    _fill(form, given)

    form.click("input[name=_save]")

    expect(form.locator(f".form-row:has(#id_{field}) .errorlist")).to_contain_text(words, ignore_case=True)
    for name, value in given.items():
        expect(form.locator(f"#id_{name}")).to_have_value(value)
    assert Contribution.objects.filter(workshop=founding()).count() == 92


def test_a_duplicate_is_told_with_its_number_and_nothing_typed_is_lost(form):
    _fill(form, TYPED)
    form.click("input[name=_save]")
    expect(form.locator("ul.messagelist")).to_contain_text("93")
    form.goto("/admin/proceedings/contribution/add/")
    _fill(form, {**TYPED, "title": "Nhan đề khác"})

    form.click("input[name=_save]")

    expect(form.locator(".errorlist").first).to_contain_text("93")
    expect(form.locator("#id_title")).to_have_value("Nhan đề khác")
    assert Contribution.objects.filter(workshop=founding()).count() == 93


@pytest.mark.parametrize("button", ["_save", "_addanother"])
def test_a_double_click_on_save_makes_one_record(form, button):
    _fill(form, TYPED)

    form.dblclick(f"input[name={button}]")

    expect(form.locator("ul.messagelist")).to_contain_text("Đã vào sổ số 93")
    assert Contribution.objects.in_workshop(founding()).count() == 93


def test_a_form_sent_twice_from_two_windows_is_one_record(form, visit):
    _fill(form, TYPED)
    twin = visit(as_="thu-ky")
    twin.goto("/admin/proceedings/contribution/add/")
    _fill(twin, TYPED)
    token = form.input_value("input[name=form_token]")
    twin.evaluate("(token) => { document.querySelector('input[name=form_token]').value = token; }", token)

    form.click("input[name=_save]")
    expect(form.locator("ul.messagelist")).to_contain_text("Đã vào sổ số 93")
    twin.click("input[name=_save]")

    expect(twin.locator("ul.messagelist")).to_contain_text("Đã vào sổ số 93")
    assert Contribution.objects.in_workshop(founding()).count() == 93


def _fill(page, values):
    for name, value in values.items():
        page.fill(f"#id_{name}", value)
        if name == "committee":
            page.keyboard.press("Escape")
