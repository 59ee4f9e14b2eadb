"""How a session ends."""

import datetime

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db

PAGE = "/accounts/password/change/"


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test moves on by minutes."""

    class Clock:
        now = timezone.now()

        def move(self, **by):
            self.now += datetime.timedelta(**by)

    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


def is_signed_in(client):
    return client.get(PAGE).status_code == 200


def test_staff_session_ends_after_an_hour_alone(client_of, secretary, clock):
    client = client_of(secretary)
    assert is_signed_in(client)

    clock.move(minutes=59)
    assert is_signed_in(client)
    clock.move(minutes=59)
    assert is_signed_in(client)
    clock.move(minutes=61)
    assert not is_signed_in(client)


def test_staff_session_ends_after_half_a_day_of_work(client_of, secretary, clock):
    client = client_of(secretary)
    assert is_signed_in(client)

    for _ in range(24):
        clock.move(minutes=29)
        assert is_signed_in(client)
    clock.move(minutes=29)

    assert not is_signed_in(client)


def test_delegate_may_read_on_for_half_a_day(client_of, delegate_other, clock):
    client = client_of(delegate_other)

    clock.move(hours=11)
    assert is_signed_in(client)
    clock.move(hours=2)
    assert not is_signed_in(client)


def test_a_page_a_minute_does_not_write_for_every_page(
    client_of, secretary, clock, django_assert_num_queries
):
    client = client_of(secretary)
    client.get(PAGE)

    clock.move(seconds=30)
    with django_assert_num_queries(2):  # the session and the person
        client.get(PAGE)


def test_a_disabled_account_is_out_at_once(client_of, secretary):
    client = client_of(secretary)
    assert is_signed_in(client)

    secretary.is_active = False
    secretary.save()

    assert not is_signed_in(client)
