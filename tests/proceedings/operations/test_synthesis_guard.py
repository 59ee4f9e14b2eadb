import pytest

from proceedings.models import Theme
from proceedings.operations.synthesis_guard import lock_standing, refuse_closed, refuse_foreign_place
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_a_closed_synthesis_names_who_closed_it_until_it_is_reopened(pointing, chief_editor, now):
    document = pointing.contribute()
    refuse_closed(pointing.workshop)
    closing = pointing.close()

    for ask in (
        lambda: refuse_closed(pointing.workshop),
        lambda: refuse_closed(pointing.workshop.pk),
        lambda: lock_standing(document),
    ):
        with refusal("Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa ngày 08/09/2021 nên không sửa được."):
            ask()
    closing.reopened_by, closing.reopened_at, closing.reopen_reason = chief_editor, now, "Bổ sung"
    closing.save()
    refuse_closed(pointing.workshop)
    assert lock_standing(document.pk) == document


def test_a_document_is_locked_as_it_stands(pointing):
    stale, gone = pointing.contribute(), pointing.contribute()
    type(stale).objects.filter(pk=stale.pk).update(summary="Mới")
    pointing.withdraw(gone)

    assert lock_standing(stale).summary == "Mới"
    with refusal("Văn bản số 2 không còn hiệu lực trong sổ (đã hủy số)."):
        lock_standing(gone.pk)


def test_places_are_of_the_workshop(pointing):
    other = pointing.elsewhere()
    own, foreign = (
        Theme.objects.create(workshop=each.workshop, position=1, slug="nhom", title="Nhóm")
        for each in (pointing, other)
    )
    mine, theirs = (each.draft.provisions.get(path="dieu-1") for each in (pointing, other))
    key = pointing.workshop.pk

    for anchor, theme in ((None, None), (mine, None), (None, own)):
        assert refuse_foreign_place(key, anchor, theme) is None
    with refusal("không chọn cả hai", field="anchor"):
        refuse_foreign_place(key, mine, own)
    with refusal(f"“{theirs}” không thuộc dự thảo đã phát hành", field="anchor"):
        refuse_foreign_place(key, theirs, None)
    with refusal("“Nhóm” thuộc hội thảo khác. Chọn lại trong hội thảo này.", field="theme"):
        refuse_foreign_place(key, None, foreign)
