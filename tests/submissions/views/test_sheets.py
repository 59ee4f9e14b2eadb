import io

import openpyxl
import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Contribution
from submissions.models import Workbook
from submissions.tasks import check_workbook, import_workbook
from tests.submissions.readers.workbooks import written
from tests.submissions.sheets.tables import HEADINGS, row, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def work():
    """Do the queued jobs of tables."""

    def do():
        names = {"check_workbook": check_workbook, "import_workbook": import_workbook}
        jobs = list(ProcrastinateJob.objects.filter(task_name__in=names, status="todo").order_by("pk"))
        for job in jobs:
            names[job.task_name](**job.args)
        ProcrastinateJob.objects.filter(pk__in=[job.pk for job in jobs]).update(status="succeeded")

    return do


@pytest.fixture
def put(on_table, work):
    """Take a table in; return the address of its page and its state. ``is_checked`` False: it is not checked yet."""

    def table(content=None, *, is_checked=True):
        submission = on_table("Bảng góp ý.xlsx", content or workbook(3))
        if is_checked:
            work()
        address = f"/desk/intake/hoi-thao-mau/{submission.pk}/rows/"
        return address, Workbook.objects.select_related("submission").get(submission=submission)

    return table


@pytest.fixture
def browser(client_of, secretary):
    return client_of(secretary)


def page(browser, address):
    response = browser.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_proposes_the_numbers_and_enters(browser, put, work, register):
    register()
    address, _book = put()

    before = page(browser, address)
    browser.post(f"{address}import/")
    under_way = page(browser, address)
    work()
    after = page(browser, address)

    assert "Nhập 3 dòng" in before
    assert "nhận số từ 2 đến 4" in before
    assert 'data-renew="waits"' in under_way
    assert "Đang nhập vào sổ" in under_way
    assert "Đã nhập 3 dòng vào sổ" in after
    assert "Các số từ 2 đến 4" in after
    assert Contribution.objects.count() == 4


def test_the_page_waits_while_it_is_checked(browser, put):
    address, _book = put(is_checked=False)

    shown = page(browser, address)

    assert 'data-renew="waits"' in shown
    assert "Cập nhật tiến độ" in shown
    assert "Nhập 3 dòng" not in shown


def test_faults_are_shown_with_their_cells(browser, put):
    address, book = put(written([HEADINGS, row(1), row(2, "Tỉnh ủy Bắc Nin", day="31/9/2021")]))

    shown = page(browser, address)

    assert "Có 2 ô cần sửa, chưa nhập dòng nào" in shown
    assert "B3" in shown
    assert "Có phải là Tỉnh ủy Bắc Ninh?" in shown
    assert "Nhập 2 dòng" not in shown
    browser.post(f"{address}import/")
    book.refresh_from_db()
    assert book.state == "checked"


def test_of_many_faults_the_first_are_shown_and_all_are_handed_out(browser, put):
    address, book = put(written([HEADINGS, *(row(number, "Cơ quan lạ") for number in range(250))]))

    shown = page(browser, address)
    download = browser.get(f"{address}problems.xlsx")

    assert book.problem_count == 250
    assert shown.count('class="cell-address') == 200
    assert "Trên đây là 200 trong 250 ô." in shown
    sheet = openpyxl.load_workbook(io.BytesIO(download.content)).active
    assert sheet.max_row == 251
    assert [cell.value for cell in sheet[2]][:4] == ["Sheet1", "B2", "Cấp ủy", "Cơ quan lạ"]
    assert download.headers["Content-Disposition"].startswith("attachment")


def test_what_stood_in_a_cell_is_no_formula_in_the_list(browser, put):
    address, _book = put(written([HEADINGS, row(1, '=HYPERLINK("http://x")')]))

    content = browser.get(f"{address}problems.xlsx").content

    assert openpyxl.load_workbook(io.BytesIO(content)).active["D2"].data_type == "s"


def mapped(book, **changed):
    """What the form of the columns sends, with some fields changed."""
    layout = book.layouts[0]
    data = {
        "used-0": "on" if layout["is_used"] else "",
        "heading-0": layout["heading_row"],
        "lines-0": layout["heading_rows"],
    }
    data |= {f"column-0-{place}": content for place, content in enumerate(layout["contents"])}
    return {name: value for name, value in (data | changed).items() if value != ""}


def test_a_person_maps_the_columns(browser, put, work):
    address, book = put(written([("Thứ", "Đầu mối", "Đề xuất"), ("1", "Tỉnh ủy Bắc Ninh", "Một.")]))
    assert book.row_count == 0

    browser.post(address, {"used-0": "on", "heading-0": "1", "lines-0": "1"})
    work()
    book.refresh_from_db()
    columns = {"column-0-1": "committee", "column-0-2": "text"}
    answer = browser.post(address, mapped(book, **columns))
    work()

    book.refresh_from_db()
    assert answer.status_code == 302
    assert (book.row_count, book.problem_count) == (1, 0)
    assert "mọi dòng lấy trích yếu “Ý kiến góp ý tại Hội thảo mẫu”" in page(browser, address)


def test_a_wrong_choice_is_told_and_nothing_changes(browser, put):
    address, book = put()

    answer = browser.post(address, mapped(book, **{"used-0": "", "column-0-1": "committee"}))

    assert answer.status_code == 200
    assert "Chọn ít nhất một trang tính" in answer.content.decode()
    book.refresh_from_db()
    assert book.state == "checked"


def test_an_unknown_content_is_refused(browser, put):
    address, book = put()

    answer = browser.post(address, mapped(book, **{"column-0-1": "version"}))

    assert answer.status_code == 200
    book.refresh_from_db()
    assert book.revision == 1


def test_an_import_is_taken_back(browser, put, work):
    address, _book = put()
    browser.post(f"{address}import/")
    work()
    assert "Hoàn tác việc nhập" in page(browser, address)

    answer = browser.post(f"{address}undo/", follow=True)

    assert "3 số được giữ lại trong sổ ở trạng thái hủy" in answer.content.decode()
    assert not Contribution.objects.standing().exists()


def test_an_editor_looks_and_does_not_write(client_of, editor, put):
    address, book = put()
    browser = client_of(editor)

    assert "Nhập 3 dòng" not in page(browser, address)
    assert browser.post(address, mapped(book)).status_code == 403
    assert browser.post(f"{address}import/").status_code == 403


def test_another_workshop_or_no_table_is_missing(browser, put, on_table):
    address, _book = put()
    letter = on_table("thu.txt")

    assert browser.get(address.replace("hoi-thao-mau", "khac")).status_code == 404
    assert browser.get(f"/desk/intake/hoi-thao-mau/{letter.pk}/rows/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_for_one_row_and_for_three(browser, put, count, django_assert_num_queries):
    address, _book = put(workbook(count))
    browser.get(address)

    with django_assert_num_queries(7):
        browser.get(address)


def test_the_template_is_handed_out(browser, workshop):
    answer = browser.get("/desk/intake/template.xlsx?workshop=hoi-thao-mau")

    assert answer.status_code == 200
    assert 'filename="bang-gop-y-hoi-thao-mau.xlsx"' in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames[0] == "Góp ý"
    assert browser.get("/desk/intake/template.xlsx?workshop=khac").status_code == 404
    assert browser.get("/desk/intake/template.xlsx").status_code == 404


def test_the_desk_leads_to_the_rows(browser, put):
    address, book = put()

    assert f'href="{address}"' in page(browser, f"/desk/intake/hoi-thao-mau/{book.pk}/")
    assert f'href="{address}"' in page(browser, "/desk/intake/hoi-thao-mau/")
