"""The end of a synthesis: refused while one point is open, closed once it is answered, then the issued document."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from proceedings.models import Closing, User
from proceedings.operations import draft_units, drafts
from proceedings.sample import answering, regulation
from tests.journeys.conftest import WORKSHOP, founding

pytestmark = pytest.mark.journey

SLUG = WORKSHOP.split("/")[2]
LEDGER = f"/desk/ledger/{SLUG}/"
REASON = "Việc bàn giao thực hiện theo quy chế làm việc của từng cơ quan."


@pytest.fixture
def answered(open_site):
    """The founding workshop, split and answered but for one point."""
    approver = User.objects.get(username="thu-ky")
    with transaction.atomic():
        answering.answer(founding(), approver=approver, now=timezone.now())


def follow_the_gap(page, words):
    """Open the ledger and go where its one gap is mended."""
    page.goto(LEDGER)
    way = page.locator(".gap-list a")
    expect(way).to_have_count(1)
    expect(way).to_contain_text(words)
    with page.expect_navigation():
        way.click()


def change_what_nobody_asked_for():
    """Write one provision of the next draft that no response names."""
    by = {"actor": User.objects.get(username="bien-tap"), "now": timezone.now()}
    with transaction.atomic():
        text = founding().consulted_texts.get()
        draft = drafts.start_next(consulted_text=text, **by)
        last = draft.provisions.filter(kind="dieu").order_by("position").last()
        made = draft_units.insert_article(after=last, heading="Điều khoản mẫu", **by)
    return made.label


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)])
def test_a_finding_is_mended_where_it_is_listed(answered, visit, size):
    label = change_what_nobody_asked_for()
    page = visit(as_="bien-tap")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(LEDGER)
    button = page.get_by_role("button", name=f"Ghi: chỉnh sửa kỹ thuật : {label}")
    expect(button).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert button.bounding_box()["height"] >= 44

    button.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page.locator(".messages")).to_contain_text(f"Đã làm “Ghi: chỉnh sửa kỹ thuật” cho: {label}.")
    expect(page.get_by_text("Không còn chỗ nào.")).to_be_visible()


def test_a_synthesis_is_closed_when_its_last_point_is_answered(answered, visit, capsys):
    chief, editor, secretary = (visit(as_=name) for name in ("to-truong", "bien-tap", "thu-ky"))
    chief.goto(LEDGER)
    gap = chief.locator(".gap-where").inner_text()
    chief.get_by_role("button", name="Khóa tổng hợp").click()
    expect(chief.get_by_role("main")).to_contain_text("Chưa khóa được tổng hợp: còn 1 chỗ chưa khớp")
    expect(chief.get_by_role("main")).to_contain_text(f"(Ý kiến chưa có trả lời: {gap})")
    assert not Closing.objects.exists()

    follow_the_gap(editor, "Trả lời")
    expect(editor.locator(".answer-quote mark")).to_be_visible()
    editor.keyboard.press("3")
    editor.keyboard.press("r")
    editor.keyboard.type(REASON)
    editor.keyboard.press("Control+Enter")
    expect(editor.locator("#answer-status")).to_contain_text("Đã trình duyệt.")

    follow_the_gap(chief, "Mở trả lời")
    expect(chief.get_by_text(REASON).first).to_be_visible()
    chief.get_by_role("button", name="Duyệt").first.click()
    expect(chief.locator(".answer-state")).to_contain_text("Tổ trưởng Mẫu duyệt lúc")
    chief.goto(LEDGER)
    expect(chief.get_by_text("Không có chỗ nào.")).to_be_visible()
    chief.get_by_role("button", name="Khóa tổng hợp").click()
    expect(chief.locator(".messages")).to_contain_text("Đã khóa tổng hợp lúc")

    secretary.goto(f"/desk/drafts/{SLUG}/{regulation.SLUG}/issued-document/")
    secretary.get_by_label("Số, ký hiệu").fill("123-QĐ/TW")
    secretary.get_by_label("Ngày ban hành").fill("06/12/2022")
    secretary.get_by_role("button", name="Ghi văn bản ban hành").click()
    expect(secretary.locator(".messages")).to_contain_text("Đã ghi văn bản ban hành 123-QĐ/TW.")

    call_command("ledger", SLUG)
    printed = capsys.readouterr().out
    assert "345 có trả lời, 345 đã duyệt" in printed
    assert printed.endswith("Đầy đủ: 100 %.\n")
    assert Closing.objects.get().closed_by.username == "to-truong"
