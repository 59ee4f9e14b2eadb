import datetime
import shutil
import subprocess

import pytest
from django.conf import settings

from submissions.letterhead.reading import find_letterhead

DATA = settings.BASE_DIR.parent / "shared" / "data" / "real"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the real documents are not at {DATA}")


def lines(name):
    return (DATA / name).read_text(encoding="utf-8-sig").split("\n")


def converted(name, folder):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text",
         "--outdir", folder, DATA / name],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return next(folder.glob("*.txt")).read_text(encoding="utf-8-sig").split("\n")


def read(paragraphs):
    found = find_letterhead(paragraphs)
    return [one and one.value for one in (found.body, found.symbol, found.date, found.subject, found.signer)]


def test_decree_of_the_gazette_is_read():
    body, symbol, date, subject, signer = read(lines("nghi-dinh-185-2026.transcript.txt"))

    assert (body, symbol, date) == ("CHÍNH PHỦ", "185/2026/NĐ-CP", datetime.date(2026, 5, 26))
    assert subject.startswith("NGHỊ ĐỊNH Quy định về tổ chức, hoạt động của thôn")
    assert subject.endswith("ở thôn, tổ dân phố")
    assert signer == "Phạm Thị Thanh Trà"


def test_decree_without_a_letterhead_is_read_from_its_title():
    body, symbol, date, subject, signer = read(lines("nghi-dinh-117-2003-tcvn3.transcript.txt"))

    assert (body, symbol, date) == (None, "117/2003/NĐ-CP", datetime.date(2003, 10, 10))
    assert subject.startswith("về việc tuyển dụng")
    assert signer == "Phan Văn Khải"


def test_draft_leaves_number_date_and_signer_open():
    body, symbol, date, subject, signer = read(lines("quy-che-chi-tieu-2007-vni.transcript.txt"))

    assert body == "BQL CÁC KHU CÔNG NGHIỆP BÀ RỊA – VŨNG TÀU"
    assert (symbol, date, signer) == (None, None, None)
    assert subject.startswith("QUYẾT ĐỊNH Ban hành Quy chế chi tiêu nội bộ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "quy-che-phoi-hop-04-2014-QD-TTg.doc",
            ["THỦ TƯỚNG CHÍNH PHỦ", "04/2014/QĐ-TTg", datetime.date(2014, 1, 14),
             "QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH QUY CHẾ PHỐI HỢP TRONG GIẢI QUYẾT TRANH CHẤP ĐẦU TƯ QUỐC TẾ",
             "Nguyễn Tấn Dũng"],
        ),
        (
            "quyet-dinh-5134-2010-UBND-TPHCM.docx",
            ["ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "5134/QĐ-UBND", datetime.date(2010, 11, 17),
             "QUYẾT ĐỊNH Ban hành Quy định công tác trực ban phòng, chống lụt, bão, thiên tai và tìm kiếm cứu "
             "nạn trên địa bàn thành phố", "Nguyễn Trung Tín"],
        ),
    ],
)  # fmt: skip
def test_decisions_in_word_are_read(name, expected, tmp_path):
    assert read(converted(name, tmp_path)) == expected


def test_report_of_the_press_has_no_letterhead():
    letterhead = find_letterhead(
        (DATA.parent / "workshop-2021-09-07.article.txt").read_text("utf-8").split("\n")
    )

    assert (letterhead.committee, letterhead.symbol, letterhead.date, letterhead.signer) == (
        None,
        None,
        None,
        None,
    )
