import datetime

import pytest

from proceedings.operations import draft_mending, draft_steps, draft_writing
from tests.proceedings.models.test_guards import events
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def write(drafting, by):
    """Write at a path, read at the version in hand or a given one."""
    drafting.start()

    def words(path, text, **fields):
        row = drafting.at(path)
        given = {"heading": row.heading, "version": row.version, **fields}
        return draft_writing.write(provision=row, text=text, **{**by, **given})

    return words


def test_words_are_saved_with_the_reason(drafting, write):
    row = write("dieu-2.khoan-2", "Kịp thời, đầy đủ.  \n", change_note="Theo ý kiến của Bắc Ninh")

    assert (row.text, row.change_note, row.version) == ("Kịp thời, đầy đủ.", "Theo ý kiến của Bắc Ninh", 2)
    assert drafting.at("dieu-2.khoan-2").text == "Kịp thời, đầy đủ."


def test_the_same_words_sent_again_are_no_conflict(write):
    first = write("dieu-2.khoan-2", "Kịp thời, đầy đủ.", version=1)

    assert write("dieu-2.khoan-2", "Kịp thời, đầy đủ.", version=1).version == first.version == 2


def test_a_conflict_carries_both_texts_and_both_names(write, editor):
    write("dieu-2.khoan-2", "Của thư ký.")

    with refusal("vừa được người khác sửa", kind=draft_writing.WordsConflict) as caught:
        write("dieu-2.khoan-2", "Của biên tập.", version=1, actor=editor)

    conflict = caught.value
    assert (conflict.theirs.text, conflict.theirs_by) == ("Của thư ký.", "Thư ký Mẫu")
    assert (conflict.yours["text"], conflict.yours_by) == ("Của biên tập.", "Biên tập Mẫu")
    assert conflict.theirs_at is not None


def test_a_shift_elsewhere_is_no_conflict(drafting, write, by):
    read = drafting.at("dieu-4")
    draft_mending.remove(provision=drafting.at("chuong-1"), **by)

    done = draft_writing.write(
        provision=read, heading=read.heading, text="Từ ngày 01/01.", version=read.version, **by
    )

    assert done.text == "Từ ngày 01/01."


def test_what_holds_others_takes_a_heading_but_no_words(drafting, write):
    with refusal("từng mục bên trong", field="text"):
        write("dieu-2", "Lời.")

    with refusal("không có tên mục", field="heading"):
        write("doan-1", "Lời.", heading="Tên")
    assert write("dieu-2", "", heading="Nguyên tắc chung").heading == "Nguyên tắc chung"


def test_what_is_gone_issued_or_too_long_is_refused(drafting, write, by):
    row = drafting.at("dieu-4")
    words = {"heading": row.heading, "version": row.version, **by}
    with refusal("quá giới hạn", field="text"):
        draft_writing.write(provision=row, text="x" * 1_000_001, **words)
    with refusal("quá giới hạn", field="change_note"):
        draft_writing.write(provision=row, text="x", change_note="x" * 10_001, **words)
    draft_mending.remove(provision=row, **by)
    with refusal("vừa được người khác bỏ"):
        draft_writing.write(provision=row, text="x", **words)
    draft_steps.undo(draft=drafting.draft, **by)
    drafting.issue()
    with refusal("đã phát hành"):
        draft_writing.write(provision=row, text="x", **words)


def test_one_sitting_is_one_step_and_every_text_stays_in_the_history(drafting, write, now, by):
    for text in ("Một.", "Một. Hai.", "Một. Hai. Ba."):
        write("dieu-4", text)
    write("dieu-4", "Hôm sau.", now=now + datetime.timedelta(minutes=11))

    assert drafting.draft.changes.count() == 2
    draft_steps.undo(draft=drafting.draft, **by)
    assert drafting.at("dieu-4").text == "Một. Hai. Ba."
    draft_steps.undo(draft=drafting.draft, **by)
    assert drafting.at("dieu-4").text == "Quy định này có hiệu lực từ ngày ký."
    written = events(type(drafting.at("dieu-4")), pgh_obj=drafting.at("dieu-4").pk)
    assert "Một. Hai." in written.values_list("text", flat=True)


def test_steps_of_two_people_are_two(drafting, write, editor):
    write("dieu-4", "Một.")
    write("dieu-4", "Hai.", actor=editor)
    write("dieu-1", "Ba.", actor=editor)

    assert [change.actor.full_name for change in drafting.draft.changes.order_by("number")] == [
        "Thư ký Mẫu", "Biên tập Mẫu", "Biên tập Mẫu",
    ]  # fmt: skip
