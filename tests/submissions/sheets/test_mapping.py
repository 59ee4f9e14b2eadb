import pytest

from submissions.readers.document import Sheet
from submissions.sheets.columns import TEMPLATE, Content
from submissions.sheets.mapping import contents_of, key_of, lay_out, lay_out_at, numbered_rows
from tests.submissions.sheets.tables import HEADINGS, row, sheet


def laid_out(*rows, **remembered):
    return lay_out(Sheet("Bảng", tuple(map(tuple, rows))), remembered=remembered)


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Số/KH", "symbol"),
        ("Số, ký hiệu văn bản", "symbol"),
        ("SỐ KÝ HIỆU", "symbol"),
        ("So ky hieu", "symbol"),
        ("Số kí hiệu", "symbol"),
        ("Đơn vị", "body"),
        ("Cơ quan, đơn vị góp ý", "body"),
        ("Chủ thể góp ý", "body"),
        ("Tỉnh ủy, Thành ủy", "committee"),
        ("TỈNH UỶ, THÀNH UỶ", "committee"),
        ("Cấp ủy *", "committee"),
        ("Nội dung góp ý", "text"),
        ("Nội dung ý kiến", "text"),
        ("Trích yếu\nnội dung", "title"),
        ("Ngày, tháng văn bản (dd/mm/yyyy)", "document_on"),
        ("Ngày đến", "received_on"),
        ("Người ký", "signer_name"),
        ("Chức vụ người ký", "signer_post"),
        ("Hình thức", "form"),
        ("Quan điểm chung", "stance"),
        ("Nhóm vấn đề", "theme"),
        ("Ghi chú", "note"),
        ("STT", "position"),
        ("TT", "position"),
        ("#", "position"),
        ("Số, ngày văn bản", "symbol_and_date"),
        ("Người trình bày", "author_name"),
        ("Tóm tắt", "summary"),
        ("Nội dung góp ý cụ thể vào dự thảo Quy chế", "text"),
        ("Điện thoại", ""),
        ("", ""),
        ("a" * 5000, ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading, content):
    assert contents_of([heading], remembered={}) == (content,)


def test_each_content_is_found_once_the_plainest_heading_first():
    headings = ["Nội dung góp ý khác", "Nội dung", "Ngày ban hành", "Ngày văn bản"]

    assert contents_of(headings, remembered={}) == ("", "text", "document_on", "")


def test_what_a_person_has_said_goes_first():
    remembered = {
        key_of("Điện thoại"): "note",
        key_of("Nội dung"): "",
        key_of("Ý kiến"): "text",
        "lạ": "không có",
    }

    found = contents_of(["Điện thoại", "Nội dung", "Ý kiến", "lạ"], remembered=remembered)

    assert found == ("note", "", "text", "")


def test_the_heading_is_found_below_titles():
    titles = [["TỈNH ỦY BẮC NINH", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"], [], ["BẢNG TỔNG HỢP Ý KIẾN GÓP Ý"], []]

    layout = laid_out(*titles, HEADINGS, row(1))

    assert (layout.is_used, layout.heading_row, layout.heading_rows, layout.first_row) == (True, 5, 1, 6)
    assert layout.contents == ("position", "committee", "symbol", "document_on", "title", "text")


def test_a_heading_of_two_rows_is_read_together():
    upper = ["STT", "Cơ quan góp ý", "Văn bản", "", "Nội dung góp ý"]
    lower = ["", "", "Số, ký hiệu", "Ngày, tháng", ""]

    layout = laid_out(
        upper, lower, ["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "Tỉnh ủy Bắc Ninh", "1-CV/TU", "", "a"]
    )

    assert (layout.heading_row, layout.heading_rows) == (1, 2)
    assert layout.contents == ("position", "body", "symbol", "document_on", "text")


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)"], ["1", "2", "3"], ["A", "B", "C", "1"], ["A", "1", "2", "3"]]
)
def test_a_row_that_numbers_the_columns_is_none(numbers):
    table = sheet(numbers, row(1), row(2))

    numbered = list(numbered_rows(table, lay_out(table, remembered={})))

    assert [number for number, _row in numbered] == [3, 4]


def test_empty_rows_are_passed_over_and_the_others_keep_their_numbers():
    table = sheet(row(1), (), (" ", ""), row(2))

    assert [number for number, _row in numbered_rows(table, lay_out(table, remembered={}))] == [2, 5]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Hướng dẫn"], ["Mỗi dòng là một văn bản"]],
        [["Họ tên", "Điện thoại"], ["Nguyễn Văn Mẫu", "x"]],
        [["STT", "Ghi chú"], ["1", "x"]],
    ],
)
def test_a_sheet_that_lists_no_documents_is_not_used(rows):
    layout = laid_out(*rows)

    assert not layout.is_used
    assert layout.heading_row == 0


def test_a_hidden_sheet_is_laid_out_and_not_used():
    layout = lay_out(sheet(row(1)), remembered={}, is_hidden=True)

    assert (layout.is_used, layout.heading_row) == (False, 1)


def test_a_person_may_say_where_the_heading_is():
    table = Sheet("Bảng", (("x",), ("y",), ("Nội dung", "Đơn vị"), ("a", "b")))

    assert lay_out_at(table, 3, 1, remembered={}).contents == ("text", "body")
    assert lay_out_at(table, 0, 1, remembered={}).first_row == 1
    assert lay_out_at(table, 99, 1, remembered={}).heading_row == 4


def test_every_column_of_the_template_is_known():
    layout = laid_out([column.heading + " *" for column in TEMPLATE])

    assert layout.contents == tuple(column.content for column in TEMPLATE)


def test_every_content_has_a_name():
    from submissions.sheets.columns import heading_of

    assert all(heading_of(content) for content in Content)
