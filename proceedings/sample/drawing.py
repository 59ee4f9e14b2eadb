"""Chance that is the same everywhere and always: drawn from hashes, not from a generator with a state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def share(*key: object) -> float:
    """Return a number in [0, 1) that depends on the key alone."""
    digest = hashlib.blake2b("\x1f".join(map(str, key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def shuffled(items: Iterable[Item], name: Callable[[Item], str], *key: object) -> list[Item]:
    """Return the items in an order that depends on the key and on their names alone."""
    return sorted(items, key=lambda item: (share(*key, name(item)), name(item)))
