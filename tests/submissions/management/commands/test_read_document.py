import json
import os

import pytest
from django.core.management import CommandError, call_command

from tests.submissions.documents import deleted, docx, inserted, paragraph, table, write, zipped

KEYS = {
    "file", "media_type", "state", "reason", "remedy", "paragraphs", "encoding", "tracked_changes", "pages",
    "letterhead", "warnings",
}  # fmt: skip
FIELDS = {"committee", "symbol", "date", "place", "subject", "signer"}

LETTER = (
    table(
        [
            paragraph("TỈNH ỦY BẮC NINH") + paragraph("*") + paragraph("Số 123-CV/TU"),
            paragraph("ĐẢNG CỘNG SẢN VIỆT NAM") + paragraph("Bắc Ninh, ngày 05 tháng 9 năm 2021"),
        ],
        bordered=False,
    ),
    "VĂN BẢN MẪU",
    paragraph("Cơ bản ", deleted("đồng ý"), inserted("nhất trí"), " với dự thảo."),
)


@pytest.fixture
def read(capsys):
    """Run the command and return its entries, and the words of its refusal."""

    def run(*arguments):
        words = ""
        try:
            call_command("read_document", *map(str, arguments), "--json")
        except CommandError as refusal:
            words = str(refusal)
        return json.loads(capsys.readouterr().out), words

    return run


def test_a_letter_is_shown_with_all_that_was_found(read, tmp_path):
    path = write(tmp_path, "cv.docx", docx(*LETTER))

    (entry,), refusal = read(path)

    assert refusal == ""
    assert entry.keys() >= KEYS
    assert entry["letterhead"].keys() == FIELDS
    assert (entry["file"], entry["state"], entry["reason"], entry["encoding"]) == (
        str(path),
        "read",
        "",
        "unicode",
    )
    assert entry["media_type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert entry["paragraphs"][-1] == "Cơ bản nhất trí với dự thảo."
    assert entry["tracked_changes"] == 2
    assert entry["letterhead"]["committee"]["value"] == "Tỉnh ủy Bắc Ninh"
    assert entry["letterhead"]["symbol"]["value"] == "123-CV/TU"
    assert entry["letterhead"]["date"]["value"] == "2021-09-05"
    assert entry["letterhead"]["symbol"]["confidence"] > 0.9
    assert any("Track Changes" in warning for warning in entry["warnings"])


def test_files_inside_an_archive_are_entries_of_their_own(read, tmp_path):
    inner = zipped({"gop-y.docx": docx("Nhất trí"), "rong.docx": b""})
    mail = "From: mau@example.vn\r\nTo: a@example.vn\r\nSubject: Gui\r\n\r\nKinh gui"

    entries, refusal = read(write(tmp_path, "goi.zip", zipped({"a/gop-y.docx": docx("Nhất trí"), "thu.eml": mail})),
                            write(tmp_path, "hai.zip", inner))  # fmt: skip

    assert [entry["file"].removeprefix(f"{tmp_path}/") for entry in entries][:3] == [
        "goi.zip", "goi.zip/a/gop-y.docx", "goi.zip/thu.eml",
    ]  # fmt: skip
    assert entries[1]["paragraphs"] == ["Nhất trí"]
    assert [entry["state"] for entry in entries[-2:]] == ["read", "refused"]
    assert refusal == f"Không nhận 1 trong số {len(entries)} tệp."


def test_a_folder_is_read_file_by_file(read, tmp_path):
    (tmp_path / "hop-so" / "trong").mkdir(parents=True)
    write(tmp_path / "hop-so", "b.txt", "Hai")
    write(tmp_path / "hop-so" / "trong", "a.txt", "Một")

    entries, _ = read(tmp_path / "hop-so")

    assert [entry["paragraphs"] for entry in entries] == [["Hai"], ["Một"]]


@pytest.mark.parametrize("text", ["TUYỆT MẬT", "Độ mật: Tối mật"])
def test_of_a_secret_file_not_a_word_is_shown(read, tmp_path, text):
    (entry,), refusal = read(write(tmp_path, "cv.docx", docx(text, *LETTER)))

    assert entry["state"] == "refused"
    assert entry["reason"]
    assert entry["remedy"]
    assert (entry["paragraphs"], set(entry["letterhead"].values()), entry["warnings"]) == ([], {None}, [])
    assert (entry["original"], entry["marked"]) == ([], [])
    assert refusal


def test_a_file_that_is_refused_says_why_and_what_to_do(read, tmp_path):
    missing = tmp_path / "khong-co.docx"
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)

    entries, refusal = read(
        missing, pipe, write(tmp_path, "x.docx", b"MZ" + bytes(99)), write(tmp_path, "y.docx", b"")
    )

    assert [entry["state"] for entry in entries] == ["refused"] * 4
    assert all(entry["reason"] and entry["remedy"] and entry.keys() >= KEYS for entry in entries)
    assert entries[0]["file"] == str(missing)
    assert refusal == "Không nhận 4 trong số 4 tệp."


def test_a_path_that_no_system_has_is_a_missing_file(read):
    (entry,), _ = read("ạ" * 300)

    assert (entry["state"], entry["paragraphs"]) == ("refused", [])


def test_macros_stop_a_file(read, tmp_path):
    (entry,), _ = read(write(tmp_path, "x.docm", docx("x", parts={"word/vbaProject.bin": b"x"})))

    assert entry["state"] == "refused"
    assert "macro" in entry["reason"]


def test_people_read_vietnamese(capsys, tmp_path):
    call_command("read_document", str(write(tmp_path, "cv.docx", docx(*LETTER))), "--no-ocr")

    shown = capsys.readouterr().out
    assert "cv.docx – đã đọc" in shown
    assert "Số, ký hiệu: 123-CV/TU" in shown
    assert "Cơ bản nhất trí với dự thảo." in shown
