import datetime

import pytest

from proceedings.operations import replies
from proceedings.operations.refusals import Invalid
from tests.proceedings.operations.refusals import everything, refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

DAY = datetime.date(2021, 9, 8)


def test_an_addendum_is_for_one_committee(pointing):
    first, second, bare = pointing.points(3)
    response = pointing.proposed(first, second)

    with refusal("Quyết định trước, rồi ghi nội dung riêng", field="addendum"):
        replies.write_addendum(point=bare, addendum="Riêng", **pointing.by)
    with refusal("quá giới hạn 20.000 ký tự", field="addendum"):
        replies.write_addendum(point=first, addendum="x" * 20_001, **pointing.by)
    with refusal("bí mật nhà nước", field="text"):
        replies.write_addendum(point=first, addendum="TUYỆT MẬT", **pointing.by)
    replies.write_addendum(point=first, addendum="Riêng \n", **pointing.by)
    before = everything()
    replies.write_addendum(point=first, addendum="Riêng", **pointing.by)

    assert everything() == before
    assert dict(response.answers.values_list("point", "addendum")) == {first.pk: "Riêng", second.pk: ""}


def test_a_reply_is_recorded_also_once_closed_and_taken_back(pointing):
    point = pointing.point()
    pointing.approved(point)
    pointing.close()
    in_greenwich = datetime.datetime(
        2021, 9, 7, 23, 30, tzinfo=datetime.UTC
    )  # the day before; here it is morning
    early = {**pointing.by, "now": in_greenwich}

    answer = replies.record_reply(point=point, reply="maintained", note=" Giữ ý kiến ", on=DAY, **early)
    assert (answer.reply, answer.reply_note, answer.replied_on) == ("maintained", " Giữ ý kiến", DAY)
    gone = replies.record_reply(point=point, reply="", note="x", on=DAY, **pointing.by)

    assert (gone.reply, gone.reply_note, gone.replied_on) == ("", "", None)


def test_a_reply_that_cannot_be_is_refused(pointing):
    point, waiting, bare = pointing.points(3)
    pointing.approved(point)
    pointing.proposed(waiting)
    day_after = DAY + datetime.timedelta(days=1)

    for one in (waiting, bare):
        with refusal("Chỉ ghi phản hồi khi nội dung trả lời đã được duyệt.", field="reply"):
            replies.record_reply(point=one, reply="satisfied", on=DAY, **pointing.by)
    for day in (None, day_after):
        with refusal("Ghi ngày phản hồi, không sau hôm nay.", field="replied_on"):
            replies.record_reply(point=point, reply="satisfied", on=day, **pointing.by)
    with refusal("bí mật nhà nước", field="text"):
        replies.record_reply(point=point, reply="maintained", note="TUYỆT MẬT", on=DAY, **pointing.by)
    with refusal("không phải là lựa chọn hợp lệ", kind=Invalid):
        replies.record_reply(point=point, reply="angry", on=DAY, **pointing.by)
