"""Contributions, drafts and redlines on paper: A4, the text, without the chrome of the screen."""

import pypdfium2
import pytest

from tests.journeys.conftest import WORKSHOP

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

A4 = (595, 842)


def test_a_contribution_prints_without_the_chrome(published, visit):
    page = visit()
    page.goto(f"{WORKSHOP}contributions/5/")
    paragraph = page.locator("#p2").inner_text().split("¶")[0]

    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))

    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    document.close()
    assert all(abs(given - wanted) <= 1 for size in sizes for given, wanted in zip(size, A4, strict=True))
    assert " ".join(paragraph.split()[:6]) in text
    for chrome in ("Đăng nhập", "English", "Đến nội dung chính"):
        assert chrome not in text


@pytest.mark.parametrize(
    ("path", "shown"),
    [("draft/2/", "Dự thảo lần 2"), ("draft/1/redline/2/", "So sánh dự thảo lần 1 và lần 2")],
)
def test_a_draft_prints_without_links_and_switches(published, visit, path, shown):
    page = visit()
    page.goto(f"{WORKSHOP}{path}")

    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))

    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    document.close()
    assert all(abs(given - wanted) <= 1 for size in sizes for given, wanted in zip(size, A4, strict=True))
    assert "Việc sửa đổi, bổ sung Quy chế được xem xét" in text
    for chrome in ("¶", "Mục lục", "Danh sách", "Hai cột", "Lý do", "Đăng nhập", "Mở ở"):
        assert chrome not in text
    assert shown in text
