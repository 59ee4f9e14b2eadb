import datetime

import pytest
from django.utils import timezone

from proceedings.models import Contribution
from submissions.operations import correcting
from submissions.vocabulary import SubmissionState
from tests.submissions.views.conftest import DESK

pytestmark = pytest.mark.django_db
REGISTER = f"{DESK}register/"


def register(desk, *rows, **fields):
    """Register submissions in the given order and return the page that follows."""
    return desk.post(REGISTER, {"id": [row.pk for row in rows], **fields}, follow=True)


def numbers():
    return {c.symbol: c.number for c in Contribution.objects.all()}


def test_numbers_are_given_in_the_shown_order(desk, on_table):
    first, second, third = on_table("a.txt"), on_table("b.txt"), on_table("c.txt")

    page = register(desk, third, first, second)

    assert numbers() == {third.symbol: 1, first.symbol: 2, second.symbol: 3}
    assert "Đã vào sổ 3 hồ sơ: số 1 đến số 3." in page.content.decode()


def test_one_that_is_refused_never_stops_the_others(desk, on_table, doubtful, workshop):
    first, unsure, last = on_table("a.txt"), doubtful("nghi.txt"), on_table("c.txt")

    text = register(desk, first, unsure, last).content.decode()

    assert numbers() == {first.symbol: 1, last.symbol: 2}
    assert "Chưa vào sổ “nghi.txt”" in text
    assert "còn chỗ cần xem lại" in text
    workshop.counter.refresh_from_db()
    assert workshop.counter.last_number == 2


def test_sent_twice_is_registered_once(desk, on_table):
    row = on_table()

    register(desk, row)
    text = register(desk, row).content.decode()

    assert Contribution.objects.count() == 1
    assert "số 1" in text


def test_a_further_file_follows_its_document_wherever_it_stands(desk, on_table, by):
    main, scan = on_table("a.txt"), on_table("b.txt")
    correcting.keep_with(submission=scan, main=main, **by)

    register(desk, scan, main)

    assert Contribution.objects.get().attachments.count() == 2


def test_nothing_chosen_and_what_is_of_another_workshop_change_nothing(desk, on_table):
    on_table()

    assert "Chưa chọn hồ sơ nào" in desk.post(REGISTER, {"id": ["x", "9999"]}, follow=True).content.decode()
    assert not Contribution.objects.exists()


def test_an_undone_number_stays_void_and_the_submission_comes_back(desk, on_table):
    row = on_table()
    register(desk, row)
    assert "Hoàn tác" in desk.get(DESK).content.decode()

    text = desk.post(f"{DESK}{row.pk}/undo/", follow=True).content.decode()

    row.refresh_from_db()
    assert row.state == SubmissionState.READY
    assert Contribution.objects.get().state == "void"
    assert "số 1 để trống" in text


def test_after_a_day_nothing_is_undone(desk, on_table):
    row = on_table()
    register(desk, row)
    type(row).objects.filter(pk=row.pk).update(decided_at=timezone.now() - datetime.timedelta(days=2))

    text = desk.post(f"{DESK}{row.pk}/undo/", follow=True).content.decode()

    assert "một ngày" in text
    assert Contribution.objects.get().state == "registered"
