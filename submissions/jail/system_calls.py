"""A filter of system calls by which a process gives up for good what a reader never needs: sockets, programs."""

from __future__ import annotations

import ctypes
import platform
import struct
from collections.abc import Mapping, Sequence
from typing import Final

_NO_NEW_PRIVILEGES: Final = 38
_SET_SECCOMP: Final = 22
_FILTER_MODE: Final = 2

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_OVER, _RETURN = 0x20, 0x15, 0x25, 0x06
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | 1  # EPERM, as an ordinary error of the call
_KILL: Final = 0x80000000
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_NEVER: Final = 0xFFFFFFFF
#: On x86-64 a second table of calls begins here; nothing of ours uses it.
_X32_FROM: Final = 0x40000000

_MACHINES: Final[Mapping[str, int]] = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# Numbers of the calls: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h of Linux.
_SOCKET: Final[Mapping[str, int]] = {"x86_64": 41, "aarch64": 198}
_TRICKS: Final[Mapping[str, tuple[int, ...]]] = {
    # ptrace, mount, umount2, setns, bpf, keyctl, process_vm_writev, userfaultfd, perf_event_open, pidfd_getfd, io_uring
    "x86_64": (101, 165, 166, 308, 321, 250, 311, 323, 298, 438, 425),
    "aarch64": (117, 40, 39, 268, 280, 219, 271, 282, 241, 438, 425),
}
_PROGRAMS: Final[Mapping[str, tuple[int, ...]]] = {
    # execve, execveat, kill, tkill, tgkill, socketpair, connect, bind, listen, accept, sendto
    "x86_64": (59, 322, 62, 200, 234, 53, 42, 49, 50, 43, 44),
    "aarch64": (221, 281, 129, 130, 131, 199, 203, 200, 201, 202, 206),
}
_LOCAL: Final = 1
"""AF_UNIX: LibreOffice finds its own other half through such a socket."""


def drop_privileges() -> bool:
    """Make sure that no program started from here can gain rights (set-user-id); tell whether the system knows how."""
    return _process_control(_NO_NEW_PRIVILEGES, 1)


def forbid_network(*, may_start_programs: bool) -> bool:
    """Refuse every call that opens a connection, for this process and all its children; tell whether it is in force.

    Needs no right and works inside most containers, where namespaces are often forbidden. Programs and signals are
    refused, too, unless ``may_start_programs``.
    """
    machine = platform.machine()
    if machine not in _MACHINES or not drop_privileges():
        return False
    calls = (*_TRICKS[machine], *(() if may_start_programs else _PROGRAMS[machine]))
    program = _program(_MACHINES[machine], calls, _SOCKET[machine], allows_local=may_start_programs)
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    holder = ctypes.create_string_buffer(header, len(header))
    return _process_control(_SET_SECCOMP, _FILTER_MODE, ctypes.addressof(holder))


def _program(machine: int, refused: Sequence[int], socket: int, *, allows_local: bool) -> bytes:
    """The filter's instructions: (code, steps if true, steps if false, operand), each eight bytes."""
    instructions = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_JUMP_IF_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_IF_OVER, len(refused) + 4, 0, _X32_FROM - 1),
        *((_JUMP_IF_EQUAL, len(refused) - place + 3, 0, call) for place, call in enumerate(refused)),
        (_JUMP_IF_EQUAL, 1, 0, socket),
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_JUMP_IF_EQUAL, 1, 0, _LOCAL if allows_local else _NEVER),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)


def _process_control(option: int, *values: int) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "prctl"):
        return False
    given = [ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4]]
    return bool(library.prctl(option, *given) == 0)
