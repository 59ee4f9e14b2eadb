import os
import signal
import sys
import time

import pytest

from submissions.jail.limits import Limits
from submissions.jail.process import End, environment, run


@pytest.fixture
def start(tmp_path):
    """Run a little Python in a child and return how it ended and what it said."""

    def begin(code, *, given=b"", **limits):
        lines = []
        ended = run(
            [sys.executable, "-I", "-c", code],
            folder=tmp_path,
            environment=environment(tmp_path),
            limits=Limits(**limits),
            given=given,
            on_line=lines.append,
        )
        return ended, lines

    return begin


def is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{number}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0] != "Z"


def test_a_child_is_given_its_job_and_heard_line_by_line(start):
    ended, lines = start("import sys; print(sys.stdin.read()); print('xong')", given=b"viec")

    assert (ended.end, ended.code, lines) == (End.ITSELF, 0, [b"viec", b"xong"])


def test_a_child_sees_nothing_of_our_environment(start, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://bi-mat")

    _, lines = start("import os; print(sorted(os.environ))")

    assert b"DATABASE_URL" not in lines[0]


@pytest.mark.parametrize(
    "code",
    ["import time; time.sleep(60)", "print('x', flush=True)\nwhile True: pass",
     "import os, time; os.close(1); time.sleep(60)"],
)  # fmt: skip
def test_a_child_that_does_not_end_is_ended(start, code):
    began = time.monotonic()

    ended, _ = start(code, wall_seconds=0.7)

    assert ended.end == End.TIME
    assert time.monotonic() - began < 10


def test_a_child_that_never_stops_talking_is_ended(start):
    ended, _ = start("while True: print('x' * 10_000)", answer_size=1_000_000, wall_seconds=20)

    assert ended.end == End.OUTPUT


@pytest.mark.skipif(sys.platform == "darwin", reason="processes are looked for in /proc")
@pytest.mark.parametrize("last", ["time.sleep(60)", "pass"])
def test_what_a_child_started_ends_with_it(start, last):
    code = (
        "import subprocess, sys, time\n"
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], stdout=subprocess.DEVNULL)\n"
        f"print(other.pid, flush=True)\n{last}"
    )

    _, lines = start(code, wall_seconds=2)

    deadline = time.monotonic() + 5
    while is_alive(int(lines[0])) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(int(lines[0]))


def test_a_child_is_ended_when_what_hears_it_fails(tmp_path):
    def fail(line):
        raise ValueError(line)

    with pytest.raises(ValueError, match="x"):
        run(
            [sys.executable, "-I", "-c", "print('x', flush=True)\nwhile True: pass"],
            folder=tmp_path,
            environment=environment(tmp_path),
            limits=Limits(),
            on_line=fail,
        )


def test_the_signal_that_ended_a_child_is_told(start):
    ended, _ = start("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")

    assert (ended.end, ended.code) == (End.ITSELF, -signal.SIGSEGV)
