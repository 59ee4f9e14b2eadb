"""Sets limits on itself, cuts itself off where nothing else does, and becomes the program that it was asked to start.

``python -I launch.py JOB``: JOB is JSON with ``limits``, ``command`` and ``cut_off``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from submissions.jail.isolation import cut_off, die_with_parent
from submissions.jail.limits import Limits, set_limits


def main() -> None:
    """Become the program."""
    job = json.loads(sys.argv[1])
    die_with_parent()
    set_limits(Limits(**job["limits"]))
    if job["cut_off"]:
        cut_off(may_start_programs=True)
    os.execvp(job["command"][0], job["command"])  # noqa: S606 - a command of ours


if __name__ == "__main__":
    main()
