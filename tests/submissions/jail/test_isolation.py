"""Each test tries from inside what a hostile file would: nothing may come out."""

import socket
import subprocess
import sys

import pytest
from django.conf import settings

from submissions.jail.isolation import Isolation, isolation

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or isolation() is Isolation.NONE,
    reason="this system cuts nothing off",
)

BEGIN = f"""
import os, socket, sys, resource
sys.path.insert(0, {str(settings.BASE_DIR)!r})
from submissions.jail import isolation, limits, system_calls
"""


def run(code):
    """What a child prints, or the type of what it raised."""
    whole = f"{BEGIN}\ntry:\n    {code}\nexcept BaseException as error:\n    print(type(error).__name__)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", whole], capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout.strip()


@pytest.fixture
def port():
    """A server of this machine that nobody may reach."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server.getsockname()[1]
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("may_start_programs", [False, True])
def test_no_connection_is_made(port, may_start_programs):
    cut = f"isolation.cut_off(may_start_programs={may_start_programs})"

    assert run(f"{cut}; socket.create_connection(('127.0.0.1', {port}), 1); print('connected')").endswith(
        "Error"
    )


def test_the_filter_alone_makes_no_connection(port):
    cut = "assert system_calls.forbid_network(may_start_programs=False)"

    assert run(f"{cut}; socket.create_connection(('127.0.0.1', {port}), 1)") == "PermissionError"


def test_the_filter_lets_a_program_speak_with_its_own_half(tmp_path):
    cut = "assert system_calls.forbid_network(may_start_programs=True)"
    place = str(tmp_path / "s")

    assert run(f"{cut}; socket.socket(socket.AF_UNIX).bind({place!r}); print('bound')") == "bound"
    assert run(f"{cut}; socket.socket(socket.AF_INET)") == "PermissionError"


@pytest.mark.parametrize(
    "attempt",
    ["os.execv('/bin/true', ['true'])", "os.kill(os.getppid(), 0)", "socket.socket(socket.AF_UNIX)",
     "socket.socketpair()"],
)  # fmt: skip
def test_a_reader_starts_no_program_and_reaches_no_other_process(attempt):
    assert run(f"isolation.cut_off(may_start_programs=False); {attempt}; print('done')") == "PermissionError"


def test_a_reader_cannot_take_its_limits_back():
    cut = "limits.set_limits(limits.Limits(memory=100 << 20)); isolation.cut_off(may_start_programs=False)"

    assert run(f"{cut}; resource.setrlimit(resource.RLIMIT_AS, (-1, -1)); print('taken')") != "taken"
    assert run(f"{cut}; bytearray(200 << 20); print('taken')") == "MemoryError"


def test_a_reader_still_reads_and_writes_files(tmp_path):
    path = tmp_path / "tep"

    assert (
        run(f"isolation.cut_off(may_start_programs=False); open({str(path)!r}, 'w').write('x'); print('y')")
        == "y"
    )
    assert path.read_text() == "x"


def test_files_larger_than_allowed_are_not_written(tmp_path):
    limit = "limits.set_limits(limits.Limits(file_size=1000))"

    assert (
        run(f"{limit}; open({str(tmp_path / 'tep')!r}, 'wb').writelines([bytes(50_000)]); print('y')")
        == "OSError"
    )
