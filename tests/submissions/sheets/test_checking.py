import datetime

import pytest

from proceedings.models import Theme
from submissions.readers.document import Sheet
from submissions.sheets.checking import check
from submissions.sheets.known import known_of
from submissions.sheets.mapping import lay_out
from submissions.sheets.problems import PROBLEMS
from tests.submissions.sheets.tables import HEADINGS, row, sheet

pytestmark = pytest.mark.django_db
RECEIVED, TODAY = datetime.date(2021, 9, 8), datetime.date(2021, 9, 10)


@pytest.fixture
def checked(workshop):
    """Check sheets as their headings say."""

    def run(*sheets):
        known = known_of(workshop, received_on=RECEIVED, today=TODAY)
        return check(sheets, [lay_out(each, remembered={}) for each in sheets], known)

    return run


@pytest.fixture
def wrong(checked):
    """Check one row under headings; return its faults as (cell, code)."""

    def run(*values, headings=HEADINGS):
        return [
            (problem.cell, problem.code) for problem in checked(sheet(values, headings=headings)).problems
        ]

    return run


def test_rows_become_the_fields_of_contributions(checked, bac_ninh, workshop):
    theme = Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nguyên tắc phối hợp")
    headings = (
        "TT",
        "Cấp ủy",
        "Số/KH",
        "Ngày VB",
        "Ngày đến",
        "Trích yếu",
        "Hình thức",
        "Người ký",
        "Chức vụ",
        "Tác giả",
        "Nội dung góp ý",
        "Quan điểm",
        "Nhóm vấn đề",
        "Phạm vi",
        "Ghi chú",
    )
    values = (
        "7",
        "TU Bắc Ninh",
        "12-CV/TU",
        "2021-09-03",
        "05/9/2021",
        "Góp ý\ndự thảo",
        "Tham luận",
        "Nguyễn Văn Mẫu",
        "Phó Bí thư",
        "Trần Thị Mẫu",
        "Một.\nHai.",
        "Nhất trí",
        "nguyen tac phoi hop",
        "Công khai",
        "gấp",
    )

    found = checked(sheet(values, headings=headings))

    assert found.problems == []
    assert found.rows[0].number == 2
    assert found.rows[0].fields == {
        "committee": bac_ninh,
        "body_kind": "committee",
        "symbol": "12-CV/TU",
        "document_on": datetime.date(2021, 9, 3),
        "received_on": datetime.date(2021, 9, 5),
        "title": "Góp ý dự thảo",
        "form": "paper",
        "signer_name": "Nguyễn Văn Mẫu",
        "signer_post": "Phó Bí thư",
        "author_name": "Trần Thị Mẫu",
        "text": "Một.\nHai.",
        "stance": "agrees",
        "theme": theme,
        "circulation": "public",
    }


def test_what_is_not_said_is_the_day_of_receipt_and_a_plain_title(checked):
    found = checked(sheet(("Tỉnh ủy Bắc Ninh", "Một."), headings=("Đơn vị", "Nội dung góp ý")))

    assert found.rows[0].fields["received_on"] == RECEIVED
    assert found.rows[0].fields["title"] == "Ý kiến góp ý tại Hội thảo mẫu"


def test_faults_are_told_for_each_cell(checked):
    found = checked(sheet(row(1), row(2, "Tỉnh ủy Bắc Nin", day="32/9/2021", title="")))

    assert [(each.cell, each.code, each.row, each.found) for each in found.problems] == [
        ("B3", "similar_committee", 3, "Tỉnh ủy Bắc Nin"),
        ("D3", "date_no_such_day", 3, "32/9/2021"),
        ("E3", "no_title", 3, ""),
    ]
    assert found.problems[0].remedy == "Có phải là Tỉnh ủy Bắc Ninh? Nếu đúng, ghi lại đúng tên đó."
    assert found.problems[0].column == "Cấp ủy"
    assert [each.number for each in found.rows] == [2]
    assert found.row_count == 2


def test_the_address_is_that_of_the_sheet_whatever_stands_above(checked):
    titles = [("BẢNG TỔNG HỢP",), (), ("", "x")]

    found = checked(sheet(row(1, "Cơ quan lạ"), above=titles))

    assert found.problems[0].cell == "B5"


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"committee": ""}, [("B2", "no_body")]),
        ({"committee": "Cơ quan Mẫu"}, [("B2", "unknown_committee")]),
        ({"committee": "Tỉnh ủy Bắc Ninh", "title": "a" * 501}, [("E2", "too_long")]),
        ({"symbol": "1" * 61}, [("C2", "too_long")]),
        ({"day": "09/25/2021"}, [("D2", "date_month_first")]),
        ({"day": "09/9/2021"}, [("D2", "written_after_received")]),
        ({"symbol": "=A1&B1"}, [("C2", "formula")]),
        ({"title": "#REF!"}, [("E2", "error_value")]),
    ],
)
def test_a_fault_names_its_cell(wrong, fields, faults):
    assert wrong(*row(1, **fields)) == faults


@pytest.mark.parametrize(
    ("headings", "values", "faults"),
    [
        (("Cấp ủy", "Trích yếu", "Hình thức"), ("Bắc Ninh", "a", "Có lẽ"), [("C2", "choice")]),
        (("Cấp ủy", "Trích yếu", "Nhóm vấn đề"), ("Bắc Ninh", "a", "Khác"), [("C2", "no_themes")]),
        (("Cấp ủy", "Trích yếu", "Ngày đến"), ("Bắc Ninh", "a", "11/9/2021"), [("C2", "received_in_future")]),
        (("Cấp ủy", "Cơ quan khác", "Trích yếu"), ("Bắc Ninh", "Bộ Mẫu", "a"), [("B2", "two_bodies")]),
        (
            ("Cơ quan khác", "Loại chủ thể", "Trích yếu"),
            ("Bộ Mẫu", "Cấp ủy", "a"),
            [("B2", "kind_is_committee")],
        ),
        (("Đơn vị", "Trích yếu"), ("Khu vực Mẫu", "a"), [("A2", "no_kind")]),
        (("Đơn vị", "Trích yếu"), ("Công an tỉnh Bắc Ninh", "a"), []),
        (("Đơn vị", "Loại chủ thể", "Trích yếu"), ("Khu vực Mẫu", "Tổ chức khác", "a"), []),
        (
            ("Đơn vị", "Số, ngày văn bản", "Nội dung"),
            ("Bắc Ninh", "1-CV/TU, ngày 31/9/2021", "a"),
            [("B2", "date_no_such_day")],
        ),
    ],
)
def test_faults_of_other_columns(wrong, headings, values, faults):
    assert wrong(*values, headings=headings) == faults


def test_a_committee_that_was_not_in_force_is_told_with_the_one_of_today(checked):
    found = checked(
        sheet(
            ("Tỉnh ủy Hà Giang", "01/01/2026", "05/01/2026", "a"),
            headings=("Cấp ủy", "Ngày VB", "Ngày đến", "Trích yếu"),
        )
    )

    problem = next(each for each in found.problems if each.code == "committee_not_in_force")
    assert problem.reason == "Tỉnh ủy Hà Giang không hoạt động vào ngày 01/01/2026."
    assert "Tỉnh ủy Tuyên Quang" in problem.remedy


def test_names_used_twice_mean_the_committee_of_the_day(checked, workshop):
    known = known_of(workshop, received_on=datetime.date(2026, 1, 5), today=datetime.date(2026, 1, 5))
    table = sheet(row(1, day="03/9/2021"), row(2, day="02/01/2026"))

    rows = check([table], [lay_out(table, remembered={})], known).rows

    assert [each.fields["committee"].slug for each in rows] == ["bac-ninh", "bac-ninh-2025"]


def test_the_same_document_twice_names_both_rows(checked):
    found = checked(sheet(row(1), row(2), row(3, symbol="01 - CV/TU")))

    assert [(each.cell, each.code, dict(each.values)) for each in found.problems] == [
        ("C4", "same_in_table", {"sheet": "Góp ý", "row": 2})
    ]


def test_a_document_of_the_registry_names_its_number(checked, register, bac_ninh, workshop):
    register()
    register(committee=bac_ninh, symbol="2-CV/TU", document_on=datetime.date(2021, 9, 3))

    found = checked(sheet(row(1), row(2)))

    assert [(each.cell, each.code, dict(each.values)) for each in found.problems] == [
        ("C3", "same_in_registry", {"number": 2})
    ]


def test_samples_groups_and_sums_are_passed_over_and_told(checked):
    rows = [
        ("", "I. CÁC TỈNH ỦY", "", "", "", ""),
        ("1", "Tỉnh ủy Hà Giang", "1-CV/TU", "03/9/2021", "Mẫu", "VĂN BẢN MẪU"),
        ("II", "CÁC BỘ", "", "", "", ""),
        row(2),
        ("Tổng cộng:", "2", "", "", "", ""),
    ]

    found = checked(sheet(*rows))

    assert (found.samples, [each.number for each in found.rows]) == (1, [5])
    assert found.skipped == [("Góp ý", 2, "I. CÁC TỈNH ỦY"), ("Góp ý", 4, "II"), ("Góp ý", 6, "Tổng cộng:")]
    assert found.problems == []


def test_a_row_with_a_committee_alone_is_no_heading_of_a_group(wrong):
    assert wrong("1", "Tỉnh ủy Bắc Ninh", "", "", "", "") == [("E2", "no_title")]


def test_sheets_are_checked_in_their_order_and_others_are_left_out(checked):
    found = checked(
        sheet(row(1), name="Một"), Sheet("Hướng dẫn", (("Cách ghi",),)), sheet(row(1), row(2), name="Hai")
    )

    assert [(each.sheet, each.number) for each in found.rows] == [("Một", 2), ("Hai", 3)]
    assert [(each.sheet, each.values) for each in found.problems] == [("Hai", {"sheet": "Một", "row": 2})]


def test_every_fault_has_words_without_gaps(wrong, checked):
    found = checked(sheet(row(1, "x", day="x", title="")))

    for problem in found.problems:
        assert problem.reason
        assert "%(" not in problem.reason + problem.remedy
    assert all(len(words) == 2 for words in PROBLEMS.values())


def test_many_rows_ask_the_database_no_more_than_one(workshop, django_assert_num_queries):
    with django_assert_num_queries(3):
        known = known_of(workshop, received_on=RECEIVED, today=TODAY)
    for count in (1, 300):
        table = sheet(*(row(number) for number in range(count)))
        layout = lay_out(table, remembered={})
        with django_assert_num_queries(0):
            assert len(check([table], [layout], known).rows) == count
