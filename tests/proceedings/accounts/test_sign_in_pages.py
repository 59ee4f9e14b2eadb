"""The sign-in pages: what they say, whom they let in, where they lead."""

import re

import pytest
from django.core import mail
from django.test import Client

from proceedings.accounts.rights import Role
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


def sign_in(client, login, password=PASSWORD, **headers):
    return client.post(LOGIN, {"login": login, "password": password}, **headers)


@pytest.mark.parametrize("login", ["thu-ky", "thu-ky@example.vn", "THU-KY@example.vn"])
def test_sign_in_works_with_username_and_with_email(stranger, secretary, login):
    response = sign_in(stranger, login)

    assert response.status_code == 302
    assert response["Location"] == "/admin/"


def test_sign_in_goes_on_to_next(stranger, secretary):
    response = stranger.post(LOGIN, {"login": "thu-ky", "password": PASSWORD, "next": "/admin/auth/"})

    assert response["Location"] == "/admin/auth/"


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_sign_in_never_leads_to_another_site(stranger, secretary, elsewhere):
    response = stranger.post(LOGIN, {"login": "thu-ky", "password": PASSWORD, "next": elsewhere})

    assert response["Location"] == "/admin/"


def test_wrong_password_is_answered_in_words_with_the_typing_kept(stranger, secretary):
    response = sign_in(stranger, "thu-ky", "sai mật khẩu")

    page = response.content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page
    assert 'role="alert"' in page
    assert 'value="thu-ky"' in page
    assert "sai mật khẩu" not in page


def test_unknown_account_is_answered_as_a_wrong_password_is(stranger, secretary):
    known = sign_in(stranger, "thu-ky", "sai mật khẩu").content.decode()
    unknown = sign_in(stranger, "khong-co", "sai mật khẩu").content.decode()

    assert _without_tokens(known).replace("thu-ky", "X") == _without_tokens(unknown).replace("khong-co", "X")


def test_empty_fields_are_named_and_linked(stranger):
    page = stranger.post(LOGIN, {}).content.decode()

    assert '<a href="#id_login">Tên đăng nhập hoặc thư điện tử: Ô này cần có nội dung.</a>' in page
    assert re.search(r'<input[^>]*name="login"[^>]*aria-invalid="true"', page)
    assert re.search(r'<input[^>]*name="login"[^>]*aria-describedby="[^"]*id_login_error', page)
    assert 'id="id_login_error"' in page


def test_inactive_account_is_told_so_only_with_the_right_password(stranger, secretary):
    secretary.is_active = False
    secretary.save()

    right, wrong = sign_in(stranger, "thu-ky"), sign_in(stranger, "thu-ky", "sai mật khẩu")

    assert right["Location"] == "/accounts/inactive/"
    assert "đã ngừng hoạt động" in stranger.get("/accounts/inactive/").content.decode()
    assert "chưa đúng" in wrong.content.decode()


def test_sign_out_needs_post(client_of, secretary):
    client = client_of(secretary)

    assert client.get("/accounts/logout/").status_code == 405
    assert "_auth_user_id" in client.session

    assert client.post("/accounts/logout/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "confirm-email/", "password/set/", "reauthenticate/", ""]
)
def test_what_is_not_in_use_is_not_there(stranger, path):
    assert stranger.get(f"/accounts/{path}").status_code == 404


def test_password_change_ends_the_other_sessions_and_keeps_this_one(client_of, secretary):
    here, elsewhere = client_of(secretary), client_of(secretary)
    fresh = "một câu khác hẳn 2022"

    response = here.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    )

    assert response["Location"] == "/admin/"
    assert here.get("/accounts/password/change/").status_code == 200
    assert elsewhere.get("/accounts/password/change/").status_code == 302


@pytest.mark.parametrize(
    ("old", "first", "second", "words"),
    [
        ("sai", "một câu khác hẳn 2022", "một câu khác hẳn 2022", "Mật khẩu hiện tại chưa đúng"),
        (PASSWORD, "một câu khác hẳn 2022", "một câu khác 2022", "Hai lần nhập không giống nhau"),
        (PASSWORD, "ngan", "ngan", "12 ký tự"),
    ],
)
def test_password_change_refuses_in_words(client_of, secretary, old, first, second, words):
    client = client_of(secretary)

    page = client.post(
        "/accounts/password/change/", {"oldpassword": old, "password1": first, "password2": second}
    ).content.decode()

    assert words in page
    secretary.refresh_from_db()
    assert secretary.check_password(PASSWORD)


def test_reset_sends_a_link_that_works_once(stranger, secretary):
    stranger.post("/accounts/password/reset/", {"email": "thu-ky@example.vn"})
    [letter] = mail.outbox
    link = re.search(r"http://[^/]+(/\S+)", letter.body)[1]
    fresh = "một câu khác hẳn 2022"

    form = stranger.get(link, follow=True)
    done = stranger.post(form.redirect_chain[-1][0], {"password1": fresh, "password2": fresh}, follow=True)
    again = Client().get(link, follow=True)

    assert letter.subject == "Kỷ yếu: đặt lại mật khẩu"
    assert "thu-ky" in letter.body
    assert "Mật khẩu đã được đổi" in done.content.decode()
    assert "không còn hiệu lực" in again.content.decode()
    secretary.refresh_from_db()
    assert secretary.check_password(fresh)


def test_reset_answers_the_same_for_an_unknown_address(stranger, secretary):
    known = stranger.post("/accounts/password/reset/", {"email": "thu-ky@example.vn"}, follow=True)
    unknown = stranger.post("/accounts/password/reset/", {"email": "khong-co@example.vn"}, follow=True)

    assert known.redirect_chain == unknown.redirect_chain
    assert _without_tokens(known.content.decode()) == _without_tokens(unknown.content.decode())
    assert [letter.to for letter in mail.outbox] == [["thu-ky@example.vn"], ["khong-co@example.vn"]]
    assert "không có tài khoản" in mail.outbox[1].body


def test_reset_of_an_inactive_account_sends_no_link(stranger, secretary):
    secretary.is_active = False
    secretary.save()

    stranger.post("/accounts/password/reset/", {"email": "thu-ky@example.vn"})

    assert "http://" not in mail.outbox[0].body


ENGLISH = re.compile(
    r"\b(the|password|email|username|please|sign|login|required|your|this|must|enter|again|change|reset)\b",
    re.I,
)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        (LOGIN, None),
        (LOGIN, {}),
        (LOGIN, {"login": "x", "password": "y"}),
        ("/accounts/password/reset/", None),
        ("/accounts/password/reset/", {}),
        ("/accounts/password/reset/", {"email": "không phải"}),
        ("/accounts/password/reset/done/", None),
        ("/accounts/password/reset/key/done/", None),
        ("/accounts/password/reset/key/1-x/", None),
        ("/accounts/inactive/", None),
        ("/accounts/password/change/", None),
        ("/accounts/password/change/", {}),
        ("/accounts/password/change/", {"oldpassword": "x", "password1": "12345678", "password2": "1"}),
        ("/accounts/password/change/", {"oldpassword": "x", "password1": "thu-ky-thu-ky", "password2": "1"}),
    ],
)
def test_every_word_is_vietnamese(stranger, client_of, secretary, path, sent):
    client = client_of(secretary) if "change" in path else stranger

    response = client.get(path) if sent is None else client.post(path, sent)

    words = re.sub(r"<[^>]+>|\s+", " ", re.sub(r"(?s)<head>.*?</title>", "", response.content.decode()))
    assert response.status_code == 200
    assert ENGLISH.search(words) is None, words


def test_delegate_begins_at_home_before_anything_is_published(stranger, delegate_bac_ninh, workshop):
    assert sign_in(stranger, "dai-bieu-bac-ninh")["Location"] == "/"


def test_person_with_neither_desk_nor_committee_begins_at_home(stranger, person):
    person("khach", Role.DELEGATE)

    assert sign_in(stranger, "khach")["Location"] == "/"


def _without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_sign_in_is_english_below_en(stranger):
    page = stranger.get("/en/accounts/login/").content.decode()

    assert '<html lang="en">' in page
    assert re.search(r"<h1[^>]*>Đăng nhập", page) is None
