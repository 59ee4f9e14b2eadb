"""Saying things to the database behind the models' back, and hearing what it refuses."""

from contextlib import contextmanager

import pytest
from django.db import Error, connection, transaction


def execute(sql, *values):
    """Run one statement; return its rows where it has some."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else None


def truncate(table):
    """Try to empty a table of the record and all that points at it; what is still to be checked is checked first."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute(f"TRUNCATE proceedings_{table} CASCADE")


def commit():
    """Check what a commit checks; the transaction goes on."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def refused(words):
    """Expect a refusal of the database whose message holds some words; the transaction goes on."""
    with pytest.raises(Error, match=words), transaction.atomic():
        yield


@contextmanager
def triggers_off(*tables):
    """Let a test do what no program may: the guards of some tables stand aside, a name alone is the record's."""
    names = [table if "_" in table else f"proceedings_{table}" for table in tables]
    for name in names:
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    for name in names:
        execute("SET CONSTRAINTS ALL IMMEDIATE")
        execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
