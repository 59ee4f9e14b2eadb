import datetime

import pytest
from django.utils import timezone

from proceedings.models import NoRequest, Point, Theme
from proceedings.operations import closings, points, replacements, workshops
from proceedings.operations.assignments import assign_splitting
from proceedings.operations.lineage_proposals import propose_from_engine
from tests.proceedings.desk.splitting import LETTER, LIST, ROOT, sent, span_of
from tests.proceedings.regulations import long

pytestmark = pytest.mark.django_db
FIRST, SECOND = "Về khoản 2 Điều 2, đề nghị sửa thành “Kịp thời, đúng hạn”.", "Đề nghị bổ sung vào Điều 3"


@pytest.fixture
def issued(drafting):
    """The first draft, issued."""
    drafting.start()
    return drafting.issue(acknowledged=True)


@pytest.fixture
def letter(register, issued, bac_ninh):
    """A letter about it."""
    return register(committee=bac_ninh, text=LETTER)


@pytest.fixture
def other(person, client_of):
    """Another editor's browser."""
    from proceedings.accounts.rights import Role

    return client_of(person("bien-tap-hai", Role.EDITOR, full_name="Biên tập Mẫu Hai"))


@pytest.fixture
def page(letter):
    """The address of the letter's page."""
    return f"{LIST}{letter.number}/"


def test_the_workshops_tell_what_waits(workbench, letter):
    shown = workbench.get(ROOT)

    assert "1 chưa tách xong" in shown.content.decode()
    assert f'href="{LIST}"' in shown.content.decode()


@pytest.mark.parametrize("address", [ROOT, LIST, f"{LIST}1/"])
def test_a_stranger_signs_in_and_a_delegate_is_refused(
    stranger, client_of, delegate_bac_ninh, letter, address
):
    assert stranger.get(address).url == f"/accounts/login/?next={address}"
    if address != ROOT:
        assert stranger.post(address).url == f"/accounts/login/?next={address}"
    assert client_of(delegate_bac_ninh).get(address).status_code == 403


@pytest.mark.parametrize("address", [f"{ROOT}khong-co/", f"{LIST}99/", f"{ROOT}khong-co/1/"])
def test_what_is_not_there_is_not_found(workbench, letter, address):
    assert workbench.get(address).status_code == 404


def test_no_other_method_is_taken(workbench, letter, page):
    assert {workbench.put(each).status_code for each in (ROOT, LIST, page)} == {405}


def test_a_secretary_reads_and_writes_nothing(desk, letter, page):
    shown = desk.get(page)

    assert shown.status_code == 200
    assert not shown.context["may_split"]
    assert 'name="act"' not in shown.content.decode()
    assert desk.post(page, sent(FIRST)).status_code == desk.post(LIST, {"number": 1}).status_code == 403
    assert not Point.objects.exists()


# --- the list ----------------------------------------------------------------------


def test_the_list_is_filtered_in_its_address(workbench, editor, register, letter, ha_noi, workshop, by):
    theme = Theme(workshop=workshop, position=1, slug="phoi-hop", title="Về phối hợp")
    workshops.arrange(saved=[theme], **by)
    second = register(committee=ha_noi, theme=theme)
    assign_splitting(contributions=[second], editor=editor, due_on=datetime.date(2021, 9, 10), **by)

    def numbers(**asked):
        return [line.number for line in workbench.get(LIST, asked).context["lines"]]

    assert numbers() == numbers(who="all") == numbers(who="lạ", theme="lạ") == [1, 2]
    assert numbers(who="mine") == numbers(theme=theme.pk) == numbers(body="ha noi") == [2]
    assert numbers(who="nobody") == numbers(body="bac ninh", who="unfinished") == [1]
    shown = workbench.get(LIST, {"who": "mine"}).content.decode()
    assert "Biên tập Mẫu" in shown
    assert "quá hạn" in shown
    assert "0/5 đoạn" in workbench.get(LIST).content.decode() or "đoạn" in shown


def test_ticked_contributions_are_given_to_an_editor(workbench, editor, letter):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    sent_form = {"act": "assign", "editor": editor.pk, "due_on": f"{tomorrow:%d/%m/%Y}", "note": "Gấp"}

    shown = workbench.post(f"{LIST}?who=nobody", {**sent_form, "number": letter.number}, follow=True)

    assert shown.redirect_chain[0][0].endswith("?who=nobody")
    assert "Đã giao 1 văn bản cho Biên tập Mẫu." in shown.content.decode()
    letter.refresh_from_db()
    assert (letter.splitting.editor, letter.splitting.due_on, letter.splitting.note) == (
        editor,
        tomorrow,
        "Gấp",
    )


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"number": []}, "Chưa chọn văn bản nào."),
        ({"due_on": "01/01/2020"}, "Hạn xử lý không thể ở quá khứ."),
        ({"due_on": "mai"}, "Không đọc được ngày."),
        ({"editor": ""}, "Chọn người tách."),
    ],
)
def test_a_refused_assignment_keeps_what_was_typed(workbench, editor, letter, changed, words):
    form = {
        "act": "assign",
        "editor": editor.pk,
        "note": "Lời dặn đã gõ",
        "number": [letter.number],
        **changed,
    }

    shown = workbench.post(LIST, form)

    assert shown.status_code == 422
    assert words in shown.content.decode()
    assert "Lời dặn đã gõ" in shown.content.decode()
    assert shown.context["ticked"] == [str(number) for number in form["number"]]
    assert not hasattr(type(letter).objects.get(pk=letter.pk), "splitting")


@pytest.mark.parametrize("count", [1, 3, 92])
def test_the_list_asks_as_much_of_any_length(workbench, register, django_assert_num_queries, count):
    for number in range(count):
        register(text=f"VĂN BẢN MẪU\nĐoạn mẫu {number}.")
    workbench.get(LIST)

    with django_assert_num_queries(8):
        workbench.get(LIST)


# --- the page ----------------------------------------------------------------------


def test_the_page_shows_paragraphs_proposals_with_reasons_and_the_draft(workbench, page, issued):
    shown = workbench.get(page)

    notes = [note for line in shown.context["lines"] for note in line.notes]
    words = shown.content.decode()
    assert [line.number for line in shown.context["lines"]] == [1, 2, 3, 4, 5]
    assert shown.context["beside"] == issued
    proposed = next(note for note in notes if note.place == "Khoản 2 Điều 2")
    assert (proposed.look, proposed.shape, proposed.wording) == ("proposal", "~", "Kịp thời, đúng hạn")
    assert "dẫn chiếu “khoản 2 Điều 2”" in words
    assert 'id="d-dieu-2.khoan-2"' in words
    assert "0/5 đoạn" in words
    assert "còn để ngỏ" in words
    assert not Point.objects.exists()
    assert not NoRequest.objects.exists()


def test_the_text_stays_as_it_is_between_its_marks(workbench, page):
    shown = workbench.get(page)

    lines = ["".join(piece.text for piece in line.pieces) for line in shown.context["lines"]]
    assert "\n".join(lines) == LETTER


def test_a_span_becomes_a_point_with_what_was_said(workbench, page, letter, issued):
    form = sent(FIRST, place="khoản 2 điều 2", wording="Kịp thời, đúng hạn", summary="Sửa khoản 2")

    shown = workbench.post(page, form, follow=True)

    point = letter.points.get()
    start, end = span_of(FIRST)
    assert (point.start, point.end, point.quote) == (start, end, FIRST)
    assert (point.kind, point.anchor.path, point.wording) == ("amend", "dieu-2.khoan-2", "Kịp thời, đúng hạn")
    assert shown.redirect_chain[0][0].startswith(f"{page}?at={end}&done=new#l")
    assert "Đã ghi ý kiến “Sửa khoản 2”." in shown.content.decode()


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("Khoản 2 Điều 2", "dieu-2.khoan-2"),
        ("k2 d2", None),
        ("điểm a khoản 1 điều 3", "dieu-3.khoan-1.diem-a"),
        ("Điều 3. Công tác cán bộ", "dieu-3"),
        ("cong tac can bo", "dieu-3"),
        ("hiệu lực từ ngày ký", "dieu-4"),
        ("Chương II", "chuong-2"),
        ("", ""),
    ],
)
def test_a_place_is_understood_as_it_is_typed(workbench, page, letter, place, path):
    shown = workbench.post(page, sent(FIRST, place=place))

    if path is None:
        assert shown.status_code == 422
    else:
        anchor = letter.points.get().anchor
        assert (anchor.path if anchor else "") == path


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"place": "Điều 99"}, "Không tìm thấy “Điều 99”"),
        ({"place": "Trao đổi về phở"}, "Không tìm thấy"),
        ({"place": "quy"}, "có ở nhiều chỗ"),
        ({"kind": ""}, "Chọn loại ý kiến."),
        ({"start": ""}, "Chọn câu đầu của ý kiến."),
        ({"end": "lạ"}, "Chọn lại câu cuối."),
        ({"end": 100_000}, "không nằm trong toàn văn"),
        ({"theme": "999999"}, ""),
        ({"summary": "x" * 301}, ""),
        ({"wording": "MẬT " * 3 + "x" * 1_000_001}, ""),
    ],
)
def test_a_refused_span_keeps_what_was_typed(workbench, page, changed, words):
    form = sent(FIRST, wording="Chữ đã gõ") | changed

    shown = workbench.post(page, form)

    assert shown.status_code == 422
    assert words in shown.content.decode()
    if "wording" not in changed:
        assert "Chữ đã gõ" in shown.content.decode()
    assert not Point.objects.exists()


def test_a_provision_and_a_theme_at_once_are_refused(workbench, page, workshop, by):
    theme = Theme(workshop=workshop, position=1, slug="phoi-hop", title="Về phối hợp")
    workshops.arrange(saved=[theme], **by)

    shown = workbench.post(page, sent(FIRST, place="Điều 2", theme=theme.pk))
    assert "không chọn cả hai" in shown.content.decode()
    workbench.post(page, sent(FIRST, theme=theme.pk))
    assert Point.objects.get().theme == theme


def test_of_two_on_the_same_words_the_second_sees_whose_they_are(workbench, other, page, letter):
    workbench.post(page, sent(FIRST, summary="Của người thứ nhất"))
    start, end = span_of("sửa thành “Kịp thời, đúng hạn”.")

    shown = other.post(page, sent(FIRST, wording="Chữ của người thứ hai") | {"start": start, "end": end})

    words = shown.content.decode()
    assert shown.status_code == 422
    assert "trùng với ý kiến “Của người thứ nhất”" in words
    assert "Chữ này đã thuộc ý kiến do Biên tập Mẫu ghi lúc" in words
    assert "Chữ của người thứ hai" in words
    assert letter.points.count() == 1


def test_a_span_may_ask_for_nothing_and_be_opened_again(workbench, page, letter):
    workbench.post(page, sent("Xin trân trọng cảm ơn.", kind="no-request", reason="closing"))
    stretch = letter.no_requests.get()
    assert stretch.reason == "closing"
    shown = workbench.get(page)
    assert "Biên tập Mẫu xác nhận" in shown.content.decode()

    taken = workbench.post(page, sent("Xin trân trọng", kind="add", wording="Chữ đã gõ"))
    assert "đã ghi là không nêu yêu cầu" in taken.content.decode()
    for _ in range(2):  # sent twice it is no error
        workbench.post(page, {"act": f"unquiet:{stretch.pk}"}, follow=True)
    assert not letter.no_requests.exists()


def test_a_point_is_said_anew_and_moved(workbench, page, letter):
    workbench.post(page, sent(FIRST, place="Điều 2"))
    point = letter.points.get()
    shown = workbench.get(page, {"point": point.pk})
    assert shown.context["form"]["place"].value() == "Điều 2"
    start, end = span_of("đề nghị sửa thành “Kịp thời, đúng hạn”.")

    form = sent(FIRST, kind="add", place="Điều 3", act="amend", point=point.pk, version=point.version)
    done = workbench.post(page, form | {"start": start, "end": end}, follow=True)

    point.refresh_from_db()
    assert (point.start, point.end, point.kind, point.anchor.path) == (start, end, "add", "dieu-3")
    assert "Đã ghi lại ý kiến" in done.content.decode()
    bad = workbench.post(page, form | {"version": point.version, "kind": "no-request"})
    assert "Bỏ ý kiến trước" in bad.content.decode()
    assert workbench.post(page, form | {"version": point.version, "place": "Điều 99"}).status_code == 422


def test_a_conflict_shows_both_and_saves_on_a_second_look(workbench, other, page, letter):
    workbench.post(page, sent(FIRST, summary="Lúc đầu"))
    point = letter.points.get()
    form = sent(FIRST, act="amend", point=point.pk, version=point.version)
    workbench.post(page, form | {"summary": "Của người thứ nhất"})

    shown = other.post(page, form | {"summary": "Của người thứ hai"})

    words = shown.content.decode()
    assert shown.status_code == 409
    assert "Bản hiện đang lưu" in words
    assert "Của người thứ nhất" in words
    assert "Của người thứ hai" in words
    again = form | {"summary": "Của người thứ hai", "version": shown.context["form"]["version"].value()}
    assert other.post(page, again).status_code == 302
    assert letter.points.get().summary == "Của người thứ hai"


def test_a_point_that_is_gone_keeps_what_was_typed_as_a_new_one(workbench, page, letter):
    workbench.post(page, sent(FIRST))
    point = letter.points.get()
    workbench.post(page, {"act": f"remove:{point.pk}:{point.version}"})

    shown = workbench.post(page, sent(FIRST, act="amend", point=point.pk, version=1, wording="Chữ đã gõ"))

    words = shown.content.decode()
    assert shown.status_code == 422
    assert "vừa được người khác bỏ" in words
    assert "Chữ đã gõ" in words
    assert shown.context["form"]["act"].value() == "mark"
    gone = workbench.post(page, {"act": f"remove:{point.pk}:1"})
    assert "không còn trên trang" in gone.content.decode()


def test_a_point_taken_back_comes_back_as_a_filled_form(workbench, page, letter):
    workbench.post(page, sent(FIRST, place="khoản 2 điều 2", wording="Kịp thời, đúng hạn", summary="Sửa"))
    point = letter.points.get()
    stale = workbench.post(page, {"act": f"remove:{point.pk}:{point.version + 1}"})
    assert "Người khác vừa sửa ý kiến này nên chưa bỏ." in stale.content.decode()

    shown = workbench.post(page, {"act": f"remove:{point.pk}:{point.version}"}, follow=True)

    form = shown.context["form"]
    assert not letter.points.exists()
    assert {name: form[name].value() for name in ("start", "place", "wording", "summary")} == {
        "start": span_of(FIRST)[0], "place": "Khoản 2 Điều 2", "wording": "Kịp thời, đúng hạn", "summary": "Sửa",
    }  # fmt: skip


def test_a_proposal_is_accepted_as_it_was_shown(workbench, page, letter):
    shown = workbench.get(page)
    proposed = next(
        note for line in shown.context["lines"] for note in line.notes if note.place == "Khoản 2 Điều 2"
    )
    form = workbench.get(page, {"proposal": proposed.key}).context["form"]
    assert form["place"].value() == "Khoản 2 Điều 2"

    workbench.post(page, {"act": f"accept:{proposed.key}", "draft": shown.context["beside"].pk})

    point = letter.points.get()
    assert (point.start, point.end, point.anchor.path) == (proposed.start, proposed.end, "dieu-2.khoan-2")
    assert (point.wording, point.summary) == (proposed.wording, proposed.summary)
    again = workbench.post(page, {"act": f"accept:{proposed.key}"})
    assert again.status_code == 422
    assert "Đề xuất đã khác với lúc trang được mở" in again.content.decode()


def test_all_that_is_sure_is_accepted_from_a_list_that_shows_it(workbench, page, letter):
    shown = workbench.get(page, {"preview": "sure"})
    keys = [note.key for note in shown.context["sure"]]
    assert keys
    assert all(note.quote.split("\n")[0] in shown.content.decode() for note in shown.context["sure"])

    workbench.post(page, {"act": "accept", "key": keys})

    assert letter.points.count() + letter.no_requests.count() == len(keys)
    assert workbench.post(page, {"act": "accept"}).status_code == 422


def test_a_paragraph_and_the_rest_ask_for_nothing_as_seen(workbench, page, letter):
    workbench.post(page, {"act": "quiet:5"})
    assert letter.no_requests.get().quote == "Xin trân trọng cảm ơn."
    assert workbench.post(page, {"act": "quiet:5"}).status_code == 422
    assert workbench.post(page, {"act": "quiet:lạ"}).status_code == 422
    seen = workbench.get(page, {"preview": "rest"})
    assert "Kính gửi: Ban Tổ chức Mẫu" in seen.content.decode()
    workbench.post(page, sent(FIRST))

    stale = workbench.post(page, {"act": "rest", "stamp": seen.context["rest_stamp"]})
    assert "đã khác với lúc xem trước" in stale.content.decode()
    stamp = workbench.get(page, {"preview": "rest"}).context["rest_stamp"]
    done = workbench.post(page, {"act": "rest", "stamp": stamp, "reason": "context"}, follow=True)

    assert "5/5 đoạn" in done.content.decode()
    assert "đã tách hết" in done.content.decode()
    bad = workbench.post(page, {"act": "rest", "stamp": "", "reason": "lạ"})
    assert bad.status_code in (302, 422)


def test_full_agreement_is_a_stance_and_refused_where_points_are(workbench, page, letter):
    assert "được ghi là nhất trí chung" in workbench.get(page, {"preview": "agree"}).content.decode()
    workbench.post(page, sent(FIRST))
    refused = workbench.post(page, {"act": "agree"})
    assert "không phải là nhất trí hoàn toàn" in refused.content.decode()
    point = letter.points.get()
    workbench.post(page, {"act": f"remove:{point.pk}:{point.version}"})

    workbench.post(page, {"act": "agree"})

    letter.refresh_from_db()
    assert letter.stance == "agrees"
    assert letter.coverage.open_count == 0
    assert not letter.points.exists()


def test_the_next_contribution_is_mine_or_nobodys(workbench, page, register, letter, person, editor, by):
    assert workbench.get(page).context["next"] is None
    second, third = register(), register()
    assign_splitting(contributions=[third], editor=editor, **by)
    assert workbench.get(page).context["next"] == second.number
    from proceedings.accounts.rights import Role

    assign_splitting(contributions=[second], editor=person("khac", Role.EDITOR), **by)
    assert workbench.get(page).context["next"] == third.number


# --- drafts and versions --------------------------------------------------------------


def test_a_draft_issued_meanwhile_leaves_the_anchor_and_is_told(workbench, page, letter, drafting, by):
    form = workbench.get(page).context["beside"].pk
    workbench.post(page, sent(FIRST, place="khoản 2 điều 2", draft=form))
    first = letter.points.get().anchor.draft
    second = drafting.next()
    drafting.by = {**by, "now": by["now"] + datetime.timedelta(days=30)}
    drafting.issue(acknowledged=True)
    propose_from_engine(draft=second, **by)

    shown = workbench.get(page)

    words = shown.content.decode()
    assert shown.context["beside"] == first
    assert "Đã có Dự thảo lần 2 mới hơn" in words
    assert "Dự thảo lần 2: Khoản 2 Điều 2 (giữ nguyên)" in words
    beside_new = workbench.get(page, {"draft": second.pk}).content.decode()
    assert "Khoản 2 Điều 2 (Dự thảo lần 1)" in beside_new
    point = letter.points.get()
    kept = sent(FIRST, act="amend", point=point.pk, version=point.version, place="Khoản 2 Điều 2")
    workbench.post(page, kept | {"draft": second.pk, "summary": "Viết lại"})
    assert letter.points.get().anchor.draft == first
    assert letter.points.get().summary == "Viết lại"


def test_a_replaced_letter_leads_to_the_new_one_which_takes_the_points_over(
    workbench, page, letter, bac_ninh, by
):
    for words in (FIRST, "Đề nghị bổ sung vào Điều 3 quy định về luân chuyển cán bộ."):
        workbench.post(page, sent(words, summary=words[:20]))
    later = replacements.replace(
        earlier=letter, committee=bac_ninh, title="Bản sau", received_on=letter.received_on,
        text=LETTER.replace("luân chuyển cán bộ", "luân chuyển, điều động cán bộ"), is_sample=True, **by,
    )  # fmt: skip
    address = f"{LIST}{later.number}/"

    old = workbench.get(page)
    assert f"đã có bản thay thế, số {later.number}" in old.content.decode()
    assert f'href="{address}"' in old.content.decode()
    refused = workbench.post(page, sent(SECOND, wording="Chữ đã gõ"))
    assert refused.status_code == 422
    assert "không còn hiệu lực trong sổ" in refused.content.decode()
    assert workbench.post(page, {"act": "carry"}).status_code == 422
    assert "1 ý kiến còn nguyên lời" in workbench.get(address).content.decode()
    done = workbench.post(address, {"act": "carry"}, follow=True)

    words = done.content.decode()
    assert [point.quote for point in later.points.all()] == [FIRST]
    assert "Đã chuyển 1 ý kiến từ bản trước; 1 ý kiến cần xem lại." in words
    assert "1 ý kiến của bản trước không còn nguyên lời" in words
    assert "điều động" in words
    assert "Gần nhất trong bản này là đoạn 4" in words


def test_a_workshop_without_a_draft_takes_points_all_the_same(workbench, register):
    letter = register(text=LETTER)
    page = f"{LIST}{letter.number}/"

    assert "chưa phát hành dự thảo nào" in workbench.get(page).content.decode()
    assert workbench.post(page, sent(FIRST, place="Điều 2")).status_code == 422
    assert workbench.post(page, sent(FIRST)).status_code == 302


def test_a_closed_synthesis_is_told(workbench, page, letter, chief_editor, by):
    from proceedings.models import Closing

    Closing.objects.create(workshop=letter.workshop, closed_by=chief_editor, closed_at=by["now"], ledger={})

    shown = workbench.post(page, sent(FIRST, wording="Chữ đã gõ"))

    assert "đã được Tổ trưởng Mẫu khóa" in shown.content.decode()
    assert "Chữ đã gõ" in shown.content.decode()


def test_markup_in_words_stays_words(workbench, register, issued):
    letter = register(text="VĂN BẢN MẪU\nĐề nghị bỏ <script>alert(1)</script> ở Điều 2.")

    assert "<script>alert" not in workbench.get(f"{LIST}{letter.number}/").content.decode()


@pytest.mark.parametrize(("paragraphs", "articles"), [(1, 1), (3, 3), (60, 200)])
def test_the_page_asks_as_much_of_any_length(
    workbench, drafting, register, editor, by, django_assert_num_queries, paragraphs, articles
):
    drafting.start(long(articles, 2))
    drafting.issue(acknowledged=True)
    lines = [f"{n}. Tại khoản 1 Điều 1, đề nghị sửa thành “Nội dung mẫu {n}”." for n in range(paragraphs)]
    letter = register(text="\n".join(lines))
    start, end = span_of(lines[0], letter.text)
    points.mark_point(
        contribution=letter, start=start, end=end, told=points.Told("amend", drafting.at("dieu-1")), **by
    )
    page = f"{LIST}{letter.number}/"
    workbench.get(page)

    with django_assert_num_queries(11):
        workbench.get(page)


def test_a_closed_synthesis_is_told_and_offers_nothing_but_keeps_what_was_typed(
    workbench, letter, page, chief_editor, by
):
    closings.close_synthesis(workshop=letter.workshop, reason="Có lý do", **{**by, "actor": chief_editor})

    shown = workbench.get(page)
    refused = workbench.post(page, sent(FIRST, summary="Ý đang gõ"))

    assert "Tổng hợp ý kiến đã được khóa, chỉ để xem" in shown.content.decode()
    assert not shown.context["may_split"]
    assert 'name="act"' not in shown.content.decode()
    assert refused.status_code == 422
    assert "khóa ngày" in refused.content.decode()
    assert "Ý đang gõ" in refused.content.decode()
