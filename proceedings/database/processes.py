"""Which processes work in a data directory, and what the postmaster's pid file says."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
from pathlib import Path

from proceedings.database.place import Place

PID_LINE, STATE_LINE = 0, 7  # of postmaster.pid


def is_ready(place: Place) -> bool:
    """
    Whether the server says that it takes connections, its socket answers and its postmaster lives (about 0.2 ms).

    After a kill the pid file still says "ready", and a child that was just forked, for the last probe say, still holds
    the listening socket: it lets a connection in that nobody serves. That the postmaster lives is asked last, so it
    lived when the socket answered.
    """
    return _line(place, STATE_LINE) == "ready" and _answers(place.socket) and _lives(place)


def postmaster_pid(place: Place) -> int | None:
    """The process that the pid file names, whether it still lives or not."""
    first = _line(place, PID_LINE)
    return int(first) if first.isdigit() else None


def workers_in(data_dir: Path) -> set[int]:
    """
    The living processes of the server in `data_dir`: those whose working directory it is.

    A pid alone proves nothing, since after a reboot it may be anybody's. Without /proc (macOS) only the
    postmaster is seen, by its command line.
    """
    if not Path("/proc/self/cwd").exists():
        return _by_command_line(data_dir)
    return {int(entry) for entry in os.listdir("/proc") if entry.isdigit() and _works_in(entry, data_dir)}


def ask_to_end(place: Place) -> None:
    """
    Ask the postmaster for a fast shutdown, or, if it was killed, what it left behind to end at once.

    PostgreSQL does not start again before the children of a killed postmaster are gone.
    """
    workers, postmaster = workers_in(place.data_dir), postmaster_pid(place)
    asked = {postmaster: signal.SIGINT} if postmaster in workers else dict.fromkeys(workers, signal.SIGQUIT)
    for pid, sign in asked.items():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)


def _line(place: Place, number: int) -> str:
    try:
        lines = place.pid_file.read_text().splitlines()
    except FileNotFoundError:
        return ""
    return lines[number].strip() if len(lines) > number else ""


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
        except BlockingIOError:  # it listens, its queue is full
            return True
        except OSError:
            return False
    return True


def _lives(place: Place) -> bool:
    """Whether the postmaster is there and no corpse: a corpse has no working directory any more."""
    pid = postmaster_pid(place)
    if pid is None:
        return False
    if Path("/proc/self/cwd").exists():
        try:
            return os.readlink(f"/proc/{pid}/cwd") == str(place.data_dir)
        except PermissionError:  # another user's: all that can be seen is that it is there
            return True
        except OSError:
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _works_in(pid: str, data_dir: Path) -> bool:
    try:
        return os.readlink(f"/proc/{pid}/cwd") == str(data_dir)
    except OSError:  # ended meanwhile, or another user's
        return False


def _by_command_line(data_dir: Path) -> set[int]:
    command = ["/bin/ps", "-axo", "pid=,command="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603
    return {int(line.split(None, 1)[0]) for line in listed if f"postgres -D {data_dir}" in line}
