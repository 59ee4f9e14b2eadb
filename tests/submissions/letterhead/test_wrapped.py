import datetime

import pytest

from submissions.letterhead.found import SURE
from submissions.letterhead.reading import find_letterhead

LEFT = ["TỈNH ỦY HẢI DƯƠNG", "*", "Số 118-CV/TU", "góp ý dự thảo Quy chế mẫu"]
REST = ["VĂN BẢN MẪU", "Kính gửi: Ban Tổ chức hội thảo mẫu", "Cơ bản nhất trí với dự thảo."]
DAY = datetime.date(2021, 9, 1)


@pytest.mark.parametrize(
    "right",
    [
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương, ngày 01 tháng 9 năm", "2021"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương, ngày 01 tháng 9", "năm 2021"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương, ngày 01", "tháng 9 năm 2021"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương, ngày", "01 tháng 9 năm 2021"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương,", "ngày 01 tháng 9 năm 2021"],
        ["ĐẢNG CỘNG SẢN VIỆT", "NAM", "Hải Dương, ngày 01 tháng", "9 năm 2021"],
        ["ĐẢNG CỘNG SẢN", "VIỆT NAM", "Hải Dương, ngày 01 tháng 9 năm 2021"],
    ],
)
@pytest.mark.parametrize("is_right_first", [True, False])
def test_a_date_or_motto_cut_by_a_narrow_column_is_put_together(right, is_right_first):
    head = [*right, *LEFT] if is_right_first else [*LEFT, *right]

    found = find_letterhead([*head, *REST])

    assert (found.date.value, found.place.value) == (DAY, "Hải Dương")
    assert found.subject.value == "góp ý dự thảo Quy chế mẫu"
    assert found.committee.value == "hai-duong"
    assert min(found.date.confidence, found.subject.confidence) >= SURE


def test_lines_of_both_columns_in_turn_are_put_together():
    head = ["TỈNH ỦY HẢI DƯƠNG\tĐẢNG CỘNG SẢN VIỆT", "*\tNAM", "Số 118-CV/TU\tHải Dương, ngày 01 tháng 9",
            "góp ý dự thảo\tnăm 2021", "Quy chế mẫu"]  # fmt: skip

    found = find_letterhead([*head, *REST])

    assert (found.date.value, found.subject.value) == (DAY, "góp ý dự thảo Quy chế mẫu")
    assert found.family == "party"


def test_a_place_of_several_words_is_put_together():
    head = ["THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH", "*", "Số 118-CV/TU", "góp ý dự thảo Quy chế mẫu",
            "ĐẢNG CỘNG SẢN VIỆT NAM", "Thành phố Hồ Chí", "Minh, ngày 01 tháng 9 năm 2021"]  # fmt: skip

    found = find_letterhead([*head, *REST])

    assert (found.place.value, found.date.value) == ("Thành phố Hồ Chí Minh", DAY)
    assert found.subject.value == "góp ý dự thảo Quy chế mẫu"


def test_signs_after_a_number_are_put_to_it():
    head = ["HỘI ĐỒNG NHÂN DÂN", "TỈNH HẢI DƯƠNG", "Số: 1234/HĐND-", "VP", "V/v góp ý dự thảo Quy chế mẫu",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "Hải Dương, ngày 01 tháng 9 năm 2021"]  # fmt: skip

    found = find_letterhead([*head, *REST])

    assert (found.symbol.value, found.family) == ("1234/HĐND-VP", "state")
    assert found.subject.value == "góp ý dự thảo Quy chế mẫu"


def test_what_is_cut_off_for_good_is_not_sure_and_goes_nowhere_else():
    head = [*LEFT[:2], "Số 118-CV/TU-", "góp ý dự thảo", "Quy chế mẫu", "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Hải Dương, ngày 01 tháng 9"]  # fmt: skip

    found = find_letterhead([*head, *REST])

    assert found.date is None
    assert found.symbol.confidence < SURE
    assert found.subject.value == "góp ý dự thảo Quy chế mẫu"


def test_a_stray_year_is_no_part_of_a_subject_that_does_not_ask_for_it():
    stray = find_letterhead([*LEFT[:3], "2021", LEFT[3], "ĐẢNG CỘNG SẢN VIỆT NAM", *REST])
    own = find_letterhead(
        [*LEFT[:3], "góp ý dự thảo Đề án mẫu đến năm", "2025", "ĐẢNG CỘNG SẢN VIỆT NAM", *REST]
    )

    assert (stray.subject.value, stray.subject.confidence < SURE) == ("góp ý dự thảo Quy chế mẫu", True)
    assert own.subject.value == "góp ý dự thảo Đề án mẫu đến năm 2025"


def test_a_cited_date_of_a_subject_stays_in_it():
    subject = ["trả lời Công văn số 55-", "CV/ĐUCA, ngày 15 tháng 7", "năm 2021 của Đảng ủy mẫu"]

    found = find_letterhead(
        [*LEFT[:3], *subject, "ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Dương, ngày 01 tháng 9 năm 2021", *REST]
    )

    assert found.subject.value == "trả lời Công văn số 55-CV/ĐUCA, ngày 15 tháng 7 năm 2021 của Đảng ủy mẫu"
    assert found.date.value == DAY
