import pytest

from submissions.readers.cut_lines import goes_on


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Bắc Ninh, ngày 01 tháng 9 năm", "2021"),
        ("Bắc Ninh, ngày 01 tháng 9", "năm 2021"),
        ("Bắc Ninh, ngày 01", "tháng 9 năm 2021"),
        ("Bắc Ninh, ngày", "01 tháng 9 năm 2021"),
        ("Thành phố Hồ Chí Minh,", "ngày 01 tháng 9 năm 2021"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"),
        ("ĐẢNG CỘNG SẢN VIỆT", "NAM"),
        ("Độc lập - Tự do -", "Hạnh phúc"),
        ("Số: 1234/HĐND-", "VP"),
        ("Số 4270-", "CV/VPTU"),
    ],
)
def test_what_a_column_has_cut_goes_on(line, following):
    assert goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Bắc Ninh, ngày 01 tháng 9 năm 2021", "2021"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "NAM"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Bắc Ninh, ngày 01 tháng 9 năm 2021"),
        ("Số 118-CV/TU", "góp ý dự thảo"),
        ("Số: 1234/HĐND-", "V/v góp ý dự thảo"),
        ("- Như trên,", "- Lưu Văn phòng"),
        ("TỈNH ỦY BẮC NINH", "VĂN PHÒNG"),
    ],
)
def test_lines_of_their_own_stay_apart(line, following):
    assert not goes_on(line, following)
