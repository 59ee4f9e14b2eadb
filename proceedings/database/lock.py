"""One process at a time makes, starts or stops the embedded server of a checkout."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator

from proceedings.database.place import EmbeddedServerError, Place

LOCK_PATIENCE = 120.0  # seconds


@contextlib.contextmanager
def locked(place: Place) -> Iterator[None]:
    """Hold the place's lock; the system gives it back when this process dies, however it dies."""
    lock = os.open(place.lock, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        _wait_for_lock(lock, place)
        yield
    finally:
        os.close(lock)


def _wait_for_lock(lock: int, place: Place) -> None:
    until = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise EmbeddedServerError(f"Another process has held {place.lock} for two minutes.") from None
            time.sleep(0.02)
