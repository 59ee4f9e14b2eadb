"""Every answer carries every security header, whoever in the stack gives it."""

import pytest
from django.test import Client

from proceedings.publishing.stylesheet import stylesheet_path
from proceedings.web.headers import hsts, policy
from tests.proceedings.web.observatory import modifiers, score

FULL_MARKS = {
    "content-security-policy": 10,
    "cookies": 0,
    "cross-origin-resource-policy": 10,
    "cross-origin-resource-sharing": 0,
    "referrer-policy": 5,
    "strict-transport-security": 0,
    "x-content-type-options": 0,
    "x-frame-options": 5,
}


@pytest.fixture
def https(settings):
    """The settings of a site whose address is https."""
    settings.ROOT_URLCONF = "tests.proceedings.web.urls_that_fail"
    settings.IS_HTTPS = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    settings.KNOWN_BROWSER_COOKIE = "__Host-known"
    return settings


def answer(case):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    if case == "forbidden form":
        return client.post("/accounts/login/", {"login": "x"}, secure=True)
    if case == "wrong host":
        return client.get("/accounts/login/", secure=True, headers={"host": "example.com"})
    response = client.get(case, secure=True)
    if response.streaming:
        b"".join(response.streaming_content)  # read to its end, a file is closed
    return response


CASES = [
    ("/accounts/login/", 200),
    ("/healthz", 200),
    ("/readyz", 200),
    ("/a-file/", 200),
    ("/static/favicon.svg", 200),
    (stylesheet_path, 200),
    ("/admin/", 302),
    ("/fails/400/", 400),
    ("wrong host", 400),
    ("/fails/403/", 403),
    ("forbidden form", 403),
    ("/khong-co/", 404),
    ("/static/khong-co.css", 404),
    ("/accounts/logout/", 405),
    ("/fails/500/", 500),
    ("/fails/503/", 503),
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("case", "status"), CASES, ids=["stylesheet" if callable(case) else case for case, _ in CASES]
)
def test_every_answer_earns_full_marks(https, case, status):
    response = answer(case() if callable(case) else case)

    marks = modifiers(response)
    assert response.status_code == status
    assert marks | {"cookies": 0} == FULL_MARKS
    assert marks["cookies"] in {0, 5}
    assert "Permissions-Policy" in response.headers
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
def test_cookies_earn_theirs(https, secretary):
    from tests.conftest import PASSWORD

    page = answer("/accounts/login/")
    signed_in = Client().post("/accounts/login/", {"login": "thu-ky", "password": PASSWORD}, secure=True)

    assert score(page) == score(signed_in) == 135
    assert set(signed_in.cookies) >= {"__Host-session", "__Host-known"}
    assert modifiers(signed_in)["cookies"] == 5
    assert all(cookie["path"] == "/" and not cookie["domain"] for cookie in signed_in.cookies.values())


@pytest.mark.django_db
def test_http_is_sent_to_https_on_the_same_host_with_all_headers_but_hsts(https):
    response = Client().get("/accounts/login/")

    assert response.status_code == 301
    assert response["Location"] == "https://testserver/accounts/login/"
    assert "Strict-Transport-Security" not in response.headers
    assert modifiers(response) | {"strict-transport-security": 0} == FULL_MARKS


def test_health_is_answered_without_https(https):
    assert Client().get("/healthz").status_code == 200


def test_the_policy_allows_nothing_unsafe(settings):
    sources = [source for listed in settings.SECURE_CSP.values() for source in listed]

    assert set(sources) == {"'none'", "'self'", "data:"}
    assert "data:" not in settings.SECURE_CSP["script-src"]
    assert settings.SECURE_CSP["default-src"] == ["'none'"]


def test_policy_writes_directives():
    assert policy({"default-src": ["'none'"], "img-src": ["'self'", "data:"]}) == (
        "default-src 'none'; img-src 'self' data:"
    )


def test_hsts_follows_the_settings(settings):
    settings.SECURE_HSTS_SECONDS = 0
    assert hsts() == ""

    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 60, False
    settings.SECURE_HSTS_PRELOAD = False
    assert hsts() == "max-age=60"
