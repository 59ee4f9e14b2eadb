"""The whole service on one machine: the web workers and one worker for background jobs, ended together."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from django.conf import settings

#: Seconds before a job worker that died is started again: growing while it keeps dying, and never more than the last.
DELAYS = (1, 2, 5, 10, 30)
#: Seconds after which a worker counts as one that lives, so that the next death begins with a short delay again.
LIVES = 60
JOBS = ("procrastinate", "worker", "--concurrency=2", "--shutdown-graceful-timeout=5")


def serve(*, port: int) -> None:
    """Run gunicorn and the job worker until gunicorn ends or a signal comes; then end both.

    A job worker that dies is started again, after a delay that grows while it keeps dying.
    """
    base = settings.BASE_DIR
    web = subprocess.Popen(  # noqa: S603 - our own words
        [
            sys.executable, "-m", "gunicorn", "proceedings.wsgi",
            "--config", str(base / "deploy" / "gunicorn.conf.py"), "--bind", f"127.0.0.1:{port}",
        ],
        cwd=base,
    )  # fmt: skip
    jobs = Kept([sys.executable, str(base / "manage.py"), *JOBS], folder=base)

    def end(_signal: int, _frame: FrameType | None) -> None:
        web.terminate()
        jobs.end()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        while web.poll() is None:
            jobs.look_after()
            time.sleep(0.5)
    finally:
        end(0, None)
        web.wait()
        jobs.wait()


class Kept:
    """A process that is started again when it dies, until it is ended."""

    def __init__(self, command: Sequence[str], *, folder: Path, delays: Sequence[float] = DELAYS) -> None:
        self._command, self._folder, self._delays = command, folder, delays
        self._deaths = 0
        self._is_ended = False
        self._again_at: float | None = None
        self._start()

    def look_after(self) -> None:
        """Start the process again if it died and its delay is over; called again and again, it never waits."""
        now = time.monotonic()
        if self._is_ended or self.process.poll() is None:
            return
        if self._again_at is None:
            self._deaths = 0 if now - self._started_at > LIVES else self._deaths
            self._again_at = now + self._delays[min(self._deaths, len(self._delays) - 1)]
            self._deaths += 1
        if now >= self._again_at:
            self._start()

    def end(self) -> None:
        """Ask the process to end, and let it rest."""
        self._is_ended = True
        self.process.terminate()

    def wait(self) -> None:
        """Wait until the process has ended."""
        self.process.wait()

    def _start(self) -> None:
        self.process = subprocess.Popen(self._command, cwd=self._folder)  # noqa: S603 - our own words
        self._started_at, self._again_at = time.monotonic(), None
