import datetime
import io

import openpyxl
import pytest

from proceedings.models import Theme
from submissions.readers.document import Problem
from submissions.readers.spreadsheets import read
from submissions.screening.secrecy import mark_of
from submissions.sheets.checking import check
from submissions.sheets.columns import TEMPLATE
from submissions.sheets.known import known_of
from submissions.sheets.mapping import lay_out
from submissions.sheets.secrecy import mark_in_tables
from submissions.sheets.template import HELP, LISTS, TABLE, write_template

pytestmark = pytest.mark.django_db
DAY = datetime.date(2021, 9, 7)


@pytest.fixture
def content(workshop):
    Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="=Nguyên tắc phối hợp")
    return write_template(workshop, day=DAY)


@pytest.fixture
def document(content, tmp_path):
    path = tmp_path / "mau.xlsx"
    path.write_bytes(content)
    return read(path, tmp_path)


def test_the_template_is_read_back_with_every_column_and_no_row(document, workshop):
    layouts = [lay_out(sheet, remembered={}) for sheet in document.sheets]

    checked = check(document.sheets, layouts, known_of(workshop, received_on=DAY, today=DAY))

    assert [layout.is_used for layout in layouts] == [True, False, False]
    assert layouts[0].contents == tuple(column.content for column in TEMPLATE)
    assert (checked.row_count, checked.samples, checked.problems, checked.skipped) == (0, 2, [], [])


def test_a_row_that_is_filled_in_is_taken(content, workshop, tmp_path, bac_ninh):
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book[TABLE]
    for column, value in {
        "B": "Tỉnh ủy Bắc Ninh",
        "E": "9-CV/TU",
        "F": datetime.date(2021, 9, 3),
        "H": "Góp ý",
    }.items():
        sheet[f"{column}6"] = value
    sheet["O6"] = "=Nguyên tắc phối hợp"
    sheet["O6"].data_type = "s"
    book.save(tmp_path / "a.xlsx")
    sheets = read(tmp_path / "a.xlsx", tmp_path).sheets
    layouts = [lay_out(each, remembered={}) for each in sheets]

    checked = check(sheets, layouts, known_of(workshop, received_on=datetime.date(2021, 9, 5), today=DAY))

    fields = checked.rows[0].fields
    assert (fields["committee"], fields["symbol"], fields["document_on"]) == (
        bac_ninh,
        "9-CV/TU",
        datetime.date(2021, 9, 3),
    )


def test_lists_offer_what_is_in_force_and_never_a_formula(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    lists = book[LISTS]
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in lists.columns}

    assert len(columns["Cấp ủy"]) == 63
    assert columns["Nhóm vấn đề"] == ["=Nguyên tắc phối hợp"]
    assert columns["Hình thức"] == ["Văn bản góp ý", "Bài tham luận", "Phát biểu"]
    assert [cell.data_type for cell in lists["C"]][1:2] == ["s"]
    kinds = {rule.type for rule in book[TABLE].data_validations.dataValidation}
    assert "list" in kinds


def test_it_is_set_up_for_paper(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))[TABLE]

    assert sheet.freeze_panes == "C4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$3:$3"
    assert book_names(content) == [TABLE, HELP, LISTS]


def book_names(content):
    return openpyxl.load_workbook(io.BytesIO(content)).sheetnames


def test_its_words_on_secrecy_are_no_mark(document):
    assert mark_of(document) is None
    assert mark_in_tables(document.sheets) is None
    assert document.problem is not Problem.NO_TEXT


def test_the_same_template_is_the_same_bytes(content, workshop):
    assert write_template(workshop, day=DAY) == content
