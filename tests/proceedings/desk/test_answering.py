"""The answering screen: it shows what it takes to decide, saves as one, and loses nothing that was typed."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proceedings.models import Response
from proceedings.operations import closings, contributions, responses
from proceedings.operations.points import Told, mark_point
from proceedings.operations.reason_snippets import add_snippet
from proceedings.queries.response_versions import versions_of
from proceedings.vocabulary import Decision, ResponseState
from tests.proceedings.desk.conftest import POINTS

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}
WORDS = "Đề nghị bổ sung “kịp thời, đúng hạn” vào khoản này."


@pytest.fixture
def point(answering, bac_ninh):
    """A point of Bắc Ninh on khoản 2 Điều 2."""
    return answering.point(WORDS, committee=bac_ninh)


@pytest.fixture
def leader(chief_editor, client_of):
    """The chief editor's browser: it also approves."""
    return client_of(chief_editor)


def test_the_page_shows_the_point_in_its_paragraph_and_the_provision_in_both_drafts(
    workbench, answering, point
):
    page = workbench.get(answering.at(point))

    words = page.content.decode()
    assert f"Mở đầu. </span><mark>{WORDS}</mark><span" in words
    assert "Tỉnh ủy Bắc Ninh" in words
    assert page.context["commented"] == "2. Kịp thời."
    assert (page.context["heir"], page.context["unit_name"]) == ("Khoản 2 Điều 2", "Điều 2")
    assert page.context["choices"][0] == "Khoản 2 Điều 2"
    assert "Chưa trả lời" in words


def test_everybody_is_let_in_as_far_as_they_may(
    answering, point, stranger, client_of, delegate_bac_ninh, desk, workbench
):
    address = answering.at(point)

    assert stranger.get(address).url.startswith("/accounts/login/")
    assert client_of(delegate_bac_ninh).get(address).status_code == 403
    assert "Trình duyệt" not in desk.get(address).content.decode()
    assert desk.post(address, {"decision": "noted"}).status_code == 403
    assert workbench.get(f"{POINTS}999999/").status_code == 404
    assert workbench.put(address).status_code == 405
    assert workbench.get(answering.at(point, "join/")).status_code == 405


def test_a_decision_is_saved_proposed_and_leads_to_the_next_point(workbench, answering, point):
    following = answering.point("Ý kiến tiếp theo về khoản này.")
    page = workbench.get(answering.at(point))
    sent = answering.typed(page, decision="adopted", resulting="khoản 2 điều 2", reason="Tiếp thu.")

    saved = workbench.post(answering.at(point), sent)
    again = workbench.post(answering.at(point), {**sent, "act": "propose"})

    assert saved.url == answering.at(point)
    assert again.url == answering.at(following)
    response = answering.answer(point).response
    assert (response.decision, response.state) == (Decision.ADOPTED, ResponseState.PROPOSED)
    assert (response.resulting.path, response.resulting_label) == ("dieu-2.khoan-2", "khoản 2 Điều 2")
    told = workbench.post(answering.at(following), {"decision": "noted", "act": "propose"}, **JSON).json()
    assert told["next"] == answering.at(following)
    assert "Không còn ý kiến nào" in told["words"]


def test_the_queue_is_carried_along(workbench, answering, point):
    following = answering.point("Ý kiến tiếp theo về khoản này.")

    page = workbench.get(f"{answering.at(point)}?queue=tab%3Dall%26state%3Dnone")
    done = workbench.post(
        answering.at(point), {"decision": "noted", "act": "propose", "queue": "tab=all&state=none"}
    )

    assert page.context["next"] == f"{answering.at(following)}?queue=tab%3Dall%26state%3Dnone"
    assert done.url == f"{answering.at(following)}?queue=tab%3Dall%26state%3Dnone"


def test_next_is_what_the_queue_has_next(workbench, answering, point):
    answering.point("Ý kiến chung, không về khoản nào.", path="dieu-3.khoan-2")
    following = answering.point("Ý kiến khác về khoản này.")
    place = point.anchor.draft.consulted_text.slug
    queue = f"tab=all&place={place}:{point.anchor.path}"

    page = workbench.get(answering.at(point), {"queue": queue})
    last = workbench.get(answering.at(following), {"queue": queue})

    assert page.context["next"].startswith(answering.at(following))
    assert last.context["previous"].startswith(answering.at(point))
    assert last.context["next"] == ""


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "decision", "Chọn quyết định trước khi trình."),
        ({"decision": "adopted"}, "resulting", "phải nêu điều khoản đã sửa"),
        ({"decision": "partly", "resulting": "Khoản 9 Điều 77"}, "resulting", "Không tìm thấy"),
        ({"decision": "explained", "reason": "  "}, "reason", "phải có lý do"),
        ({"decision": "noted", "reason": "x" * 20_001}, "reason", "quá giới hạn"),
        ({"decision": "noted", "addendum": "y" * 20_001}, "addendum", "quá giới hạn"),
    ],
)
def test_what_is_refused_stands_at_its_field_and_what_was_typed_stays(
    workbench, answering, point, typed, field, words
):
    typed = {"reason": "Chữ đã nhập.", "addendum": "Nội dung riêng đã nhập.", **typed, "act": "propose"}
    page = workbench.get(answering.at(point))

    refused = workbench.post(answering.at(point), answering.typed(page, **typed))

    shown = refused.content.decode()
    assert refused.status_code == 422
    assert words in refused.context["errors"][field]
    assert refused.context["errors"][field].replace('"', "&quot;") in shown
    assert all(typed[name].strip() in shown for name in ("reason", "addendum"))
    assert "data-unsaved" in shown
    assert not Response.objects.exists()


def test_a_conflict_shows_both_texts_and_names_and_the_next_choice_is_saved(
    workbench, leader, answering, point
):
    mine = answering.typed(
        workbench.get(answering.at(point)), decision="explained", reason="Lý do của biên tập."
    )
    theirs = answering.typed(leader.get(answering.at(point)), decision="noted", reason="Lý do của tổ trưởng.")
    leader.post(answering.at(point), theirs)

    shown = workbench.post(answering.at(point), mine)

    words = shown.content.decode()
    assert shown.status_code == 409
    assert all(name in words for name in ("Tổ trưởng Mẫu", "Biên tập Mẫu", "Ghi nhận", "Giải trình"))
    assert "Lý do của tổ trưởng." in words
    assert shown.context["typed"].reason == "Lý do của biên tập."
    assert answering.answer(point).response.reason == "Lý do của tổ trưởng."
    workbench.post(answering.at(point), answering.typed(shown))
    assert answering.answer(point).response.reason == "Lý do của biên tập."


def test_the_same_words_sent_twice_or_by_two_are_no_conflict(workbench, leader, answering, point):
    typed = answering.typed(workbench.get(answering.at(point)), decision="noted", reason="Như nhau.")

    for browser in (workbench, workbench, leader):
        assert browser.post(answering.at(point), typed).status_code == 302

    assert Response.objects.count() == 1


def test_an_addendum_of_another_is_not_overwritten_and_not_taken_back(workbench, leader, answering, point):
    answering.respond(point, decision="noted", reason="Chung.")
    read, other = (browser.get(answering.at(point)) for browser in (workbench, leader))
    leader.post(answering.at(point), answering.typed(other, addendum="Của tổ trưởng."))

    shown = workbench.post(answering.at(point), answering.typed(read, addendum="Của biên tập."))
    workbench.post(answering.at(point), answering.typed(read, reason="Chung, sửa."))

    assert shown.status_code == 409
    assert shown.context["conflict"]["is_addendum_other"]
    assert "Của tổ trưởng." in shown.content.decode()
    answer = answering.answer(point)
    assert (answer.addendum, answer.response.reason) == ("Của tổ trưởng.", "Chung, sửa.")


def test_a_snippet_is_put_into_the_reason_without_scripts_and_nothing_is_saved(
    workbench, answering, point, workshop
):
    snippet = add_snippet(workshop=workshop, name="Đã rõ", text="Dự thảo đã quy định rõ.", **answering.by)
    page = workbench.get(answering.at(point))

    shown = workbench.post(
        answering.at(point), answering.typed(page, reason="Thưa cấp ủy:", insert=snippet.pk)
    )

    assert shown.context["typed"].reason == "Thưa cấp ủy:\nDự thảo đã quy định rõ."
    assert not Response.objects.exists()


def test_a_provision_is_edited_in_place_and_typed_words_of_the_answer_stay(workbench, answering, point):
    page = workbench.get(answering.at(point))
    text = page.context["unit_text"].replace("Kịp thời.", "Kịp thời, đúng hạn.")

    shown = workbench.post(
        answering.at(point, "provision/"), answering.typed(page, unit_text=text, reason="Chưa lưu.")
    )

    assert answering.drafting.at("dieu-2.khoan-2").text == "Kịp thời, đúng hạn."
    assert (shown.context["typed"].reason, shown.context["is_unsaved"]) == ("Chưa lưu.", True)
    assert "<ins>" in shown.content.decode()
    plain = workbench.get(answering.at(point))
    done = workbench.post(answering.at(point, "provision/"), answering.typed(plain, unit_note="Theo ý kiến."))
    assert done.url == answering.at(point)


def test_a_proposal_waits_for_words_of_a_provision_that_were_not_saved(workbench, answering, point):
    page = workbench.get(answering.at(point))
    text = page.context["unit_text"] + "\n4. Công khai."

    shown = workbench.post(
        answering.at(point), answering.typed(page, decision="noted", unit_text=text, act="propose"), **JSON
    )

    assert "chưa được lưu" in shown.content.decode()
    assert shown.context["unit_text"] == text
    assert answering.answer(point).response.state == ResponseState.PROPOSED


def test_two_who_edit_one_provision_see_both_texts(workbench, desk, answering, point):
    page = workbench.get(answering.at(point))
    theirs = answering.typed(desk.get(answering.at(point)))
    theirs["unit_text"] = theirs["unit_text"].replace("Kịp thời.", "Của thư ký.")
    desk.post(answering.at(point, "provision/"), theirs)
    mine = answering.typed(page, unit_text=page.context["unit_text"].replace("Kịp thời.", "Của biên tập."))

    shown = workbench.post(answering.at(point, "provision/"), mine)

    assert shown.status_code == 409
    expected = ("Thư ký Mẫu", "Của thư ký.", "Của biên tập.")
    assert [words for words in expected if words not in shown.content.decode()] == []
    workbench.post(answering.at(point, "provision/"), answering.typed(shown))
    assert answering.drafting.at("dieu-2.khoan-2").text == "Của biên tập."


def test_a_draft_issued_meanwhile_keeps_the_words_and_says_so(workbench, answering, point):
    page = workbench.get(answering.at(point))
    typed = answering.typed(page, unit_text=page.context["unit_text"] + "\n4. Chữ đã nhập.")
    answering.drafting.issue()

    shown = workbench.post(answering.at(point, "provision/"), typed)

    assert shown.status_code == 422
    assert "vừa được phát hành" in shown.content.decode()
    assert "4. Chữ đã nhập." in shown.content.decode()
    again = workbench.post(
        answering.at(point), answering.typed(page, decision="adopted", resulting="Khoản 2 Điều 2")
    )
    assert again.status_code == 302
    assert answering.answer(point).response.resulting.draft.number == 2


def test_a_document_replaced_meanwhile_keeps_the_words_and_says_so(
    workbench, answering, point, secretary, now
):
    typed = answering.typed(workbench.get(answering.at(point)), decision="noted", reason="Chữ đã nhập.")
    contributions.void(contribution=point.contribution, reason="Nhầm.", actor=secretary, now=now)

    shown = workbench.post(answering.at(point), typed)

    assert shown.status_code == 422
    assert "không còn hiệu lực" in shown.context["refusal"]
    assert "Chữ đã nhập." in shown.content.decode()


def test_the_provision_that_was_taken_out_can_be_named_and_goes_by_its_draft(workbench, answering, bac_ninh):
    gone = answering.point("Đề nghị bỏ điều này.", path="dieu-4", kind="remove", committee=bac_ninh)
    answering.drafting.at("dieu-4").delete()
    page = workbench.get(answering.at(gone))
    name = "Điều 4 (đã bỏ, Dự thảo lần 1)"

    saved = workbench.post(
        answering.at(gone), answering.typed(page, decision="adopted", resulting=name, act="propose")
    )

    assert page.context["is_gone"]
    assert name in page.context["choices"]
    assert saved.status_code == 302
    response = answering.answer(gone).response
    assert (response.resulting.draft.number, response.state) == (1, ResponseState.PROPOSED)
    assert workbench.get(answering.at(gone)).context["typed"].resulting == name


def test_a_second_person_approves_sends_back_and_reopens_with_reasons(workbench, leader, answering, point):
    response = answering.respond(point, decision="noted", reason="Đủ.", propose=True)
    root = f"{POINTS}responses/{response.pk}/"

    def act(name, browser=leader, **more):
        version = Response.objects.get(pk=response.pk).version
        return browser.post(f"{root}{name}/", {"version": version, "point": point.pk, **more})

    assert act("approve", workbench).status_code == 403
    assert act("send-back", note="").status_code == 422
    assert act("send-back", note="Nêu rõ hơn.").url == answering.at(point)
    assert "Nêu rõ hơn." in workbench.get(answering.at(point)).content.decode()
    assert act("approve").status_code == 422
    workbench.post(
        answering.at(point), answering.typed(workbench.get(answering.at(point)), reason="Rõ.", act="propose")
    )
    stale = leader.post(f"{root}approve/", {"version": 1})
    assert (stale.status_code, "vừa được người khác sửa" in stale.content.decode()) == (422, True)
    assert act("approve").url == answering.at(point)
    assert "Tổ trưởng Mẫu duyệt lúc" in workbench.get(answering.at(point)).content.decode()
    refused = workbench.post(answering.at(point), {"decision": "explained", "reason": "Khác.", "act": "save"})
    assert refused.status_code == 409
    assert act("reopen", note="Có ý kiến mới.", point="").url == root
    assert Response.objects.get().state == ResponseState.DRAFTED


def test_who_proposed_does_not_approve(leader, answering, point, chief_editor, now):
    response = answering.respond(point, decision="noted", reason="Đủ.")
    responses.propose_response(response=response, version=1, actor=chief_editor, now=now)

    page = leader.get(answering.at(point))
    shown = leader.post(f"{POINTS}responses/{response.pk}/approve/", {"version": 2})

    assert (page.context["may_approve"], page.context["may_send_back"]) == (False, True)
    assert shown.status_code == 422
    assert "cần một người khác duyệt" in shown.content.decode()


def test_any_two_versions_are_compared_word_by_word(workbench, answering, point):
    for reason in ("Lý do đầu.", "Lý do sau.", "Lý do cuối cùng."):
        page = workbench.get(answering.at(point))
        workbench.post(answering.at(point), answering.typed(page, decision="noted", reason=reason))
    response = answering.answer(point).response
    root = f"{POINTS}responses/{response.pk}/"

    last, chosen = workbench.get(root), workbench.get(f"{root}?one=1&other=2")

    assert [version.number for version in versions_of(response)] == [3, 2, 1]
    assert (last.context["one"].reason, last.context["other"].reason) == ("Lý do sau.", "Lý do cuối cùng.")
    assert (chosen.context["one"].reason, chosen.context["other"].reason) == ("Lý do đầu.", "Lý do sau.")
    assert "<del>" in chosen.content.decode()
    assert "Soạn tiếp thu, giải trình · Đang soạn · Biên tập Mẫu" in last.content.decode()


def test_a_reply_is_recorded_refused_with_its_words_and_taken_back(desk, leader, answering, point):
    response = answering.respond(point, decision="noted", reason="Đủ.", propose=True)
    typed = {"reply": "maintained", "reply_note": "Bảo lưu vì lý do riêng.", "replied_on": "2021-09-08"}

    early = desk.post(answering.at(point, "reply/"), typed)
    leader.post(f"{POINTS}responses/{response.pk}/approve/", {"version": response.version})
    refused = desk.post(answering.at(point, "reply/"), {**typed, "replied_on": "8/9"})
    saved = desk.post(answering.at(point, "reply/"), typed)

    assert (early.status_code, refused.status_code, saved.status_code) == (422, 422, 302)
    assert "Bảo lưu vì lý do riêng." in refused.content.decode()
    answer = answering.answer(point)
    assert (answer.reply, answer.replied_on) == ("maintained", datetime.date(2021, 9, 8))
    desk.post(answering.at(point, "reply/"), {"reply": ""})
    assert answering.answer(point).reply == ""


def test_the_whole_document_is_one_link_away_with_the_point_marked(workbench, answering, point):
    page = workbench.get(answering.at(point, "document/"))

    assert f'Mở đầu. <mark id="point">{WORDS}</mark> Kết thúc.' in page.content.decode()


def test_a_point_on_an_older_draft_is_followed_to_where_its_provision_went(workbench, answering, point):
    answering.drafting.issue()
    answering.drafting.next()

    page = workbench.get(answering.at(point))

    assert page.context["steps"] == [("Dự thảo lần 2", "Khoản 2 Điều 2", None)]
    assert page.context["heir"] == "Khoản 2 Điều 2"
    assert page.context["commented"] == "2. Kịp thời."


def test_without_a_next_draft_the_page_says_how_to_begin_one(workbench, answering, point):
    answering.drafting.draft.delete()

    page = workbench.get(answering.at(point))
    typed = answering.typed(page, decision="adopted", resulting="Điều 2")

    assert "Bắt đầu dự thảo tiếp theo" in page.content.decode()
    assert (
        "Chưa có bản đang soạn" in workbench.post(answering.at(point), typed).context["errors"]["resulting"]
    )


def test_a_point_without_a_place_and_a_workshop_without_drafts_are_answered_all_the_same(
    workbench, register, editor, now
):
    document = register(text="VĂN BẢN MẪU\nĐề nghị đẩy nhanh tiến độ.")
    point = mark_point(contribution=document, start=12, end=38, told=Told("other"), actor=editor, now=now)

    page = workbench.get(f"{POINTS}{point.pk}/")
    done = workbench.post(f"{POINTS}{point.pk}/", {"decision": "noted", "act": "propose"})

    assert "Hội thảo chưa có dự thảo nào." in page.content.decode()
    assert done.status_code == 302


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_page_asks_as_often_whatever_there_is(workbench, answering, point, register, count):
    """Session, person and two of rights; the point, three of drafts, its kin, what is alike, … whatever the count."""
    text = "VĂN BẢN MẪU\n" + "\n".join(f"Đề nghị bổ sung kịp thời, lần {n}." for n in range(count))
    document = register(text=text)
    anchor, start = answering.drafting.at("dieu-2.khoan-2", answering.issued), len("VĂN BẢN MẪU\n")
    for line in text.split("\n")[1:]:
        mark_point(
            contribution=document,
            start=start,
            end=start + len(line),
            told=Told("add", anchor=anchor),
            **answering.by,
        )
        start += len(line) + 1
    answering.respond(point, *document.points.all()[: count // 2], decision="noted", reason="Đủ.")

    workbench.get(answering.at(point))  # the session notes its person once

    with CaptureQueriesContext(connection) as asked:
        assert workbench.get(answering.at(point)).status_code == 200

    assert len(asked) == 15, "\n".join(query["sql"][:160] for query in asked)


def test_of_a_closed_synthesis_only_replies_are_recorded(
    workbench, answering, point, client_of, chief_editor, now
):
    response = answering.respond(point, decision="noted", reason="Ghi nhận.", propose=True)
    closings.close_synthesis(workshop=response.workshop, reason="Có lý do", actor=chief_editor, now=now)

    shown = workbench.get(answering.at(point))
    refused = workbench.post(
        answering.at(point), {"decision": "explained", "reason": "Đang gõ", "act": "save"}
    )
    decided = client_of(chief_editor).get(f"{POINTS}responses/{response.pk}/")

    for page in (shown, decided):
        assert "Tổng hợp ý kiến đã được khóa, chỉ để xem" in page.content.decode()
        assert not page.context["may_approve"]
    assert not shown.context["may_write"]
    assert refused.status_code == 422
    assert "khóa ngày" in refused.content.decode()
    assert "Đang gõ" in refused.content.decode()
    response.refresh_from_db()
    assert response.decision == "noted"
