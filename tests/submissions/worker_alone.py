"""A process that reads files as a worker does, one after the other, and measures each: told of them line by line.

Its own memory is small, so that what a child of it had resident is the child's and not that of a test run.
"""

import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from submissions.examination import examine
from submissions.jail import convert, process, run


def main():
    """Answer each line (a path and the name of the file) with what became of it."""
    ended = []
    for module in (convert, run):
        module.run = lambda *given, **named: measured(ended, process.run(*given, **named))
    for line in sys.stdin:
        path, name = json.loads(line)
        ended.clear()
        began = time.monotonic()
        with tempfile.TemporaryDirectory(dir=Path(path).parent) as scratch:
            examined = examine(Path(path), name=name, scratch=Path(scratch))
            left = sum(1 for each in Path(scratch).rglob("*") if each.is_file())
        document = examined.document
        answer = {
            "kind": document.kind, "state": document.state, "problem": document.problem,
            "values": dict(document.values), "text": document.text[:2000], "members": len(document.members),
            "flags": [flag.code for flag in examined.flags], "links": document.external_links[:20],
            "seconds": time.monotonic() - began, "children": [asdict(each) for each in ended], "left": left,
            "own": own_peak(),
        }  # fmt: skip
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def own_peak():
    """The most that was resident here, in bytes; what the system counts at the end includes the starter's (Linux)."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def measured(ended, end):
    ended.append(end)
    return end


if __name__ == "__main__":
    main()
