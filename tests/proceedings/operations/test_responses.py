import datetime

import pytest

from proceedings.models import Response
from proceedings.operations import replies, responses, shared_responses
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.operations.responses import Decided, ResponseConflict
from proceedings.queries.history import history_of
from tests.proceedings.operations.refusals import everything, refusal
from tests.proceedings.pointing import REASON

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

APPROVED = "Nội dung này đã được duyệt. Mở lại và ghi lý do trước khi sửa."
DAY = datetime.date(2021, 9, 8)


def save(pointing, response, *, version=None, propose=False, **decided):
    return responses.save_response(
        response=response, decided=pointing.decided(**decided), propose=propose,
        version=version or response.version, **pointing.by,
    )  # fmt: skip


def respond(pointing, *points, propose=False, **decided):
    return responses.respond(
        points=points, decided=pointing.decided(**decided), propose=propose, **pointing.by
    )


def propose(pointing, response):
    return responses.propose_response(response=response, version=response.version, **pointing.by)


# --- every write asks the same first ------------------------------------------------------


def writes(pointing, point, response, other):
    """Every write on a response and its answers but the reply."""
    at = {"response": response, "version": response.version}
    return {
        "respond": lambda: respond(pointing, point),
        "save": lambda: save(pointing, response, reason="Khác"),
        "propose": lambda: responses.propose_response(**at, **pointing.by),
        "approve": lambda: responses.approve_response(**at, **pointing.chief),
        "send back": lambda: responses.send_back(**at, note="Sửa", **pointing.chief),
        "reopen": lambda: responses.reopen_response(**at, reason="Sửa", **pointing.chief),
        "join": lambda: pointing.join(point, other),
        "take out": lambda: shared_responses.take_out(point=point, **pointing.by),
        "unanswer": lambda: shared_responses.unanswer(point=point, **pointing.by),
        "addendum": lambda: replies.write_addendum(point=point, addendum="Khác", **pointing.by),
    }


def test_nothing_is_written_while_the_synthesis_is_closed(pointing):
    point, second = pointing.points(2)
    response, other = pointing.proposed(point, second), pointing.drafted()
    pointing.close()

    for name, write in writes(pointing, point, response, other).items():
        with refusal("Tổng hợp ý kiến đã được Tổ trưởng Mẫu khóa ngày 08/09/2021"):
            write()
        assert name


def test_an_approved_response_is_only_reopened(pointing):
    point, second = pointing.points(2)
    response, other, bare = pointing.approved(point, second), pointing.drafted(), pointing.point()
    all_of_them = writes(pointing, point, response, other)
    others = {
        "respond": None,
        "approve": "Nội dung này không ở trạng thái chờ duyệt (đã duyệt).",
        "send back": "Nội dung này đang ở trạng thái “Đã duyệt”. Tải lại trang để xem.", "reopen": None,
    }  # fmt: skip

    for name, write in all_of_them.items():
        if words := others.get(name, APPROVED):
            with refusal(words):
                write()
    with refusal(APPROVED):
        pointing.join(bare, response)
    opened = all_of_them["reopen"]()
    assert (opened.state, opened.approved_by, opened.proposed_by, opened.return_note) == (
        "drafted", None, None, "Sửa",
    )  # fmt: skip
    told = [change.after for act in history_of(opened) for line in act.lines for change in line.changes]
    assert "Sửa" in told


# --- responding -----------------------------------------------------------------------------


def test_one_response_answers_points_of_many_documents(pointing):
    points = pointing.points(3)

    response = respond(pointing, *points, *points[:1], decision="partly", at="dieu-3.khoan-1.diem-a")

    response.refresh_from_db()
    assert {answer.point for answer in response.answers.all()} == set(points)
    assert (response.state, response.decision, response.reason, response.version) == (
        "drafted", "partly", REASON, 1,
    )  # fmt: skip
    assert response.resulting.path == "dieu-3.khoan-1.diem-a"
    assert response.resulting_label == "điểm a khoản 1 Điều 3"
    assert (response.drafted_by, response.proposed_by) == (pointing.by["actor"], None)


def test_responding_again_gives_what_is_there_and_proposes_it_if_asked(pointing):
    points = pointing.points(2)
    once = respond(pointing, *points)
    before = everything()

    assert respond(pointing, *points) == respond(pointing, points[1]) == once
    assert everything() == before
    waiting = respond(pointing, *points, propose=True)
    assert (waiting, waiting.state) == (once, "proposed")
    again = everything()
    assert respond(pointing, *points, propose=True).state == "proposed"
    assert everything() == again


def test_what_has_a_response_gets_no_second(pointing):
    first, second, third = pointing.points(3)
    respond(pointing, first)
    respond(pointing, second)

    for points in [(first,), (first, third), (first, second)]:
        with refusal("đã có nội dung tiếp thu, giải trình. Tải lại trang để xem."):
            respond(pointing, *points, reason="Khác")
    with refusal("đã có nội dung"):
        respond(pointing, first, second)


def test_what_cannot_be_responded_to_is_refused(pointing):
    point, gone, withdrawn = pointing.points(3)
    foreign = pointing.elsewhere()
    elsewhere = foreign.point()
    pointing.withdraw(withdrawn.contribution)
    gone.delete()
    gone.pk = point.pk + 99
    provision = foreign.draft.provisions.get(path="dieu-1")
    cases = [
        ([], {}, "Chưa chọn ý kiến nào.", None),
        ([point, gone], {}, "Ý kiến vừa được người khác bỏ.", None),
        ([point, withdrawn], {}, "không còn hiệu lực trong sổ", None),
        ([point, elsewhere], {}, "thuộc nhiều hội thảo khác nhau", None),
        ([point], {"decided": Decided("adopted", "", provision)}, "không thuộc dự thảo của hội thảo này", "resulting"),
        ([point], {"decided": Decided("noted", "x" * 20_001)}, "quá giới hạn 20.000 ký tự", "reason"),
        ([point], {"decided": Decided("noted", "TUYỆT MẬT")}, "bí mật nhà nước", "text"),
    ]  # fmt: skip

    for points, fields, words, field in cases:
        with refusal(words, field=field):
            responses.respond(**{"points": points, "decided": Decided("noted"), **fields}, **pointing.by)
    with refusal("không phải là lựa chọn hợp lệ", kind=Invalid):
        respond(pointing, point, decision="maybe")


@pytest.mark.parametrize(
    ("decided", "words", "field"),
    [
        ({"decision": ""}, "Chọn quyết định trước khi trình.", "decision"),
        ({"decision": "adopted"}, "phải nêu điều khoản đã sửa trong dự thảo tiếp theo", "resulting"),
        ({"decision": "partly"}, "phải nêu điều khoản đã sửa", "resulting"),
        (
            {"decision": "partly", "reason": " \n", "at": "dieu-1"},
            "“Tiếp thu một phần” phải có lý do",
            "reason",
        ),
        ({"decision": "explained", "reason": ""}, "“Giải trình” phải có lý do", "reason"),
        ({"decision": "referred", "reason": ""}, "“Xin ý kiến” phải có lý do", "reason"),
    ],
)
def test_what_is_not_ready_is_drafted_but_not_proposed(pointing, decided, words, field):
    point, other = pointing.points(2)
    waiting = pointing.proposed(other)

    with refusal(words, field=field):
        respond(pointing, point, propose=True, **decided)
    drafted = respond(pointing, point, **decided)
    with refusal(words, field=field):
        propose(pointing, drafted)
    with refusal(words, field=field):
        save(pointing, drafted, propose=True, **decided)
    with refusal(words, field=field):
        save(pointing, waiting, **decided)


@pytest.mark.parametrize(
    "decided",
    [
        {"decision": "adopted", "reason": "", "at": "dieu-1"},
        {"decision": "partly", "at": "dieu-1"},
        {"decision": "explained"},
        {"decision": "noted", "reason": ""},
        {"decision": "referred"},
    ],
)
def test_what_is_ready_waits_and_is_approved(pointing, decided):
    drafted = respond(pointing, pointing.point(), **decided)

    waiting = propose(pointing, drafted)
    assert (waiting.state, waiting.proposed_by, waiting.version) == ("proposed", pointing.by["actor"], 2)
    assert waiting.proposed_at == pointing.by["now"]
    approved = pointing.approve(waiting)

    assert (approved.state, approved.approved_by, approved.version) == (
        "approved",
        pointing.chief["actor"],
        3,
    )
    assert (approved.proposed_by, approved.approved_at) == (pointing.by["actor"], pointing.chief["now"])


# --- saving -------------------------------------------------------------------------------------


def test_saving_says_anew_and_the_same_again_is_nothing(pointing):
    response = pointing.drafted()

    saved = save(pointing, response, decision="adopted", reason="Đã sửa.", at="dieu-4")
    before = everything()
    again = save(pointing, response, decision="adopted", reason="Đã sửa.\n", at="dieu-4")

    assert (saved.version, saved.decision, saved.reason, saved.resulting.path) == (
        2,
        "adopted",
        "Đã sửa.",
        "dieu-4",
    )
    assert again == saved
    assert everything() == before
    assert save(pointing, again, decision="noted").resulting_label == ""


def test_the_second_of_two_who_save_sees_both_versions(pointing):
    read = pointing.drafted()
    responses.save_response(
        response=read, decided=Decided("noted", "Của người khác"), version=1, **pointing.chief
    )

    with refusal("Hai bản được giữ lại bên dưới", kind=ResponseConflict) as caught:
        save(pointing, read, reason="Của tôi")
    with refusal("Hai bản được giữ lại bên dưới", kind=ResponseConflict):
        save(pointing, read, reason="Của tôi", propose=True)

    conflict = caught.value
    assert (conflict.theirs.reason, conflict.yours.reason) == ("Của người khác", "Của tôi")
    assert (conflict.theirs_by, conflict.yours_by) == (
        str(pointing.chief["actor"]),
        str(pointing.by["actor"]),
    )
    assert conflict.theirs_at is not None


def test_the_same_words_are_proposed_whoever_wrote_them(pointing):
    read = pointing.drafted()
    save(pointing, read, reason="Giống nhau")

    waiting = save(pointing, read, reason="Giống nhau", version=1, propose=True)

    assert waiting.state == "proposed"


def test_who_changes_what_waits_proposes_it(pointing):
    waiting = pointing.proposed()

    changed = responses.save_response(
        response=waiting, decided=Decided("noted", "Sửa"), version=waiting.version, **pointing.chief
    )

    assert (changed.state, changed.proposed_by) == ("proposed", pointing.chief["actor"])
    with refusal("Đồng chí là người trình nội dung này nên cần một người khác duyệt."):
        pointing.approve(changed)


# --- approving, sending back -------------------------------------------------------------------------


def test_what_cannot_be_approved_is_refused(pointing):
    own, drafted, point = pointing.proposed(), pointing.drafted(), pointing.point()
    empty = pointing.proposed(point)
    shared_responses.unanswer(point=point, **pointing.by)

    with refusal("Đồng chí là người trình nội dung này nên cần một người khác duyệt."):
        responses.approve_response(response=own, version=own.version, **pointing.by)
    with refusal("Nội dung này không ở trạng thái chờ duyệt (đang soạn)."):
        pointing.approve(drafted)
    with refusal("Nội dung này không còn trả lời ý kiến nào nên không duyệt được."):
        pointing.approve(empty)
    assert list(Response.objects.awaiting_approval()) == [own]


@pytest.mark.parametrize("change", ["words", "join", "take out", "addendum", "unanswer"])
def test_what_is_approved_is_what_was_seen(pointing, change):
    first, second, third = pointing.points(3)
    seen = pointing.proposed(first, second)
    changes = {
        "words": lambda: save(pointing, seen, reason="Khác"),
        "join": lambda: pointing.join(third, seen),
        "take out": lambda: shared_responses.take_out(point=first, **pointing.by),
        "addendum": lambda: replies.write_addendum(point=first, addendum="Riêng", **pointing.by),
        "unanswer": lambda: shared_responses.unanswer(point=first, **pointing.by),
    }
    changes[change]()

    with refusal("vừa được người khác sửa", kind=Conflict):
        responses.approve_response(response=seen, version=seen.version, **pointing.chief)
    assert pointing.approve(seen).state == "approved"


def test_a_stale_version_is_a_conflict_everywhere(pointing):
    drafted, waiting = pointing.drafted(), pointing.proposed()
    stale = {"version": 77, **pointing.chief}

    for write in (
        lambda: responses.propose_response(response=drafted, **stale),
        lambda: responses.approve_response(response=waiting, **stale),
        lambda: responses.send_back(response=waiting, note="Sửa", **stale),
        lambda: responses.reopen_response(response=waiting, reason="Sửa", **stale),
    ):
        with refusal("vừa được người khác sửa", kind=Conflict):
            write()


def test_what_is_sent_back_is_drafted_with_a_note_until_it_is_proposed_again(pointing):
    waiting = pointing.proposed()

    for note in ("", " \n "):
        with refusal("Ghi lý do: người soạn cần biết phải sửa gì.", field="note"):
            responses.send_back(response=waiting, note=note, version=waiting.version, **pointing.chief)
    with refusal("quá giới hạn 500 ký tự", field="note"):
        responses.send_back(response=waiting, note="x" * 501, version=waiting.version, **pointing.chief)
    back = responses.send_back(
        response=waiting, note="Nêu rõ  căn cứ", version=waiting.version, **pointing.chief
    )

    assert (back.state, back.return_note, back.proposed_by) == ("drafted", "Nêu rõ căn cứ", None)
    with refusal("Nội dung này đang ở trạng thái “Đang soạn”."):
        responses.send_back(response=back, note="Sửa", version=back.version, **pointing.chief)
    with refusal("Nội dung này đang ở trạng thái “Đang soạn”."):
        responses.reopen_response(response=back, reason="Sửa", version=back.version, **pointing.chief)
    assert propose(pointing, back).return_note == ""


def test_a_response_says_what_it_is_in_words(pointing):
    response, empty = pointing.drafted(), pointing.drafted(decision="", reason="")

    assert (str(response), str(empty)) == ("Giải trình", "Chưa quyết định")
