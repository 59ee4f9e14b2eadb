"""A secretary enters a table: a fault is told with its cell, the mended table is entered, and taken back."""

import pytest
from django.utils import timezone

from proceedings.models import Contribution, User
from submissions import spool
from submissions.operations import receiving
from submissions.vocabulary import Source
from tests.journeys.background import work_off_the_queue
from tests.journeys.conftest import founding
from tests.submissions.readers.workbooks import written
from tests.submissions.sheets.tables import HEADINGS, row

pytestmark = pytest.mark.journey


@pytest.fixture
def put(open_site):
    """Take a table in and let it be read and checked; return the address of its page."""

    def table(content, key):
        acting = {"actor": User.objects.get(username="thu-ky"), "now": timezone.now()}
        batch = receiving.open_batch(workshop=founding(), source=Source.DESK, idempotency_key=key, **acting)
        submission = receiving.receive(
            batch=batch, name=f"Bảng góp ý {key}.xlsx", spooled=spool.take_in([content]), **acting
        )
        work_off_the_queue()  # it is read
        work_off_the_queue()  # and checked
        return f"/desk/intake/{founding().slug}/{submission.pk}/rows/"

    return table


def test_a_table_is_mended_entered_and_taken_back(put, visit):
    before = Contribution.objects.count()
    wrong = put(written([HEADINGS, row(901), row(902, "Tỉnh ủy Bắc Nin", day="31/9/2021")]), "một")
    right = put(written([HEADINGS, row(901), row(902)]), "hai")
    page = visit(as_="thu-ky")

    page.goto(wrong)
    assert page.get_by_text("Có 2 ô cần sửa, chưa nhập dòng nào").is_visible()
    assert page.get_by_role("row", name="B3").get_by_text("Có phải là Tỉnh ủy Bắc Ninh?").is_visible()
    page.goto(right)
    page.get_by_role("button", name="Nhập 2 dòng").click()
    assert page.get_by_role("progressbar", name="Tiến độ nhập").is_visible()
    work_off_the_queue()
    page.get_by_text("Đã nhập 2 dòng vào sổ").wait_for()
    page.get_by_text("Hoàn tác việc nhập…").click()
    page.get_by_role("button", name="Hoàn tác, hủy các số này").click()

    page.get_by_text("2 số được giữ lại trong sổ ở trạng thái hủy").wait_for()
    assert Contribution.objects.count() == before + 2
    assert Contribution.objects.standing().count() == before
