"""The child process that runs the compiler: limits itself first, and answers with its exit status.

It is started by path, imports nothing of ours and is told everything in one JSON argument:
`{"root", "template", "output", "fonts", "timestamp", "memory", "seconds"}` (bytes, seconds).
"""

import json
import resource
import sys
from typing import Any

REFUSED = 3  # the compiler said no; its reason is on standard error


def limit(memory: int, seconds: int) -> None:
    """Bind this process to `memory` bytes of address space and `seconds` of processor time; no core files."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def typeset(job: dict[str, Any]) -> None:
    """Compile the job's template to its output file with no font but those of the job."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]])
    compiler = typst.Compiler(
        root=job["root"],
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=job["root"],
        package_cache_path=job["root"],
    )
    compiler.compile(input=job["template"], output=job["output"], format="pdf", timestamp=job["timestamp"])


def main() -> int:
    """Do the job given as the first argument."""
    job = json.loads(sys.argv[1])
    limit(job["memory"], job["seconds"])
    try:
        typeset(job)
    except RuntimeError as error:
        sys.stderr.write(str(getattr(error, "message", error)))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
