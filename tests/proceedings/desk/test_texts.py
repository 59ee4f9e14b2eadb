import datetime

import pytest

from proceedings.models import ConsultedText
from proceedings.operations import closings, consulted_texts
from tests.proceedings.desk.conftest import ROOT, TEXT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_for_one_text_as_for_three(
    desk, drafting, by, workshop, count, django_assert_num_queries
):
    drafting.start()
    for number in range(count - 1):
        consulted_texts.add_text(
            workshop=workshop, slug=f"van-ban-{number}", title="Văn bản mẫu", family="state", **by
        )
    desk.get(ROOT)

    with django_assert_num_queries(9):
        desk.get(ROOT)


@pytest.mark.parametrize("count", [1, 3])
def test_workshops_are_counted_in_as_many_queries(
    desk, drafting, by, workshop, count, django_assert_num_queries
):
    for number in range(count - 1):
        type(workshop).objects.create(slug=f"hoi-thao-{number}", title="Hội thảo mẫu", host="Ban Mẫu")
    desk.get("/desk/drafts/")

    with django_assert_num_queries(5):
        html = desk.get("/desk/drafts/").content.decode()

    assert "1 văn bản" in html


def test_text_is_added_and_its_first_draft_may_begin(desk, workshop):
    page = desk.post(ROOT, {"act": "add", "title": "Đề án về phối hợp", "family": "party"})

    added = ConsultedText.objects.get()
    assert (added.slug, added.title) == ("de-an-ve-phoi-hop", "Đề án về phối hợp")
    assert page["Location"] == f"{ROOT}de-an-ve-phoi-hop/begin/"


def test_text_whose_slug_is_taken_is_refused_at_its_field(desk, drafting):
    page = desk.post(ROOT, {"act": "add", "title": "Khác", "family": "party", "slug": "quy-dinh"})

    assert "Hội thảo đã có văn bản với định danh này." in page.content.decode()
    assert page.context["form"]["title"].value() == "Khác"


def test_text_without_title_is_refused(desk, workshop):
    page = desk.post(ROOT, {"act": "add", "family": "party"})

    assert page.context["form"].errors == {"title": ["Ghi tên văn bản."]}


def test_list_says_what_can_be_done_next(desk, drafting):
    assert "Bắt đầu dự thảo lần 1" in desk.get(ROOT).content.decode()

    drafting.start()
    html = desk.get(ROOT).content.decode()

    assert "Mở dàn ý của bản đang soạn" in html
    assert "Xem trước và phát hành lần 1" in html

    drafting.issue(acknowledged=True)

    assert "Bắt đầu dự thảo lần 2" in desk.get(ROOT).content.decode()


def test_editor_is_offered_only_what_an_editor_may(workbench, drafting):
    drafting.start()

    html = workbench.get(ROOT).content.decode()

    assert "Mở dàn ý" in html
    assert "phát hành lần 1" not in html
    assert "Thêm văn bản" not in html


def test_draft_is_given_up_once_and_twice_is_harmless(desk, draft, drafting):
    for _time in range(2):
        page = desk.post(f"{TEXT}discard/", follow=True)
        assert page.redirect_chain[-1][0] == ROOT

    assert not drafting.text.drafts.exists()
    assert "đã được phát hành hoặc hủy" in page.content.decode()


def test_issued_document_is_recorded_and_corrected(desk, drafting):
    sent = {"issued_symbol": "12-QĐ/TW", "issued_on": "01/09/2021", "issued_title": "Quy định về phối hợp"}
    page = desk.post(f"{TEXT}issued-document/", sent)
    assert "Tổng hợp ý kiến chưa được khóa" in page.content.decode()
    closings.close_synthesis(workshop=drafting.text.workshop, **drafting.by)
    for symbol in ("12-QĐ/TW", "13-QĐ/TW"):
        desk.post(f"{TEXT}issued-document/", {**sent, "issued_symbol": symbol})

    drafting.text.refresh_from_db()
    assert drafting.text.issued_symbol == "13-QĐ/TW"
    assert drafting.text.issued_on == datetime.date(2021, 9, 1)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"issued_symbol": ""}, "issued_symbol", "Ghi số, ký hiệu."),
        ({"issued_on": "32/13/2021"}, "issued_on", "Không đọc được ngày."),
        ({"issued_on": "01/01/2999"}, "issued_on", "Ngày ban hành không thể ở tương lai."),
        ({"issued_title": ""}, "issued_title", "Ghi tên văn bản."),
    ],
)
def test_issued_document_is_refused_at_its_field(desk, drafting, changes, field, words):
    sent = {"issued_symbol": "12-QĐ/TW", "issued_on": "01/09/2021", "issued_title": "Quy định"}

    page = desk.post(f"{TEXT}issued-document/", {**sent, **changes})

    assert words in page.context["form"].errors[field][0]


def test_unknown_workshop_and_text_are_not_there(desk, drafting):
    assert desk.get("/desk/drafts/khong-co/").status_code == 404
    assert desk.get(f"{ROOT}khong-co/begin/").status_code == 404
    assert desk.get(f"{TEXT}outline/").status_code == 404
