"""A committee on a phone, without JavaScript, hands two letters in by its link and holds the receipt."""

import hashlib
import io

import docx
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from proceedings.models import Committee, User
from submissions.link_letters import address_of
from submissions.models import Batch, Submission, UploadLink
from submissions.operations import deciding, links
from submissions.vocabulary import SubmissionState
from tests.journeys import faults
from tests.journeys.background import work_off_the_queue
from tests.journeys.conftest import WORKSHOP, founding

pytestmark = pytest.mark.journey

DESK = f"/desk/intake/{WORKSHOP.split('/')[2]}/links/"
PHONE = {"width": 360, "height": 780, "has_touch": True, "is_mobile": True}


def letter(*lines):
    """A letter as DOCX."""
    document = docx.Document()
    for line in (
        "TỈNH ỦY BẮC NINH", "*", "Số 777-CV/TU", "V/v góp ý dự thảo Quy định mẫu", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Bắc Ninh, ngày 03 tháng 9 năm 2021", "VĂN BẢN MẪU", *lines,
    ):  # fmt: skip
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def file(name, content):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


@pytest.fixture
def link(open_site):
    """The personal link of Bắc Ninh in the founding workshop."""
    return links.issue(
        workshop=founding(),
        committee=Committee.objects.get(slug="bac-ninh"),
        days=30,
        actor=User.objects.get(username="thu-ky"),
        now=timezone.now(),
    )


@pytest.fixture
def address(link, server):
    """The address of the link on the server of the tests."""
    return server.url + "/submit/" + address_of(link).split("/submit/")[1]


def test_from_the_link_to_the_receipt_without_javascript(visit, address):
    phone = visit(java_script_enabled=False, accept_downloads=True, **PHONE)
    good, wrong = letter("Cơ bản nhất trí với dự thảo."), letter("Bản này chọn nhầm.")

    phone.goto(address)
    expect(phone.get_by_text("Tỉnh ủy Bắc Ninh")).to_be_visible()
    phone.get_by_label("Tệp văn bản").set_input_files(
        [file("Góp ý.docx", good), file("Nhầm.docx", wrong), file("rỗng.docx", b"")]
    )
    phone.get_by_role("button", name="Tải tệp lên").tap()
    expect(phone.get_by_role("status")).to_contain_text("Đã đọc 0/")
    work_off_the_queue()
    phone.get_by_role("link", name="Cập nhật").tap()

    first = phone.locator("article", has_text="Góp ý.docx")
    expect(first).to_contain_text("777-CV/TU")
    expect(first).to_contain_text("03/09/2021")
    expect(phone.locator("article", has_text="rỗng.docx")).to_contain_text("Tệp rỗng")

    phone.locator("article", has_text="Nhầm.docx").get_by_role("link", name="Xem và sửa").tap()
    phone.get_by_role("button", name="Bỏ tệp này khỏi đợt").tap()
    expect(phone.get_by_text("Nhầm.docx")).to_have_count(0)

    first.get_by_role("link", name="Xem và sửa").tap()
    phone.get_by_label("Người ký").fill("Nguyễn Văn Mẫu")
    phone.get_by_role("button", name="Lưu").tap()
    expect(phone.locator("article", has_text="Góp ý.docx")).to_contain_text("Nguyễn Văn Mẫu")

    phone.get_by_role("button", name="Xác nhận gửi 1 tệp").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Phiếu tiếp nhận số 1")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Tải phiếu tiếp nhận (PDF)").tap()
    pdf = pypdfium2.PdfDocument(download.value.path().read_bytes())
    text = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    assert download.value.suggested_filename == "phieu-tiep-nhan-1.pdf"
    assert "Góp ý.docx" in text
    assert hashlib.sha256(good).hexdigest() in "".join(text.split())
    assert "Nhầm.docx" not in text


def test_the_page_says_what_the_secretariat_did(visit, address):
    phone = visit(java_script_enabled=False, **PHONE)
    _hand_in(phone, address, letter("Nhất trí."))
    submission = Submission.objects.get(batch=Batch.objects.get(source="link"))
    by = {"actor": User.objects.get(username="thu-ky"), "now": timezone.now()}
    if submission.state == SubmissionState.DOUBTFUL:
        Submission.objects.filter(pk=submission.pk).update(state=SubmissionState.READY)
    number = deciding.accept(submission=submission, **by).number

    phone.reload()

    expect(phone.get_by_text(f"Ban Thư ký đã vào sổ số {number} ngày")).to_be_visible()


def test_the_page_renews_itself_where_scripts_run(visit, address):
    page = visit()
    page.goto(address)
    page.get_by_label("Tệp văn bản").set_input_files([file("Góp ý.docx", letter("Nhất trí."))])
    page.get_by_role("button", name="Tải tệp lên").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đọc 0/")

    work_off_the_queue()

    expect(page.get_by_role("button", name="Xác nhận gửi 1 tệp")).to_be_visible()


def test_a_dead_link_says_what_to_do(visit, address, link):
    phone = visit(java_script_enabled=False, **PHONE)
    UploadLink.objects.update(revoked_at=timezone.now())

    answer = phone.goto(address)

    assert answer.status == 404
    expect(phone.get_by_text("Đề nghị Ban Thư ký hội thảo gửi liên kết mới")).to_be_visible()


def test_a_secretary_makes_links_and_copies_an_address(visit, open_site):
    desk = visit(as_="thu-ky", permissions=["clipboard-read", "clipboard-write"])
    desk.goto(DESK)
    for box in desk.get_by_role("checkbox").all()[2:]:
        box.uncheck()

    desk.get_by_role("button", name="Lập liên kết").click()
    expect(desk.get_by_text("Đã lập 2 liên kết.")).to_be_visible()
    button = desk.locator("button[data-copy]").first
    button.click()

    expect(button).to_have_text("Đã chép")
    assert desk.evaluate("navigator.clipboard.readText()") == desk.locator("code").first.inner_text()
    desk.go_back()
    desk.goto(DESK)
    desk.get_by_role("button", name="Thu hồi").first.click()
    expect(desk.get_by_text("Đã thu hồi liên kết của")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_every_page_of_it_fits_and_can_be_used_by_everybody(visit, address, width, scheme):
    page = visit(width=width, height=780, color_scheme=scheme)
    told = []
    page.on("console", lambda message: told.append(message.text))
    pages = [address, *_handed_in_pages(page, address)]

    for each in pages:
        page.goto(each)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, each
        _find_nothing(page)
    page.goto(pages[1])
    page.get_by_role("button", name="Xác nhận gửi 1 tệp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phiếu tiếp nhận số 1")
    _find_nothing(page)

    assert told == []


def _find_nothing(page):
    found = Axe().run(page, options=faults.OPTIONS).response["violations"]
    assert not found, [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in found]


def _handed_in_pages(page, address):
    page.goto(address)
    page.get_by_label("Tệp văn bản").set_input_files([file("Góp ý.docx", letter("Nhất trí."))])
    page.get_by_role("button", name="Tải tệp lên").click()
    work_off_the_queue()
    submission = Submission.objects.get(batch__source="link")
    return [f"{address}{submission.batch_id}/", f"{address}{submission.batch_id}/{submission.pk}/"]


def _hand_in(page, address, content):
    page.goto(address)
    page.get_by_label("Tệp văn bản").set_input_files([file("Góp ý.docx", content)])
    page.get_by_role("button", name="Tải tệp lên").click()
    work_off_the_queue()
    page.reload()
    page.get_by_role("button", name="Xác nhận gửi 1 tệp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phiếu tiếp nhận số 1")
