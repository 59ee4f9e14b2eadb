"""Private checkouts with servers of their own, stopped and removed after each test."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from proceedings.database import server
from proceedings.database.place import place_of

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def checkout():
    """An empty folder that every user may pass through, as a clone usually is."""
    folder = Path(tempfile.mkdtemp(prefix="kyyeu-test-")).resolve()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def data_dir(checkout):
    yield from _tended(checkout / "var" / "postgres")


@pytest.fixture
def deep_data_dir(checkout):
    """One whose socket would have a longer name than the system allows."""
    yield from _tended(checkout / ("rất-dài-" * 16) / "var" / "postgres")


@pytest.fixture
def hidden_data_dir(checkout):
    """One below a folder that only its owner may enter, as /root is."""
    hidden = checkout / "hidden"
    hidden.mkdir(mode=0o700)
    yield from _tended(hidden / "var" / "postgres")


@pytest.fixture
def in_new_process():
    """Start a Python process that runs some lines with `server` and `data_dir` at hand."""
    started = []

    def start(data_dir, lines, *, python=sys.executable, **kwargs):
        imports = "from pathlib import Path; from proceedings.database import server"
        prelude = f"{imports}; data_dir = Path({str(data_dir)!r})"
        path = os.pathsep.join(
            entry for entry in (str(PROJECT), *sys.path) if "site-packages" in entry or entry == str(PROJECT)
        )
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        process = subprocess.Popen(
            [python, "-c", f"{prelude}\n{lines}"],
            env=environment,
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **kwargs,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def _tended(data_dir):
    place = place_of(data_dir)
    yield data_dir
    server.stop(data_dir)
    shutil.rmtree(place.root, ignore_errors=True)
