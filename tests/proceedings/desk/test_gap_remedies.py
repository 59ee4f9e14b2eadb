import re

import pytest

from proceedings.models import Answer, Response
from proceedings.operations import draft_mending, draft_writing
from proceedings.operations.reason_snippets import add_snippet
from proceedings.operations.responses import Decided, propose_response, respond
from proceedings.queries.gaps import GapKind
from proceedings.queries.remedies import TECHNICAL
from proceedings.queries.truth import find_untruths

pytestmark = [pytest.mark.django_db]

ROOT = "/desk/ledger/hoi-thao-mau/"
STALE = "vừa được người khác sửa"


@pytest.fixture
def chief(chief_editor, client_of):
    """The browser of who approves and opens again."""
    return client_of(chief_editor)


@pytest.fixture
def next_draft(pointing):
    """The working copy of the next draft beside what was issued."""
    pointing.next = pointing.drafting.next()
    return pointing


@pytest.fixture
def unequal(pointing):
    """Two equal points, one noted and one explained."""
    one, other = pointing.points(2, at="dieu-1")
    pointing.noted = pointing.drafted(one, decision="noted", reason="")
    pointing.explained = pointing.drafted(other)
    return pointing


def row(pointing, path):
    return pointing.next.provisions.get(path=path)


def write(pointing, path, text="Lời văn mới sau khi tiếp thu."):
    at = row(pointing, path)
    return draft_writing.write(provision=at, heading=at.heading, text=text, version=at.version, **pointing.by)


def adopted(pointing, spoken_of="dieu-2.khoan-1", named="dieu-2.khoan-2"):
    decided = Decided("adopted", "", row(pointing, named))
    point = pointing.point(at=spoken_of)
    return respond(points=[point], decided=decided, propose=True, **pointing.by)


def offers(browser, kind, path=""):
    """What a page offers about gaps of a kind: its words and what its button sends."""
    page = browser.get(f"{ROOT}{path}").content.decode()
    found = []
    for form in re.findall(r'<form class="gap-remedies.*?</form>', page, re.S):
        if f'action="{ROOT}gaps/{kind.value}/mend/"' not in form:
            continue
        subject = re.search(r'name="subject" value="(\d+)"', form)[1]
        for key, words in re.findall(r'name="remedy" value="([^"]+)" type="submit">([^<]+)<', form):
            found.append((words, {"subject": subject, "remedy": key}))
    return found


def send(browser, kind, sent):
    return browser.post(f"{ROOT}gaps/{kind.value}/mend/", sent, follow=True)


def press(browser, kind, words):
    """Press the button that says so."""
    (sent,) = [sent for said, sent in offers(browser, kind) if said.startswith(words)]
    return send(browser, kind, sent)


def said(page):
    return [str(each) for each in page.context["messages"]]


def kinds(pointing):
    return {gap.kind for gap in find_untruths(pointing.workshop)}


# --- each remedy mends what it is offered for -----------------------------------------


def test_the_provision_that_changed_is_named_with_one_click(next_draft, workbench):
    response = adopted(next_draft)
    write(next_draft, "dieu-2.khoan-1")
    assert kinds(next_draft) == {GapKind.NOT_CHANGED, GapKind.NO_RESPONSE}

    page = press(workbench, GapKind.NOT_CHANGED, "Đổi sang khoản 1 Điều 2")

    assert kinds(next_draft) == set()
    assert said(page) == ["Đã làm “Đổi sang khoản 1 Điều 2” cho: khoản 2 Điều 2."]
    assert page.redirect_chain == [(f"{ROOT}gaps/not-changed/", 302)]
    assert Response.objects.get(pk=response.pk).resulting_label == "khoản 1 Điều 2"


def test_a_reason_that_is_kept_is_given_with_one_click(pointing, workbench):
    response = pointing.drafted(decision="partly", reason="", at="dieu-1")
    add_snippet(
        workshop=pointing.workshop, name="Đã có", decision="partly", text="Đã có ở Điều 3.", **pointing.by
    )

    press(workbench, GapKind.NO_REASON, "Dùng mẫu “Đã có”")

    saved = Response.objects.get(pk=response.pk)
    assert (saved.reason, saved.decision, saved.resulting_label) == ("Đã có ở Điều 3.", "partly", "Điều 1")


def test_equal_points_are_decided_alike_with_one_click(unequal, workbench):
    press(workbench, GapKind.UNEQUAL, "Thống nhất: ghi nhận")

    assert kinds(unequal) == set()
    assert set(Answer.objects.values_list("response", flat=True)) == {unequal.noted.pk}


def test_a_change_is_noted_as_technical_with_one_click(next_draft, workbench):
    write(next_draft, "dieu-2.khoan-1")

    press(workbench, GapKind.NO_RESPONSE, "Ghi: chỉnh sửa kỹ thuật")

    assert kinds(next_draft) == set()
    noted = row(next_draft, "dieu-2.khoan-1")
    assert (noted.change_note, noted.text) == (TECHNICAL, "Lời văn mới sau khi tiếp thu.")


def test_what_was_taken_out_comes_back_with_one_click(next_draft, workbench):
    before = next_draft.draft.provisions.get(path="dieu-2")
    draft_mending.remove(provision=row(next_draft, "dieu-2"), **next_draft.by)

    press(workbench, GapKind.NO_RESPONSE, "Khôi phục")

    assert kinds(next_draft) == set()
    assert row(next_draft, "dieu-2").origin == before


# --- who may ---------------------------------------------------------------------------


def test_only_who_may_do_it_is_offered_it(unequal, workbench, desk):
    sent = offers(workbench, GapKind.UNEQUAL)[0][1]

    assert offers(desk, GapKind.UNEQUAL) == []
    assert send(desk, GapKind.UNEQUAL, sent).status_code == 403
    assert kinds(unequal) == {GapKind.UNEQUAL}


def test_what_was_approved_is_opened_again_only_by_who_may(unequal, workbench, chief):
    response = unequal.explained
    propose_response(response=response, version=response.version, **unequal.by)
    unequal.approve(response)
    words, sent = offers(chief, GapKind.UNEQUAL)[0]

    assert words.endswith(", mở lại để duyệt")
    assert offers(workbench, GapKind.UNEQUAL) == []
    assert STALE in said(send(workbench, GapKind.UNEQUAL, sent))[0]
    assert Response.objects.get(pk=response.pk).state == "approved"

    page = send(chief, GapKind.UNEQUAL, sent)

    assert said(page)[0].endswith("Nội dung đã duyệt được mở lại và chờ duyệt.")
    assert kinds(unequal) == set()
    assert Response.objects.get(pk=response.pk).state in {"drafted", "proposed"}


# --- what changed meanwhile -------------------------------------------------------------


def test_a_second_click_does_nothing_and_says_so(unequal, workbench):
    sent = offers(workbench, GapKind.UNEQUAL)[0][1]
    send(workbench, GapKind.UNEQUAL, sent)

    assert STALE in said(send(workbench, GapKind.UNEQUAL, sent))[0]


def test_a_page_that_is_old_changes_nothing(unequal, workbench):
    sent = offers(workbench, GapKind.UNEQUAL)[0][1]
    Response.objects.filter(pk=unequal.noted.pk).update(return_note="Viết lại.")

    assert STALE in said(send(workbench, GapKind.UNEQUAL, sent))[0]
    assert kinds(unequal) == {GapKind.UNEQUAL}


def test_a_closed_synthesis_offers_nothing_about_responses_and_does_nothing(unequal, workbench):
    sent = offers(workbench, GapKind.UNEQUAL)[0][1]
    unequal.close()

    assert offers(workbench, GapKind.UNEQUAL) == []
    assert STALE in said(send(workbench, GapKind.UNEQUAL, sent))[0]
    assert kinds(unequal) == {GapKind.UNEQUAL}


def test_what_an_operation_refuses_is_said(pointing, workbench):
    pointing.drafted(decision="explained", reason="")
    snippet = add_snippet(
        workshop=pointing.workshop, name="Cũ", decision="explained", text="Đã có.", **pointing.by
    )
    type(snippet).objects.filter(pk=snippet.pk).update(text="Tài liệu này là TUYỆT MẬT.")

    page = press(workbench, GapKind.NO_REASON, "Dùng mẫu")

    assert len(said(page)) == 1
    assert "Đã làm" not in said(page)[0]
    assert kinds(pointing) == {GapKind.NO_REASON}


@pytest.mark.parametrize(
    "sent", [{}, {"subject": "x", "remedy": "name-1-1.1"}, {"subject": "9" * 30, "remedy": ""}]
)
def test_what_is_not_offered_is_not_done(unequal, workbench, sent):
    assert STALE in said(send(workbench, GapKind.UNEQUAL, sent))[0]
    assert kinds(unequal) == {GapKind.UNEQUAL}


@pytest.mark.parametrize("kind", ["unanswered", "khong-co"])
def test_a_kind_that_nothing_mends_at_once_has_no_such_address(workbench, workshop, kind):
    assert workbench.post(f"{ROOT}gaps/{kind}/mend/").status_code == 404


# --- the pages ----------------------------------------------------------------------------


def test_the_list_of_one_kind_offers_the_same(unequal, workbench):
    assert offers(workbench, GapKind.UNEQUAL, "gaps/unequal/") == offers(workbench, GapKind.UNEQUAL)


def test_what_is_left_of_the_kind_is_shown_with_what_was_done(next_draft, workbench):
    for path in ("dieu-2.khoan-1", "dieu-2.khoan-2"):
        write(next_draft, path)
    (_words, first), (_words, _second) = offers(workbench, GapKind.NO_RESPONSE)

    page = send(workbench, GapKind.NO_RESPONSE, first)

    assert page.context["count"] == 1
    assert said(page) == ["Đã làm “Ghi: chỉnh sửa kỹ thuật” cho: khoản 1 Điều 2."]
    assert f'href="{ROOT}"' in page.content.decode()
