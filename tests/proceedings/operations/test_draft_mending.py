import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings.models import Draft, DraftChange
from proceedings.operations import draft_mending, draft_steps
from proceedings.operations.refusals import Refused
from proceedings.queries.drafts import tree
from proceedings.text.provisions import Kind, Provision
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.regulations import chuong, diem, dieu, khoan, long

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def mend(drafting, by):
    """Do one step at a path: ``mend("promote", "dieu-2.khoan-1")``; return the row's path."""
    drafting.start()

    def step(name, path, **fields):
        done = getattr(draft_mending, name)(provision=drafting.at(path), **fields, **by)
        return done and done.path

    return step


def undo_all(drafting, by):
    while drafting.draft.changes.filter(undone_at=None).exists():
        draft_steps.undo(draft=drafting.draft, **by)


# --- levels -------------------------------------------------------------------------------------------------


def test_a_promoted_clause_becomes_an_article_and_takes_what_followed(drafting, mend):
    words = drafting.words()

    path = mend("promote", "dieu-2.khoan-2")

    assert drafting.words() == words
    assert drafting.at(path).heading == "Kịp thời."
    assert [child.path for child in drafting.at(path).children.order_by("position")] == ["dieu-2~2.khoan-3"]


def test_a_paragraph_that_was_an_article_is_promoted_with_its_label(drafting, by):
    lost = Provision(Kind.TEXT, text="Điều 6. Trách nhiệm")
    drafting.start((dieu(5, "Năm", khoan(1, "Một."), lost, khoan(1, "Của sáu.")),))
    words = drafting.words()

    done = draft_mending.promote(provision=drafting.at("dieu-5.doan-1"), **by)

    assert (done.kind, done.number, done.mark, done.heading) == ("dieu", "6", "Điều 6.", "Trách nhiệm")
    assert drafting.paths() == ["dieu-5", "dieu-5.khoan-1", "dieu-6", "dieu-6.khoan-1"]
    assert drafting.words() == words


def test_what_stands_at_the_top_or_in_an_appendix_is_not_promoted(drafting, mend):
    with refusal("cấp ngoài cùng"):
        mend("promote", "chuong-1")


def test_a_demoted_article_hangs_below_the_one_before(drafting, mend):
    words = drafting.words()

    path = mend("demote", "dieu-2")

    assert drafting.words() == words
    assert path == "dieu-1.khoan-2"
    assert drafting.at("dieu-1").heading == "Phạm vi điều chỉnh"
    assert drafting.at("dieu-1.doan-1").text == "Quy định này quy định về phối hợp."
    assert drafting.at("dieu-1.khoan-1").text == "Tuân thủ pháp luật."
    with refusal("đứng ngay trước"):
        mend("demote", "dieu-1")


def test_nothing_hangs_below_a_paragraph(drafting, mend):
    with refusal("đoạn văn nên không chứa"):
        mend("demote", "chuong-1")


# --- splitting and merging --------------------------------------------------------------------------------------


def test_a_clause_is_cut_where_the_next_label_begins(drafting, by):
    drafting.start((dieu(1, "Một", khoan(1, "Kịp thời; 2. Đúng vai."), khoan(3, "Ba.")),))
    text = drafting.at("dieu-1.khoan-1").text

    done = draft_mending.split(provision=drafting.at("dieu-1.khoan-1"), at=text.index("2."), **by)

    assert (done.path, done.mark, done.text) == ("dieu-1.khoan-2", "2.", "Đúng vai.")
    assert drafting.at("dieu-1.khoan-1").text == "Kịp thời;"


def test_an_article_swallowed_by_a_clause_comes_out(drafting, by):
    drafting.start((dieu(5, "Năm", khoan(1, "Một. Điều 6. Sáu"), khoan(1, "Của sáu.")),))
    words, text = drafting.words(), drafting.at("dieu-5.khoan-1").text

    done = draft_mending.split(provision=drafting.at("dieu-5.khoan-1"), at=text.index("Điều 6"), **by)

    assert (done.path, done.heading) == ("dieu-6", "Sáu")
    assert drafting.paths() == ["dieu-5", "dieu-5.khoan-1", "dieu-6", "dieu-6.khoan-1"]
    assert drafting.words() == words


def test_points_swallowed_by_their_chapeau_become_children(drafting, by):
    drafting.start((dieu(1, "Một", khoan(1, "Gồm: a) quy hoạch;")),))

    done = draft_mending.split(provision=drafting.at("dieu-1.khoan-1"), at=5, **by)

    assert (done.path, done.text) == ("dieu-1.khoan-1.diem-a", "quy hoạch;")
    assert drafting.at("dieu-1.khoan-1.doan-1").role == "chapeau"


def test_a_rest_without_label_is_a_paragraph_that_follows(drafting, mend):
    assert mend("split", "dieu-2.khoan-1", at=9) == "dieu-2.doan-1"
    assert drafting.at("dieu-2.doan-1").text == "pháp luật."


@pytest.mark.parametrize("at", [0, -3, 400])
def test_a_cut_leaves_no_side_empty(mend, at):
    with refusal("Đặt con trỏ", field="at"):
        mend("split", "dieu-2.khoan-1", at=at)


def test_a_broken_line_is_joined(drafting, mend):
    mend("split", "dieu-2.khoan-1", at=9)

    mend("merge", "dieu-2.doan-1", as_one_paragraph=True)

    assert drafting.at("dieu-2.khoan-1").text == "Tuân thủ pháp luật."


def test_a_merged_clause_keeps_its_label_in_the_words(drafting, mend):
    words = drafting.words()

    assert mend("merge", "dieu-3.khoan-2") == "dieu-3.khoan-1"
    assert drafting.at("dieu-3.khoan-1.diem-b").text == "Bổ nhiệm.\n2. Báo cáo khi cần thiết."
    assert drafting.words() == words


def test_merging_takes_along_what_stood_below(drafting, mend):
    words = drafting.words()

    mend("merge", "dieu-2")

    assert drafting.paths()[2:7] == [
        "dieu-1", "dieu-1.doan-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3",
    ]  # fmt: skip
    assert drafting.words() == words
    with refusal("đứng ngay trước"):
        mend("merge", "dieu-1")


# --- labels ---------------------------------------------------------------------------------------------------


def test_a_label_is_told_from_the_words(drafting, by):
    drafting.start((Provision(Kind.TEXT, text="Điều 3a. Giải thích"), khoan(1, "Một.")))

    done = draft_mending.relabel(provision=drafting.at("doan-1"), kind="dieu", **by)

    assert (done.path, done.number, done.heading) == ("dieu-3a", "3a", "Giải thích")


def test_a_label_given_by_hand_is_written_as_today(drafting, mend):
    mend("relabel", "dieu-2", kind="dieu", number="2a")

    row = drafting.at("dieu-2a")
    assert (row.mark, row.heading) == ("Điều 2a.", "Nguyên tắc")
    assert drafting.at("dieu-2a.khoan-1").text == "Tuân thủ pháp luật."


def test_a_kind_that_cannot_stand_there_is_refused(mend):
    with refusal("Nâng cấp hoặc chuyển", field="kind"):
        mend("relabel", "dieu-2.khoan-1", kind="chuong", number="I")
    with refusal("Chuyển các mục bên trong", field="kind"):
        mend("relabel", "dieu-2", kind="diem", number="a")


def test_a_heading_is_given_to_what_may_have_one(drafting, mend):
    mend("retitle", "dieu-2", heading="  Nguyên   tắc chung ")

    assert drafting.at("dieu-2").heading == "Nguyên tắc chung"
    with refusal("không có tên mục", field="heading"):
        mend("retitle", "doan-1", heading="Tên")
    with refusal("quá giới hạn", field="heading"):
        mend("retitle", "dieu-2", heading="x" * 10_001)


# --- places ---------------------------------------------------------------------------------------------------


def test_a_chapter_moves_with_all_it_holds(drafting, by, mend):
    draft_mending.move(provision=drafting.at("chuong-2"), parent=None, place=1, **by)

    assert drafting.paths()[1:4] == ["chuong-2", "dieu-3", "dieu-3.khoan-1"]
    assert drafting.paths().index("dieu-1") == 10


def test_a_place_within_itself_or_too_high_is_refused(drafting, by, mend):
    with refusal("chính nó", field="parent"):
        draft_mending.move(provision=drafting.at("chuong-2"), parent=drafting.at("dieu-3"), place=0, **by)
    with refusal("không đứng được", field="kind"):
        draft_mending.move(provision=drafting.at("chuong-2"), parent=drafting.at("dieu-1"), place=0, **by)


def test_an_article_is_inserted_and_removed(drafting, by, mend):
    new = draft_mending.insert(
        draft=drafting.draft, parent=drafting.at("chuong-1"), place=1, kind="dieu", number="1a",
        heading="Giải thích từ ngữ", text="Trong Quy định này:", **by,
    )  # fmt: skip
    assert (new.path, new.mark, new.position) == ("dieu-1a", "Điều 1a.", 4)

    mend("remove", "chuong-1")

    assert drafting.paths()[:2] == ["doan-1", "chuong-2"]
    with pytest.raises(Refused, match="vừa được người khác bỏ"):
        draft_mending.promote(provision=new, **by)


def test_mending_ends_with_the_issue(drafting, by, mend):
    row = drafting.at("dieu-2.khoan-1")
    drafting.issue()

    with refusal("đã phát hành"):
        draft_mending.promote(provision=row, **by)
    with refusal("đã phát hành"):
        draft_steps.undo(draft=drafting.draft, **by)


# --- undoing ----------------------------------------------------------------------------------------------------


def test_every_step_is_undone_and_done_again(drafting, by, mend):
    before = tree(drafting.draft)
    mend("promote", "dieu-2.khoan-2")
    mend("remove", "chuong-2")
    after = tree(drafting.draft)

    undone = [draft_steps.undo(draft=drafting.draft, **by) for _step in range(2)]
    assert [step.mending for step in undone] == ["remove", "promote"]
    assert str(undone[0]) == "Bỏ mục: Chương II. NỘI DUNG PHỐI HỢP"
    assert tree(drafting.draft) == before
    with refusal("Không còn bước nào"):
        draft_steps.undo(draft=drafting.draft, **by)

    for _step in range(2):
        draft_steps.redo(draft=drafting.draft, **by)
    assert tree(drafting.draft) == after
    with refusal("Không có bước nào"):
        draft_steps.redo(draft=drafting.draft, **by)


def test_a_new_step_ends_what_could_be_done_again(drafting, by, mend):
    mend("promote", "dieu-2.khoan-2")
    draft_steps.undo(draft=drafting.draft, **by)
    mend("retitle", "dieu-4", heading="Hiệu lực thi hành")

    with refusal("Không có bước nào"):
        draft_steps.redo(draft=drafting.draft, **by)


def test_what_was_changed_behind_the_list_is_not_undone(drafting, by, mend):
    mend("retitle", "dieu-4", heading="Hiệu lực thi hành")
    drafting.draft.provisions.filter(path="dieu-4").update(heading="Chui")

    with refusal("không hoàn tác được nữa"):
        draft_steps.undo(draft=drafting.draft, **by)


def test_the_list_of_steps_is_bounded(drafting, by, mend, monkeypatch):
    monkeypatch.setattr(draft_steps, "STEPS_KEPT", 3)
    for turn in range(5):
        mend("retitle", "dieu-4", heading=f"Lần {turn}")

    assert list(DraftChange.objects.order_by("number").values_list("number", flat=True)) == [3, 4, 5]


STEPS = st.lists(
    st.tuples(st.sampled_from(["promote", "demote", "merge", "split"]), st.integers(0, 40)), max_size=7
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_word_is_lost_and_all_is_undone_whatever_is_done(drafting, by, steps):
    Draft.objects.filter(state="working").delete()
    draft = drafting.start()
    before, words = tree(draft), drafting.words()

    for name, place in steps:
        rows = list(draft.provisions.order_by("position"))
        row = rows[place % len(rows)]
        fields = {"at": len(row.text) // 2} if name == "split" else {}
        try:
            getattr(draft_mending, name)(provision=row, **fields, **by)
        except Refused:
            continue
        assert "".join(drafting.words()) == "".join(words), (name, row.path)

    undo_all(drafting, by)
    assert tree(draft) == before


def test_a_step_in_two_thousand_provisions_takes_a_handful_of_statements(
    drafting, by, django_assert_max_num_queries
):
    drafting.start((chuong("I", "CHUNG", *long(200)), dieu(999, "Cuối", khoan(1, "x", diem("a", "y")))))

    with django_assert_max_num_queries(18):
        draft_mending.promote(provision=drafting.at("dieu-1.khoan-1"), **by)
    with django_assert_max_num_queries(22):
        draft_mending.remove(provision=drafting.at("dieu-2"), **by)
    with django_assert_max_num_queries(18):
        draft_steps.undo(draft=drafting.draft, **by)
