import datetime
import re

import pytest
from django.utils import timezone

from proceedings.models import Answer, ApprovalBatch, Point, Response
from proceedings.operations import responses, shared_responses
from proceedings.operations.responses import Decided
from proceedings.vocabulary import Decision, ResponseState
from tests.proceedings.many_points import ManyPoints

pytestmark = [pytest.mark.django_db]

ROOT = "/desk/queue/hoi-thao-mau/approve/"


@pytest.fixture
def waiting(drafting, editor, chief_editor, by):
    """Let so many responses wait, each for one point, proposed by the editor: ``waiting(3)``."""

    def make(count):
        points = ManyPoints(drafting, (editor, chief_editor), by).fill(count, answered=False)
        made = Response.objects.bulk_create(
            Response(
                workshop=drafting.workshop,
                drafted_by=editor,
                decision=Decision.EXPLAINED,
                reason=f"Lý do riêng {place}.",
            )
            for place in range(count)
        )
        Answer.objects.bulk_create(
            Answer(point=point, response=response) for point, response in zip(points, made, strict=True)
        )
        keys = [response.pk for response in made]
        Response.objects.filter(pk__in=keys).update(
            state=ResponseState.PROPOSED, proposed_by=editor, proposed_at=by["now"]
        )
        return list(Response.objects.filter(pk__in=keys).order_by("pk"))

    return make


@pytest.fixture
def chief(chief_editor, client_of):
    """The browser of who approves."""
    return client_of(chief_editor)


def told(rows):
    return {"chosen": [f"{row.pk}:{row.version}" for row in rows]}


def states(rows):
    return set(Response.objects.filter(pk__in=[row.pk for row in rows]).values_list("state", flat=True))


def change(response, editor, now, reason="Lý do mới."):
    """Somebody writes a response anew; it goes on waiting."""
    response.refresh_from_db()
    return responses.save_response(
        response=response,
        decided=Decided(Decision.EXPLAINED, reason),
        version=response.version,
        actor=editor,
        now=now,
    )


def previewed(page):
    """What the form of the preview sends on."""
    return {"chosen": re.search(r'name="chosen" value="([^"]*)"', page.content.decode())[1]}


# --- one by one -----------------------------------------------------------------------


def test_what_waits_is_shown_with_what_it_answers(chief, waiting, stranger, client_of, delegate_bac_ninh):
    [first, _second] = waiting(2)

    page = chief.get(ROOT)

    words = page.content.decode()
    assert first.reason in words
    assert page.context["rows"][0].points[0].body in words
    assert "Biên tập Mẫu trình" in words
    assert stranger.get(ROOT).status_code == 302
    assert client_of(delegate_bac_ninh).get(ROOT).status_code == 403


def test_who_may_not_approve_only_reads(workbench, waiting):
    [response] = waiting(1)

    words = workbench.get(ROOT).content.decode()

    assert response.reason in words
    assert 'name="version"' not in words
    assert workbench.post(f"{ROOT}{response.pk}/", {"version": response.version}).status_code == 403


def test_one_is_approved_and_one_sent_back_with_a_note(chief, waiting):
    first, second = waiting(2)

    chief.post(f"{ROOT}{first.pk}/", {"version": first.version, "act": "approve"})
    page = chief.post(
        f"{ROOT}{second.pk}/", {"version": second.version, "act": "return", "note": "Nêu căn cứ"}, follow=True
    )

    assert states([first]) == {"approved"}
    second.refresh_from_db()
    assert (second.state, second.return_note) == ("drafted", "Nêu căn cứ")
    assert "Đã trả lại người soạn" in page.content.decode()
    assert "Không có nội dung nào chờ duyệt" in page.content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"act": "return", "note": ""}, "Ghi lý do"),
        ({"act": "return", "note": "Giữ lời này", "version": "99"}, "vừa được người khác sửa"),
        ({"act": "approve", "version": "99"}, "vừa được người khác sửa"),
        ({"act": "approve", "version": "x"}, "vừa được người khác sửa"),
    ],
)
def test_a_refusal_stands_at_the_response_with_what_was_typed(chief, waiting, sent, said):
    [response] = waiting(1)

    page = chief.post(f"{ROOT}{response.pk}/", {"version": response.version, **sent})

    assert said in page.context["refused_why"]
    assert said in page.content.decode()
    assert sent.get("note", "") in page.content.decode()
    assert states([response]) == {"proposed"}


def test_what_is_no_longer_waiting_is_said_above_the_list(chief, waiting, chief_editor, now):
    [response] = waiting(1)
    responses.approve_response(response=response, version=response.version, actor=chief_editor, now=now)

    page = chief.post(f"{ROOT}{response.pk}/", {"version": response.version})

    assert "vừa được người khác sửa" in page.context["refusal"]


def test_nobody_approves_what_they_proposed(chief, waiting, chief_editor):
    [response] = waiting(1)
    Response.objects.update(proposed_by=chief_editor)
    response.refresh_from_db()

    assert "nên người khác duyệt" in chief.get(ROOT).content.decode()
    page = chief.post(f"{ROOT}{response.pk}/", {"version": response.version})
    assert "cần một người khác duyệt" in page.content.decode()
    assert chief.post(f"{ROOT}1{response.pk}/", {"version": 1}).status_code == 404


def test_filters_keep_the_responses_of_the_points_asked_for(chief, waiting):
    rows = waiting(30)
    wanted = [row.pk for row in rows if row.answers.get().point.kind == "add"]

    page = chief.get(f"{ROOT}?kind=add&decision=explained")

    assert [row.pk for row in page.context["rows"]] == wanted
    assert not chief.get(f"{ROOT}?decision=adopted").context["rows"]


@pytest.mark.parametrize("count", [3, 60])
def test_the_list_asks_as_much_of_any_length(chief, waiting, count, django_assert_num_queries):
    waiting(count)
    chief.get(ROOT)

    with django_assert_num_queries(13):
        chief.get(f"{ROOT}?kind=add")


# --- many at once -----------------------------------------------------------------------


def test_chosen_responses_are_previewed_approved_and_taken_back(chief, waiting):
    rows = waiting(4)

    page = chief.post(f"{ROOT}preview/", told(rows[:3]))
    batch = chief.post(f"{ROOT}batch/", previewed(page), follow=True)

    assert page.context["counts"] == [(Decision.EXPLAINED, 3)]
    assert states(rows[:3]) == {"approved"}
    assert states(rows[3:]) == {"proposed"}
    address = batch.redirect_chain[-1][0]
    undone = chief.post(f"{address}undo/", follow=True)
    assert "3 nội dung trở lại chờ duyệt" in undone.content.decode()
    assert states(rows) == {"proposed"}
    assert "đã được hoàn tác" in chief.post(f"{address}undo/").content.decode()
    assert "Tổ trưởng Mẫu đã hoàn tác" in chief.get(f"{ROOT}batches/").content.decode()


@pytest.mark.parametrize("act", ["preview", "batch"])
def test_nothing_chosen_is_nothing_approved(chief, waiting, act):
    rows = waiting(1)

    assert (
        "Chưa chọn nội dung nào" in chief.post(f"{ROOT}{act}/", {"chosen": ["x", "1", ":"]}).content.decode()
    )
    assert states(rows) == {"proposed"}


def test_the_preview_names_what_cannot_be_approved_and_leaves_it(chief, waiting, chief_editor, editor, now):
    rows = waiting(4)
    Response.objects.filter(pk=rows[0].pk).update(proposed_by=chief_editor)
    own = Response.objects.get(pk=rows[0].pk)
    seen = told([own, *rows[1:]])
    change(rows[1], editor, now)

    page = chief.post(f"{ROOT}preview/", {"chosen": [*seen["chosen"], "999999999:1"]})

    assert {row.pk: why[:20] for row, why in page.context["obstacles"]} == {
        rows[0].pk: "Đồng chí là người tr",
        rows[1].pk: "Đã được sửa sau khi ",
    }
    assert page.context["gone_count"] == 1
    assert "2 nội dung sẽ được duyệt" in page.content.decode()
    chief.post(f"{ROOT}batch/", previewed(page))
    assert states(rows[:2]) == {"proposed"}
    assert states(rows[2:]) == {"approved"}


def test_of_five_hundred_one_is_refused_and_the_others_are_approved_after_another_look(
    chief, waiting, editor, now, django_assert_max_num_queries
):
    rows = waiting(500)
    page = chief.post(f"{ROOT}preview/", {"everything": "1"})
    change(rows[250], editor, now)

    with django_assert_max_num_queries(20):
        refused = chief.post(f"{ROOT}batch/", previewed(page))

    words = refused.content.decode()
    assert "Chưa duyệt nội dung nào: 1 trong 500" in words
    assert states(rows) == {"proposed"}
    [(row, why)] = refused.context["obstacles"]
    assert (row.pk, why[:11]) == (rows[250].pk, "Đã được sửa")
    assert "Xem trước 499 nội dung còn lại" in words
    assert f'action="{ROOT}preview/' in words
    again = chief.post(f"{ROOT}preview/", previewed(refused))
    assert "Duyệt 499 nội dung" in again.content.decode()
    chief.post(f"{ROOT}batch/", previewed(again))
    assert Response.objects.approved().count() == 499


@pytest.mark.parametrize("count", [3, 500])
def test_preview_and_batch_ask_as_much_of_any_number(chief, waiting, count, django_assert_num_queries):
    waiting(count)
    chief.get(ROOT)

    with django_assert_num_queries(10):
        chief.post(f"{ROOT}preview/", {"everything": "1"})


def test_more_than_a_batch_can_hold_is_cut_and_says_so(chief, waiting, monkeypatch):
    monkeypatch.setattr("proceedings.desk.queue_batches.LARGEST", 2)
    waiting(3)

    page = chief.post(f"{ROOT}preview/", {"everything": "1"})

    assert "nhiều nhất 2 nội dung" in page.content.decode()
    assert len(page.context["rows"]) == 2


def test_what_changed_after_a_batch_is_left_when_it_is_taken_back(chief, waiting, chief_editor, now):
    rows = waiting(3)
    page = chief.post(f"{ROOT}batch/", told(rows), follow=True)
    address = page.redirect_chain[-1][0]
    rows[0].refresh_from_db()
    responses.reopen_response(
        response=rows[0], reason="Nêu lại căn cứ", version=rows[0].version, actor=chief_editor, now=now
    )

    before = chief.get(address)
    after = chief.post(f"{address}undo/", follow=True)

    assert (
        [row.pk for row in before.context["left"]]
        == [row.pk for row in after.context["left"]]
        == [rows[0].pk]
    )
    assert "được giữ nguyên" in after.content.decode()
    assert states(rows[:1]) == {"drafted"}
    assert states(rows[1:]) == {"proposed"}


def test_after_a_day_a_batch_stands(chief, waiting):
    rows = waiting(2)
    address = chief.post(f"{ROOT}batch/", told(rows), follow=True).redirect_chain[-1][0]
    ApprovalBatch.objects.update(at=timezone.now() - datetime.timedelta(days=1, minutes=1))

    words = chief.get(address).content.decode()
    refused = chief.post(f"{address}undo/").content.decode()

    assert "quá một ngày" in words
    assert "Hoàn tác cả đợt" not in words
    assert "quá một ngày" in refused
    assert states(rows) == {"approved"}


def test_batches_are_of_their_workshop(chief, workbench, waiting):
    address = chief.post(f"{ROOT}batch/", told(waiting(1)), follow=True).redirect_chain[-1][0]

    assert workbench.get(address).status_code == 200
    assert "Hoàn tác cả đợt" not in workbench.get(address).content.decode()
    assert workbench.post(f"{address}undo/").status_code == 403
    assert chief.get(address.replace("batches/", "batches/9")).status_code == 404
    assert "Chưa có đợt duyệt nào" not in workbench.get(f"{ROOT}batches/").content.decode()


def test_a_shared_response_names_some_points_and_counts_the_others(chief, waiting, editor, now):
    rows = waiting(9)
    for row in rows[1:]:
        shared_responses.join_response(point=row.answers.get().point, response=rows[0], actor=editor, now=now)

    [row] = chief.get(ROOT).context["rows"]

    assert (len(row.points), row.point_count, row.more) == (6, 9, 3)
    assert Point.objects.count() == 9
