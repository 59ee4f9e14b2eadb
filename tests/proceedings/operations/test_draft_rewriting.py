import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proceedings.models import Provision
from proceedings.operations import draft_rewriting, draft_steps, draft_writing
from proceedings.operations.draft_rewriting import UnitConflict, node_of
from proceedings.operations.draft_trees import Tree
from proceedings.queries.integrity import verify_all
from proceedings.text.units import stamp_of, text_of
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.regulations import long

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


class Unit:
    """A unit as an editor has it open."""

    def __init__(self, drafting, path):
        self.drafting = drafting
        self.row = drafting.at(path)
        self.read()

    def read(self):
        tree = Tree(self.drafting.draft)
        node = node_of(tree, self.row.pk)
        self.note = tree.rows[self.row.pk].change_note
        self.text, self.stamp = text_of(node), stamp_of(node, self.note)
        return self

    def save(self, text, **fields):
        given = {"change_note": self.note, "stamp": self.stamp, **self.drafting.by, **fields}
        row = draft_rewriting.rewrite(provision=self.row, text=text, **given)
        self.read()
        return row


@pytest.fixture
def open_unit(drafting):
    """Issue a first draft, begin the second, open a unit of it."""
    drafting.start()
    drafting.issue()
    drafting.next()
    return lambda path: Unit(drafting, path)


def rows_below(drafting, path):
    rows = drafting.draft.provisions.filter(path__startswith=path).order_by("position")
    return [(row.path, row.pk, row.origin_id, row.version) for row in rows]


def test_rows_keep_their_keys_and_origins(drafting, open_unit):
    unit = open_unit("dieu-3")
    before = {row[1]: row for row in rows_below(drafting, "dieu-3")}

    unit.save(
        unit.text.replace("b) Bổ nhiệm.", "b) Luân chuyển;\nc) Bổ nhiệm."), change_note="Theo ý kiến 12"
    )

    after = rows_below(drafting, "dieu-3")
    assert [row[0] for row in after][3:7] == [
        "dieu-3.khoan-1.diem-a", "dieu-3.khoan-1.diem-b", "dieu-3.khoan-1.diem-c", "dieu-3.khoan-2",
    ]  # fmt: skip
    assert [row[0] for row in after if row[1] not in before] == ["dieu-3.khoan-1.diem-b"]
    assert all(row[2] == before[row[1]][2] for row in after if row[1] in before)
    assert drafting.at("dieu-3").change_note == "Theo ý kiến 12"
    assert verify_all()[1] == []


def test_only_what_changed_counts_a_version(drafting, open_unit):
    unit = open_unit("dieu-2")

    unit.save(unit.text.replace("Kịp thời.", "Kịp thời, đúng hạn."))

    versions = {row[0]: row[3] for row in rows_below(drafting, "dieu-2")}
    assert versions == {"dieu-2": 1, "dieu-2.khoan-1": 1, "dieu-2.khoan-2": 2, "dieu-2.khoan-3": 1}


def test_what_was_typed_away_and_typed_again_is_the_copy_it_was(drafting, open_unit):
    unit = open_unit("dieu-2")
    text = unit.text
    origin = drafting.at("dieu-2.khoan-2").origin_id

    unit.save(text.replace("2. Kịp thời.\n", ""))
    assert not Provision.objects.filter(draft=drafting.draft, origin=origin).exists()
    unit.save(text)

    assert drafting.at("dieu-2.khoan-2").origin_id == origin
    assert verify_all()[1] == []


def test_the_head_of_a_division_is_written_without_what_it_holds(drafting, open_unit):
    unit = open_unit("chuong-2")
    assert unit.text == "Chương II\nNỘI DUNG PHỐI HỢP"

    unit.save("Chương II\nNỘI DUNG, PHƯƠNG THỨC PHỐI HỢP")

    assert drafting.at("chuong-2").heading == "NỘI DUNG, PHƯƠNG THỨC PHỐI HỢP"
    assert drafting.at("dieu-3").parent.path == "chuong-2"


def test_the_same_words_sent_again_are_no_conflict(drafting, open_unit):
    unit = open_unit("dieu-4")
    stamp, text = unit.stamp, unit.text.replace("ngày ký", "ngày ban hành")
    unit.save(text)

    unit.save(text, stamp=stamp)

    assert drafting.draft.changes.count() == 1


def test_a_conflict_carries_both_texts_both_reasons_and_both_names(drafting, open_unit, editor):
    unit = open_unit("dieu-2")
    stamp, text = unit.stamp, unit.text
    unit.save(text.replace("Kịp thời.", "Của thư ký."), change_note="Lý do một")

    with refusal("vừa được người khác sửa", kind=UnitConflict) as caught:
        unit.save(
            text.replace("Kịp thời.", "Của biên tập."), stamp=stamp, actor=editor, change_note="Lý do hai"
        )

    conflict = caught.value
    assert "Của thư ký." in conflict.their_text
    assert "Của biên tập." in conflict.your_text
    assert (conflict.their_note, conflict.your_note) == ("Lý do một", "Lý do hai")
    assert (conflict.theirs_by, conflict.yours_by) == ("Thư ký Mẫu", "Biên tập Mẫu")
    assert conflict.theirs_at is not None
    assert "Của biên tập." not in " ".join(drafting.words())


def test_another_unit_and_a_shift_are_no_conflict(drafting, open_unit):
    second, fourth = open_unit("dieu-2"), Unit(drafting, "dieu-4")

    second.save(second.text + "\n4. Thêm một khoản.")

    fourth.save(fourth.text.replace("ngày ký", "ngày ban hành"), stamp=fourth.stamp)


def test_one_sitting_is_one_step_and_is_undone_at_once(drafting, open_unit, by):
    unit = open_unit("dieu-2")
    text, words = unit.text, drafting.words()

    unit.save(text + "\n4. Thêm")
    unit.save(text + "\n4. Thêm một khoản.")
    unit.save((text + "\n4. Thêm một khoản.").replace("1. Tuân thủ pháp luật.\n", ""))
    assert drafting.draft.changes.count() == 1
    draft_steps.undo(draft=drafting.draft, **by)

    assert drafting.words() == words
    draft_steps.redo(draft=drafting.draft, **by)
    assert "Thêm một khoản." in " ".join(drafting.words())
    assert verify_all()[1] == []


def test_another_person_and_a_later_hour_are_steps_of_their_own(drafting, open_unit, editor, now):
    unit = open_unit("dieu-2")

    unit.save(unit.text + "\n4. Một.")
    unit.save(unit.text + "\n5. Hai.", actor=editor)
    unit.save(unit.text + "\n6. Ba.", actor=editor, now=now + datetime.timedelta(minutes=11))

    assert drafting.draft.changes.count() == 3


def test_writing_one_row_after_the_unit_is_a_step_of_its_own(drafting, open_unit, by):
    unit = open_unit("dieu-4")
    row = unit.save(unit.text.replace("ngày ký", "ngày ban hành"))

    draft_writing.write(provision=row, heading="Hiệu lực thi hành", text=row.text, version=row.version, **by)

    assert drafting.draft.changes.count() == 2
    draft_steps.undo(draft=drafting.draft, **by)
    assert drafting.at("dieu-4").heading == "Hiệu lực"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("   ", "không còn chữ nào"),
        ("Hiệu lực", "phải mở bằng “Điều 4.”"),
        ("Điều 4. " + "x" * 10_001, "dài quá 10.000 ký tự"),
        ("Điều 4. Hiệu lực" + "\nx" * 5_001, "hơn 5000 dòng"),
        ("x" * 1_000_001, "quá giới hạn"),
    ],
)
def test_what_cannot_be_a_unit_is_refused_with_what_to_do(drafting, open_unit, text, words):
    unit, before = open_unit("dieu-4"), drafting.words()

    with refusal(words, field="text"):
        unit.save(text)

    assert drafting.words() == before


def test_an_issued_draft_and_a_unit_that_is_gone_are_refused(drafting, open_unit):
    unit = open_unit("dieu-4")
    gone = Unit(drafting, "dieu-1")
    Provision.objects.filter(pk=gone.row.pk).delete()

    with refusal("vừa được người khác bỏ"):
        draft_rewriting.rewrite(provision=gone.row, text="Điều 1. x", stamp="", **drafting.by)
    drafting.issue()
    with refusal("đã phát hành"):
        unit.save("Điều 4. Khác")


def test_saving_costs_as_much_in_a_long_draft(drafting, by):
    drafting.start(long(60))
    counts = []
    for path in ("dieu-1", "dieu-59"):
        unit = Unit(drafting, path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            draft_rewriting.rewrite(
                provision=unit.row, text=unit.text.replace("khoản 4 ", "khoản bốn "), stamp=unit.stamp, **by
            )
        counts.append(len(queries))

    assert counts[0] == counts[1] == 11
