"""Serving on one machine: the web workers and one worker for background jobs, ended together."""

from __future__ import annotations

import signal
import subprocess
import sys
from types import FrameType

from django.conf import settings


def serve(*, port: int) -> None:
    """Run gunicorn and the job worker until one of them ends or a signal comes; then end both."""
    base = settings.BASE_DIR
    web = [
        sys.executable, "-m", "gunicorn", "proceedings.wsgi",
        "--config", str(base / "deploy" / "gunicorn.conf.py"), "--bind", f"127.0.0.1:{port}",
    ]  # fmt: skip
    jobs = [
        sys.executable,
        str(base / "manage.py"),
        "procrastinate",
        "worker",
        "--shutdown-graceful-timeout=5",
    ]
    processes = [subprocess.Popen(command, cwd=base) for command in (web, jobs)]  # noqa: S603 - our own words

    def end(_signal: int, _frame: FrameType | None) -> None:
        for process in processes:
            process.terminate()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        processes[0].wait()
    finally:
        end(0, None)
        for process in processes:
            process.wait()
