"""Where the embedded server of a checkout keeps its files, and which user of the system runs it."""

from __future__ import annotations

import grp
import hashlib
import os
import pwd
import sys
from dataclasses import dataclass
from pathlib import Path

EMBEDDED_NAME = "kyyeu"  # the database and its owner
EMBEDDED_PORT = "5432"  # only a part of the socket's name: the server listens on no network
SOCKET_NAME = f".s.PGSQL.{EMBEDDED_PORT}"
LONGEST_SOCKET = 103  # bytes; macOS allows 103, Linux 107
SERVICE_USERS = ("postgres", "_postgres", "nobody")


class EmbeddedServerError(Exception):
    """The embedded server cannot do what was asked; the message says why and what helps."""


@dataclass(frozen=True)
class Place:
    """The folders of one embedded server; `root` holds whatever cannot lie inside the checkout."""

    data_dir: Path
    socket_dir: Path
    root: Path
    user: pwd.struct_passwd | None  # None: whoever runs this process

    @property
    def socket(self) -> Path:
        """The socket that clients connect to."""
        return self.socket_dir / SOCKET_NAME

    @property
    def pid_file(self) -> Path:
        """PostgreSQL's own record of its running postmaster."""
        return self.data_dir / "postmaster.pid"

    @property
    def log(self) -> Path:
        """What the server writes about itself."""
        return self.data_dir / "server.log"

    @property
    def lock(self) -> Path:
        """The file that is locked while the server is made, started or stopped."""
        return self.data_dir.with_name(f"{self.data_dir.name}.lock")


def place_of(data_dir: Path) -> Place:
    """
    The place of the server whose data are meant to lie in `data_dir`; it makes nothing.

    It depends on the path, the user and the permissions of the folders above only. Root cannot run
    PostgreSQL, so for root the server runs as the owner of the data, or `postgres`, or `nobody`. Where that
    user cannot enter the checkout, the data lie in `/var/lib/kyyeu/<hash of the path>/postgres` instead; no
    permission of a folder above is ever changed. A socket whose name would be too long lies under `root` too.
    """
    user = _runner(data_dir) if os.geteuid() == 0 else None
    root = _root() / hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    data = data_dir if user is None or may_enter(user, data_dir.parent) else root / "postgres"
    is_short = len(os.fsencode(data / SOCKET_NAME)) <= LONGEST_SOCKET
    return Place(data, data if is_short else root / "socket", root, user)


def may_enter(user: pwd.struct_passwd, folder: Path) -> bool:
    """Whether `user` can pass through `folder` and all folders above it, by their permission bits."""
    groups = {user.pw_gid, *(group.gr_gid for group in grp.getgrall() if user.pw_name in group.gr_mem)}
    return all(_passes(user.pw_uid, groups, step) for step in (folder, *folder.parents))


def _passes(uid: int, groups: set[int], folder: Path) -> bool:
    try:
        found = folder.stat()
    except FileNotFoundError:
        return True  # made later by the starter, open to be passed through
    if found.st_uid == uid:
        return bool(found.st_mode & 0o100)
    return bool(found.st_mode & (0o010 if found.st_gid in groups else 0o001))


def _runner(data_dir: Path) -> pwd.struct_passwd:
    owners = [data_dir.stat().st_uid] if data_dir.is_dir() else []
    candidates: list[int | str] = [*filter(None, owners), *SERVICE_USERS]
    for candidate in candidates:
        if user := _known(candidate):
            return user
    raise EmbeddedServerError(
        "PostgreSQL refuses to run as root, and this machine has neither a user postgres nor nobody. "
        "Hint: run as an ordinary user, or set DATABASE_URL."
    )


def _known(uid_or_name: int | str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwuid(uid_or_name) if isinstance(uid_or_name, int) else pwd.getpwnam(uid_or_name)
    except KeyError:
        return None


def _root() -> Path:
    """A folder that nobody else can have made: root's own, or one that only this user may enter."""
    if os.geteuid() == 0:
        return Path("/var/db/kyyeu" if sys.platform == "darwin" else "/var/lib/kyyeu")
    return Path(f"/tmp/kyyeu-{os.geteuid()}")  # noqa: S108 - its owner and mode are checked before use
