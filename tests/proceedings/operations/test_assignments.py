import datetime

import pytest

from proceedings.models import Point, Splitting
from proceedings.operations import assignments
from tests.proceedings.operations.refusals import everything, refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

TODAY = datetime.date(2021, 9, 8)


def assign(pointing, points, assignee, **fields):
    return assignments.assign_points(points=points, assignee=assignee, **fields, **pointing.chief)


def split(pointing, contributions, editor, **fields):
    return assignments.assign_splitting(
        contributions=contributions, editor=editor, **fields, **pointing.chief
    )


def test_points_are_handed_over_with_a_day_and_a_note_and_are_freed(pointing, editor):
    points = pointing.points(2)

    assert assign(pointing, points, editor, due_on=TODAY, note=" Xem  kỹ ") == 2
    assert set(Point.objects.values_list("assignee", "due_on", "handover_note")) == {
        (editor.pk, TODAY, "Xem kỹ")
    }
    assert list(Point.objects.assigned_to(editor).order_by("pk")) == points
    assert assign(pointing, points, None, due_on=TODAY, note="Xem kỹ") == 2
    assert set(Point.objects.values_list("assignee", "due_on", "handover_note")) == {(None, None, "")}


def test_documents_are_given_to_be_split_and_given_anew(pointing, editor, chief_editor):
    documents = [pointing.contribute(), pointing.contribute()]

    assert split(pointing, reversed(documents), editor, due_on=TODAY, note="Gấp") == 2
    assert split(pointing, documents[:1], chief_editor) == 1

    rows = Splitting.objects.order_by("contribution").values_list("editor", "due_on", "note")
    assert list(rows) == [(chief_editor.pk, None, ""), (editor.pk, TODAY, "Gấp")]
    assert str(Splitting.objects.first()).endswith(str(chief_editor))


def test_the_day_is_that_of_viet_nam(pointing, editor):
    in_greenwich = datetime.datetime(2021, 9, 8, 20, tzinfo=datetime.UTC)  # here it is the morning of the 9th
    pointing.chief["now"] = in_greenwich

    with refusal("Hạn xử lý không thể ở quá khứ.", field="due_on"):
        assign(pointing, [], editor, due_on=TODAY)


def test_what_cannot_be_handed_over_is_refused(pointing, editor, secretary, delegate_other):
    points, documents = pointing.points(1), [pointing.contribute()]
    yesterday = TODAY - datetime.timedelta(days=1)

    for give, what in ((assign, points), (split, documents)):
        with refusal(f"{delegate_other} không có quyền xử lý ý kiến. Chọn người khác", field="assignee"):
            give(pointing, what, delegate_other)
        with refusal("Hạn xử lý không thể ở quá khứ.", field="due_on"):
            give(pointing, what, editor, due_on=yesterday)
        with refusal("quá giới hạn 500 ký tự", field="handover_note"):
            give(pointing, what, editor, note="x" * 501)
    pointing.close()
    for give, what in ((assign, points), (split, documents)):
        with refusal("Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa"):
            give(pointing, what, editor)


def test_nothing_is_handed_over_twice(pointing, editor):
    documents = [pointing.contribute()]
    split(pointing, documents, editor)
    before = everything()

    split(pointing, documents, editor)

    assert everything() == before
    assert assign(pointing, [], editor) == 0
