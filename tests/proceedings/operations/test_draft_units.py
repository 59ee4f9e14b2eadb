import pytest

from proceedings.operations import draft_steps, draft_units
from proceedings.operations.draft_rewriting import UnitConflict
from proceedings.queries.integrity import verify_all
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.operations.test_draft_rewriting import Unit

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def second(drafting):
    """A second draft in hand, a copy of the first."""
    drafting.start()
    drafting.issue()
    drafting.next()
    return drafting


def articles(drafting):
    return [
        (row.mark, row.heading) for row in drafting.draft.provisions.filter(kind="dieu").order_by("position")
    ]


def test_an_inserted_article_takes_a_letter(second, by):
    first = draft_units.insert_article(after=second.at("dieu-2"), heading="Giải thích từ ngữ", **by)
    draft_units.insert_article(after=first, heading="Đối tượng", **by)

    assert [mark for mark, _ in articles(second)] == [
        "Điều 1.",
        "Điều 2.",
        "Điều 2a.",
        "Điều 2b.",
        "Điều 3.",
        "Điều 4.",
    ]
    assert first.parent.path == "chuong-1"
    assert verify_all()[1] == []


def test_a_renumbering_one_moves_the_later_ones_on(second, by):
    new = draft_units.insert_article(
        after=second.at("dieu-2"), heading="Giải thích", text="1. Một là;\n2. Hai là.", renumber=True, **by
    )

    assert [mark for mark, _ in articles(second)] == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4.", "Điều 5."]
    assert list(new.children.order_by("position").values_list("mark", flat=True)) == ["1.", "2."]
    draft_steps.undo(draft=second.draft, **by)
    assert [mark for mark, _ in articles(second)] == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]


def test_an_article_after_the_head_of_a_chapter_is_its_first(second, by):
    new = draft_units.insert_article(after=second.at("chuong-2"), heading="Đầu chương", renumber=True, **by)

    assert (new.path, new.parent.path) == ("dieu-3", "chuong-2")
    assert [heading for _, heading in articles(second)][2:4] == ["Đầu chương", "Công tác cán bộ"]


def test_an_article_after_a_clause_stands_after_its_article(second, by):
    new = draft_units.insert_article(after=second.at("dieu-3.khoan-1"), **by)

    assert (new.number, new.parent.path) == ("3a", "chuong-2")


def test_a_paragraph_may_follow_a_unit(second, by):
    new = draft_units.insert_text(after=second.at("dieu-1"), text=" Một đoạn. ", **by)

    assert (new.text, new.parent.path, new.kind) == ("Một đoạn.", "chuong-1", "text")


def test_a_unit_is_taken_out_and_brought_back_where_it_stood(second, by):
    unit, words = Unit(second, "dieu-3"), second.words()
    origin = unit.row.origin
    draft_units.remove_unit(provision=unit.row, stamp=unit.stamp, **by)
    assert "dieu-3" not in second.paths()

    back = draft_units.bring_back(draft=second.draft, origin=origin, **by)

    assert second.words() == words
    assert back.origin == origin
    assert second.at("dieu-3.khoan-1.diem-a").origin == origin.draft.provisions.get(
        path="dieu-3.khoan-1.diem-a"
    )
    assert verify_all()[1] == []


def test_a_unit_is_restored_with_its_rows(second, by):
    unit, words = Unit(second, "dieu-3"), second.words()
    keys = set(second.draft.provisions.values_list("origin", flat=True))
    unit.save("Điều 3. Công tác tổ chức\n1. Khác hẳn.\n3. Thêm mới.", change_note="Thử")

    row = draft_units.restore_unit(provision=unit.row, stamp=unit.stamp, **by)

    assert (second.words(), row.change_note) == (words, "")
    assert set(second.draft.provisions.values_list("origin", flat=True)) == keys
    assert verify_all()[1] == []


def test_what_somebody_wrote_meanwhile_is_neither_taken_out_nor_restored(second, by):
    unit = Unit(second, "dieu-4")
    stale = unit.stamp
    unit.save(unit.text.replace("ngày ký", "ngày ban hành"))

    for act in (draft_units.remove_unit, draft_units.restore_unit):
        with refusal("vừa được người khác sửa", kind=UnitConflict):
            act(provision=unit.row, stamp=stale, **by)


def test_refusals_say_what_to_do(second, by):
    new = draft_units.insert_article(after=second.at("dieu-2"), heading="Mới", **by)

    with refusal("Mục này mới thêm"):
        draft_units.restore_unit(provision=new, stamp=Unit(second, "dieu-2a").stamp, **by)
    with refusal("vẫn còn trong bản đang soạn"):
        draft_units.bring_back(draft=second.draft, origin=second.at("dieu-1").origin, **by)
    with refusal("không thuộc dự thảo"):
        draft_units.bring_back(draft=second.draft, origin=second.at("dieu-1"), **by)
    with refusal("đã phát hành"):
        draft_units.insert_article(after=second.at("dieu-1").origin, **by)
