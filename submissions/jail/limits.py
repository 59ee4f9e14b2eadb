"""What a child process may take, and the limits that it sets on itself before it opens a file of others."""

from __future__ import annotations

import resource
from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of memory, seconds of processor and wall clock, bytes of one file written and of the answer.

    ``address_space`` is set where a program maps much more than it uses (LibreOffice); else ``memory`` bounds it, too,
    so that no more can ever be resident. ``may_start_programs`` is for readers that call others (tesseract).
    """

    memory: int = 512 * MEBIBYTE
    processor_seconds: int = 20
    wall_seconds: float = 20
    file_size: int = 300 * MEBIBYTE
    open_files: int = 128
    answer_size: int = 64 * MEBIBYTE
    address_space: int = 0
    may_start_programs: bool = False


READER: Final = Limits()
#: Pages are rendered and recognised one by one by a program of its own.
OCR: Final = Limits(processor_seconds=1200, wall_seconds=900, may_start_programs=True)
CONVERTER: Final = Limits(
    memory=1536 * MEBIBYTE,
    processor_seconds=120,
    wall_seconds=120,
    open_files=1024,
    address_space=4096 * MEBIBYTE,
    may_start_programs=True,
)


def set_limits(limits: Limits) -> None:
    """Limit this process and all that it starts; what a system does not know is left out."""
    for name, amount in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_DATA", limits.memory),
        ("RLIMIT_AS", limits.address_space or limits.memory),
        ("RLIMIT_CPU", limits.processor_seconds),
        ("RLIMIT_FSIZE", limits.file_size),
        ("RLIMIT_NOFILE", limits.open_files),
        ("RLIMIT_NPROC", None if limits.may_start_programs else 0),
    ):
        if amount is not None and hasattr(resource, name):
            _lower(getattr(resource, name), amount)


def _lower(which: int, amount: int) -> None:
    _, hard = resource.getrlimit(which)
    top = (
        amount + 1 if which == resource.RLIMIT_CPU else amount
    )  # first the signal that says why, then the end
    if hard != resource.RLIM_INFINITY:
        amount, top = min(amount, hard), min(top, hard)
    try:
        resource.setrlimit(which, (amount, top))
    except (ValueError, OSError):  # macOS has the names and refuses some of them
        return
