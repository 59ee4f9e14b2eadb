import os

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from submissions import spool
from submissions.models import ReceivedFile, Submission
from submissions.operations import deciding, examining
from submissions.vocabulary import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def test_what_was_read_is_on_the_table_with_its_file(on_table, letter):
    content = letter(number=123)

    submission = on_table("thu.txt", content)

    assert submission.text.splitlines()[2] == "Số 123-CV/TU"
    assert (submission.symbol, submission.spool) == ("123-CV/TU", "")
    with submission.file.file.open("rb") as kept:
        assert kept.read() == content


def test_an_empty_file_is_refused_with_its_problem_and_wiped(on_table):
    submission = on_table("rong.docx", b"")

    assert (submission.state, submission.refusal, submission.problem) == ("refused", "unreadable", "empty")
    assert (submission.file, submission.spool) == (None, "")


def test_a_job_run_twice_reads_once(receive, read_all, by):
    submission = receive()
    read_all()

    assert examining.begin(submission=submission, **by) is False


def test_a_file_that_was_cut_off_is_taken_up_again_but_not_for_ever(receive, by):
    submission = receive()

    tries = [examining.begin(submission=submission, **by) for _ in range(examining.MOST_ATTEMPTS + 1)]

    submission.refresh_from_db()
    assert tries == [True] * examining.MOST_ATTEMPTS + [False]
    assert (submission.state, submission.problem) == ("refused", "reader_failed")


def test_a_secret_leaves_nothing(receive, read_all, django_capture_on_commit_callbacks):
    content = "TỈNH ỦY MẪU\nMẬT\nSố 9-BC/TU\nNội dung không được lưu".encode()
    submission = receive("Báo cáo tuần.txt", content)
    spooled = submission.spool

    read_all()

    submission.refresh_from_db()
    assert (submission.state, submission.refusal) == ("refused", Refusal.SECRECY)
    assert (submission.name, submission.sha256, submission.size, submission.text) == ("", "", 0, "")
    assert not spool.path_of(spooled).exists()
    assert not ReceivedFile.objects.exists()


def test_a_secret_leaves_nothing_in_any_table(receive, read_all):
    receive("Tên tệp kín canary.txt", "TỈNH ỦY MẪU\nMẬT\nSố 9-BC/TU\ncanary nội dung".encode())
    read_all()

    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%%canary%%'")
            assert cursor.fetchone()[0] == 0, table


def test_a_disk_that_is_full_leaves_no_row_and_no_bytes(receive, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    before = spool.names()
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        receive()

    assert spool.names() == before
    assert not Submission.objects.exists()


def test_the_file_is_kept_once_however_often_it_comes(on_table, letter, by):
    content = letter()
    first = on_table("a.txt", content)
    deciding.refuse(submission=first, reason="Thử lại", **by)
    second = on_table("b.txt", content)

    assert first.file.file.name == second.file.file.name
    assert default_storage.size(first.file.file.name) == len(content)


def test_bytes_that_are_gone_end_as_refused(receive, read_all):
    submission = receive()
    spool.discard(submission.spool)

    read_all()

    submission.refresh_from_db()
    assert (submission.state, submission.problem) == ("refused", "reader_failed")
