import datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Attachment, Contribution, Participation
from proceedings.operations import contributions
from proceedings.operations.refusals import Refused
from submissions.models import ColumnMapping, Submission, Workbook
from submissions.operations import deciding, importing, wiping
from submissions.sheets.jobs import layout_of
from submissions.tasks import check_workbook, import_workbook
from submissions.vocabulary import SubmissionState, WorkbookState
from tests.submissions.readers.workbooks import written
from tests.submissions.sheets.tables import HEADINGS, row, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]

LATER = datetime.timedelta(days=1, minutes=1)


@pytest.fixture
def work():
    """Do the queued jobs of tables; return how many there were."""

    def do():
        names = {"check_workbook": check_workbook, "import_workbook": import_workbook}
        jobs = list(ProcrastinateJob.objects.filter(task_name__in=names, status="todo").order_by("pk"))
        for job in jobs:
            names[job.task_name](**job.args)
        ProcrastinateJob.objects.filter(pk__in=[job.pk for job in jobs]).update(status="succeeded")
        return len(jobs)

    return do


@pytest.fixture
def table(on_table, work):
    """Take a workbook in, let it be read and checked; return its state."""

    def put(content=None, name="Bảng góp ý.xlsx"):
        submission = on_table(name, content or workbook(3))
        work()
        return Workbook.objects.select_related("submission").get(submission=submission)

    return put


@pytest.fixture
def enter(work, by):
    """Ask for the import of a table and do it."""

    def run(book):
        importing.ask_import(submission=book.submission, **by)
        work()
        book.refresh_from_db()
        book.submission.refresh_from_db()

    return run


def test_a_workbook_is_checked_when_it_was_read(table):
    book = table()

    assert (book.state, book.row_count, book.problem_count) == (WorkbookState.CHECKED, 3, 0)
    assert book.submission.state == SubmissionState.DOUBTFUL
    assert (book.submission.committee, book.submission.title) == (None, "")  # its rows are the documents
    assert layout_of(book.layouts[0]).contents == (
        "position",
        "committee",
        "symbol",
        "document_on",
        "title",
        "text",
    )
    assert book.report["sheets"][0]["first"][0][:3] == ["1", "Tỉnh ủy Bắc Ninh", "1-CV/TU"]


def test_csv_goes_the_same_way(table, enter):
    lines = [";".join(HEADINGS), *(";".join(row(number)) for number in range(1, 4))]

    book = table("\n".join(lines).encode(), name="bang.csv")
    enter(book)

    assert Contribution.objects.count() == 3


def test_all_rows_are_entered_with_their_table(table, enter, workshop, bac_ninh):
    book = table()

    enter(book)

    made = list(Contribution.objects.by_number())
    assert [(each.number, each.symbol, each.title) for each in made] == [
        (n, f"{n}-CV/TU", f"Góp ý lần {n}") for n in (1, 2, 3)
    ]
    assert {each.committee for each in made} == {bac_ninh}
    assert made[0].idempotency_key == f"submission:{book.pk}:row:1"
    assert (book.state, book.submission.state) == (WorkbookState.IMPORTED, SubmissionState.OPENED)
    assert book.imported == {"imported": 3, "first": 1, "last": 3}
    assert Participation.objects.get().state == "answered"
    kept = Attachment.objects.values_list("contribution__number", "sha256", "name", "file").order_by(
        "contribution"
    )
    assert list(kept) == [
        (n, book.submission.sha256, "Bảng góp ý.xlsx", book.submission.file.file.name) for n in (1, 2, 3)
    ]


def test_running_the_job_again_enters_nothing_twice(table, enter, work):
    book = table()
    enter(book)

    import_workbook(submission_id=book.pk)
    Workbook.objects.update(state=WorkbookState.IMPORTING)
    import_workbook(submission_id=book.pk)

    assert Contribution.objects.count() == 3


def test_asking_twice_is_asking_once(table, by, work):
    book = table()

    for _twice in range(2):
        importing.ask_import(submission=book.submission, **by)

    assert ProcrastinateJob.objects.filter(task_name="import_workbook").count() == 1


def test_a_table_whose_job_came_to_nothing_is_handed_to_a_new_one(table, by, work):
    book = table()
    importing.ask_import(submission=book.submission, **by)
    ProcrastinateJob.objects.filter(task_name="import_workbook").update(status="failed")
    book.refresh_from_db()
    assert importing.is_forgotten(book)

    importing.ask_import(submission=book.submission, **by)
    work()

    assert Contribution.objects.count() == 3


def test_one_fault_and_nothing_is_entered(table, by):
    book = table(written([HEADINGS, row(1), row(2, day="31/9/2021"), row(3)]))

    assert (book.row_count, book.problem_count) == (3, 1)
    with pytest.raises(Refused, match="còn 1 ô cần sửa"):
        importing.ask_import(submission=book.submission, **by)
    assert not Contribution.objects.exists()


def test_a_document_that_came_meanwhile_stops_the_import(table, by, work, register, bac_ninh):
    book = table()
    importing.ask_import(submission=book.submission, **by)
    register(committee=bac_ninh, symbol="2-CV/TU", document_on=datetime.date(2021, 9, 3))

    work()

    book.refresh_from_db()
    assert (book.state, book.problem_count) == (WorkbookState.CHECKED, 1)
    assert book.problems[0][5:] == ["same_in_registry", {"number": 1}]
    assert Contribution.objects.count() == 1


def test_what_the_registry_refuses_is_told_and_nothing_stays(table, by):
    book = table()
    rows = [{"title": "a", "body_kind": "person", "body_name": "Nguyễn Văn Mẫu"}, {"title": ""}]

    with pytest.raises(Refused, match="Dòng thứ 2"):
        importing.enter_rows(submission=book.submission, rows=rows, **by)

    assert not Contribution.objects.exists()
    book.submission.refresh_from_db()
    assert book.submission.state == SubmissionState.DOUBTFUL


def test_columns_are_mapped_by_a_person_and_remembered(table, by, work, on_table):
    strange = ("Thứ", "Đầu mối", "Hiệu", "Thời điểm", "Tên gọi", "Đề xuất")
    book = table(written([strange, row(1), row(2)]))
    assert book.row_count == 0
    columns = ("position", "committee", "symbol", "document_on", "title", "text")
    stored = {**book.layouts[0], "is_used": True, "heading_row": 1, "headings": strange, "contents": columns}

    importing.map_columns(submission=book.submission, layouts=[layout_of(stored)], **by)
    work()

    book.refresh_from_db()
    assert (book.row_count, book.problem_count, book.revision) == (2, 0, 2)
    remembered = ColumnMapping.objects.get().columns
    assert (remembered["dau moi"], remembered["de xuat"]) == ("committee", "text")
    again = table(written([strange, row(5)]), name="khác.xlsx")
    assert (again.row_count, again.problem_count) == (1, 0)


def test_mapping_needs_a_sheet(table, by):
    book = table()
    layout = layout_of({**book.layouts[0], "is_used": False})

    with pytest.raises(Refused, match="ít nhất một trang tính"):
        importing.map_columns(submission=book.submission, layouts=[layout], **by)


def test_a_check_of_older_columns_does_not_count(table, by):
    book = table()

    counts = importing.note_checked(
        submission=book.submission, revision=book.revision + 1, layouts=[], report={}, problems=[], **by
    )

    book.refresh_from_db()
    assert not counts
    assert book.row_count == 3


def test_undo_within_a_day_voids_all_and_leaves_the_table(table, enter, by, work, bac_ninh):
    book = table()
    enter(book)
    contributions.void(contribution=Contribution.objects.get(number=2), reason="Trùng", **by)

    assert importing.undo(submission=book.submission, **by) == 2
    work()

    assert set(Contribution.objects.values_list("number", "state")) == {(1, "void"), (2, "void"), (3, "void")}
    book.refresh_from_db()
    book.submission.refresh_from_db()
    assert (book.state, book.problem_count) == (WorkbookState.CHECKED, 0)
    assert book.submission.state == SubmissionState.DOUBTFUL
    assert book.imported == {}


def test_after_an_undo_it_may_be_entered_again(table, enter, by, work):
    book = table()
    enter(book)
    importing.undo(submission=book.submission, **by)
    work()

    enter(book)

    assert [each.number for each in Contribution.objects.standing().by_number()] == [4, 5, 6]
    assert book.imported == {"imported": 3, "first": 4, "last": 6}
    assert Contribution.objects.get(number=4).idempotency_key == f"submission:{book.pk}:1:row:1"


def test_undo_after_a_day_is_refused(table, enter, by):
    book = table()
    enter(book)
    late = {**by, "now": book.submission.decided_at + LATER}

    with pytest.raises(Refused, match="trong một ngày"):
        importing.undo(submission=book.submission, **late)


def test_the_same_workbook_next_week_is_known(table, enter, receive):
    content = workbook(2)
    enter(table(content))

    again = receive("lần nữa.xlsx", content)

    assert (again.state, again.refusal, again.known_as.number) == (SubmissionState.REFUSED, "known", 1)


def test_a_workbook_may_still_be_one_document(table, check, by):
    """A committee may send its opinion as a table: then it is registered as any other file."""
    book = table()

    contribution = deciding.accept(submission=check(book.submission), **by)

    assert contribution.number == 1
    with pytest.raises(Refused):
        importing.ask_import(submission=book.submission, **by)


@pytest.mark.parametrize("value", ["MẬT", "Mật", "12-CV/TU (MẬT)", "TỐI MẬT", "M Ậ T"])
def test_a_mark_in_any_cell_stops_the_whole_workbook(on_table, work, value):
    content = written([HEADINGS, row(1), row(2, symbol=value), row(3)])

    submission = on_table("bang.xlsx", content)
    work()

    assert (submission.refusal, submission.name, submission.file, submission.text) == (
        "secrecy",
        "",
        None,
        "",
    )
    assert not Workbook.objects.exists()


def test_taking_a_secret_away_leaves_nothing_of_its_table(table, by):
    book = table(written([HEADINGS, row(1, day="x")]))

    wiping.take_away(submission=book.submission, **by)

    assert not Workbook.objects.exists()
    assert Submission.objects.get().facts == {}


def test_what_was_entered_is_undone_before_it_is_taken_away(table, enter, by):
    book = table()
    enter(book)

    with pytest.raises(Refused, match="Hoàn tác"):
        wiping.take_away(submission=book.submission, **by)


def test_a_file_that_is_no_table_is_told(on_table, by):
    submission = on_table()

    with pytest.raises(Refused, match="không phải là bảng góp ý"):
        importing.ask_import(submission=submission, **by)


def test_a_sheet_without_documents_has_no_rows(table, by):
    book = table(written([["Họ tên", "Điện thoại"], ["Nguyễn Văn Mẫu", "1"]]))

    assert (book.state, book.row_count) == (WorkbookState.CHECKED, 0)
    with pytest.raises(Refused):
        importing.ask_import(submission=book.submission, **by)
