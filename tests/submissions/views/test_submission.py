import pytest

from proceedings.accounts.rights import Role
from submissions.models import Submission
from submissions.operations import correcting, deciding
from submissions.vocabulary import SubmissionState
from tests.submissions import documents
from tests.submissions.views.conftest import DESK, posted

pytestmark = pytest.mark.django_db

BAC_NINH = "Tỉnh ủy Bắc Ninh (đến 30/06/2025)"
FIELDS = {
    "committee": BAC_NINH,
    "symbol": "7-CV/TU",
    "document_on": "03/09/2021",
    "title": "Góp ý dự thảo mẫu",
}


def address(row):
    return f"{DESK}{row.pk}/"


def confirm(desk, row, **changes):
    return desk.post(address(row), posted(desk.get(address(row)), act="confirm", **changes), follow=True)


def test_page_asks_few_questions(desk, doubtful, on_table, django_assert_num_queries):
    row = doubtful()
    for place in range(3):
        on_table(f"{place}.txt")
    desk.get(address(row))

    with django_assert_num_queries(10):
        desk.get(address(row))


def test_what_was_found_is_filled_in_and_marked_where_it_stands(desk, on_table, letter):
    row = on_table("thu.txt", letter(number=123))

    page = desk.get(address(row))

    text = page.content.decode()
    assert page.context["form"]["symbol"].value() == "123-CV/TU"
    assert '<mark class="found" id="found-id_symbol"' in text
    assert "chắc chắn" in text
    assert BAC_NINH in text


def test_what_was_not_found_is_said_in_words(desk, doubtful):
    text = desk.get(address(doubtful())).content.decode()

    assert "chưa tìm thấy" in text
    assert "Chưa có số, ký hiệu" in text


def test_confirming_saves_names_who_and_leads_to_the_next_in_doubt(desk, doubtful, secretary):
    first, second = doubtful("a.txt"), doubtful("b.txt")

    page = confirm(desk, first, **FIELDS)

    first.refresh_from_db()
    assert (first.symbol, first.committee.slug, first.state) == ("7-CV/TU", "bac-ninh", SubmissionState.READY)
    assert first.checked_by == secretary
    assert page.request["PATH_INFO"] == address(second)


def test_after_the_last_one_in_doubt_comes_the_table(desk, doubtful):
    page = confirm(desk, doubtful(), **FIELDS)

    assert page.request["PATH_INFO"] == DESK
    assert "Không còn hồ sơ nào cần xem lại" in page.content.decode()


def test_saving_keeps_what_was_typed_and_the_doubt(desk, doubtful):
    row = doubtful()

    desk.post(address(row), posted(desk.get(address(row)), act="save", title="Góp ý mẫu"))

    row.refresh_from_db()
    assert (row.title, row.state, row.checked_by) == ("Góp ý mẫu", SubmissionState.DOUBTFUL, None)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"committee": ""}, "committee", "Chọn cấp ủy"),
        ({"title": ""}, "title", "Ghi trích yếu"),
        ({"document_on": "31/02/2021"}, "document_on", "Tháng 2/2021 không có ngày 31"),
        ({"committee": "Tỉnh ủy Không Có"}, "committee", "Không có cấp ủy nào tên"),
        (
            {"committee": "Tỉnh ủy Bắc Ninh (từ 01/07/2025)"},
            "committee",
            "chưa hoạt động vào ngày 03/09/2021",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(desk, doubtful, changes, field, words):
    row = doubtful()

    page = confirm(desk, row, **{**FIELDS, "signer_name": "Nguyễn Văn Mẫu", **changes})

    assert words in " ".join(page.context["form"].errors[field])
    assert page.context["form"]["signer_name"].value() == "Nguyễn Văn Mẫu"
    row.refresh_from_db()
    assert (row.state, row.signer_name) == (SubmissionState.DOUBTFUL, "")


def test_two_people_see_both_texts_and_neither_is_lost(desk, person, client_of, doubtful):
    row = doubtful()
    mine = desk.get(address(row))
    other = client_of(person("thu-ky-hai", Role.SECRETARY, full_name="Thư ký Mẫu Hai"))
    other.post(
        address(row), posted(other.get(address(row)), act="save", title="Của người kia", symbol="9-CV/TU")
    )

    page = desk.post(address(row), posted(mine, act="save", title="Của tôi"))

    text = page.content.decode()
    assert "Thư ký Mẫu Hai" in text
    assert "Của người kia" in text
    assert page.context["form"]["title"].value() == "Của tôi"
    assert page.context["form"]["symbol"].value() == "9-CV/TU"
    desk.post(address(row), posted(page, act="save"))
    row.refresh_from_db()
    assert (row.title, row.symbol) == ("Của tôi", "9-CV/TU")


def test_a_scan_asks_for_a_word_on_secrets(desk, doubtful):
    row = doubtful()
    Submission.objects.filter(pk=row.pk).update(problem="no_text", kind="pdf")

    refused = confirm(desk, row, **FIELDS)
    assert "is_not_secret" in refused.context["form"].errors

    confirm(desk, row, **FIELDS, is_not_secret="on")
    row.refresh_from_db()
    assert row.state == SubmissionState.READY


def test_a_document_that_was_read_asks_for_no_such_word(desk, doubtful):
    assert "is_not_secret" not in desk.get(address(doubtful())).context["form"].fields


def edited():
    return documents.docx(
        documents.paragraph(
            "VĂN BẢN MẪU nêu ", documents.deleted("một số"), documents.inserted("những"), " điểm"
        )
    )


def test_tracked_changes_are_shown_as_word_does_and_the_wording_is_chosen(desk, on_table):
    row = on_table("sua.docx", edited())

    text = desk.get(address(row)).content.decode()
    assert "<del>một số</del><ins>những</ins>" in text
    confirm(desk, row, **FIELDS, wording="original")

    row.refresh_from_db()
    assert row.registered_text == "VĂN BẢN MẪU nêu một số điểm"


def twin(row, verb):
    return next(
        choice for choice, _words in row.context["form"].fields["twin"].choices if choice.startswith(verb)
    )


@pytest.fixture
def twins(on_table, accept, letter):
    """A registered document, and the same letter again with other bytes."""
    earlier = accept(on_table("a.txt", letter(number=55)))
    later = on_table("b.txt", letter(number=55, body="Cơ bản nhất trí; bản này đã chỉnh lý."))
    assert later.known_as == earlier
    return earlier, later


def test_a_duplicate_must_be_decided_on(desk, twins):
    _earlier, later = twins

    page = confirm(desk, later)

    assert "twin" in page.context["form"].errors


def test_a_duplicate_may_replace_the_earlier_version(desk, twins, by):
    earlier, later = twins

    confirm(desk, later, twin=twin(desk.get(address(later)), "replace"))

    later.refresh_from_db()
    assert (later.replaces, later.state) == (earlier, SubmissionState.READY)
    deciding.accept(submission=later, **by)
    earlier.refresh_from_db()
    assert earlier.state == "replaced"


def test_a_duplicate_may_be_kept_as_a_further_file(desk, twins, by):
    earlier, later = twins

    confirm(desk, later, twin=twin(desk.get(address(later)), "keep"))

    later.refresh_from_db()
    assert deciding.accept(submission=later, **by) == earlier
    assert earlier.attachments.count() == 2


def test_a_duplicate_may_be_refused(desk, twins):
    _earlier, later = twins

    confirm(desk, later, twin=twin(desk.get(address(later)), "refuse"))

    later.refresh_from_db()
    assert (later.state, later.refusal_note) == ("refused", "Trùng với văn bản đã vào sổ số 1.")


def test_a_kept_one_may_stand_alone_again(desk, on_table, by):
    main, scan = on_table("a.txt"), on_table("b.txt")
    correcting.keep_with(submission=scan, main=main, **by)

    confirm(desk, scan, twin="alone")

    scan.refresh_from_db()
    assert (scan.attaches_to, scan.state) == (None, SubmissionState.READY)


def test_who_only_looks_on_reads_and_changes_nothing(onlooker, doubtful):
    row = doubtful()

    page = onlooker.get(address(row))

    assert page.context["form"] is None
    assert "Xóa ngay" not in page.content.decode()
    assert onlooker.post(address(row), {"act": "confirm"}).status_code == 403


def test_a_submission_under_another_workshop_is_not_there(desk, doubtful):
    assert desk.get(f"/desk/intake/hoi-thao-khac/{doubtful().pk}/").status_code == 404


def test_hostile_text_is_only_text(desk, on_table):
    row = on_table("x.txt", "VĂN BẢN MẪU\n<script>alert(1)</script><b>đậm</b>".encode())

    text = desk.get(address(row)).content.decode()

    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text
