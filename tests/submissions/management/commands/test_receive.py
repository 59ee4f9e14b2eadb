import datetime
import json

import pytest
from django.core.management import CommandError, call_command

from proceedings.models import Contribution
from proceedings.queries.integrity import verify_all
from submissions.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, letter):
    """Three letters, one in a folder below, and two files that nobody can read."""
    (tmp_path / "dot").mkdir()
    (tmp_path / "a.txt").write_bytes(letter())
    (tmp_path / "b.txt").write_bytes(letter())
    (tmp_path / "dot" / "c.txt").write_bytes(letter())
    (tmp_path / "rong.docx").write_bytes(b"")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "~$a.docx").write_bytes(b"lock file of an editor")
    return tmp_path


@pytest.fixture
def receive_command(workshop, capsys):
    """Run the command; return its exit status and what it printed as JSON."""

    def run(*arguments):
        status = 0
        try:
            call_command("receive", workshop.slug, *map(str, arguments), "--json")
        except SystemExit as end:
            status = end.code
        return status, json.loads(capsys.readouterr().out)

    return run


def test_every_file_is_accounted_for(folder, receive_command):
    status, rows = receive_command(folder)

    assert status == 1
    assert {row["file"]: row["state"] for row in rows} == {
        "a.txt": "waiting", "b.txt": "waiting", "dot/c.txt": "waiting",
        "rong.docx": "refused", "hong.docx": "refused",
    }  # fmt: skip
    assert all(row["reason"] and row["remedy"] for row in rows if row["state"] == "refused")
    assert verify_all()[1] == []


def test_a_second_run_says_which_number_a_file_has(folder, receive_command, accept):
    receive_command(folder)
    for submission in Submission.objects.open().in_order():
        accept(submission, document_on=datetime.date(2021, 9, 3))

    status, rows = receive_command(folder / "a.txt", folder / "b.txt", folder / "dot")

    assert status == 0
    assert [(row["state"], row["number"]) for row in rows] == [("known", 1), ("known", 2), ("known", 3)]
    assert "số 1" in rows[0]["reason"]
    assert Contribution.objects.count() == 3


def test_accept_registers_only_what_needs_no_person(folder, receive_command):
    (folder / "ghi chú.txt").write_text("VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.")

    _status, rows = receive_command(folder / "a.txt", folder / "ghi chú.txt", "--accept")

    assert [(row["state"], row["number"]) for row in rows] == [("accepted", 1), ("waiting", None)]
    assert "Chưa rõ cơ quan gửi" in rows[1]["reason"]
    assert Contribution.objects.get().body == "Tỉnh ủy Bắc Ninh"


def test_a_file_that_is_not_there_is_refused_and_the_others_go_on(folder, receive_command):
    status, rows = receive_command(folder / "khong-co.txt", folder / "a.txt")

    assert (status, [row["state"] for row in rows]) == (1, ["refused", "waiting"])
    assert "đường dẫn" in rows[0]["remedy"]


def test_an_unknown_workshop_or_account_says_which_are_known(folder, workshop):
    with pytest.raises(CommandError, match="Known: hoi-thao-mau"):
        call_command("receive", "khong-co", str(folder))
    with pytest.raises(CommandError, match="There is no account"):
        call_command("receive", workshop.slug, str(folder), "--by", "khong-co")


def test_it_is_readable_without_json(folder, workshop, capsys):
    (folder / "ghi chú.txt").write_text("VĂN BẢN MẪU\nCơ bản nhất trí với dự thảo.")

    call_command("receive", workshop.slug, str(folder / "ghi chú.txt"))

    out = capsys.readouterr().out
    assert "waiting: ghi chú.txt" in out
    assert "Mở hồ sơ ở bàn tiếp nhận" in out


def test_without_files_or_a_mailbox_it_says_what_to_name(workshop):
    with pytest.raises(CommandError, match="Name the files"):
        call_command("receive", workshop.slug)
    with pytest.raises(CommandError, match="set KYYEU_IMAP_URL"):
        call_command("receive", "--imap")
    with pytest.raises(CommandError, match="the settings say"):
        call_command("receive", workshop.slug, "--imap")


def test_the_same_bytes_twice_in_a_folder_have_one_number(tmp_path, letter, receive_command):
    content = letter()
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_bytes(content)

    _status, rows = receive_command(tmp_path, "--accept")

    assert [(row["state"], row["number"]) for row in rows] == [("accepted", 1), ("known", 1)]
    assert "số 1" in rows[1]["reason"]
