import pytest

from proceedings.operations import draft_mending
from tests.proceedings.desk.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "act", "paths"),
    [
        ("dieu-2.khoan-2", "promote", "dieu-2~2"),
        ("dieu-2.khoan-2", "demote", "dieu-2.khoan-1.diem-2"),
        ("dieu-2.khoan-3", "up", "dieu-2.khoan-3"),
        ("dieu-2.khoan-1", "down", "dieu-2.khoan-1"),
    ],
)
def test_step_is_taken_told_and_the_provision_stays_in_hand(
    press, workbench, draft, drafting, path, act, paths
):
    before, row = drafting.words(), drafting.at(path)

    page = press(workbench, row, act)

    assert "Đã ghi:" in page.content.decode()
    assert f"at={row.pk}" in page.redirect_chain[-1][0]
    assert page.context["at"] == row.pk
    assert sorted(drafting.words()) == sorted(before)


def test_neighbours_change_places(press, workbench, draft, drafting):
    press(workbench, drafting.at("dieu-2.khoan-3"), "up")

    paths = [path for path in drafting.paths() if path.startswith("dieu-2.")]
    assert paths == ["dieu-2.khoan-1", "dieu-2.khoan-3", "dieu-2.khoan-2"]


def test_merging_leads_to_the_one_before(press, workbench, draft, drafting):
    page = press(workbench, drafting.at("dieu-2.khoan-2"), "merge")

    assert page.context["at"] == drafting.at("dieu-2.khoan-1").pk
    assert "2. Kịp thời." in drafting.at("dieu-2.khoan-1").text


def test_removing_is_undone_and_done_again(press, workbench, draft, drafting):
    press(workbench, drafting.at("dieu-3"), "remove")
    assert "dieu-3" not in drafting.paths()

    page = _step(workbench, "undo")
    assert "dieu-3.khoan-1.diem-a" in drafting.paths()
    assert "Đã hoàn tác: Bỏ mục: Điều 3. Công tác cán bộ." in page.content.decode()

    _step(workbench, "redo")
    assert "dieu-3" not in drafting.paths()


def test_what_will_be_undone_is_told_before(press, workbench, draft, drafting):
    html = press(workbench, drafting.at("dieu-2.khoan-1"), "down").content.decode()

    assert "Hoàn tác sẽ bỏ bước “Chuyển vị trí: Khoản 1” (Biên tập Mẫu" in html


@pytest.mark.parametrize(
    ("path", "act", "words"),
    [
        ("dieu-2.khoan-1", "up", "Mục này đã ở đầu trong mục chứa nó."),
        ("dieu-2.khoan-3", "down", "Mục này đã ở cuối trong mục chứa nó."),
        ("chuong-1", "promote", "Mục này đã ở cấp ngoài cùng."),
        ("dieu-2.khoan-1", "demote", "Không có mục nào đứng ngay trước"),
        ("dieu-2.khoan-1", "merge", "Không có mục nào đứng ngay trước"),
    ],
)
def test_refusal_is_told_and_the_provision_stays_chosen(press, workbench, draft, drafting, path, act, words):
    row, before = drafting.at(path), drafting.paths()

    page = press(workbench, row, act)

    assert words in page.context["refusal"]
    assert page.context["at"] == row.pk
    assert drafting.paths() == before


def test_step_without_a_provision_is_refused(workbench, draft):
    page = workbench.post(f"{TEXT}mend/", {"act": "promote", "stand": 0})

    assert "Chọn một mục trong dàn ý" in page.context["refusal"]


def test_nothing_to_undo_is_told(workbench, draft):
    assert "Không còn bước nào để hoàn tác." in _step(workbench, "undo").context["refusal"]
    assert "Không có bước nào vừa hoàn tác" in _step(workbench, "redo").context["refusal"]


def test_step_on_a_draft_that_others_changed_tells_both_states(workbench, draft, drafting, by):
    row = drafting.at("dieu-2")
    draft_mending.retitle(provision=row, heading="Nguyên tắc chung", **by)

    page = workbench.post(f"{TEXT}mend/", {"act": "remove", "provision": row.pk, "stand": 0})

    html = page.content.decode()
    assert page.status_code == 409
    assert "dieu-2" in drafting.paths()
    assert "Sửa tên mục: Điều 2. Nguyên tắc chung" in html
    assert "Thư ký Mẫu" in html
    assert (page.context["overtaken"].seen["heading"], page.context["overtaken"].now["heading"]) == (
        "Nguyên tắc",
        "Nguyên tắc chung",
    )


def test_step_may_be_taken_again_with_both_states_in_sight(workbench, draft, drafting, by):
    row = drafting.at("dieu-2")
    draft_mending.retitle(provision=row, heading="Nguyên tắc chung", **by)
    shown = workbench.post(f"{TEXT}mend/", {"act": "remove", "provision": row.pk, "stand": 0})

    workbench.post(f"{TEXT}mend/", {**shown.context["again"], "stand": shown.context["stand"].key})

    assert "dieu-2" not in drafting.paths()


def test_undoing_what_others_did_meanwhile_is_refused(workbench, draft, drafting, by):
    draft_mending.retitle(provision=drafting.at("dieu-2"), heading="Khác", **by)

    page = workbench.post(f"{TEXT}undo/", {"stand": 0})

    assert "Dự thảo vừa được người khác sửa" in page.context["refusal"]
    assert drafting.at("dieu-2").heading == "Khác"


def test_get_changes_nothing(workbench, draft):
    for act in ("mend", "undo", "redo", "discard"):
        assert workbench.get(f"{TEXT}{act}/").status_code == 405


def _step(browser, act):
    stand = browser.get(f"{TEXT}outline/").context["stand"].key
    return browser.post(f"{TEXT}{act}/", {"stand": stand}, follow=True)
