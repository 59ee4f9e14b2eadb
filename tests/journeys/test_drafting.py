"""An editor makes a draft of a file and mends it by keyboard; the secretariat issues it."""

import pytest
from playwright.sync_api import expect

from proceedings.models import ConsultedText
from tests.journeys import drafted_sample
from tests.journeys.pages import DRAFTS_OF
from tests.submissions import documents

pytestmark = pytest.mark.journey

REGULATION = f"{drafted_sample.FIRST}\nĐiều 4. Hiệu lực\nQuy chế mẫu có hiệu lực từ ngày ký, Điều 5. Thi hành"
ROOT = f"{DRAFTS_OF}{drafted_sample.OTHER}/"


def line(page, words):
    """The choice of the line that begins with some words."""
    return page.get_by_role("radio", name=words)


def test_draft_from_a_file_to_the_issue_by_keyboard(open_site, visit):
    page = visit(as_="bien-tap")
    page.goto(f"{ROOT}begin/")
    content = documents.docx(*(documents.paragraph(words) for words in REGULATION.split("\n")))
    page.locator("#upload-file").set_input_files(
        {"name": "quy-che.docx", "mimeType": "application/octet-stream", "buffer": content}
    )
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dàn ý dự thảo lần 1")

    clause = line(page, "2. Kịp thời")
    clause.check()
    page.keyboard.press("l")
    expect(page.locator(".messages")).to_contain_text("Chuyển vị trí: Khoản 2")
    expect(page.locator("input[name=provision]:checked")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator(".messages")).to_contain_text("Đã hoàn tác: Chuyển vị trí: Khoản 2.")

    page.get_by_role("link", name="Sửa Điều 4").click()
    page.get_by_text("Tách làm hai…").click()
    page.get_by_label("Hoặc: phần sau bắt đầu bằng những chữ").fill("Điều 5. Thi hành")
    page.get_by_role("button", name="Tách", exact=True).click()
    expect(line(page, "Điều 5. Thi hành")).to_be_checked()

    secretary = visit(as_="thu-ky", width=360)
    secretary.goto(f"{ROOT}issue/")
    secretary.get_by_role("button", name="Phát hành dự thảo lần 1").click()
    expect(secretary.get_by_role("heading", level=1)).to_have_text("Dự thảo lần 1")

    page.keyboard.press("Control+z")
    expect(page.locator(".messages")).to_contain_text("đã được phát hành hoặc hủy")
    draft = ConsultedText.objects.get(slug=drafted_sample.OTHER).drafts.get()
    assert [row.number for row in draft.provisions.filter(kind="dieu").order_by("position")] == list("12345")
