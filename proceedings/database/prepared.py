"""One row by a prepared statement, at the price of little more than the round trip.

A published page is one look-up. Through Django's cursor and psycopg's it took 400 µs, ten times the server's own
work; asking libpq directly takes 20 µs. Anything unusual goes the usual way, with the usual errors.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

import psycopg
from django.db import connection
from psycopg import pq
from psycopg.pq.abc import PGresult

_prepared: WeakKeyDictionary[psycopg.Connection[object], set[str]] = WeakKeyDictionary()
_BINARY = 1


def fetch_row(name: str, sql: str, values: tuple[str, ...]) -> tuple[bytes, ...] | None:
    """Return the first row that a query finds, or None.

    ``sql`` has ``%s`` for each of the text ``values``, and its columns are text or bytea, which come back as bytes.
    ``name`` is the statement's own, the same for the same ``sql``. A server that lost the connection or the
    statement (a restart, a pooler) is asked again through Django, which reconnects. Raises Django's database errors.
    """
    connection.ensure_connection()
    result = _ask(connection.connection, name, sql, values)
    if result is None:
        return _through_django(sql, values)
    if not result.ntuples:
        return None
    return tuple(result.get_value(0, column) or b"" for column in range(result.nfields))


def _ask(link: psycopg.Connection[object], name: str, sql: str, values: tuple[str, ...]) -> PGresult | None:
    """Return what libpq answers; None where it does not answer with rows."""
    known = _prepared.setdefault(link, set())
    try:
        if name not in known:
            made = link.pgconn.prepare(name.encode(), _numbered(sql, len(values)).encode())
            if made.status != pq.ExecStatus.COMMAND_OK:
                return None
            known.add(name)
        result = link.pgconn.exec_prepared(name.encode(), [value.encode() for value in values], None, _BINARY)
    except psycopg.OperationalError:  # the connection is closed
        return None
    if result.status == pq.ExecStatus.TUPLES_OK:
        return result
    known.discard(name)
    return None


def _numbered(sql: str, count: int) -> str:
    for place in range(1, count + 1):
        sql = sql.replace("%s", f"${place}", 1)
    return sql


def _through_django(sql: str, values: tuple[str, ...]) -> tuple[bytes, ...] | None:
    connection.close_if_unusable_or_obsolete()
    if not connection.in_atomic_block and not connection.is_usable():
        connection.close()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return tuple(value.encode() if isinstance(value, str) else bytes(value) for value in row) if row else None
