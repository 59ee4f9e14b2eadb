"""Cutting a process off from the network, by whatever the system allows, and saying by what."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from submissions.jail.system_calls import drop_privileges, forbid_network

#: What every child runs.
CHILD: Final = Path(__file__).with_name("child.py")

_NEW_USER: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
_DEATH_SIGNAL: Final = 1


class Isolation(StrEnum):
    """By what a child is cut off: a network of its own without a device, a filter of calls, both, or nothing."""

    FULL = "full"
    NAMESPACE = "namespace"
    FILTER = "filter"
    NONE = "none"


def cut_off(*, may_start_programs: bool, reads_others: bool = False) -> Isolation:
    """Cut this process off for good. ``reads_others``: as root, keep the right to read files of other users.

    Must run while the process has one thread. A new user namespace takes all rights away with it, but then root can no
    longer read what belongs to somebody else.
    """
    drop_privileges()
    has_namespace = _unshare(_NEW_NETWORK) if reads_others else _unshare(_NEW_USER | _NEW_NETWORK)
    if forbid_network(may_start_programs=may_start_programs):
        return Isolation.FULL if has_namespace else Isolation.FILTER
    return Isolation.NAMESPACE if has_namespace else Isolation.NONE


def die_with_parent() -> None:
    """Ask the system to end this process when the one that started it ends, so that nothing is left running."""
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "prctl"):
        library.prctl(_DEATH_SIGNAL, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)


def _unshare(flags: int) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    return hasattr(library, "unshare") and library.unshare(flags) == 0


@lru_cache(maxsize=1)
def isolation() -> Isolation:
    """Tell by what readers are cut off from the network on this machine (tried once, in a child)."""
    tried = subprocess.run(  # noqa: S603 - our own file, run by our own interpreter
        [sys.executable, "-I", str(CHILD), "--probe"],
        capture_output=True,
        text=True,
        timeout=30,
        env={"LANG": "C.UTF-8"},
        check=False,
    )
    known = {kind.value: kind for kind in Isolation}
    return known.get(tried.stdout.strip(), Isolation.NONE)
