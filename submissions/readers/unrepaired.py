"""Stands in for the repair of legacy encodings where it is missing: runs are joined as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """A piece of text and the font that it is set in."""

    text: str
    font: str = ""


class Repaired(NamedTuple):
    """A paragraph as it stands."""

    text: str
    encoding: str = "unicode"
    doubtful: tuple[tuple[int, int], ...] = ()


def repair(paragraphs: Sequence[Sequence[Run]]) -> tuple[Repaired, ...]:
    """Return each paragraph with its runs joined."""
    return tuple(Repaired("".join(run.text for run in runs)) for runs in paragraphs)
