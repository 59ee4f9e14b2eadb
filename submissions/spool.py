"""The spool: bytes that nobody has screened yet, in a folder of their own. They are kept or wiped, never served."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _

#: What one file may weigh, in bytes.
LARGEST: Final = 50 * 1024 * 1024
_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Spooled:
    """Bytes in the spool: their name there, their SHA-256 and their size."""

    name: str
    sha256: str
    size: int


class TooLarge(ValueError):
    """A file over the limit; not a byte of it is left."""


def take_in(chunks: Iterable[bytes], *, limit: int = LARGEST) -> Spooled:
    """Write a stream of bytes to the disk and be sure that it is there before anybody is told so.

    Raises :class:`TooLarge` over ``limit`` bytes and ``OSError`` where the disk does not take it; then nothing is left.
    """
    name = uuid.uuid4().hex
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Spooled(name, digest.hexdigest(), size)


def take_in_file(path: Path, *, limit: int = LARGEST) -> Spooled:
    """Copy a file of this machine into the spool; raises as :func:`take_in`.

    What is no file of its own (a pipe, a device, a folder) is an ``OSError`` before it is opened: it may never end.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, str(_("không phải là một tệp")))
    return take_in(_blocks(path), limit=limit)


def path_of(name: str) -> Path:
    """Return where the bytes of a spooled name lie."""
    return Path(storages["intake"].path(name))


def discard(name: str) -> None:
    """Wipe spooled bytes; what is not there is wiped already."""
    if name:
        path_of(name).unlink(missing_ok=True)


def discard_after_commit(name: str) -> None:
    """Wipe spooled bytes once the transaction that kept or refused them is sure."""
    if name:
        transaction.on_commit(lambda: discard(name))


def names() -> set[str]:
    """Return the names of everything in the spool."""
    folder = Path(storages["intake"].path(""))
    return {path.name for path in folder.iterdir() if path.is_file()} if folder.is_dir() else set()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
