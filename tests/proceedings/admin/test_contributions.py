"""The registry book: the list, entering by hand, every way in which a form can be wrong."""

import datetime
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from proceedings.models import Attachment, Contribution, Theme
from proceedings.operations import contributions as registry
from proceedings.operations import workshops
from tests.proceedings.admin.conftest import ADD, REGISTRY, posted

pytestmark = pytest.mark.django_db


def enter(desk, **changes):
    given = {
        "committee": "bac ninh",
        "symbol": "123-CV/TU",
        "document_on": "7/9/2021",
        "received_on": "08.9.2021",
        "title": "Góp ý dự thảo Quy chế",
    }
    return desk.post(ADD, posted(desk.get(ADD), **given | changes), follow=True)


def errors_of(page):
    return page.context["adminform"].form.errors


# --- the list --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 92, 1000])
def test_list_takes_the_same_queries(desk, workshop, register, django_assert_num_queries, count):
    for _ in range(count):
        register()
    desk.get(REGISTRY)

    with django_assert_num_queries(11):
        page = desk.get(REGISTRY)

    assert page.context["cl"].result_count == count


@pytest.mark.parametrize(
    "query",
    [
        "12",
        "#12",
        "123-CV/TU",
        "123 - CV / TU",
        "123cv/tu",
        "bắc ninh",
        "bac ninh",
        "BAC NINH quy che",
        "Quy chế",
    ],
)
def test_list_finds(desk, workshop, register, bac_ninh, query):
    for _ in range(11):
        register(title="Văn bản khác")
    wanted = register(
        committee=bac_ninh, symbol="123-CV/TU", title="Góp ý Quy chế", document_on=datetime.date(2021, 9, 1)
    )

    page = desk.get(REGISTRY, {"q": query})

    assert [row.pk for row in page.context["cl"].result_list] == [wanted.pk]


@pytest.mark.parametrize("query", ["'", "%", "_", "\x00", "9" * 40, "²", "a" * 5000, "(", "\\"])
def test_list_survives_any_query(desk, workshop, register, query):
    register()

    assert desk.get(REGISTRY, {"q": query}).status_code == 200


@pytest.mark.parametrize("waiting", ["theme", "stance", "document_on", "symbol", "unusual", "order", "khac"])
def test_list_filters_what_waits(desk, workshop, register, waiting):
    register(presented_live=True, symbol="" if waiting == "symbol" else "abc")

    page = desk.get(REGISTRY, {"waiting": waiting})

    assert page.context["cl"].result_count == 1


def test_list_refuses_a_lookup_outside_the_list(desk, workshop):
    assert desk.get(REGISTRY, {"committee__accounts__password__startswith": "p"}).status_code == 400


def test_list_ignores_unknown_orderings(desk, workshop, register):
    register()

    assert desk.get(REGISTRY, {"o": "7.99.-6.x"}).status_code in {200, 302}


# --- entering --------------------------------------------------------------------------------------------------


def test_entering_gives_the_next_number_and_keeps_the_day(desk, workshop, bac_ninh):
    page = enter(desk, _addanother="1")

    made = Contribution.objects.get()
    assert (made.number, made.committee, made.symbol) == (1, bac_ninh, "123-CV/TU")
    assert (made.document_on, made.received_on) == (datetime.date(2021, 9, 7), datetime.date(2021, 9, 8))
    assert page.redirect_chain[-1][0] == f"{ADD}?workshop={workshop.pk}&received_on=08%2F09%2F2021"
    assert "Đã vào sổ số" in page.content.decode()
    assert page.context["adminform"].form["received_on"].value() == "08/09/2021"


def test_entering_proposes_the_workshop_used_last(desk, workshop, secretary, now):
    other = workshops.convene(
        slug="khac",
        title="Khác",
        short_title="Khác",
        host="Ban Mẫu",
        stage="collecting",
        actor=secretary,
        now=now,
    )
    assert desk.get(ADD).context["adminform"].form["workshop"].value() == other.pk

    enter(desk, workshop=workshop.pk)

    assert desk.get(ADD).context["adminform"].form["workshop"].value() == workshop.pk


def test_entering_starts_at_the_committee(desk, workshop):
    form = desk.get(ADD).context["adminform"].form

    assert [name for name in form.fields if form.fields[name].widget.attrs.get("autofocus")] == ["committee"]
    assert form["workshop"].value() == workshop.pk


def test_committees_of_the_day_of_the_workshop_come_first(desk, workshop):
    text = desk.get(ADD).content.decode()

    then = text.index('value="Tỉnh ủy Bắc Ninh (đến 30/06/2025)"')
    assert then < text.index('value="Tỉnh ủy Bắc Ninh (từ 01/07/2025)" data-closed')


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("document_on", "31/02/2021", "không có ngày 31"),
        ("document_on", "12/25/2021", "Không có tháng 25"),
        ("document_on", "hôm qua", "Không đọc được ngày"),
        ("document_on", "7/9", "thiếu năm"),
        ("document_on", "7/9/21", "bốn chữ số"),
        ("document_on", "10/09/2021", "Ngày văn bản không thể sau ngày đến"),
        ("committee", "Sài Gòn Gia Định", "Không có cấp ủy nào tên"),
        ("title", "", "chưa nhập"),
        ("title", "a" * 501, "501"),
        ("text", "ă" * 2_000_000, "quá giới hạn 1.000.000 ký tự"),
        ("body_name", "Cơ quan Mẫu", "để trống tên cơ quan"),
        ("speaking_order", "3", "Chỉ tham luận trình bày trực tiếp"),
    ],
)
def test_entering_refuses_and_keeps_what_was_typed(desk, workshop, field, value, words):
    page = enter(desk, **{field: value, "signer_name": "Người ký Mẫu"})

    assert page.status_code == 200
    assert words in str(errors_of(page))
    assert not Contribution.objects.exists()
    assert page.context["adminform"].form["signer_name"].value() == "Người ký Mẫu"
    assert str(page.context["adminform"].form[field].value()) == value


def test_entering_tells_where_the_name_means_several(desk, workshop):
    page = enter(desk, committee="tinh uy")

    assert "có thể là" in str(errors_of(page)["committee"])


def test_entering_refuses_a_committee_not_in_force(desk, workshop):
    page = enter(
        desk,
        committee="Tỉnh ủy Bắc Ninh (đến 30/06/2025)",
        document_on="01/07/2025",
        received_on="02/07/2025",
    )

    assert "không còn hoạt động vào ngày 01/07/2025" in str(errors_of(page)["committee"])


def test_entering_a_document_twice_names_its_number(desk, workshop):
    enter(desk)

    page = enter(desk)

    assert "đã vào sổ: số 1" in str(errors_of(page))
    assert Contribution.objects.count() == 1


def test_sending_one_form_twice_makes_one_document(desk, workshop):
    data = posted(desk.get(ADD), committee="ha noi", received_on="8/9/2021", title="Góp ý")

    desk.post(ADD, data)
    desk.post(ADD, data)

    assert Contribution.objects.count() == 1


@pytest.mark.parametrize("symbol", ["123/UBND-NC", "công văn 12", "0-CV/TU"])
def test_an_unusual_symbol_is_accepted_with_a_warning(desk, workshop, symbol):
    page = enter(desk, symbol=symbol)

    assert Contribution.objects.get().symbol == symbol
    assert "kiểm tra lại số, ký hiệu" in page.content.decode()


def test_nfd_and_control_characters_are_cleaned(desk, workshop):
    enter(desk, title=unicodedata.normalize("NFD", "Góp ý\x00 về\x07 Quy chế"), text="Một\x00\r\nHai\u200b")

    made = Contribution.objects.get()
    assert (made.title, made.text) == ("Góp ý về Quy chế", "Một\nHai")


def test_entering_another_body(desk, workshop):
    enter(desk, committee="", body_kind="organisation", body_name="Cơ quan Mẫu", symbol="")

    assert Contribution.objects.get().body == "Cơ quan Mẫu"


# --- amending --------------------------------------------------------------------------------------------------


def change(row):
    return f"{REGISTRY}{row.pk}/change/"


def test_amending_saves_only_what_was_touched(desk, register, bac_ninh):
    row = register(committee=bac_ninh, summary="Tóm tắt")

    desk.post(change(row), posted(desk.get(change(row)), title="Tên mới"))

    row.refresh_from_db()
    assert (row.title, row.summary, row.version) == ("Tên mới", "Tóm tắt", 2)


def test_saving_an_untouched_form_changes_nothing(desk, register, bac_ninh):
    row = register(committee=bac_ninh, document_on=datetime.date(2021, 9, 1))

    desk.post(change(row), posted(desk.get(change(row))))

    row.refresh_from_db()
    assert row.version == 1


def test_two_sessions_on_one_row_see_both_texts(client_of, secretary, editor, register):
    row = register()
    first, second = client_of(secretary), client_of(editor)
    mine, theirs = (
        posted(first.get(change(row)), title="Bản của tôi"),
        posted(second.get(change(row)), title="Bản kia", summary="Tóm tắt kia"),
    )
    second.post(change(row), theirs)

    page = first.post(change(row), mine)

    row.refresh_from_db()
    assert row.title == "Bản kia"
    text = page.content.decode()
    assert "Bản của tôi" in text
    assert "Bản kia" in text
    assert "Biên tập Mẫu" in text
    again = posted(page, title="Bản của tôi")
    assert again["version"] == "2"
    first.post(change(row), again)
    row.refresh_from_db()
    assert (row.title, row.summary) == ("Bản của tôi", "Tóm tắt kia")


def test_a_void_row_is_only_read(desk, secretary, register, now):
    row = register()
    registry.void(contribution=row, reason="Gửi nhầm", actor=secretary, now=now)

    assert "Gửi nhầm" in desk.get(change(row)).content.decode()
    assert desk.post(change(row), {}).status_code == 403


def test_nothing_can_be_deleted(desk, register):
    row = register()

    assert desk.post(f"{REGISTRY}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in desk.get(REGISTRY).content.decode()


def test_history_shows_before_and_after(desk, register, secretary, django_assert_num_queries):
    row = register(title="Tên cũ")
    desk.post(change(row), posted(desk.get(change(row)), title="Tên mới"))

    with django_assert_num_queries(8):
        text = desk.get(f"{REGISTRY}{row.pk}/history/").content.decode()

    assert "<del>Tên cũ</del>" in text
    assert "<ins>Tên mới</ins>" in text
    assert "Sửa văn bản" in text
    assert str(secretary) in text


# --- files -----------------------------------------------------------------------------------------------------


def test_a_file_is_kept_and_handed_out_under_its_name(desk, workshop):
    content = ("VĂN BẢN MẪU. Cơ bản nhất trí với dự thảo quy chế phối hợp. " * 9).encode()
    enter(desk, new_files=SimpleUploadedFile("Góp ý “mật khẩu”.txt", content))

    file = Contribution.objects.get().attachments.get()
    answer = desk.get(f"{REGISTRY}attachments/{file.pk}/")
    assert answer.getvalue() == content
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''G%C3%B3p")
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == (
        "nosniff",
        "application/octet-stream",
    )


def test_an_empty_file_is_refused_in_words(desk, workshop):
    page = enter(desk, new_files=SimpleUploadedFile("rong.pdf", b""))

    assert "không có nội dung" in str(errors_of(page))
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", "MẬT\n\nVĂN BẢN MẪU. Kính gửi: Ban Tổ chức hội thảo".encode(), "bí mật nhà nước"),
        ("TUYỆT MẬT.txt", "VĂN BẢN MẪU. Cơ bản nhất trí.".encode(), "bí mật nhà nước"),
        ("a.pdf", b"%PDF-1.4 x", "hỏng"),
        ("a.exe", b"MZ" + bytes(200), "a.exe"),
    ],
)
def test_a_file_that_may_not_come_in_is_told_and_nothing_is_kept(desk, workshop, name, content, told):
    page = enter(desk, new_files=SimpleUploadedFile(name, content))

    assert told in str(errors_of(page))
    assert not Contribution.objects.exists()
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("who", ["delegate_bac_ninh", "delegate_other"])
def test_delegates_get_no_file_and_no_list(request, client_of, who, desk, workshop):
    enter(desk, new_files=SimpleUploadedFile("a.txt", "VĂN BẢN MẪU. Cơ bản nhất trí.".encode()))
    file = Contribution.objects.get().attachments.get()
    browser = client_of(request.getfixturevalue(who))

    for url in (f"{REGISTRY}attachments/{file.pk}/", REGISTRY, "/admin/"):
        assert browser.get(url, follow=True).status_code == 403


def test_strangers_are_sent_to_sign_in(stranger, db):
    assert stranger.get(REGISTRY).url.startswith("/admin/login/")
    assert stranger.get("/admin/login/?next=/admin/").url == "/accounts/login/?next=/admin/"


# --- acts on many ----------------------------------------------------------------------------------------------


def act(desk, action, rows, **given):
    return desk.post(
        REGISTRY, {"action": action, "_selected_action": [row.pk for row in rows], **given}, follow=True
    )


def test_circulation_is_asked_then_set(desk, register):
    rows = [register(), register()]

    page = act(desk, "set_circulation", rows)
    assert not Contribution.objects.filter(circulation="public").exists()
    act(desk, "set_circulation", rows, apply="1", circulation="public")

    assert page.status_code == 200
    assert Contribution.objects.filter(circulation="public").count() == 2


def test_theme_is_assigned_to_all(desk, register, workshop, secretary, now):
    theme = Theme(workshop=workshop, position=1, slug="mot", title="Nhóm một")
    workshops.arrange(saved=[theme], actor=secretary, now=now)
    rows = [register(), register()]

    act(desk, "assign_theme", rows, apply="1", theme=theme.pk)

    assert theme.contributions.count() == 2


def test_voiding_needs_a_reason(desk, register):
    rows = [register()]

    page = act(desk, "void", rows, apply="1", reason=" ")

    assert page.context["form"].errors
    assert Contribution.objects.standing().count() == 1


def test_voiding_is_all_or_nothing(desk, register, secretary, now):
    rows = [register(), register()]
    registry.void(contribution=rows[1], reason="Trùng", actor=secretary, now=now)

    page = act(desk, "void", rows, apply="1", reason="Gửi nhầm")

    assert "đã được hủy trước đó" in page.content.decode()
    assert Contribution.objects.standing().count() == 1


def test_an_editor_may_not_void(client_of, editor, register):
    row = register()

    act(client_of(editor), "void", [row], apply="1", reason="Thử")

    assert Contribution.objects.standing().count() == 1
