"""Failed sign-ins are slowed down where they come from, and nowhere else."""

import time

import pytest
from django.test import Client

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db

HERE, ELSEWHERE = "203.0.113.7", "198.51.100.9"


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test moves on."""

    class Clock:
        now = time.time()

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


def attempt(password, *, client=None, place=HERE, login="thu-ky"):
    client = client or Client()
    return client.post("/accounts/login/", {"login": login, "password": password}, REMOTE_ADDR=place)


def is_slowed(response):
    return "Đã nhập sai nhiều lần" in response.content.decode()


def test_the_sixth_wrong_try_is_not_looked_at(secretary):
    tries = [attempt("sai") for _ in range(5)]

    assert not any(is_slowed(each) for each in tries)
    assert is_slowed(attempt("sai"))
    assert is_slowed(attempt(PASSWORD))


def test_the_wait_grows(secretary, clock):
    for _ in range(5):
        attempt("sai")
    clock.now += 301
    again = [attempt("sai") for _ in range(5)]
    clock.now += 301

    assert not any(is_slowed(each) for each in again)
    assert is_slowed(attempt(PASSWORD))

    clock.now += 1500
    assert attempt(PASSWORD).status_code == 302


def test_the_owner_elsewhere_is_not_locked_out(secretary):
    for _ in range(8):
        attempt("sai")

    assert attempt(PASSWORD, place=ELSEWHERE).status_code == 302


def test_an_unknown_account_is_slowed_alike(db):
    for _ in range(5):
        attempt("sai", login="khong-co")

    assert is_slowed(attempt("sai", login="khong-co"))


def test_all_unknown_places_together_have_fifty_tries_an_hour_and_a_known_browser_stays_welcome(
    secretary, clock
):
    known = Client()
    attempt(PASSWORD, client=known, place=ELSEWHERE)
    known.post("/accounts/logout/")
    for place in range(10):
        for _ in range(5):
            attempt("sai", place=f"203.0.113.{place + 10}")

    assert is_slowed(attempt(PASSWORD, place="203.0.113.200"))
    assert attempt(PASSWORD, client=known, place=HERE).status_code == 302


def test_a_known_browser_is_slowed_too(secretary):
    known = Client()
    attempt(PASSWORD, client=known)
    known.post("/accounts/logout/")
    for _ in range(5):
        attempt("sai", client=known)

    assert is_slowed(attempt(PASSWORD, client=known))


def test_a_forged_known_browser_is_a_stranger(secretary):
    forged = Client()
    forged.cookies["known"] = "0" * 64
    for _ in range(5):
        attempt("sai", client=forged)

    assert is_slowed(attempt("sai"))


def test_success_is_not_counted(secretary):
    for _ in range(12):
        assert attempt(PASSWORD).status_code == 302


def test_too_many_resets_get_a_page_that_says_so(secretary):
    def ask():
        return Client().post("/accounts/password/reset/", {"email": "thu-ky@example.vn"}, REMOTE_ADDR=HERE)

    asked = [ask() for _ in range(5)]
    refused = ask()

    assert {each.status_code for each in asked} == {302}
    assert refused.status_code == 429
    assert "Quá nhiều yêu cầu" in refused.content.decode()
