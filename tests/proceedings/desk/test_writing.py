from dataclasses import replace

import pytest

from proceedings.models import Provision
from proceedings.queries.writing import UnitChange
from proceedings.text.provisions import with_paths
from tests.proceedings.desk.conftest import ROOT, TEXT
from tests.proceedings.regulations import dieu, long

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def second(drafting):
    """A second draft in hand, a copy of the first."""
    drafting.start()
    drafting.issue()
    return drafting.next()


@pytest.fixture
def at(drafting, second):
    """The address at which a unit is written."""
    return lambda path: f"{TEXT}write/{drafting.at(path).pk}/"


def sent_from(page, **changed):
    """What the form of a page sends."""
    told = page.context
    return {"text": told["words"], "change_note": told["note"], "stamp": told["stamp"], **changed}


def test_the_page_shows_contents_unit_and_redline(workbench, at, drafting):
    page = workbench.get(at("dieu-3"))

    words = page.content.decode()
    assert (
        "Điều 3. Công tác cán bộ\n1. Trao đổi về:\na) Quy hoạch;\nb) Bổ nhiệm.\n2. Báo cáo khi cần thiết."
        in words
    )
    assert "Không khác Dự thảo lần 1." in words
    assert [unit.label for unit in page.context["units"]] == [
        "", "Chương I", "Điều 1", "Điều 2", "Chương II", "Điều 3", "Điều 4", "",
    ]  # fmt: skip
    assert (page.context["previous"].label, page.context["next"].label) == ("Chương II", "Điều 4")


def test_the_first_page_leads_to_the_first_article_then_to_what_changed(workbench, at, drafting):
    assert workbench.get(f"{TEXT}write/").url.endswith(at("dieu-1"))
    page = workbench.get(at("dieu-4"))
    workbench.post(
        at("dieu-4"), sent_from(page, text=page.context["words"].replace("ngày ký", "ngày ban hành"))
    )

    assert workbench.get(f"{TEXT}write/").url.endswith(at("dieu-4"))


def test_a_form_saves_and_says_when(workbench, at, drafting):
    page = workbench.get(at("dieu-2"))

    saved = workbench.post(
        at("dieu-2"),
        sent_from(page, text=page.context["words"] + "\r\n4. Công khai.", change_note="Ý kiến 3"),
        follow=True,
    )

    words = saved.content.decode()
    assert "Đã lưu lúc" in words
    assert drafting.at("dieu-2.khoan-4").text == "Công khai."
    assert "<ins>" in words
    assert [unit.change for unit in saved.context["units"] if unit.label == "Điều 2"] == [UnitChange.CHANGED]


def test_the_script_is_answered_with_stamp_and_redline(workbench, at, drafting):
    page = workbench.get(at("dieu-2"))
    text = page.context["words"].replace("Kịp thời.", "Kịp thời, đúng hạn.")

    told = workbench.post(at("dieu-2"), sent_from(page, text=text), **JSON).json()
    again = workbench.post(
        at("dieu-2"), sent_from(page, text=text + "\n4. Thêm.", stamp=told["stamp"]), **JSON
    ).json()

    assert (told["state"], told["change"], again["state"]) == ("saved", "changed", "saved")
    assert told["words"].startswith("Đã lưu lúc ")
    assert "đúng hạn" in told["redline"]
    assert drafting.at("dieu-2.khoan-4").text == "Thêm."


def test_a_conflict_shows_both_texts_and_names_and_overwrites_nothing(workbench, desk, at, drafting):
    page = workbench.get(at("dieu-2"))
    desk.post(at("dieu-2"), sent_from(page, text=page.context["words"].replace("Kịp thời.", "Của thư ký.")))
    mine = sent_from(page, text=page.context["words"].replace("Kịp thời.", "Của biên tập."))

    shown = workbench.post(at("dieu-2"), mine)
    told = workbench.post(at("dieu-2"), mine, **JSON)

    words = shown.content.decode()
    assert shown.status_code == told.status_code == 409
    assert all(each in words for each in ("Của thư ký.", "Của biên tập.", "Thư ký Mẫu", "Biên tập Mẫu"))
    assert told.json()["state"] == "conflict"
    assert "Thư ký Mẫu đã lưu" in told.json()["conflict"]
    assert drafting.at("dieu-2.khoan-2").text == "Của thư ký."
    workbench.post(at("dieu-2"), {**mine, "stamp": shown.context["sent"].stamp})
    assert drafting.at("dieu-2.khoan-2").text == "Của biên tập."


@pytest.mark.parametrize("text", ["", "Nguyên tắc\n1. Mất số điều."])
def test_what_cannot_be_saved_is_told_and_stays_on_the_page(workbench, at, drafting, text):
    page = workbench.get(at("dieu-2"))

    shown = workbench.post(at("dieu-2"), sent_from(page, text=text))
    told = workbench.post(at("dieu-2"), sent_from(page, text=text), **JSON)

    assert shown.status_code == told.status_code == 422
    assert "Chưa lưu" in shown.content.decode()
    assert text.split("\n")[-1] in shown.content.decode()
    assert told.json()["words"].startswith("Chưa lưu: ")
    assert drafting.at("dieu-2.khoan-2").text == "Kịp thời."


def test_a_unit_that_is_gone_keeps_what_was_typed(workbench, at, drafting):
    page = workbench.get(at("dieu-4"))
    address = at("dieu-4")
    Provision.objects.filter(pk=drafting.at("dieu-4").pk).delete()

    shown = workbench.post(address, sent_from(page, text="Điều 4. Chữ đã nhập"))

    assert shown.status_code == 422
    assert "Chữ đã nhập" in shown.content.decode()
    assert workbench.get(address).status_code == 404


def test_an_issue_meanwhile_is_told(workbench, at, drafting, second):
    page, address = workbench.get(at("dieu-4")), at("dieu-4")
    drafting.issue()

    assert "đã được phát hành hoặc hủy" in workbench.post(address, sent_from(page), **JSON).json()["words"]
    assert workbench.post(address, sent_from(page)).status_code == 404
    for act in ("insert", "remove", "restore", "bring-back"):
        shown = workbench.post(f"{address}{act}/", follow=True)
        assert shown.redirect_chain[-1][0] == ROOT
        assert "đã được phát hành hoặc hủy" in shown.content.decode()


def test_an_article_is_inserted_removed_brought_back_and_restored(workbench, at, drafting):
    made = workbench.post(
        f"{at('dieu-2')}insert/", {"heading": "Giải thích", "numbering": "letter"}, follow=True
    )
    assert made.context["label"] == "Điều 2a"
    workbench.post(f"{at('dieu-2a')}insert/", {"heading": "Nữa", "numbering": "renumber"})
    assert [row.number for row in drafting.draft.provisions.filter(kind="dieu").order_by("position")] == [
        "1", "2", "2a", "3", "4", "5",
    ]  # fmt: skip
    page = workbench.get(at("dieu-4"))
    gone = drafting.at("dieu-4").origin_id

    left = workbench.post(f"{at('dieu-4')}remove/", {"stamp": page.context["stamp"]}, follow=True)
    assert [unit.pk for unit in left.context["units"] if unit.change is UnitChange.REMOVED] == [gone]
    back = workbench.post(f"{TEXT}write/{gone}/bring-back/", follow=True)
    assert back.context["heading"] == "Công tác cán bộ"
    page = workbench.get(at("dieu-1"))
    workbench.post(at("dieu-1"), sent_from(page, text="Điều 1. Khác"))
    workbench.post(f"{at('dieu-1')}restore/", {"stamp": workbench.get(at("dieu-1")).context["stamp"]})
    assert drafting.at("dieu-1").heading == "Phạm vi điều chỉnh"


def test_what_others_wrote_is_neither_removed_nor_restored(workbench, at, drafting):
    page = workbench.get(at("dieu-1"))
    workbench.post(at("dieu-1"), sent_from(page, text="Điều 1. Khác"))

    for act in ("remove", "restore"):
        shown = workbench.post(f"{at('dieu-1')}{act}/", {"stamp": page.context["stamp"]}, follow=True)
        assert "vừa sửa mục này nên chưa làm" in shown.content.decode()
    assert drafting.at("dieu-1").heading == "Khác"
    new = workbench.post(f"{at('dieu-1')}insert/", follow=True).context
    shown = workbench.post(f"{TEXT}write/{new['current']}/restore/", {"stamp": new["stamp"]}, follow=True)
    assert "Mục này mới thêm" in shown.content.decode()
    shown = workbench.post(f"{TEXT}write/{drafting.at('dieu-1').origin_id}/bring-back/", follow=True)
    assert "vẫn còn trong bản đang soạn" in shown.content.decode()
    assert workbench.post(f"{TEXT}write/{drafting.at('dieu-1').pk}/bring-back/").status_code == 404


def test_a_first_draft_has_nothing_to_be_compared_with(workbench, draft, drafting):
    page = workbench.get(f"{TEXT}write/{drafting.at('dieu-1').pk}/")

    assert "Chưa có dự thảo nào được phát hành để so sánh." in page.content.decode()
    assert "Khôi phục theo" not in page.content.decode()


def test_a_clause_leads_to_its_article(workbench, at, drafting):
    page = workbench.get(at("dieu-3.khoan-1"))

    assert page.context["holder"] == drafting.at("dieu-3").pk
    assert page.context["words"].startswith("1. Trao đổi về:")


def test_markup_in_words_stays_words(workbench, at, drafting):
    page = workbench.get(at("dieu-4"))
    told = workbench.post(at("dieu-4"), sent_from(page, text="Điều 4. <script>x</script>"), **JSON).json()

    assert "<script>" not in told["redline"]
    assert "<script>x" not in workbench.get(at("dieu-4")).content.decode()


@pytest.mark.parametrize("articles", [3, 100])
def test_the_page_asks_as_much_of_any_length(workbench, drafting, django_assert_num_queries, articles):
    drafting.start(long(articles, 2))
    drafting.issue()
    drafting.next()
    address = f"{TEXT}write/{drafting.at('dieu-2').pk}/"
    page = workbench.get(address)

    with django_assert_num_queries(10):
        workbench.get(address)
    with django_assert_num_queries(25):
        workbench.post(address, sent_from(page, text=page.context["words"] + "\n3. Thêm."), **JSON)


def test_two_texts_do_not_share_provisions(workbench, at, drafting):
    assert workbench.get(at("dieu-1").replace("quy-dinh", "khac")).status_code == 404
    origin = drafting.at("dieu-1").origin_id
    assert workbench.get(f"{TEXT}write/{origin}/").status_code == 404


def test_a_draft_that_was_read_from_a_file_is_laid_beside_the_one_before(workbench, drafting):
    drafting.start(long(4))
    drafting.issue()
    drafting.start(with_paths([*long(2), dieu(3, "Điều chen vào", text="Mới."), *_moved_on(long(4)[2:])]))

    units = workbench.get(f"{TEXT}write/{drafting.at('dieu-1').pk}/").context["units"]

    assert [(unit.label, str(unit.change)) for unit in units] == [
        ("Điều 1", ""), ("Điều 2", ""), ("Điều 3", "new"), ("Điều 4", "renumbered"), ("Điều 5", "renumbered"),
    ]  # fmt: skip


def _moved_on(articles):
    for each in articles:
        number = str(int(each.number) + 1)
        yield replace(each, number=number, mark=f"Điều {number}.")
