"""What a letterhead is worth whose letters were recognised in a picture: read, and never sure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from submissions.letterhead.found import Found, Letterhead

MOST: Final = 0.85
"""A figure or a tone mark misread looks like any other: a person compares each field with the page."""
#: A committee is read from a table of known names, so that a slip of a letter makes no other one of it.
_FIELDS: Final = (
    "body",
    "symbol",
    "date",
    "place",
    "subject",
    "addressee",
    "signer",
    "signer_post",
    "signing_power",
)


def bounded(letterhead: Letterhead) -> Letterhead:
    """Return a letterhead of recognised text: no field but the committee is surer than ``MOST``."""
    fields: dict[str, Any] = {
        name: _bounded(value) for name in _FIELDS if (value := getattr(letterhead, name)) is not None
    }
    candidates = {
        name: tuple(map(_bounded, found)) if name in _FIELDS else found
        for name, found in letterhead.candidates.items()
    }
    return replace(letterhead, **fields, candidates=candidates)


def _bounded(found: Found[Any]) -> Found[Any]:
    return replace(found, confidence=min(found.confidence, MOST))
