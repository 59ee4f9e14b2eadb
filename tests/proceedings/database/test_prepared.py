"""The prepared look-up: one row as bytes, whatever happens to the connection."""

import psycopg
import pytest
from django.db import DatabaseError, connection

from proceedings.database.prepared import fetch_row

ECHO = "SELECT %s::text AS given, %s::text::bytea AS data"
TERMINATE = "SELECT pg_terminate_backend(%s)"


@pytest.mark.django_db
def test_fetch_row_returns_bytes():
    assert fetch_row("echo", ECHO, ("Đắk Lắk", "abc")) == ("Đắk Lắk".encode(), b"abc")


@pytest.mark.django_db
def test_fetch_row_returns_none_where_nothing_is_found():
    assert fetch_row("none", "SELECT 1 WHERE %s::text = 'x'", ("y",)) is None


@pytest.mark.django_db
def test_fetch_row_prepares_once():
    for value in ("one", "two"):
        fetch_row("counted", ECHO, (value, value))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE name = 'counted'"
        )
        assert cursor.fetchone()[0] == 2


@pytest.mark.django_db(transaction=True)
def test_fetch_row_asks_again_when_a_pooler_lost_the_statement():
    fetch_row("lost", ECHO, ("one", "two"))
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE lost")

    assert fetch_row("lost", ECHO, ("one", "two")) == (b"one", b"two")


@pytest.mark.django_db(transaction=True)
def test_fetch_row_reconnects_after_the_server_dropped_the_connection():
    fetch_row("dropped", ECHO, ("one", "two"))
    with psycopg.connect(**_address(), autocommit=True) as other:
        other.execute(TERMINATE, [connection.connection.info.backend_pid])

    assert fetch_row("dropped", ECHO, ("one", "two")) == (b"one", b"two")


@pytest.mark.django_db(transaction=True)
def test_fetch_row_raises_what_django_raises():
    with pytest.raises(DatabaseError):
        fetch_row("wrong", "SELECT nothing FROM nowhere WHERE %s = ''", ("x",))


def _address():
    where = connection.settings_dict
    return {"host": where["HOST"], "port": where["PORT"], "dbname": where["NAME"], "user": where["USER"]}
