"""Keys and numbers as forms and addresses send them: what is none, or longer than any that a row has, names nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: The largest key that a row can have.
LARGEST_KEY: Final = 9_223_372_036_854_775_807


def key_of(text: str | None) -> int | None:
    """Return a key or number that was sent, None where it is none."""
    if not text or not text.isascii() or not text.isdecimal() or len(text) > 19:
        return None
    key = int(text)
    return key if key <= LARGEST_KEY else None


def keys_of(texts: Iterable[str]) -> list[int]:
    """Return the keys that were sent, each once; what is no key is left out."""
    found = (key_of(text) for text in texts)
    return list(dict.fromkeys(key for key in found if key is not None))
