"""Thirty mixed files dropped on the page: twenty-four registered, six explained, a worker killed half-way."""

import hashlib
import time

import pytest
from django.utils import timezone

from proceedings.models import Attachment, Contribution, User
from proceedings.operations import workshops
from proceedings.queries.integrity import verify_all
from submissions.models import Submission
from submissions.vocabulary import UNDER_WAY
from tests.drills.test_killed_worker import kill, rescue, start
from tests.submissions import mailbag

pytestmark = pytest.mark.journey

SLUG = "ba-muoi-tep"
TABLE = f"/desk/intake/{SLUG}/"
#: Seconds from the drop to the last number; the house promises ten minutes with a person's pauses.
BUDGET = 240
#: What each of the six is told, by the name that it came with; the secret has none.
EXPLAINED = {
    "rỗng.docx": "Tệp rỗng",
    "hỏng.docx": "hỏng",
    "bản sao.docx": "đã nhận",
    "nén.docx": "nén",
    "chuong trinh.docx": "Loại tệp này không được tiếp nhận",
    "không giữ tên tệp": "dấu chỉ mức độ mật",
}


@pytest.fixture
def workshop(open_site):
    """A workshop that has received nothing yet."""
    return workshops.convene(
        slug=SLUG,
        title="Hội thảo mẫu nhận ba mươi tệp",
        short_title="Hội thảo mẫu",
        host="Ban Tổ chức Mẫu",
        actor=User.objects.system(),
        now=timezone.now(),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The thirty files, on the disk of the secretary."""
    made = tmp_path_factory.mktemp("thirty")
    for name, content in mailbag.thirty().items():
        (made / name).write_bytes(content)
    return made


def test_a_secretary_registers_twenty_four_of_thirty_files_and_sees_why_six_were_not(workshop, visit, folder):
    page = visit(as_="thu-ky")
    page.goto(TABLE)
    began = time.monotonic()
    worker = start()
    try:
        page.set_input_files("#drop-files", sorted(map(str, folder.iterdir())))
        _wait(page, lambda: _arrived() >= 30 and _done() >= 15)
        kill(worker)
        worker = start()
        _wait(page, lambda: not _under_way(), meanwhile=rescue)
    finally:
        kill(worker)

    page.goto(TABLE)
    refused = page.locator("section", has=page.get_by_role("heading", name="Không nhận")).inner_text()
    for name, words in EXPLAINED.items():
        assert name in refused, name
        assert words in refused, words

    for _time in range(Submission.objects.in_workshop(workshop).filter(state="doubtful").count()):
        page.locator("section", has=page.get_by_role("heading", name="Cần xem lại")).locator(
            "tbody a"
        ).first.click()
        _check(page)
        page.goto(TABLE)
    with page.expect_navigation():
        page.locator("#register button").click()
    seconds = time.monotonic() - began

    print(f"\n30 files: {seconds:.0f} s from the drop to the last number")  # noqa: T201
    numbers = Contribution.objects.in_workshop(workshop).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 25))
    assert seconds <= BUDGET
    assert _kept_as_received(folder) == 22  # the members of the mail and of the archive came inside them
    assert verify_all()[1] == []


def _check(page):
    """What a person does with a doubtful one: look, fill in the date where it is missing, confirm."""
    date = page.locator("[name=document_on]")
    if not date.input_value():
        date.fill("01/09/2021")
    box = page.locator("[name=is_not_secret]")
    if box.count():
        box.check()
    with page.expect_navigation():
        page.locator("button[value=confirm]").click()
    wrong = page.locator(".field-wrong")
    assert wrong.count() == 0, wrong.first.inner_text()


def _kept_as_received(folder):
    """How many of the files on the disk are attached byte for byte."""
    sent = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    return Attachment.objects.filter(sha256__in=sent).values("sha256").distinct().count()


def _arrived():
    return Submission.objects.filter(batch__workshop__slug=SLUG).count()


def _under_way():
    return Submission.objects.filter(batch__workshop__slug=SLUG, state__in=UNDER_WAY).exists()


def _done():
    return Submission.objects.filter(batch__workshop__slug=SLUG).exclude(state__in=UNDER_WAY).count()


def _wait(page, condition, *, meanwhile=lambda: None):
    for _second in range(BUDGET):
        if condition():
            return
        meanwhile()
        page.wait_for_timeout(1000)
    pytest.fail("the files were not read in time")
