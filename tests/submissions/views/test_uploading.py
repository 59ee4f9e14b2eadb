import errno
import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from submissions import spool
from submissions.models import Batch, Submission
from submissions.operations import receiving
from submissions.views import uploading
from tests.submissions.views.conftest import DESK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workshop")]
UPLOAD = f"{DESK}upload/"
JSON = {"Accept": "application/json"}


def send(browser, *files, token="mot", headers=JSON, **fields):
    """Send files as the script does, or as a plain form where ``headers`` is None."""
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return browser.post(UPLOAD, {"files": uploads, "form_token": token, **fields}, headers=headers)


def test_a_file_from_the_script_waits_to_be_read(desk, letter):
    answer = send(desk, ("thu.txt", letter()), path="huyen/thu.txt")

    submission = Submission.objects.get()
    assert answer.json() == {"files": [{"file": "huyen/thu.txt", "reason": "", "remedy": ""}]}
    assert (submission.name, submission.state) == ("huyen/thu.txt", "waiting")
    assert spool.names() >= {submission.spool}


def test_files_of_one_token_are_one_batch_and_sending_again_is_harmless(desk, letter):
    first, second = letter(), letter()
    send(desk, ("a.txt", first))
    send(desk, ("b.txt", second))
    send(desk, ("a.txt", first))
    send(desk, ("c.txt", letter()), token="hai")

    assert Batch.objects.count() == 2
    assert list(Submission.objects.order_by("pk").values_list("name", flat=True)) == [
        "a.txt",
        "b.txt",
        "c.txt",
    ]


def test_a_plain_form_sends_several_files_and_tells_how_many(desk, letter):
    answer = send(desk, ("a.txt", letter()), ("b.txt", letter()), headers=None)

    assert answer.status_code == 302
    assert "Đã nhận 2 tệp" in desk.get(DESK).content.decode()
    assert Submission.objects.count() == 2


def test_nothing_chosen_is_told(desk):
    assert send(desk).status_code == 400
    assert Batch.objects.count() == 0


def test_a_file_that_is_too_large_is_left_out_and_the_others_go_on(desk, letter, monkeypatch):
    monkeypatch.setattr("submissions.forms.upload.LARGEST", 5_000)

    answer = send(desk, ("to.txt", b"x" * 200_000), ("thu.txt", letter(body="ngắn")), headers=None)

    text = desk.get(DESK).content.decode()
    assert answer.status_code == 302
    assert "“to.txt”: Tệp lớn hơn 50 MB nên chưa được nhận." in text
    assert "Đã nhận 1 tệp" in text
    assert Submission.objects.get().name == "thu.txt"


def test_a_request_that_is_far_too_large_is_not_read(desk, monkeypatch):
    monkeypatch.setattr(uploading, "LARGEST_REQUEST", 1_000)

    answer = send(desk, ("to.txt", b"x" * 5_000))

    assert answer.status_code == 413
    assert "50 MB" in answer.json()["files"][0]["reason"]
    assert not Submission.objects.exists()


def test_a_full_disk_is_told_and_nothing_half_written_is_left(desk, letter, monkeypatch):
    send(desk, ("truoc.txt", letter()))
    before = spool.names()

    def is_full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", is_full)
        answer = send(desk, ("sau.txt", letter()))

    assert answer.status_code == 507
    assert "hết chỗ lưu" in answer.json()["files"][0]["reason"]
    assert spool.names() == before
    assert Submission.objects.count() == 1


def test_a_known_file_is_told_with_its_number(desk, letter, on_table, accept):
    content = letter()
    accept(on_table("a.txt", content))

    answer = send(desk, ("b.txt", content))

    assert "số 1" in answer.json()["files"][0]["reason"]


def test_a_name_that_says_secret_is_not_repeated(desk, letter):
    answer = send(desk, ("TỐI MẬT - thu.txt", letter()))

    assert answer.status_code == 200
    assert answer.json()["files"][0]["file"] == ""
    assert "TỐI MẬT" not in answer.content.decode()
    assert Submission.objects.get().refusal == "secrecy"


def test_a_stopped_batch_takes_nothing_more_and_leaves_nothing(desk, letter, by):
    send(desk, ("a.txt", letter()))
    receiving.stop(batch=Batch.objects.get(), **by)
    before = spool.names()

    answer = send(desk, ("b.txt", letter()))

    assert answer.status_code == 409
    assert "đã dừng" in answer.json()["files"][0]["reason"]
    assert spool.names() == before


def test_sending_asks_for_the_token_of_the_page(secretary, letter):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(secretary)

    assert send(browser, ("a.txt", letter())).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.get(DESK).content.decode())[1]
    assert send(browser, ("a.txt", letter()), csrfmiddlewaretoken=token).status_code == 200


def test_who_only_looks_on_sends_nothing(onlooker, letter):
    assert send(onlooker, ("a.txt", letter())).status_code == 403
    assert not Submission.objects.exists()
