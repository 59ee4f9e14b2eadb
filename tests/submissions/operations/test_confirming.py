import datetime
import io
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from proceedings.models import User
from proceedings.operations.refusals import Conflict, Refused
from submissions import spool
from submissions.models import Batch, Submission
from submissions.operations import confirming, deciding, receiving
from submissions.outcomes import flag_line
from submissions.vocabulary import Refusal, Source, SubmissionState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def archive(**files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


def test_a_link_says_whose_batch_it_is(page_batch, link, bac_ninh):
    assert (page_batch.source, page_batch.link, page_batch.committee) == (Source.LINK, link, bac_ninh)


def test_what_a_committee_hands_in_is_proposed_as_its_own(page_receive, read_all, bac_ninh):
    page_receive("thu.txt")
    (submission,) = read_all()

    assert submission.committee == bac_ninh
    assert "no_body" not in {flag["code"] for flag in submission.flags}


def test_confirm_gives_the_first_receipt_number_and_the_time(
    page_receive, read_all, page_batch, as_link, now
):
    page_receive()
    read_all()

    batch = confirming.confirm(batch=page_batch, **as_link)

    assert (batch.receipt_number, batch.confirmed_at) == (1, now)


def test_what_nobody_confirmed_waits_for_a_person_and_is_ready_once_it_is(
    page_receive, read_all, page_batch, as_link
):
    page_receive()
    (submission,) = read_all()
    assert submission.state == SubmissionState.DOUBTFUL
    assert [flag_line(flag)[0] for flag in submission.flags] == ["Cấp ủy chưa xác nhận gửi"]

    confirming.confirm(batch=page_batch, **as_link)

    submission.refresh_from_db()
    assert (submission.state, submission.flags) == (SubmissionState.READY, [])


def test_the_letterhead_of_another_body_is_a_doubt(page_receive, read_all, letter, bac_ninh):
    content = letter().decode().replace("TỈNH ỦY BẮC NINH", "THÀNH ỦY HÀ NỘI").replace("Bắc Ninh", "Hà Nội")
    page_receive("a.txt", content.encode())
    (submission,) = read_all()

    assert submission.committee == bac_ninh
    assert "Đầu văn bản ghi cơ quan khác: Thành ủy Hà Nội" in [
        flag_line(flag)[0] for flag in submission.flags
    ]


def test_confirming_settles_no_other_doubt(page_receive, read_all, page_batch, as_link):
    page_receive("a.txt", "VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.".encode())
    read_all()

    confirming.confirm(batch=page_batch, **as_link)

    submission = page_batch.submissions.get()
    assert submission.state == SubmissionState.DOUBTFUL
    assert "no_title" in {flag["code"] for flag in submission.flags}


def test_confirm_again_changes_nothing(page_receive, read_all, page_batch, as_link, now):
    page_receive()
    read_all()
    confirming.confirm(batch=page_batch, **as_link)

    again = confirming.confirm(
        batch=page_batch, actor=as_link["actor"], now=now + datetime.timedelta(hours=1)
    )

    assert (again.receipt_number, again.confirmed_at) == (1, now)


def test_confirm_waits_until_everything_was_read(page_receive, page_batch, as_link):
    page_receive()

    with pytest.raises(Refused, match="Còn 1 tệp đang đọc"):
        confirming.confirm(batch=page_batch, **as_link)


def test_confirm_refuses_what_holds_nothing(page_batch, page_receive, read_all, as_link):
    page_receive("rong.txt", b"")
    read_all()

    with pytest.raises(Refused, match="chưa có gì để xác nhận"):
        confirming.confirm(batch=page_batch, **as_link)


def test_confirm_refuses_a_batch_of_the_desk(on_table, batch, by):
    on_table()

    with pytest.raises(Refused, match="không xác nhận được"):
        confirming.confirm(batch=batch, **by)


def test_after_confirming_nothing_is_added_corrected_or_withdrawn(
    page_receive, read_all, page_batch, as_link, letter
):
    content = letter()
    submission = page_receive("a.txt", content)
    read_all()
    submission.refresh_from_db()
    confirming.confirm(batch=page_batch, **as_link)

    with pytest.raises(Refused, match="không thêm tệp"):
        page_receive("b.txt")
    with pytest.raises(Refused, match="không sửa, không rút"):
        confirming.correct(submission=submission, changed=["title"], version=submission.version, **as_link)
    with pytest.raises(Refused, match="không sửa, không rút"):
        confirming.withdraw(submission=submission, **as_link)
    assert page_receive("a.txt", content) == submission  # the same form sent once more


def test_correct_saves_what_stands_on_the_document_and_lets_a_person_look(
    page_receive, read_all, page_batch, as_link, bac_ninh
):
    page_receive("a.txt", "VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.".encode())
    (submission,) = read_all()
    assert "no_title" in {flag["code"] for flag in submission.flags}
    submission.title, submission.committee = "Góp ý dự thảo", None

    confirming.correct(
        submission=submission, changed=["title", "committee"], version=submission.version, **as_link
    )

    submission.refresh_from_db()
    assert (submission.title, submission.committee) == ("Góp ý dự thảo", bac_ninh)
    assert submission.state == SubmissionState.DOUBTFUL
    assert submission.checked_by is None
    codes = [(flag["code"], flag["values"].get("field")) for flag in submission.flags]
    assert ("corrected", "title") in codes
    assert "no_title" not in {code for code, _field in codes}


def test_correct_keeps_what_the_secretariat_saved_meanwhile(page_receive, read_all, as_link, check):
    page_receive()
    (submission,) = read_all()
    read_at = submission.version
    check(type(submission).objects.get(pk=submission.pk), title="Bản của Ban Thư ký")
    submission.title = "Bản của cấp ủy"

    with pytest.raises(Conflict):
        confirming.correct(submission=submission, changed=["title"], version=read_at, **as_link)

    submission.refresh_from_db()
    assert submission.title == "Bản của Ban Thư ký"


def test_withdraw_keeps_the_row_and_lets_the_file_come_again(page_receive, read_all, as_link, letter):
    content = letter()
    submission = page_receive("a.txt", content)
    read_all()

    confirming.withdraw(submission=submission, **as_link)
    again = page_receive("a.txt", content)

    submission.refresh_from_db()
    assert (submission.state, submission.refusal) == (SubmissionState.REFUSED, Refusal.WITHDRAWN)
    assert submission.file is not None
    assert again.pk != submission.pk
    assert again.state == SubmissionState.WAITING


def test_withdraw_before_reading_leaves_no_bytes(page_receive, as_link, django_capture_on_commit_callbacks):
    submission = page_receive()
    spooled = submission.spool

    with django_capture_on_commit_callbacks(execute=True):
        confirming.withdraw(submission=submission, **as_link)
        confirming.withdraw(submission=submission, **as_link)

    assert not spool.path_of(spooled).exists()


def test_withdraw_refuses_what_is_registered(page_receive, read_all, accept, as_link):
    page_receive()
    (submission,) = read_all()
    accept(submission)

    with pytest.raises(Refused, match="đã vào sổ"):
        confirming.withdraw(submission=submission, **as_link)


def test_a_committee_is_told_of_its_own_earlier_file_only(
    page_receive, read_all, open_page, letter, receive, as_link, ha_noi
):
    content = letter()
    receive("tu-ban-thu-ky.txt", content)  # at the desk, not known yet whose
    read_all()
    Submission.objects.update(committee=None)
    own = page_receive("a.txt", content)
    assert own.state == SubmissionState.WAITING

    again = receiving.receive(
        batch=open_page(key="hai"), name="b.txt", spooled=spool.take_in([content]), **as_link
    )
    other = receiving.receive(
        batch=open_page(committee=ha_noi, key="ba"), name="c.txt", spooled=spool.take_in([content]), **as_link
    )

    assert (again.refusal, again.attaches_to) == (Refusal.RECEIVED, own)
    assert other.state == SubmissionState.WAITING


def test_a_committee_is_told_the_number_of_its_own_document_only(
    page_receive, read_all, accept, open_page, letter, as_link, ha_noi
):
    content = letter()
    page_receive("a.txt", content)
    (submission,) = read_all()
    accept(submission)

    own, other = (
        receiving.receive(batch=batch, name="b.txt", spooled=spool.take_in([content]), **as_link)
        for batch in (open_page(key="hai"), open_page(committee=ha_noi, key="ba"))
    )

    assert (own.refusal, own.known_as.number) == (Refusal.KNOWN, 1)
    assert (other.refusal, other.known_as) == ("", None)


def test_the_secretariat_may_decide_on_what_nobody_confirmed(page_receive, read_all, check, by):
    page_receive()
    (submission,) = read_all()

    assert deciding.accept(submission=check(submission), **by).number == 1


@pytest.mark.django_db(transaction=True)
def test_receipt_numbers_have_no_gap_under_eight_threads(
    workshop, secretary, bac_ninh, now, letter, read_all
):
    system = User.objects.system()
    acting = {"actor": system, "now": now}
    batches = []
    for place in range(24):
        batch = receiving.open_batch(
            workshop=workshop, source=Source.LINK, committee=bac_ninh, idempotency_key=f"k{place}", **acting
        )
        receiving.receive(batch=batch, name="a.txt", spooled=spool.take_in([letter()]), **acting)
        batches.append(batch)
    read_all()
    begin = threading.Barrier(8)

    class ChangedMind(Exception):
        pass

    def confirm_some(place):
        try:
            begin.wait(timeout=30)
            for batch in batches[place % 4 :: 4]:  # two threads at every batch
                try:
                    with transaction.atomic():
                        confirming.confirm(batch=batch, **acting)
                        if batch.pk % 5 == 0 and place < 4:
                            raise ChangedMind
                except ChangedMind:
                    pass
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(confirm_some, range(8)))
    numbers = Batch.objects.filter(receipt_number__isnull=False).order_by("receipt_number")

    assert list(numbers.values_list("receipt_number", flat=True)) == list(range(1, 25))
