"""`.ci/postgres15`: the oldest PostgreSQL we support, for one command."""

import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(
    not Path("/usr/lib/postgresql/15/bin/postgres").exists(),
    reason="Debian's PostgreSQL 15 is not installed, and a test installs nothing",
)


def test_postgres15_runs_a_command_with_its_database_and_removes_it_after():
    query = 'echo "$DATABASE_URL"; psql "$DATABASE_URL" -Atc "SHOW server_version_num"; exit 7'

    done = subprocess.run(
        [PROJECT / ".ci" / "postgres15", "sh", "-c", query], capture_output=True, text=True, check=False
    )

    url, version = done.stdout.splitlines()
    assert version.startswith("15")
    assert done.returncode == 7
    assert not Path(url.partition("?host=")[2]).exists()
