import pytest

from proceedings.models import ConsultedText
from proceedings.operations import consulted_texts, draft_mending
from proceedings.operations.draft_reading import start_from_paragraphs
from tests.proceedings.desk.conftest import ROOT, TEXT

pytestmark = pytest.mark.django_db
SOURCE = """QUYẾT ĐỊNH
Ban hành Quy định mẫu
Điều 1. Ban hành kèm theo Quyết định này Quy định mẫu.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
QUY ĐỊNH MẪU
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định mẫu này quy định về phối hợp.
Điều 2. Nguyên tắc
1. Tuân thủ pháp luật.
2. Kịp thời.
Điều 3. Hiệu lực
Từ ngày ký."""


@pytest.fixture
def begun(drafting, by):
    """A draft of the regulation, from a source that holds the decision, too."""
    return start_from_paragraphs(consulted_text=drafting.text, paragraphs=SOURCE.split("\n"), **by).draft


def articles(text):
    return text.drafts.working().get().provisions.filter(kind="dieu").count()


def test_page_tells_which_text_is_in_hand(workbench, begun):
    page = workbench.get(f"{TEXT}choose/")

    assert [(each.articles, each.is_in_hand) for each in page.context["found"]] == [(2, False), (3, True)]
    assert "Nguồn có 2 văn bản" in page.content.decode()


def test_another_text_is_taken_in_its_place(workbench, begun, drafting):
    page = workbench.post(f"{TEXT}choose/", {"place": 0, "into": "quy-dinh"}, follow=True)

    assert page.redirect_chain[-1][0] == f"{TEXT}outline/"
    assert articles(drafting.text) == 2
    assert drafting.text.drafts.get().source_text == SOURCE


def test_other_text_begins_another_consulted_text(workbench, begun, drafting, by):
    other = consulted_texts.add_text(
        workshop=drafting.workshop, slug="quyet-dinh", title="Quyết định mẫu", family="party", **by
    )

    workbench.post(f"{TEXT}choose/", {"place": 0, "into": "quyet-dinh"})

    assert (articles(other), articles(drafting.text)) == (2, 3)


def test_other_text_becomes_a_new_consulted_text(desk, begun, drafting):
    desk.post(f"{TEXT}choose/", {"place": 0, "into": "+"})

    added = ConsultedText.objects.get(position=2)
    assert "QUYẾT ĐỊNH" in added.title.upper()
    assert articles(added) == 2


def test_editor_enters_no_new_text(workbench, begun):
    assert workbench.post(f"{TEXT}choose/", {"place": 0, "into": "+"}).status_code == 403


@pytest.mark.parametrize("place", ["9", "", "-1", "x"])
def test_text_that_is_not_there_is_refused_and_the_draft_stays(workbench, begun, drafting, by, place):
    draft_mending.remove(provision=begun.provisions.get(path="dieu-3"), **by)

    page = workbench.post(f"{TEXT}choose/", {"place": place, "into": "quy-dinh"})

    assert "Tệp không có văn bản này." in page.context["refusal"]
    assert articles(drafting.text) == 2


def test_consulted_text_that_is_in_work_is_refused(workbench, begun, drafting, by):
    other = consulted_texts.add_text(
        workshop=drafting.workshop, slug="quyet-dinh", title="Quyết định mẫu", family="party", **by
    )
    start_from_paragraphs(consulted_text=other, paragraphs=SOURCE.split("\n"), **by)

    page = workbench.post(f"{TEXT}choose/", {"place": 0, "into": "quyet-dinh"})

    assert "đang có một dự thảo được soạn" in page.context["refusal"]


def test_draft_without_a_source_has_nothing_to_choose(workbench, drafting):
    assert workbench.get(f"{TEXT}choose/").status_code == 404
    assert workbench.get(f"{ROOT}khong-co/choose/").status_code == 404
