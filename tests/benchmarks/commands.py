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


_CODE = """
import json, os, resource, sys
import django
django.setup()
places = json.loads(sys.argv[2])
from django.conf import settings
for name, place in places.items():
    settings.STORAGES[name]["OPTIONS"]["location"] = place
exec(sys.argv[1])
used = {who: resource.getrusage(getattr(resource, f"RUSAGE_{who}")) for who in ("SELF", "CHILDREN")}
peak = {who: each.ru_maxrss // 1024 for who, each in used.items()}
print(json.dumps({**peak, "processor": sum(each.ru_utime + each.ru_stime for each in used.values())}))
"""


@dataclass(frozen=True)
class Measured:
    """Seconds of wall clock; megabytes resident at the most in the process and in any child; what it printed.

    ``processor`` are the seconds that it and its children computed, whatever else the machine had to do.
    """

    seconds: float
    own_megabytes: int
    child_megabytes: int
    printed: str
    processor: float = 0


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


def measure_code(code):
    """Run some lines of Python in a process of their own, on the test's database and files; return what it took."""
    places = {name: str(settings.STORAGES[name]["OPTIONS"]["location"]) for name in ("default", "intake")}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _CODE, code, json.dumps(places)],
        cwd=settings.BASE_DIR,
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    *printed, peak = done.stdout.splitlines()
    peak = json.loads(peak)
    seconds = time.monotonic() - began
    return Measured(seconds, peak["SELF"], peak["CHILDREN"], "\n".join(printed), peak["processor"])


def environment(**more):
    """Return the environment of a process that works on the test database."""
    where = connection.settings_dict
    url = f"postgresql://{where['USER']}@/{where['NAME']}?host={where['HOST']}&port={where['PORT']}"
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "proceedings.settings", "DATABASE_URL": url, **more}
