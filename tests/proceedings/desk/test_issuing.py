import pytest

from proceedings.operations import draft_mending
from proceedings.queries.drafting import stand_of
from tests.proceedings.desk.conftest import ROOT, TEXT
from tests.proceedings.regulations import long

pytestmark = pytest.mark.django_db


def test_preview_tells_number_counts_and_changes(desk, draft, drafting, press):
    drafting.issue(acknowledged=True)
    drafting.next()
    press(desk, drafting.at("dieu-2.khoan-3"), "remove")

    page = desk.get(f"{TEXT}issue/")

    html = page.content.decode()
    assert "Phát hành dự thảo lần 2" in html
    assert [(each.count, each.words) for each in page.context["counts"]] == [
        (2, "chương"), (4, "điều"), (4, "khoản"), (2, "điểm"),
    ]  # fmt: skip
    assert [(each.count, str(each.words)) for each in page.context["changes"]] == [(1, "bỏ")]


def test_issuing_leads_to_the_page_with_number_and_date(desk, draft, drafting):
    page = desk.post(f"{TEXT}issue/", {"note": "Gửi xin ý kiến."}, follow=True)

    draft.refresh_from_db()
    assert draft.number == 1
    assert page.redirect_chain[-1][0] == f"{TEXT}1/"
    html = page.content.decode()
    assert "Dự thảo lần 1" in html
    assert "Thư ký Mẫu phát hành lúc" in html
    assert "Gửi xin ý kiến." in html


def test_issuing_the_next_one_proposes_its_lineage(desk, draft, drafting):
    drafting.issue(acknowledged=True)
    drafting.next()

    html = desk.post(f"{TEXT}issue/", {}, follow=True).content.decode()

    assert drafting.draft.lineages.count() > 10
    assert f'href="{TEXT}2/lineage/"' in html


def test_remarks_must_be_accepted_by_name(desk, drafting):
    drafting.start(warnings=["Điều 3: số thứ tự không liên tục."])

    page = desk.post(f"{TEXT}issue/", {"note": "Ghi chú còn đây"})

    form = page.context["form"]
    assert "còn 1 lưu ý về cấu trúc" in form.errors["acknowledged"][0]
    assert form["note"].value() == "Ghi chú còn đây"
    assert "Điều 3: số thứ tự không liên tục." in page.content.decode()

    desk.post(f"{TEXT}issue/", {"acknowledged": "on"})
    assert drafting.text.drafts.issued().count() == 1


def test_draft_without_articles_is_refused_in_words(desk, draft, drafting, press):
    for chapter in ("chuong-2", "chuong-1"):
        press(desk, drafting.at(chapter), "remove")

    page = desk.post(f"{TEXT}issue/", {"stand": stand_of(draft).key})

    assert "Dự thảo chưa có điều nào" in page.context["form"].non_field_errors()[0]


def test_draft_that_others_changed_since_the_preview_is_not_issued(desk, draft, drafting, by):
    draft_mending.retitle(provision=drafting.at("dieu-1"), heading="Khác", **by)

    page = desk.post(f"{TEXT}issue/", {"stand": 0, "note": "Ghi chú còn đây"})

    form = page.context["form"]
    assert "Dự thảo vừa được người khác sửa" in form.non_field_errors()[0]
    assert (form["note"].value(), form["stand"].value()) == ("Ghi chú còn đây", str(stand_of(draft).key))
    assert not drafting.text.drafts.issued().exists()


def test_sending_twice_issues_once(desk, draft, drafting):
    for _time in range(2):
        page = desk.post(f"{TEXT}issue/", {}, follow=True)

    assert drafting.text.drafts.issued().count() == 1
    assert page.redirect_chain[-1][0] == ROOT


def test_editor_may_not_issue(workbench, draft):
    assert workbench.get(f"{TEXT}issue/").status_code == 403
    assert workbench.post(f"{TEXT}issue/", {}).status_code == 403


@pytest.mark.parametrize("articles", [3, 60])
def test_page_of_an_issued_draft_takes_the_same_queries(desk, drafting, articles, django_assert_num_queries):
    drafting.start(long(articles, 3))
    drafting.issue(acknowledged=True)
    desk.get(f"{TEXT}1/")

    with django_assert_num_queries(12):
        desk.get(f"{TEXT}1/")


def test_unknown_number_is_not_there(desk, draft):
    assert desk.get(f"{TEXT}1/").status_code == 404
