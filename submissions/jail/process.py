"""Runs one child in a group of its own, within wall time and a bounded answer, and kills the whole group at the end."""

from __future__ import annotations

import contextlib
import os
import resource
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final, cast

from submissions.jail.limits import Limits

_PIECE: Final = 1 << 16
_NEARLY_ALL: Final = 0.75
"""A child that crashed with this share of its memory in use is taken to have run out of it."""


class End(StrEnum):
    """How a child came to its end."""

    ITSELF = "itself"
    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended, its exit code (minus the signal), and the most memory that was resident, in bytes."""

    end: End
    code: int
    resident: int


def environment(scratch: Path) -> dict[str, str]:
    """Return all that a child sees of ours: where programs are, a language, and its scratch folder as home."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    folder = str(scratch.absolute())
    return {
        "PATH": os.defpath,
        **kept,
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "MALLOC_ARENA_MAX": "2",
        "OMP_THREAD_LIMIT": "1",
    }


def run(
    command: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    limits: Limits,
    given: bytes = b"",
    on_line: Callable[[bytes], None] = lambda line: None,
) -> Ended:
    """Run a command, hand each line of its output on as it comes, and return how it ended; nothing is left running.

    ``given`` is its standard input, at most a few kilobytes. A callback that raises ends the child, too.
    """
    child = subprocess.Popen(  # noqa: S603 - commands of ours, the file is data to them
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    entry, answers = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)  # both are pipes
    deadline = time.monotonic() + limits.wall_seconds
    end, finished = End.TIME, None
    try:
        end = _listen(entry, answers, given, deadline, limits.answer_size, on_line)
        if end is End.ITSELF:
            finished = _await(child.pid, deadline)
            end = End.ITSELF if finished else End.TIME
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        finished = finished or os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(finished[1])
        for pipe in (entry, answers):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
    return _judge(end, child.returncode, finished[2].ru_maxrss, limits)


def _listen(
    entry: IO[bytes],
    answers: IO[bytes],
    given: bytes,
    deadline: float,
    allowed: int,
    on_line: Callable[[bytes], None],
) -> End:
    with contextlib.suppress(BrokenPipeError):
        entry.write(given)
        entry.close()
    unfinished, size = bytearray(), 0
    with selectors.DefaultSelector() as selector:
        selector.register(answers, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            if not selector.select(left):
                return End.TIME
            piece = os.read(answers.fileno(), _PIECE)
            if not piece:
                return End.ITSELF
            size += len(piece)
            if size > allowed:
                return End.OUTPUT
            *lines, rest = piece.split(b"\n")
            for line in lines:
                on_line(bytes(unfinished + line))
                unfinished.clear()
            unfinished += rest
    return End.TIME


def _await(number: int, deadline: float) -> tuple[int, int, resource.struct_rusage] | None:
    """Reap a child that has closed its output; None where it goes on without a word."""
    pause = 0.001
    while True:
        finished = os.wait4(number, os.WNOHANG)
        if finished[0]:
            return finished
        if time.monotonic() > deadline:
            return None
        time.sleep(pause)
        pause = min(2 * pause, 0.05)


def _judge(end: End, code: int, resident: int, limits: Limits) -> Ended:
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(
        resource.RUSAGE_SELF
    ).ru_maxrss  # what Linux counts for a child begins with its starter's
    is_its_own, resident = resident > own, resident * unit
    if end is End.ITSELF and code == -signal.SIGXCPU:
        end = End.TIME
    if end is End.ITSELF and code < 0 and is_its_own and resident > _NEARLY_ALL * limits.memory:
        end = End.MEMORY
    return Ended(end, code, resident)
