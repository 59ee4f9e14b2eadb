import difflib
import io
import json
import re
import shutil
import subprocess
import unicodedata

import pytest
from django.core.management import call_command

from proceedings.models import Contribution
from proceedings.queries.integrity import verify_all
from submissions.delivery import deliver
from submissions.jail.convert import find_converter
from submissions.letterhead.found import SURE
from submissions.models import Submission
from tests.submissions import real_files

REAL = real_files.folder()
pytestmark = [
    pytest.mark.skipif(bool(real_files.missing()), reason=real_files.missing() or "they are there"),
    pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed"),
]

KEYS = {
    "file", "media_type", "state", "reason", "remedy", "paragraphs", "encoding", "tracked_changes", "pages",
    "letterhead", "warnings",
}  # fmt: skip
FIELDS = {"committee", "symbol", "date", "place", "subject", "signer"}

#: Read by eye in each document: what its letterhead says; "" where it says nothing of the kind.
SEEN = {
    "nghi-dinh-117-2003-tcvn3.doc": {
        "committee": "", "symbol": "117/2003/NĐ-CP", "date": "2003-10-10", "place": "",
        "subject": "về việc tuyển dụng, sử dụng và quản lý cán bộ, công chức trong các cơ quan nhà nước",
        "signer": "Phan Văn Khải",
    },
    "quy-che-chi-tieu-2007-vni.doc": {
        "committee": "", "symbol": "", "date": "", "place": "Vũng Tàu", "signer": "",
        "subject": "QUYẾT ĐỊNH Ban hành Quy chế chi tiêu nội bộ, quản lý và sử dụng tài sản công của "
        "BQL các KCN. BR – VT",
    },
    "quy-che-phoi-hop-04-2014-QD-TTg.doc": {
        "committee": "", "symbol": "04/2014/QĐ-TTg", "date": "2014-01-14", "place": "Hà Nội",
        "subject": "QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH QUY CHẾ PHỐI HỢP TRONG GIẢI QUYẾT TRANH CHẤP ĐẦU TƯ QUỐC TẾ",
        "signer": "Nguyễn Tấn Dũng",
    },
    "quyet-dinh-5134-2010-UBND-TPHCM.docx": {
        "committee": "", "symbol": "5134/QĐ-UBND", "date": "2010-11-17", "place": "TP. Hồ Chí Minh",
        "subject": "QUYẾT ĐỊNH Ban hành Quy định công tác trực ban phòng, chống lụt, bão, thiên tai và tìm kiếm "
        "cứu nạn trên địa bàn thành phố",
        "signer": "Nguyễn Trung Tín",
    },
    "nghi-dinh-185-2026.pdf": {
        "committee": "", "symbol": "185/2026/NĐ-CP", "date": "2026-05-26", "place": "Hà Nội",
        "subject": "NGHỊ ĐỊNH Quy định về tổ chức, hoạt động của thôn, tổ dân phố và chế độ, chính sách đối với "
        "người hoạt động không chuyên trách ở thôn, tổ dân phố",
        "signer": "Phạm Thị Thanh Trà",
    },
    "nghi-quyet-99-2026-scan.pdf": dict.fromkeys(sorted(FIELDS), ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def entries():
    """What ``read_document --json`` says of every file of the folder, by its name."""
    out = io.StringIO()
    call_command("read_document", str(REAL), "--json", "--no-ocr", stdout=out)
    return {entry["file"].rpartition("/")[2]: entry for entry in json.loads(out.getvalue())}


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).replace("_", " "))


def share_found(wanted, given):
    """The share of words that stand in both texts in the same order."""
    blocks = difflib.SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def transcript(name):
    return (REAL / f"{name.rpartition('.')[0]}.transcript.txt").read_text(encoding="utf-8-sig")


def without_blanks(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def test_every_file_is_read_and_its_entry_has_the_promised_keys(entries):
    assert set(entries) == {path.name for path in REAL.iterdir()}
    for entry in entries.values():
        assert entry.keys() >= KEYS
        assert set(entry["letterhead"]) == FIELDS
        assert all(
            found is None or found.keys() >= {"value", "confidence"} for found in entry["letterhead"].values()
        )
        assert bool(entry["reason"]) == bool(entry["remedy"]) == (entry["state"] != "read")


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("nghi-dinh-117-2003-tcvn3.doc", "tcvn3"), ("quy-che-chi-tieu-2007-vni.doc", "vni")],
)
def test_legacy_documents_have_the_words_of_their_transcripts(entries, name, encoding):
    entry = entries[name]

    assert entry["encoding"] == encoding
    assert share_found(words(transcript(name)), words("\n".join(entry["paragraphs"]))) >= 0.995


def test_legacy_document_adds_no_words_of_its_own(entries):
    given = words("\n".join(entries["nghi-dinh-117-2003-tcvn3.doc"]["paragraphs"]))

    assert share_found(given, words(transcript("nghi-dinh-117-2003-tcvn3.doc"))) >= 0.998


@pytest.mark.parametrize(
    "name", ["quy-che-phoi-hop-04-2014-QD-TTg.doc", "quyet-dinh-5134-2010-UBND-TPHCM.docx"]
)
def test_text_is_what_libreoffice_shows(entries, name, tmp_path):
    subprocess.run(
        [find_converter(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, REAL / name],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shown = next(tmp_path.glob("*.txt")).read_text(encoding="utf-8-sig")

    assert without_blanks("\n".join(entries[name]["paragraphs"])) == without_blanks(shown)


def test_gazette_has_the_words_of_its_transcript_and_no_running_heads(entries):
    given = "\n".join(entries["nghi-dinh-185-2026.pdf"]["paragraphs"])
    wanted = re.sub(
        r"(?m)^(?:\d+\s*)?CÔNG BÁO/Số.*$|^(?:Ký bởi|Cơ quan|Ngày ký):.*$|^\d+$|^_+$",
        "",
        transcript("nghi-dinh-185-2026.pdf"),
    )

    assert "CÔNG BÁO" not in given
    assert share_found(words(wanted), words(given)) >= 0.995
    assert share_found(words(given), words(wanted)) >= 0.995


def test_scan_needs_recognition_or_a_person(entries):
    entry = entries["nghi-quyet-99-2026-scan.pdf"]

    assert (entry["state"], entry["problem"], entry["pages"]) == ("needs_person", "no_text", 4)


@pytest.mark.parametrize("name", sorted(SEEN))
def test_letterheads_are_right_or_empty(entries, name):
    found = {field: value for field, value in entries[name]["letterhead"].items() if value}

    assert {field: value["value"] for field, value in found.items()} == {
        field: value for field, value in SEEN[name].items() if value
    }
    assert found.get("symbol", {"confidence": 1})["confidence"] > 0.8


@pytest.mark.parametrize(
    "name", sorted(path.name for path in REAL.glob("regulation-*")) if REAL.is_dir() else []
)
def test_files_without_a_letterhead_have_no_sure_field(entries, name):
    found = entries[name]["letterhead"].values()

    assert [value for value in found if value and value["confidence"] >= SURE] == []


@pytest.mark.django_db
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_scan_is_recognised_and_waits_for_a_person(workshop, secretary, now):
    [outcome] = deliver(
        workshop, [REAL / "nghi-quyet-99-2026-scan.pdf"], is_accepting=True, actor=secretary, now=now
    )

    assert outcome.state == "waiting"
    assert outcome.reason


@pytest.mark.django_db
def test_folder_is_accounted_for_and_a_second_run_knows_every_number(workshop, secretary, now, accept):
    first = list(deliver(workshop, [REAL], is_accepting=True, actor=secretary, now=now))
    for submission in Submission.objects.open().in_order():
        accept(submission, symbol="")  # a transcript has the number of its document
    again = list(deliver(workshop, [REAL], is_accepting=True, actor=secretary, now=now))

    names = sorted(path.name for path in REAL.iterdir())
    assert sorted(outcome.file for outcome in first) == names
    assert {outcome.state for outcome in first} <= {"accepted", "waiting"}
    assert [(outcome.file, outcome.state) for outcome in again] == [(name, "known") for name in names]
    assert sorted(outcome.number for outcome in again) == list(range(1, len(names) + 1))
    assert all(f"số {outcome.number}" in outcome.reason for outcome in again)
    assert Contribution.objects.count() == len(names)
    assert verify_all()[1] == []
