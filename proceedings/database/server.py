"""Start, stop and describe the embedded PostgreSQL of a checkout; one server for all its processes."""

from __future__ import annotations

import contextlib
import os
import shlex
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from proceedings.database.binaries import Binaries, reachable_binaries
from proceedings.database.cluster import create_cluster, major_of, run_as_owner
from proceedings.database.folders import make_folders
from proceedings.database.lock import locked
from proceedings.database.place import EMBEDDED_NAME, EMBEDDED_PORT, EmbeddedServerError, Place, place_of
from proceedings.database.processes import ask_to_end, is_ready, postmaster_pid, workers_in

PATIENCE = 60.0  # seconds for whatever another process has under way
ORPHANS_MAY_TAKE = 1.0  # seconds for the children of a killed postmaster to leave by themselves
LOG_MAY_GROW = 10_000_000  # bytes; the log is cut at the next start


@dataclass(frozen=True)
class Status:
    """What `devdb status` tells; `version` is the major version of the data, None before the first start."""

    running: bool
    pid: int | None
    version: int | None
    data_dir: str
    socket_dir: str
    log: str
    database: str
    user: str

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)


def ensure(data_dir: Path) -> None:
    """
    Make sure that the embedded server of `data_dir` takes connections, creating and starting it as needed.

    Safe to call from any number of processes at once, and cheap when the server is up. A killed
    postmaster, a starter killed half-way and a pid file from before a reboot are recovered from.
    Raises EmbeddedServerError, with what helps, when it cannot; a data directory is made whole or not at all.
    """
    place = place_of(data_dir)
    with _explained(place):
        if is_ready(place):
            return
        make_folders(place)
        with locked(place):
            _bring_up(place)


def stop(data_dir: Path) -> bool:
    """Stop the server and wait for it; open connections are closed. False when it was not running."""
    place = place_of(data_dir)
    with _explained(place):
        if not place.data_dir.is_dir():
            return False
        with locked(place):
            return _take_down(place)


def status(data_dir: Path) -> Status:
    """Whether the server runs and where its things are; starts and makes nothing."""
    place = place_of(data_dir)
    with _explained(place):
        running = is_ready(place)
        return Status(
            running=running,
            pid=postmaster_pid(place) if running else None,
            version=major_of(place),
            data_dir=str(place.data_dir),
            socket_dir=str(place.socket_dir),
            log=str(place.log),
            database=EMBEDDED_NAME,
            user=EMBEDDED_NAME,
        )


def _bring_up(place: Place) -> None:
    if not place.data_dir.is_dir() or not any(place.data_dir.iterdir()):
        create_cluster(place, reachable_binaries(place))
    programs = _programs(place)
    if not _wait_until_ready_or_gone(place):
        _start(place, programs)


def _take_down(place: Place) -> bool:
    give_up_at = time.monotonic() + PATIENCE
    was_running = bool(workers_in(place.data_dir))
    while workers_in(place.data_dir):
        ask_to_end(place)
        if time.monotonic() > give_up_at:
            raise EmbeddedServerError(f"The server in {place.data_dir} does not end; see {place.log}.")
        time.sleep(0.02)
    return was_running


def _programs(place: Place) -> Binaries:
    major = major_of(place)
    if major is None:
        raise EmbeddedServerError(
            f"{place.data_dir} is not a PostgreSQL data directory. Hint: move it away; a new one is made."
        )
    return reachable_binaries(place, major)


def _wait_until_ready_or_gone(place: Place) -> bool:
    """True: somebody's server came up. False: nothing works in the data directory any more."""
    began = time.monotonic()
    while workers := workers_in(place.data_dir):
        if is_ready(place):
            return True
        waited = time.monotonic() - began
        is_cut_off = postmaster_pid(place) not in workers or not place.socket.exists()
        if waited > ORPHANS_MAY_TAKE and is_cut_off:  # its children, or a server whose socket was taken away
            ask_to_end(place)
        if waited > PATIENCE:
            raise EmbeddedServerError(
                f"The server in {place.data_dir} neither starts nor ends; see {place.log}."
            )
        time.sleep(0.02)
    return False


def _start(place: Place, programs: Binaries) -> None:
    """Start the postmaster in a session of its own, so that Ctrl-C in a terminal does not reach it."""
    for stale in (place.pid_file, place.socket, place.socket.with_name(f"{place.socket.name}.lock")):
        stale.unlink(missing_ok=True)
    if place.log.exists() and place.log.stat().st_size > LOG_MAY_GROW:
        os.truncate(place.log, 0)
    options = f"-p {EMBEDDED_PORT} -k {shlex.quote(_listed(place.socket_dir))}"
    arguments = [
        "-D",
        str(place.data_dir),
        "-l",
        str(place.log),
        "-o",
        options,
        "-t",
        str(int(PATIENCE)),
        "-w",
        "start",
    ]
    try:
        run_as_owner(place, [programs.program("pg_ctl"), *arguments])
    except EmbeddedServerError as error:
        raise EmbeddedServerError(f"{error}\nThe end of its log:\n{_last_lines(place.log)}") from None


def _listed(folder: Path) -> str:
    """One item of PostgreSQL's comma-separated list of folders."""
    return '"' + str(folder).replace('"', '""') + '"'


def _last_lines(log: Path, count: int = 8) -> str:
    with contextlib.suppress(OSError):
        return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
    return "(no log)"


@contextlib.contextmanager
def _explained(place: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EmbeddedServerError(
            f"The embedded database in {place.data_dir} cannot be used: {error}. "
            "Hint: run as the user who owns the checkout, make its folder var/ writable, or set DATABASE_URL."
        ) from error
