"""Connections: the embedded server brought up, the others only reported on."""

import os
import signal
import socket
import struct
import threading

import pytest
from django.db import NotSupportedError, OperationalError, connections

from proceedings.database import server
from proceedings.database.url import databases_from


@pytest.fixture
def connect_to(django_db_blocker, checkout):
    """Make a connection from settings of the test's own, under an alias that no other test had."""
    alias = checkout.name

    def make(entry):
        connections.settings[alias] = connections.configure_settings({"default": entry})["default"]
        return connections[alias]

    with django_db_blocker.unblock():
        yield make
        connections[alias].close()
        del connections[alias], connections.settings[alias]


def one(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()[0]


def test_embedded_connection_starts_the_server_at_the_first_query_only(checkout, data_dir, connect_to):
    connection = connect_to(databases_from(None, checkout))
    assert not data_dir.parent.exists()

    assert one(connection) == 1
    assert server.status(data_dir).running


def test_embedded_connection_is_back_after_a_kill(checkout, data_dir, connect_to):
    connection = connect_to(databases_from(None, checkout))
    one(connection)

    os.kill(server.status(data_dir).pid, signal.SIGKILL)
    connection.close()

    assert one(connection) == 1


def test_embedded_connection_passes_on_why_there_is_no_server(checkout, data_dir, connect_to):
    data_dir.mkdir(parents=True)
    (data_dir / "something").touch()
    connection = connect_to(databases_from(None, checkout))

    with pytest.raises(OperationalError, match=r"The embedded database did not start.*Hint: move it away"):
        one(connection)


def test_given_connection_that_is_down_says_what_helps_and_starts_nothing(checkout, connect_to):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"postgresql://mai:s3cr@127.0.0.1:{unused.getsockname()[1]}/d"
        connection = connect_to(databases_from(url, checkout))

        with pytest.raises(OperationalError, match="The database cannot be reached") as refusal:
            one(connection)

    assert "Hint: DATABASE_URL names this server" in str(refusal.value)
    assert "s3cr" not in str(refusal.value)
    assert list(checkout.iterdir()) == []


def test_given_connection_to_a_server_too_old_is_refused_every_time(checkout, connect_to, old_server):
    connection = connect_to(databases_from(old_server, checkout))

    for _ in range(2):
        with pytest.raises(
            NotSupportedError, match=r"PostgreSQL 15 or later is required \(found 14.9\)"
        ) as refusal:
            one(connection)

    assert "Hint: upgrade the server that DATABASE_URL names" in str(refusal.value)


@pytest.fixture
def old_server():
    """Something that greets as PostgreSQL 14.9 does, which is all that is ever heard of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_greet_forever, args=(listener,), daemon=True).start()
        yield f"postgresql://u@127.0.0.1:{listener.getsockname()[1]}/d?sslmode=disable&gssencmode=disable"
        listener.shutdown(socket.SHUT_RDWR)


def _greet_forever(listener):
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client:
            client.recv(4096)
            parameters = {"server_version": "14.9", "client_encoding": "UTF8", "TimeZone": "UTC"}
            told = [_message(b"S", f"{name}\0{value}\0".encode()) for name, value in parameters.items()]
            ready = _message(b"Z", b"I")
            client.sendall(_message(b"R", struct.pack("!i", 0)) + b"".join(told) + ready)
            while request := client.recv(4096):
                if request[:1] == b"X":
                    break
                client.sendall(_message(b"C", b"SET\0") + ready)


def _message(kind, body):
    return kind + struct.pack("!i", len(body) + 4) + body
