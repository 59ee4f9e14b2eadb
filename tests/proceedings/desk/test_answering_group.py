"""Points that say the same: found, joined, taken out, and what a second person did meanwhile is told."""

import pytest

from proceedings.models import Answer, Response
from proceedings.queries.similar_points import similar_points
from proceedings.text.likeness import Level

pytestmark = pytest.mark.django_db
WORDS = "Đề nghị bổ sung cụm từ kịp thời, đúng hạn vào khoản 2 của điều này."


@pytest.fixture
def pair(answering, bac_ninh, ha_noi):
    """The same point of two committees."""
    return [answering.point(WORDS, committee=committee) for committee in (bac_ninh, ha_noi)]


def join(browser, answering, page, point, other, seen=0, **typed):
    return browser.post(
        answering.at(point, "join/"), answering.typed(page, other=f"{other.pk}-{seen}", **typed)
    )


def test_alike_points_are_listed_with_score_reason_and_shared_passages(workbench, answering, pair):
    near = answering.point(
        "Đề nghị bổ sung cụm từ đúng hạn vào khoản này, ngoài ra không có gì khác.", path="dieu-2"
    )
    answering.point("Không liên quan gì cả.", path="dieu-3.khoan-2")
    answering.respond(pair[1], decision="noted", reason="Đủ.")

    found = similar_points(pair[0])
    page = workbench.get(answering.at(pair[0])).content.decode()

    assert [(each.point, each.level) for each in found] == [(pair[1], Level.EQUAL), (near, Level.RELATED)]
    assert (found[0].decision, found[0].response_id) == ("noted", answering.answer(pair[1]).response_id)
    assert found[0].reasons == ("lời như nhau", "cùng điều khoản", "có cụm từ trùng nhau")
    assert found[1].reasons == ("có cụm từ trùng nhau",)
    assert "Thành ủy Hà Nội" in page
    assert "giống 100%" in page
    assert "Không liên quan gì cả." not in page


def test_two_without_a_response_get_what_was_typed_together(workbench, answering, pair):
    page = workbench.get(answering.at(pair[0]))

    done = join(workbench, answering, page, *pair, decision="noted", reason="Chung.")

    assert done.url == answering.at(pair[0])
    assert answering.answer(pair[0]).response == answering.answer(pair[1]).response
    assert Response.objects.get().reason == "Chung."
    after = workbench.get(answering.at(pair[0])).content.decode()
    assert "chung với 1 ý kiến khác" in after
    assert "Gỡ ra" in after


@pytest.mark.parametrize("has_own", [0, 1])
def test_one_joins_the_response_of_the_other_and_typed_words_stay(workbench, answering, pair, has_own):
    other = answering.respond(pair[1 - has_own], decision="noted", reason="Đã có.")
    page = workbench.get(answering.at(pair[0]))

    shown = join(
        workbench, answering, page, *pair, seen=0 if has_own else 0 or other.pk, reason="Chữ đang nhập."
    )

    assert {answer.response for answer in Answer.objects.all()} == {other}
    assert shown.status_code == 200
    assert shown.context["typed"].reason == "Chữ đang nhập."
    again = workbench.post(answering.at(pair[0]), answering.typed(shown))
    assert (again.status_code, "Đã có." in again.content.decode()) == (
        (302, False) if has_own else (409, True)
    )


def test_what_is_taken_out_gets_back_what_it_had_and_joining_twice_changes_nothing(
    workbench, answering, pair
):
    answering.respond(pair[0], decision="noted", reason="Của nhóm.")
    own = answering.respond(pair[1], decision="explained", reason="Riêng.")
    page = workbench.get(answering.at(pair[0]))
    for _time in range(2):
        assert join(workbench, answering, page, *pair, seen=own.pk).status_code == 302

    shared = answering.answer(pair[0]).response
    sent = answering.typed(page, other=f"{pair[1].pk}-{shared.pk}")
    done = workbench.post(answering.at(pair[0], "leave/"), sent)

    assert done.url == answering.at(pair[0])
    assert answering.answer(pair[1]).response == own
    late = workbench.post(answering.at(pair[0], "leave/"), {**sent, "reason": "Chữ đang nhập."})
    assert late.status_code == 422
    assert "Biên tập Mẫu vừa gộp, gỡ" in late.content.decode()
    assert "Chữ đang nhập." in late.content.decode()


def test_two_editors_on_one_group_the_second_sees_what_happened(
    workbench, desk, client_of, chief_editor, answering, pair
):
    third = answering.point(f"{WORDS} Xin hết.")
    first, second = workbench.get(answering.at(pair[0])), workbench.get(answering.at(third))
    leader = client_of(chief_editor)
    join(leader, answering, first, *pair, decision="noted", reason="Nhóm thứ nhất.")

    shown = join(workbench, answering, second, third, pair[1], decision="noted", reason="Nhóm thứ hai.")

    assert shown.status_code == 422
    assert "Tổ trưởng Mẫu vừa gộp" in shown.context["refusal"]
    assert shown.context["typed"].reason == "Nhóm thứ hai."
    assert answering.answer(pair[1]).response.reason == "Nhóm thứ nhất."
    assert desk.post(answering.at(third, "join/"), {}).status_code == 403


def test_an_approved_response_takes_in_nobody_and_says_so(
    workbench, client_of, chief_editor, answering, pair
):
    response = answering.respond(pair[1], decision="noted", reason="Đủ.", propose=True)
    client_of(chief_editor).post(
        f"/desk/points/hoi-thao-mau/responses/{response.pk}/approve/", {"version": response.version}
    )
    page = workbench.get(answering.at(pair[0]))

    shown = join(workbench, answering, page, *pair, seen=response.pk, reason="Chữ đang nhập.")

    assert shown.status_code == 422
    assert "đã được duyệt" in shown.context["refusal"]
    assert "Chữ đang nhập." in shown.content.decode()
    assert workbench.post(answering.at(pair[0], "join/"), {"other": "x"}).status_code == 404
