"""Run a management command in a process of its own on the test database, and measure it."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

_WRAPPED = """
import json, resource, sys
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", *sys.argv[1:]])
peak = {who: resource.getrusage(getattr(resource, f"RUSAGE_{who}")).ru_maxrss // 1024 for who in ("SELF", "CHILDREN")}
print(json.dumps(peak))
"""


@dataclass(frozen=True)
class Measured:
    """Seconds of wall clock; megabytes resident at the most in the process and in any child; what it printed."""

    seconds: float
    own_megabytes: int
    child_megabytes: int
    printed: str


def measure(*command):
    """Run ``manage.py COMMAND…`` and return what it took."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _WRAPPED, *command],
        cwd=settings.BASE_DIR,
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    *printed, peak = done.stdout.splitlines()
    peak = json.loads(peak)
    measured = Measured(time.monotonic() - began, peak["SELF"], peak["CHILDREN"], "\n".join(printed))
    peaks = f"{measured.own_megabytes} MB, child {measured.child_megabytes} MB"
    sys.stderr.write(f"\n{' '.join(command)}: {measured.seconds:.1f} s, {peaks}\n")
    return measured


def environment(**more):
    """Return the environment of a process that works on the test database."""
    where = connection.settings_dict
    url = f"postgresql://{where['USER']}@/{where['NAME']}?host={where['HOST']}&port={where['PORT']}"
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "proceedings.settings", "DATABASE_URL": url, **more}
