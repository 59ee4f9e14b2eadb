"""`manage.py devdb`: the embedded development server by hand."""

from __future__ import annotations

import json
import subprocess
import tempfile
from argparse import REMAINDER
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections

from proceedings.database import server
from proceedings.database.binaries import binaries
from proceedings.database.place import EMBEDDED_PORT, EmbeddedServerError


class Command(BaseCommand):
    """Each action prints what it did; `psql` and `dump` start the server first."""

    help = "The embedded development database: start, stop, status, psql, dump."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """One sub-command per action."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="start|stop|status|psql|dump")
        for action in ("start", "stop", "status"):
            each = actions.add_parser(action)
            each.add_argument("--json", action="store_true", help="print the status as JSON")
        actions.add_parser("psql").add_argument("arguments", nargs=REMAINDER, help="for psql, after `--`")
        dump = actions.add_parser("dump")
        dump.add_argument("-o", "--output", type=Path, help="the SQL file to write instead of printing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the action, or refuse when DATABASE_URL names the database."""
        data_dir = _embedded_data_dir()
        try:
            getattr(self, f"_{options['action']}")(data_dir, options)
        except EmbeddedServerError as error:
            raise CommandError(str(error)) from error

    def _start(self, data_dir: Path, options: dict[str, Any]) -> None:
        server.ensure(data_dir)
        self._status(data_dir, options)

    def _stop(self, data_dir: Path, options: dict[str, Any]) -> None:
        was_running = server.stop(data_dir)
        if options["json"]:
            return self._status(data_dir, options)
        return self.stdout.write("Stopped." if was_running else "It was not running.")

    def _status(self, data_dir: Path, options: dict[str, Any]) -> None:
        found = server.status(data_dir)
        if options["json"]:
            return self.stdout.write(json.dumps(found.as_json(), ensure_ascii=False))
        state = (
            f"PostgreSQL {found.version} is running (process {found.pid})."
            if found.running
            else "Not running."
        )
        return self.stdout.write(
            f"{state}\nData: {found.data_dir}\nSocket: {found.socket_dir}\nLog: {found.log}"
        )

    def _psql(self, data_dir: Path, options: dict[str, Any]) -> None:
        given = options["arguments"][1:] if options["arguments"][:1] == ["--"] else options["arguments"]
        _pass_through(_command("psql", data_dir, *given))

    def _dump(self, data_dir: Path, options: dict[str, Any]) -> None:
        command = _command("pg_dump", data_dir, "--no-owner")
        if not options["output"]:
            return _pass_through(command)
        _write_whole(command, options["output"])
        return self.stdout.write(f"Wrote {options['output']}.")


def _embedded_data_dir() -> Path:
    data_dir = connections[DEFAULT_DB_ALIAS].settings_dict.get("EMBEDDED")
    if not data_dir:
        raise CommandError(
            "DATABASE_URL is set, so the embedded database is not in use. Nothing was done. "
            "Hint: unset DATABASE_URL, or use your server's own tools (psql, pg_dump)."
        )
    return Path(data_dir)


def _command(program: str, data_dir: Path, *arguments: str) -> list[str]:
    server.ensure(data_dir)
    found = server.status(data_dir)
    where = ["-h", found.socket_dir, "-p", EMBEDDED_PORT, "-U", found.user, "-d", found.database]
    return [binaries(found.version).program(program), *where, *arguments]


def _pass_through(command: list[str]) -> None:
    """Let a program talk to the terminal itself; its failure is ours."""
    if code := subprocess.run(command, check=False).returncode:  # noqa: S603
        raise CommandError(f"{Path(command[0]).name} failed.", returncode=code)


def _write_whole(command: list[str], output: Path) -> None:
    """Write what the command prints to a file that appears only when the command succeeded."""
    try:
        with tempfile.TemporaryDirectory(dir=output.absolute().parent, prefix=".dump-") as scratch:
            unfinished = Path(scratch) / output.name
            with unfinished.open("wb") as target:
                code = subprocess.run(command, stdout=target, check=False).returncode  # noqa: S603
            if code:
                raise CommandError(f"pg_dump failed; {output} was not written.", returncode=code)
            unfinished.replace(output)
    except OSError as error:
        raise CommandError(f"{output} cannot be written: {error}.") from error
