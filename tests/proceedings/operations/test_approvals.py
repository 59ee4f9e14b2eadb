import datetime

import pytest

from proceedings.models import ApprovalBatch, Response
from proceedings.operations import approvals, responses, shared_responses
from proceedings.operations.approvals import BatchRefused
from tests.proceedings.operations.refusals import everything, refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def undo(pointing, batch, *, after=None):
    now = pointing.by["now"] + (after or datetime.timedelta(hours=1))
    return approvals.undo_batch(batch=batch, actor=pointing.chief["actor"], now=now)


def states():
    return set(Response.objects.values_list("state", "approved_by"))


def test_responses_are_approved_together(pointing):
    waiting = [pointing.proposed() for _each in range(3)]

    batch = pointing.approve_together(*waiting)

    chief = pointing.chief["actor"]
    assert states() == {("approved", chief.pk)}
    assert batch.versions == {
        str(row.pk): row.version for row in Response.objects.filter(pk__in=[one.pk for one in waiting])
    }
    assert (batch.actor, batch.at, batch.undone_at) == (chief, pointing.chief["now"], None)


def test_one_obstacle_stops_all_and_each_is_named(pointing):
    good, drafted, own, changed = (
        pointing.proposed(), pointing.drafted(), pointing.proposed(), pointing.proposed(),
    )  # fmt: skip
    point = pointing.point()
    empty = pointing.proposed(point)
    shared_responses.unanswer(point=point, **pointing.by)
    responses.save_response(
        response=own, decided=pointing.decided(reason="Của tổ trưởng"), version=own.version, **pointing.chief
    )
    versions = {row.pk: Response.objects.get(pk=row.pk).version for row in (good, drafted, own, empty)}

    with refusal(
        "Chưa duyệt nội dung nào: 4 trong 5 nội dung không duyệt được.", kind=BatchRefused
    ) as caught:
        approvals.approve_batch(
            workshop=pointing.workshop, versions={**versions, changed.pk: 1}, **pointing.chief
        )

    found = {obstacle.response.pk: obstacle.why for obstacle in caught.value.obstacles}
    assert {key: why.split(":")[0].split("(")[0].strip() for key, why in found.items()} == {
        drafted.pk: "Nội dung này không ở trạng thái chờ duyệt",
        own.pk: "Đồng chí là người trình nội dung này nên cần một người khác duyệt.",
        empty.pk: "Nội dung này không còn trả lời ý kiến nào nên không duyệt được.",
        changed.pk: "Đã được sửa sau khi đồng chí mở danh sách. Xem lại rồi duyệt.",
    }


def test_what_is_no_batch_is_refused(pointing):
    waiting, foreign = pointing.proposed(), pointing.elsewhere().proposed()

    for versions, words in (
        ({}, "Chưa chọn nội dung nào để duyệt."),
        ({waiting.pk: waiting.version, foreign.pk: foreign.version}, "Có nội dung không còn nữa."),
        ({waiting.pk: waiting.version, 999_999: 1}, "Có nội dung không còn nữa."),
    ):
        with refusal(words):
            approvals.approve_batch(workshop=pointing.workshop, versions=versions, **pointing.chief)
    pointing.close()
    with refusal("Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa"):
        pointing.approve_together(waiting)


def test_approving_once_more_approves_nothing_twice(pointing):
    waiting = pointing.proposed()
    versions = {waiting.pk: waiting.version}
    approvals.approve_batch(workshop=pointing.workshop, versions=versions, **pointing.chief)

    with refusal("Chưa duyệt nội dung nào: 1 trong 1", kind=BatchRefused):
        approvals.approve_batch(workshop=pointing.workshop, versions=versions, **pointing.chief)


def test_a_batch_is_taken_back_but_for_what_changed_since(pointing):
    stays, goes = pointing.proposed(), pointing.proposed()
    batch = pointing.approve_together(stays, goes)
    pointing.reopen(goes)

    count, left = undo(pointing, batch, after=datetime.timedelta(days=1))

    assert (count, left) == (1, [goes])
    assert set(Response.objects.values_list("pk", "state", "approved_by")) == {
        (stays.pk, "proposed", None), (goes.pk, "drafted", None),
    }  # fmt: skip
    batch.refresh_from_db()
    assert batch.undone_by == pointing.chief["actor"]


def test_what_was_approved_anew_is_left(pointing):
    waiting = pointing.proposed()
    batch = pointing.approve_together(waiting)
    opened = pointing.reopen(waiting)
    responses.propose_response(response=opened, version=opened.version, **pointing.by)
    pointing.approve_together(waiting)

    assert undo(pointing, batch) == (0, [waiting])
    assert ApprovalBatch.objects.count() == 2
    assert Response.objects.get().state == "approved"


def test_a_batch_is_not_taken_back_twice_nor_late_nor_once_closed(pointing):
    batch, late = (
        pointing.approve_together(pointing.proposed()),
        pointing.approve_together(pointing.proposed()),
    )
    undo(pointing, batch)
    before = everything()

    with refusal("Đợt duyệt này đã được hoàn tác."):
        undo(pointing, batch)
    with refusal("Đợt duyệt đã quá một ngày nên không hoàn tác cả đợt được."):
        undo(pointing, late, after=datetime.timedelta(days=1, seconds=1))
    assert everything() == before
    pointing.close()
    with refusal("Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa"):
        undo(pointing, late)
