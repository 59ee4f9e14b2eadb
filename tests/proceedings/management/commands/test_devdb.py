"""`manage.py devdb`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db.utils import ConnectionHandler

from proceedings.database.url import databases_from
from proceedings.management.commands import devdb
from tests.proceedings.database.conftest import checkout, data_dir  # noqa: F401 - fixtures


@pytest.fixture
def run(monkeypatch, checkout, data_dir):  # noqa: F811
    """Call the command as it would be called in a checkout of its own."""
    monkeypatch.setattr(devdb, "connections", ConnectionHandler({"default": databases_from(None, checkout)}))

    def call(*arguments):
        said = io.StringIO()
        call_command("devdb", *arguments, stdout=said)
        return said.getvalue()

    return call


def test_devdb_starts_tells_and_stops(run, data_dir):  # noqa: F811
    assert "is running" in run("start")

    status = json.loads(run("status", "--json"))

    assert (status["running"], status["database"], status["data_dir"]) == (True, "kyyeu", str(data_dir))
    assert run("stop") == "Stopped.\n"
    assert run("stop") == "It was not running.\n"
    assert run("status").startswith("Not running.")
    assert json.loads(run("stop", "--json"))["running"] is False


def test_devdb_psql_starts_the_server_and_passes_arguments_on(run, capfd):
    run("psql", "--", "-Atc", "SELECT 40 + 2")

    assert capfd.readouterr().out == "42\n"


def test_devdb_psql_fails_as_psql_does(run, capfd):
    with pytest.raises(CommandError, match="psql failed") as failure:
        run("psql", "--", "-c", "SELECT wrong")

    assert failure.value.returncode == 1
    assert 'column "wrong" does not exist' in capfd.readouterr().err


def test_devdb_dump_prints_or_writes_a_whole_file(run, capfd, tmp_path):
    run("psql", "--", "-qc", "CREATE TABLE kept ()")

    said = run("dump", "--output", str(tmp_path / "kept.sql"))
    run("dump")

    assert said == f"Wrote {tmp_path / 'kept.sql'}.\n"
    assert "CREATE TABLE public.kept" in (tmp_path / "kept.sql").read_text()
    assert "CREATE TABLE public.kept" in capfd.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["kept.sql"]


def test_devdb_dump_tells_when_the_file_cannot_be_written(run, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("dump", "-o", str(tmp_path / "no such folder" / "kept.sql"))


@pytest.mark.parametrize("action", ["start", "stop", "status", "psql", "dump"])
def test_devdb_refuses_when_database_url_is_set(monkeypatch, checkout, action):  # noqa: F811
    entry = databases_from("postgresql://h/d", checkout)
    monkeypatch.setattr(devdb, "connections", ConnectionHandler({"default": entry}))

    with pytest.raises(CommandError, match="DATABASE_URL is set"):
        call_command("devdb", action)
