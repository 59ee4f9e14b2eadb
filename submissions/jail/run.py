"""Reads a file in a child process of its own group; whatever happens to the child, a document comes back."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from submissions.jail.isolation import CHILD
from submissions.jail.limits import READER, Limits
from submissions.jail.process import End, Ended, environment, run
from submissions.readers.document import Kind, Problem, ReadDocument, from_json, refused

OnProgress = Callable[[int, int], None]


#: How a parser written in C ends when a file is more than it bears.
_CRASHES: Final = {
    signal.SIGSEGV,
    signal.SIGBUS,
    signal.SIGABRT,
    signal.SIGTRAP,
    signal.SIGILL,
    signal.SIGFPE,
}


def read_in_jail(
    path: Path,
    kind: Kind,
    *,
    scratch: Path,
    task: str = "read",
    limits: Limits = READER,
    on_progress: OnProgress | None = None,
) -> ReadDocument:
    """Return what the reader of this kind makes of a file, or a refused document with what went wrong.

    ``scratch`` is a folder that exists; members of containers stay there. ``task`` is "read", or "ocr" to recognise
    pages as pictures; ``on_progress`` is called with (done, total) as the reader reports it. Never raises for the
    file's fault: no time left is TOOK_TOO_LONG, no memory TOOK_TOO_MUCH_MEMORY, a file that crashes its
    parser DAMAGED, a senseless answer READER_FAILED.
    """
    job = {
        "path": str(path.absolute()),
        "kind": kind.value,
        "scratch": str(scratch.absolute()),
        "task": task,
        "limits": asdict(limits),
    }
    answer = _Answer(on_progress)
    ended = run(
        [sys.executable, "-I", str(CHILD)],
        folder=scratch,
        environment=environment(scratch),
        limits=limits,
        given=json.dumps(job).encode(),
        on_line=answer.take,
    )
    return judge(kind, answer.last, ended, limits)


class _Answer:
    """What the child has said: progress is passed on, the rest is kept."""

    def __init__(self, on_progress: OnProgress | None) -> None:
        self._on_progress = on_progress
        self.last: dict[str, Any] = {}

    def take(self, line: bytes) -> None:
        """Take one line; what is no answer of ours counts as none."""
        try:
            said = json.loads(line)
            progress = said.get("progress") if isinstance(said, dict) else None
            if progress is None:
                self.last = said if isinstance(said, dict) else {}
                return
            done, total = (int(number) for number in progress)
        except (ValueError, TypeError, RecursionError):
            return
        if self._on_progress is not None:
            self._on_progress(done, total)


def judge(kind: Kind, said: dict[str, Any], ended: Ended, limits: Limits) -> ReadDocument:
    """Return what a child has said, or from how it ended why there is no document."""
    if ended.end is End.TIME:
        return refused(kind, Problem.TOOK_TOO_LONG, seconds=int(limits.wall_seconds))
    if ended.end is End.OUTPUT:
        return refused(kind, Problem.TOO_LONG)
    try:
        if "document" in said:
            return from_json(said["document"])
        if "problem" in said:
            return refused(kind, Problem(said["problem"]), **said["values"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return refused(kind, Problem.READER_FAILED, detail="answer")
    if ended.end is End.MEMORY:
        return refused(kind, Problem.TOOK_TOO_MUCH_MEMORY)
    if -ended.code in _CRASHES:
        return refused(kind, Problem.DAMAGED)
    return refused(kind, Problem.READER_FAILED, detail=f"exit {ended.code}")
