"""What DATABASE_URL may be."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from proceedings.database.place import place_of
from proceedings.database.url import databases_from

NOWHERE = Path("/nowhere")


def test_databases_from_reads_every_part():
    entry = databases_from("postgresql://mai:b%C3%AD%40mat@db.example:5433/kyyeu", NOWHERE)

    assert entry["ENGINE"] == "proceedings.database.postgresql"
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("kyyeu", "mai", "bí@mat")
    assert (entry["HOST"], entry["PORT"]) == ("db.example", "5433")
    assert (entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]) == (60, True)
    assert "EMBEDDED" not in entry


def test_databases_from_keeps_the_options_of_libpq():
    url = "postgres://h/d?sslmode=verify-full&sslrootcert=/ca.pem&application_name=desk&connect_timeout=3"

    options = databases_from(url, NOWHERE)["OPTIONS"]

    assert options == {
        "sslmode": "verify-full",
        "sslrootcert": "/ca.pem",
        "application_name": "desk",
        "connect_timeout": "3",
        "client_encoding": "UTF8",
    }


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgresql:///d?host=/run/postgresql", "/run/postgresql", ""),
        ("postgresql://%2Frun%2Fpostgresql/d", "/run/postgresql", ""),
        ("postgresql://[::1]:5432/d", "::1", "5432"),
        ("postgresql://one:5432,two:5433/d?target_session_attrs=read-write", "one,two", "5432,5433"),
        ("  postgresql://h/d\n", "h", ""),
    ],
)
def test_databases_from_reads_unusual_hosts(url, host, port):
    entry = databases_from(url, NOWHERE)

    assert (entry["NAME"], entry["HOST"], entry["PORT"]) == ("d", host, port)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///db.sqlite3", "not a PostgreSQL URL"),
        ("mysql://h/d", "not a PostgreSQL URL"),
        ("host=h dbname=d", "not a PostgreSQL URL"),
        ("postgresql://", "names no database"),
        ("postgresql://h:5432/", "names no database"),
        ("postgresql://h:abc/d", "port is not a number"),
        ("postgresql://h:0/d", "port is not a number"),
        ("postgresql://h:65536/d", "port is not a number"),
        ("postgresql://h/d?port=five", "port is not a number"),
        ("postgresql://one:5432,two:x/d", "port is not a number"),
        ("postgresql://[::1/d", "libpq cannot read it"),
        ("postgresql://h/d?colour=red", 'invalid URI query parameter: "colour"'),
        ("postgresql://h/d?connect_timeout=soon", "connect_timeout is not a whole number"),
        ("postgresql://h/d?sslmode=perhaps", "sslmode is unknown"),
        ("postgresql://h/my database", "blanks or control characters"),
        ("postgresql://h/d\x00", "blanks or control characters"),
    ],
)
def test_databases_from_refuses_nonsense_with_a_hint(url, said):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL cannot be used") as refusal:
        databases_from(url, NOWHERE)

    assert said in str(refusal.value)
    assert "Hint: " in str(refusal.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:s3cr@t-s3cr@h/d",
        "postgresql://u:s3cr/et@h:5432/d",
        "postgresql://u:s3cr%zz@h/d",
        "postgresql://u:5432/s3cr@h/d",
        "postgresql://u:s3cr@h:port/d",
        "postgres//u:s3cr@h/d",
    ],
)
def test_databases_from_never_repeats_a_password(url):
    with pytest.raises(ImproperlyConfigured) as refusal:
        databases_from(url, NOWHERE)

    assert "s3cr" not in str(refusal.value)


@pytest.mark.parametrize("url", [None, "", "  "])
def test_databases_from_without_url_names_the_embedded_server(url, checkout):
    entry = databases_from(url, checkout)

    data_dir = checkout / "var" / "postgres"
    assert entry["EMBEDDED"] == str(data_dir)
    assert entry["HOST"] == str(place_of(data_dir).socket_dir)
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("kyyeu", "kyyeu", "")


def test_databases_from_makes_nothing(checkout):
    databases_from(None, checkout)

    assert list(checkout.iterdir()) == []


def test_url_is_importable_before_django_is_configured():
    lines = ["from pathlib import Path", "from proceedings.database.url import databases_from"]
    code = "; ".join([*lines, "databases_from(None, Path('/x'))"])

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
