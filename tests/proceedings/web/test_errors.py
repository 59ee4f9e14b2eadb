"""Error pages say what happened, whether work is safe, and what to do."""

import pytest
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def failing(settings):
    settings.ROOT_URLCONF = "tests.proceedings.web.urls_that_fail"
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/fails/400/", 400, "không có gì thay đổi"),
        ("/fails/403/", 403, "đề nghị Ban Thư ký cấp quyền"),
        ("/khong-co/", 404, "Không tìm thấy trang"),
        ("/fails/500/", 500, "dữ liệu đã lưu trước đó vẫn an toàn"),
        ("/fails/503/", 503, "Chờ ít phút rồi tải lại trang"),
    ],
)
def test_page_says_what_to_do(failing, path, status, words):
    response = failing.get(path)

    page = response.content.decode()
    assert response.status_code == status
    assert response.headers["Cache-Control"] == "no-store"
    assert words in page
    assert page.count("<h1") == 1
    assert "Traceback" not in page
    assert "no" not in page.split("<main")[1].split()


def test_pages_are_made_without_the_database(failing, django_assert_num_queries):
    with django_assert_num_queries(0):
        for status in (400, 403, 500, 503):
            failing.get(f"/fails/{status}/")


def test_a_database_that_does_not_answer_says_when_to_come_back(failing):
    assert failing.get("/fails/503/").headers["Retry-After"] == "30"


def test_a_database_lost_before_the_view_is_told_as_such(failing, client_of, secretary, monkeypatch):
    failing.cookies = client_of(secretary).cookies
    from django.db import OperationalError

    def gone(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", gone)

    response = failing.get("/admin/")

    assert response.status_code == 503
    assert "Cơ sở dữ liệu tạm thời không trả lời" in response.content.decode()


def test_a_form_opened_too_long_ago_says_that_nothing_was_saved():
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})

    assert response.status_code == 403
    assert "chưa được lưu" in response.content.decode()


def test_missing_is_the_same_for_everybody(stranger, client_of, secretary):
    assert stranger.get("/khong-co/").content == client_of(secretary).get("/khong-co/").content


def test_pages_are_english_below_en(failing):
    assert '<html lang="en">' in failing.get("/en/khong-co/").content.decode()
