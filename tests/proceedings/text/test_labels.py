import unicodedata

import pytest

from proceedings.text.labels import find_label, read_label, written_mark
from proceedings.text.provisions import Kind


@pytest.mark.parametrize(
    ("line", "kind", "mark", "number", "rest"),
    [
        ("Điều 5. Trách nhiệm", "dieu", "Điều 5.", "5", "Trách nhiệm"),
        ("ĐIỀU 12a: Tên", "dieu", "ĐIỀU 12a:", "12a", "Tên"),
        ("Điều 7 Phạm vi", "dieu", "Điều 7", "7", "Phạm vi"),
        ("Chương II QUY ĐỊNH", "chuong", "Chương II", "II", "QUY ĐỊNH"),
        ("CHƯƠNG 3", "chuong", "CHƯƠNG 3", "3", ""),
        ("Phần thứ nhất NHỮNG", "phan", "Phần thứ nhất", "thứ nhất", "NHỮNG"),
        ("Mục 1. TÊN", "muc", "Mục 1.", "1", "TÊN"),
        ("Tiểu mục 2 TÊN", "tieu_muc", "Tiểu mục 2", "2", "TÊN"),
        ("2. Kịp thời.", "khoan", "2.", "2", "Kịp thời."),
        ("3a) Kịp thời", "khoan", "3a)", "3a", "Kịp thời"),
        ("đ) Bổ nhiệm", "diem", "đ)", "đ", "Bổ nhiệm"),
        ("d1) Khác", "diem", "d1)", "d1", "Khác"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_label_is_told_from_the_words_and_kept_as_printed(form, line, kind, mark, number, rest):
    printed = unicodedata.normalize(form, line)

    label = find_label(printed)

    assert label is not None
    assert label.kind == kind
    assert label.number == number
    assert (label.mark, label.rest) == (unicodedata.normalize(form, mark), unicodedata.normalize(form, rest))


@pytest.mark.parametrize(
    "line",
    ["Chương trình phối hợp", "Mục tiêu chung", "Kính gửi", "", "2021", "12,5 triệu", "Điều này quy định"],
)
def test_false_friends_open_nothing(line):
    assert find_label(line) is None
    assert read_label(line, Kind.TEXT) is None


@pytest.mark.parametrize(
    ("kind", "number", "mark"),
    [
        (Kind.CHUONG, "II", "Chương II"), (Kind.DIEU, "5", "Điều 5."), (Kind.KHOAN, "2", "2."), (Kind.DIEM, "đ", "đ)"),
        (Kind.PHAN, "thứ hai", "Phần thứ hai"), (Kind.TEXT, "1", ""), (Kind.KHOAN, "", ""),
    ],
)  # fmt: skip
def test_a_mark_is_written_as_today(kind, number, mark):
    assert written_mark(kind, number) == mark
