import datetime
import unicodedata

import pytest

from submissions.letterhead.outside import day_of_file, hints_of_file, hints_of_sender, symbol_of_file
from submissions.letterhead.reading import find_letterhead


@pytest.mark.parametrize(
    ("file_name", "symbol"),
    [
        ("123-CV-TU Bac Ninh.docx", "123-CV/TU"),
        ("123-CVTU_BN.pdf", "123-CV/TU"),
        ("cv_123_tu.doc", "123-CV/TU"),
        ("Số 45-BC.VPTU ngày 5.8.2021.docx", "45-BC/VPTU"),
        ("123-UBND-NC.pdf", "123/UBND-NC"),
        ("000-CV-TU.pdf", ""),
        ("Góp ý của Thành ủy Hải Phòng.doc", ""),
    ],
)
def test_symbol_of_a_file_name(file_name, symbol):
    assert symbol_of_file(file_name) == symbol


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("123-CV-TU Bac Ninh.docx", "Bắc Ninh"),
        ("123-CVTU_BN.pdf", "Bắc Ninh"),
        ("Góp ý của Thành ủy Hải Phòng.doc", "Hải Phòng"),
        (unicodedata.normalize("NFD", "Góp_ý_của_Tỉnh_ủy_Đắk_Lắk.docx"), "Đắk Lắk"),
        ("tinh uy ba ria vung tau.pdf", "Bà Rịa - Vũng Tàu"),
        ("GopY_BacNinh.docx", "Bắc Ninh"),
        ("TU TP.HCM gop y.docx", "Thành phố Hồ Chí Minh"),
    ],
)
def test_name_in_a_file_name(file_name, name):
    assert hints_of_file(file_name)[0].name == name


@pytest.mark.parametrize(
    "file_name", ["Gửi Bắc Ninh.docx", "Cong an tinh Bac Ninh.docx", "UBND tỉnh Bắc Ninh.docx"]
)
def test_name_of_a_receiver_or_another_body_says_little(file_name):
    assert hints_of_file(file_name)[0].confidence <= 0.25


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Văn phòng Tỉnh ủy Bắc Ninh <vptu@example.vn>", "Bắc Ninh"),
        ("Văn thư <vptinhuybacninh@example.vn>", "Bắc Ninh"),
        ("vanthu@tinhuy.bacninh.example.vn", "Bắc Ninh"),
        ("=?utf-8?b?VGjDoG5oIOG7p3kgSOG6o2kgUGjDsm5n?= <vt@example.vn>", "Hải Phòng"),
    ],
)
def test_name_in_a_sender(sender, name):
    assert hints_of_sender(sender)[0].name == name


@pytest.mark.parametrize("name", ["05.8.2021", "05-08-2021", "2021-08-05", "20210805"])
def test_day_in_a_file_name(name):
    assert day_of_file(f"123-CV-TU {name}.docx") == datetime.date(2021, 8, 5)


def test_candidates_come_from_file_and_sender_of_a_document_without_text():
    letterhead = find_letterhead(
        [],
        file_name="123-CVTU_BN.pdf",
        sender="Văn phòng Tỉnh ủy Bắc Ninh <a@example.vn>",
        day=datetime.date(2026, 8, 5),
    )

    assert letterhead.candidates["symbol"][0].value == "123-CV/TU"
    assert letterhead.candidates["committee"][0].value == "bac-ninh-2025"
    assert letterhead.symbol is None
