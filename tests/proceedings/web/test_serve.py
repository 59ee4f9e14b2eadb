import os
import signal
import sys
import time

from proceedings.web.serve import Kept

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
DIES = [sys.executable, "-c", ""]


def wait_until(is_so, seconds=10):
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_killed_process_is_started_again(tmp_path):
    kept = Kept(SLEEPS, folder=tmp_path, delays=(0.1,))
    first = kept.process

    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    kept.look_after()
    assert kept.process is first  # not before its delay is over
    wait_until(lambda: kept.look_after() or kept.process is not first)

    assert kept.process.poll() is None
    kept.end()
    kept.wait()


def test_a_process_that_keeps_dying_is_started_at_growing_delays(tmp_path):
    kept = Kept(DIES, folder=tmp_path, delays=(0.05, 0.4))
    starts, seen = [time.monotonic()], {id(kept.process)}

    def third_start():
        kept.look_after()
        if id(kept.process) not in seen:
            seen.add(id(kept.process))
            starts.append(time.monotonic())
        return len(starts) == 3

    wait_until(third_start)

    assert starts[2] - starts[1] >= 0.4
    kept.end()
    kept.wait()


def test_an_ended_process_rests(tmp_path):
    kept = Kept(SLEEPS, folder=tmp_path, delays=(0,))

    kept.end()
    kept.wait()
    kept.look_after()

    assert kept.process.poll() is not None
