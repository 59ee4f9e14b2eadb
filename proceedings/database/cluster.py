"""Make the embedded server's data directory, whole or not at all, and run programs as its owner."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from proceedings.database.binaries import Binaries
from proceedings.database.folders import give
from proceedings.database.place import EMBEDDED_NAME, EmbeddedServerError, Place

CONFIGURATION = """
# Written by Kỷ yếu when this data directory was made.
listen_addresses = ''
unix_socket_permissions = 0777   # the folder around the socket is closed to others
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
"""


def create_cluster(place: Place, programs: Binaries) -> None:
    """
    Make the data directory with an empty database in it; call it under the lock.

    It is built beside its place and renamed when finished, so a full disk or a killed process leaves none.
    What an earlier attempt left behind is removed. Raises EmbeddedServerError with what the programs said.
    """
    parent, prefix = place.data_dir.parent, f"{place.data_dir.name}.new-"
    for left in parent.glob(f"{prefix}*"):
        _remove(left)
    new = Path(tempfile.mkdtemp(dir=parent, prefix=prefix))
    try:
        give(place, new)
        _fill(place, programs, new)
        new.rename(place.data_dir)
    except BaseException:
        _remove(new)
        raise


def _remove(folder: Path) -> None:
    """Remove what the initdb of a killed starter may still be filling; without it that one fails."""
    for _ in range(60):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)


def major_of(place: Place) -> int | None:
    """The major version that made the data directory, None where there is no data directory."""
    try:
        return int((place.data_dir / "PG_VERSION").read_text())
    except (FileNotFoundError, ValueError):
        return None


def run_as_owner(place: Place, command: list[str], given: str | None = None) -> None:
    """Run a program as the user of the place, in its own session; EmbeddedServerError if it fails."""
    dropped: dict[str, Any] = {}
    if place.user:
        dropped = {"user": place.user.pw_uid, "group": place.user.pw_gid, "extra_groups": []}
    done = subprocess.run(  # noqa: S603 - our own arguments, no shell
        command,
        cwd="/",
        env=_environment(),
        input=given or "",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        umask=0o077,
        check=False,
        **dropped,
    )
    if done.returncode:
        raise EmbeddedServerError(
            f"{Path(command[0]).name} of PostgreSQL failed:\n{done.stdout.strip()}\n"
            "Hint: see that the disk has room and the folder is writable, or set DATABASE_URL."
        )


def _fill(place: Place, programs: Binaries, new: Path) -> None:
    run_as_owner(place, [programs.program("initdb"), "-D", str(new), *_initdb_options(programs.major)])
    with (new / "postgresql.conf").open("a") as configuration:
        configuration.write(CONFIGURATION)
    single = [programs.program("postgres"), "--single", "-j", "-D", str(new), "postgres"]
    run_as_owner(place, single, f"CREATE DATABASE {EMBEDDED_NAME};\n\n")


def _initdb_options(major: int) -> list[str]:
    locale = "C" if sys.platform == "darwin" else "C.UTF-8"
    options = ["-U", EMBEDDED_NAME, "-E", "UTF8", f"--locale={locale}", "-A", "trust", "--data-checksums"]
    if major >= 17:
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return options


def _environment() -> dict[str, str]:
    """This process's environment without PGDATA, PGPORT and their kin, which lead the programs astray."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}
