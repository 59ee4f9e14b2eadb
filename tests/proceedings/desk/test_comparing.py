import io

import docx
import pytest

from proceedings.operations import draft_mending, draft_units
from proceedings.queries.drafts import tree
from tests.proceedings.desk.conftest import TEXT
from tests.proceedings.exports.office import Office, needs_soffice, paragraphs_of
from tests.proceedings.operations.test_draft_rewriting import Unit
from tests.proceedings.regulations import long

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(drafting, by):
    """A second draft in hand: words changed with a reason, one article new, one gone, one chapter further on."""
    drafting.start()
    drafting.issue()
    drafting.next()
    unit = Unit(drafting, "dieu-2")
    unit.save(unit.text.replace("Kịp thời.", "Kịp thời, đúng hạn."), change_note="Theo ý kiến của Bắc Ninh")
    gone = Unit(drafting, "dieu-1")
    draft_units.remove_unit(provision=gone.row, stamp=gone.stamp, **by)
    draft_units.insert_article(after=drafting.at("dieu-3"), heading="Chế độ báo cáo", **by)
    return drafting


def lines_of(draft):
    return [line for top in draft for line in top.lines()]


def test_the_page_lists_and_marks_what_changed(workbench, changed):
    page = workbench.get(f"{TEXT}compare/1/working/")

    words = page.content.decode()
    assert "Dự thảo đang soạn so với Dự thảo lần 1" in words
    assert "Theo ý kiến của Bắc Ninh" in words
    assert "mục không đổi, từ" in words
    labels = {(str(change.word), change.label) for change in page.context["changes"]}
    assert {("sửa lời văn", "Khoản 2 Điều 2"), ("bổ sung", "Điều 3a"), ("bỏ", "Điều 1")} <= labels
    assert [change.notes for change in page.context["changes"] if change.label == "Khoản 2 Điều 2"] == [
        ("Theo ý kiến của Bắc Ninh",)
    ]
    for change in page.context["changes"]:
        assert f'id="{change.anchor}"' in words


def test_two_columns_hold_the_same_words(workbench, changed):
    words = workbench.get(f"{TEXT}compare/1/working/?view=columns").content.decode()

    assert "marked-table" in words
    assert "-hai-cot" in words
    assert "đúng hạn" in words


def test_what_moved_is_linked_with_its_other_place(workbench, drafting, by):
    drafting.start(long(6))
    drafting.issue()
    drafting.next()
    draft_mending.move(provision=drafting.at("dieu-1"), parent=None, place=5, **by)

    page = workbench.get(f"{TEXT}compare/1/working/")

    moved = [block for block in page.context["blocks"] if getattr(block, "twin", "")]
    assert {block.kind.value for block in moved} >= {"moved_from", "moved_to"}
    assert all(f'id="{block.twin}"' in page.content.decode() for block in moved)


def test_drafts_that_are_the_same_say_so(workbench, drafting):
    drafting.start()
    drafting.issue()
    drafting.next()

    assert "giống nhau từng chữ" in workbench.get(f"{TEXT}compare/1/working/").content.decode()
    assert "giống nhau từng chữ" in workbench.get(f"{TEXT}compare/1/1/").content.decode()


def test_two_issued_drafts_are_compared_and_other_pairs_offered(workbench, changed):
    changed.issue()
    changed.next()

    page = workbench.get(f"{TEXT}compare/1/2/")

    assert "Dự thảo lần 2 so với Dự thảo lần 1" in page.content.decode()
    assert [(first, second) for first, second, _words in page.context["others"]] == [
        ("1", "working"),
        ("2", "working"),
    ]


@pytest.mark.parametrize("pair", ["9/working", "1/9", "1/khac", "1/12345678"])
def test_drafts_that_are_not_there_are_not_found(workbench, changed, pair):
    assert workbench.get(f"{TEXT}compare/{pair}/").status_code == 404
    assert workbench.get(f"{TEXT}compare/{pair}/redline.docx").status_code == 404


@pytest.mark.parametrize("articles", [3, 60])
def test_the_page_asks_as_much_of_any_length(workbench, drafting, django_assert_num_queries, articles):
    drafting.start(long(articles, 2))
    drafting.issue()
    drafting.next()
    unit = Unit(drafting, "dieu-2")
    unit.save(unit.text + "\n3. Thêm.")
    workbench.get(f"{TEXT}compare/1/working/")

    with django_assert_num_queries(11):
        workbench.get(f"{TEXT}compare/1/working/")


def test_the_word_file_is_signed_by_who_asks(workbench, changed, editor):
    answer = workbench.get(f"{TEXT}compare/1/working/redline.docx")

    body = docx.Document(io.BytesIO(answer.content)).element.xml
    assert answer["Content-Disposition"].endswith('filename="quy-dinh-1-working-redline.docx"')
    assert f'w:author="{editor}"' in body
    assert "<w:ins " in body
    assert "<w:del " in body
    assert "commentReference" in body


@needs_soffice
def test_accepting_all_gives_the_newer_draft_and_rejecting_all_the_older(workbench, changed, tmp_path):
    changed.draft.provisions.exclude(change_note="").update(
        change_note=""
    )  # LibreOffice stumbles over comments here
    path = tmp_path / "redline.docx"
    path.write_bytes(workbench.get(f"{TEXT}compare/1/working/redline.docx").content)

    accepted, rejected = Office(tmp_path).decide(path)

    assert paragraphs_of(accepted) == lines_of(tree(changed.draft))
    assert paragraphs_of(rejected) == lines_of(tree(changed.draft.based_on))


def test_the_working_copy_carries_ids(workbench, changed):
    answer = workbench.get(f"{TEXT}working.docx")

    word = docx.Document(io.BytesIO(answer.content))
    assert word.element.xml.count("_ky_") == len(lines_of_document(word))
    assert answer["Content-Disposition"].endswith('filename="quy-dinh-dang-soan.docx"')


def lines_of_document(word):
    return [paragraph.text for paragraph in word.paragraphs if paragraph.text]
