import pytest

from submissions.letterhead.numbers import Slip, find_number, read_bare_number
from submissions.letterhead.pieces import read_lines

#: The signs of the domain notes, I: all of them were met in real documents.
REAL = [
    "36-HD/VPTW", "09-QĐi/TW", "2684-QĐ/HVCTQG", "58-KH/BTGTW", "4270-CV/VPTU", "06-CT/TU", "12-NQ/ĐU", "30/2020/NĐ-CP",
    "64/2025/QH15", "4366/BGDĐT-PC", "119/QĐ-BNN-QLDN", "1627/2001/QĐ-NHNN", "01/QCPH/UBND-UBMTTQ", "03/VBHN-VPQH",
    "123-CV/TU", "15/QĐ-UBND", "127-QĐ/TW", "123/UBND-NC",
]  # fmt: skip


def piece(text):
    return next(iter(read_lines([text], [0])))


@pytest.mark.parametrize("sign", REAL)
@pytest.mark.parametrize("label", ["Số ", "Số: ", "Số:", "Số : ", "SỐ ", "Sô "])
def test_real_signs_are_read_with_any_label(sign, label):
    number = find_number(piece(label + sign))

    assert (number.value, number.slip) == (sign, Slip.NONE)


@pytest.mark.parametrize("sign", REAL)
def test_real_signs_are_read_without_a_label_and_less_sure(sign):
    number = read_bare_number(piece(sign))

    assert (number.value, number.slip) == (sign, Slip.NO_LABEL)


@pytest.mark.parametrize(
    ("written", "value", "is_whole"),
    [
        ("Số 367 - QĐ/TWĐTN-VPĐOÀN", "367-QĐ/TWĐTN-VPĐOÀN", True),
        ("Số 123–CV/TU", "123-CV/TU", True),
        ("Số 123-CV/T.U", "123-CV/TU", True),
        ("Số 123-CV/TU.", "123-CV/TU", True),
        ("Số 1O3-CV/TU", "103-CV/TU", False),
        ("Số l23-CV/TU", "123-CV/TU", False),
        ("Số 12-QD/TU", "12-QĐ/TU", False),
        ("Số 12-CV\\TU", "12-CV/TU", False),
        ("Số 12-CVlTU", "12-CV/TU", False),
        ("Số 12 CV TU", "12-CV/TU", False),
        ("Số: 1639/CAT-PV0l", "1639/CAT-PV01", False),
        ("Số 12S-CV/TU", "12S-CV/TU", False),
    ],
)
def test_spoilt_signs_are_put_right_and_said_to_be(written, value, is_whole):
    number = find_number(piece(written))

    assert number.value == value
    assert (number.slip is Slip.NONE) is is_whole


@pytest.mark.parametrize("text", ["Số 294/Ngày 31-05-2026", "Số liệu 12", "Số 01 điểm cầu", "Sốt 12-CV/TU"])
def test_words_after_a_label_are_no_sign(text):
    number = find_number(piece(text))

    assert number is None
