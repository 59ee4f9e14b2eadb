"""A secretary at the intake desk: files dropped, watched, one corrected by keyboard, all registered, one taken back."""

import base64
from itertools import islice

import pytest
from playwright.sync_api import expect

from proceedings.models import Contribution
from submissions.models import Submission
from tests.journeys.arrived_sample import WORKSHOP
from tests.journeys.background import work_off_the_queue
from tests.submissions import mailbag

pytestmark = pytest.mark.journey

TABLE = f"/desk/intake/{WORKSHOP}/"
DROP = """
    (files) => {
      const transfer = new DataTransfer();
      for (const [name, content] of files)
        transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
      for (const kind of ["dragover", "drop"])
        document.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
"""


@pytest.fixture
def desk(open_site, visit):
    """The table of the sample, at a secretary's desk."""
    page = visit(as_="thu-ky")
    page.goto(TABLE)
    return page


def drop(page, files):
    """Drop files somewhere on the page, as a hand with a mouse does."""
    page.evaluate(DROP, [[name, base64.b64encode(content).decode()] for name, content in files.items()])


def group(page, title):
    return page.locator(".intake-group", has=page.get_by_role("heading", name=title))


def letters(count, first=301):
    rows, texts = mailbag.committees_of_2021(), islice(mailbag.bodies(), 10, None)  # the sample has the first
    named = enumerate(rows[20 : 20 + count], start=first)
    return {
        f"{number}-CV-TU {row.name}.docx": mailbag.letter(row, number, next(texts)) for number, row in named
    }


def test_dropped_files_are_watched_until_they_can_be_registered(desk):
    drop(desk, {**letters(2), "rong-moi.docx": b""})

    expect(desk.locator(".drop-overall")).to_have_text("Đã gửi 3/3 tệp")
    expect(group(desk, "Đang đọc").locator("tbody tr")).to_have_count(3)
    assert work_off_the_queue() == 3
    expect(group(desk, "Đang đọc")).to_have_count(0)
    expect(group(desk, "Sẵn sàng vào sổ").locator("tbody tr")).to_have_count(5)
    expect(group(desk, "Không nhận")).to_contain_text("rong-moi.docx")
    expect(desk.locator("#register button")).to_contain_text("Vào sổ 5 văn bản")


def test_a_tick_taken_away_stays_away_and_the_numbers_run_on(desk):
    ready = group(desk, "Sẵn sàng vào sổ")
    ready.locator("input[name=id]").first.uncheck()
    expect(desk.locator("#register button")).to_contain_text("Vào sổ 2 văn bản")
    drop(desk, letters(1))
    expect(group(desk, "Đang đọc").locator("tbody tr")).to_have_count(1)
    work_off_the_queue()

    expect(ready.locator("tbody tr")).to_have_count(4)

    expect(ready.locator("input[name=id]").first).not_to_be_checked()
    assert ready.locator(".proposed").all_inner_texts() == ["–", "3", "4", "5"]
    expect(desk.locator("#register button")).to_contain_text("Vào sổ 3 văn bản")


def test_one_in_doubt_is_corrected_by_keyboard_registered_and_taken_back(desk):
    group(desk, "Cần xem lại").get_by_role("link", name="tham luận.docx").click()
    expect(desk.locator("#id_committee")).to_be_focused()
    desk.keyboard.type("ha noi")
    expect(desk.locator("[role=option][aria-selected=true]")).to_contain_text("Thành ủy Hà Nội")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    expect(desk.locator("#id_symbol")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.type("3/9/2021")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Tham luận về cơ chế phối hợp mẫu")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".messages")).to_contain_text("Đã xác nhận")
    expect(desk.get_by_role("heading", level=1)).to_have_text("phu luc.txt")

    desk.goto(TABLE)
    desk.keyboard.press("Control+Enter")

    expect(desk.locator(".messages")).to_contain_text("Đã vào sổ 4 hồ sơ: số 3 đến số 6.")
    assert Contribution.objects.filter(workshop__slug=WORKSHOP).count() == 6
    group(desk, "Vừa vào sổ").get_by_role("button", name="Hoàn tác số 6").click()
    expect(desk.locator(".messages")).to_contain_text("số 6 để trống")
    expect(group(desk, "Sẵn sàng vào sổ").locator("tbody tr")).to_have_count(1)


def test_a_double_click_registers_once(desk):
    desk.dblclick("#register button")

    expect(desk.locator(".messages")).to_contain_text("Đã vào sổ 3 hồ sơ")
    assert Contribution.objects.filter(workshop__slug=WORKSHOP).count() == 5


def test_what_was_sent_is_in_the_table_after_the_page_was_closed(desk, visit):
    drop(desk, letters(2))
    expect(desk.locator(".drop-overall")).to_have_text("Đã gửi 2/2 tệp")
    desk.close()
    work_off_the_queue()

    again = visit(as_="thu-ky-hai")
    again.goto(TABLE)

    expect(group(again, "Sẵn sàng vào sổ").locator("tbody tr")).to_have_count(5)


def test_a_broken_line_is_tried_again_and_nothing_is_sent_twice(desk):
    broken = []

    def break_once(route):
        broken.append(route.request.url)
        route.abort() if len(broken) == 1 else route.continue_()

    desk.route("**/upload/", break_once)
    drop(desk, letters(1))

    expect(desk.locator(".drop-overall")).to_have_text("Đã gửi 1/1 tệp")
    assert len(broken) == 2
    assert Submission.objects.filter(name__startswith="301-").count() == 1


def test_a_file_that_is_too_large_is_told_before_it_is_sent(desk):
    desk.evaluate("document.getElementById('drop-zone').dataset.largest = 10")
    drop(desk, {"to.docx": b"x" * 11})

    expect(desk.locator(".drop-queue")).to_contain_text("Tệp lớn hơn 50 MB nên không gửi")
    assert not Submission.objects.filter(name="to.docx").exists()


def test_without_scripts_files_are_sent_and_registered_too(open_site, visit, tmp_path):
    page = visit(as_="thu-ky", java_script_enabled=False)
    page.goto(TABLE)
    for name, content in letters(2).items():
        (tmp_path / name).write_bytes(content)
    page.set_input_files("#drop-files", sorted(map(str, tmp_path.iterdir())))
    page.get_by_role("button", name="Gửi các tệp đã chọn").click()
    expect(page.locator(".messages")).to_contain_text("Đã nhận 2 tệp")
    work_off_the_queue()

    page.goto(TABLE)
    page.get_by_role("button", name="Vào sổ 5 văn bản").click()

    expect(page.locator(".messages")).to_contain_text("Đã vào sổ 5 hồ sơ")


def test_alt_and_arrows_lead_to_the_neighbours(desk):
    group(desk, "Cần xem lại").locator("tbody a").first.click()
    expect(desk.locator("#id_committee")).to_be_focused()
    first = desk.url

    desk.keyboard.press("Alt+ArrowRight")
    desk.wait_for_url(lambda url: url != first)
    expect(desk.locator("#id_committee")).to_be_focused()
    desk.keyboard.press("Alt+ArrowLeft")

    desk.wait_for_url(first)
