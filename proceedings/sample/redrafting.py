"""From draft 1 to draft 2 of the sample regulation: where each provision comes from, why, and on whose word.

Paths are those of :mod:`proceedings.text.provisions`. Opinions are named ``theme:index``: the meaning of a paragraph.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from proceedings.sample.paragraphs import Paragraph
from proceedings.sample.regulation import FOLDER

LINEAGE: Final = FOLDER / "lineage.json"
DECISIONS: Final = FOLDER / "decisions.json"


class Descent(StrEnum):
    """How a provision of draft 2 comes from draft 1; of several that apply, the one that stands last here.

    A chương, điều, khoản or điểm is looked at alone: with its heading, chapeau, dash lines and closing sentence,
    without the numbered units below it. Its number is its own: khoản 2 of a renumbered điều is not renumbered.
    An điều whose text was parted into khoản is itself changed; the khoản are split from it.
    """

    KEPT = "kept"  # same words, same number, same place
    CHANGED = "changed"  # other words, same number, same place
    RENUMBERED = "renumbered"  # another number under the same unit; the words may differ
    MOVED = "moved"  # under another unit, for an điều: in another chương; number and words may differ
    SPLIT = "split"  # one of several made of one
    MERGED = "merged"  # made of several
    NEW = "new"  # made of none


class Disposition(StrEnum):
    """What the editing group of the sample decided on an opinion."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOTED = "noted"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A numbered unit of draft 2: its path there, those that it comes from in draft 1, and the change note.

    ``reason`` is empty only where it is kept; ``opinions`` may be empty: editors also change what nobody spoke of.
    """

    path: str
    origins: tuple[str, ...]
    kind: Descent
    is_reworded: bool
    reason: str
    opinions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """A numbered unit of draft 1 that nothing in draft 2 comes from, and the change note."""

    path: str
    reason: str
    opinions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on one sample opinion; ``reason`` says why it was not, or not wholly, adopted."""

    opinion: str
    disposition: Disposition
    reason: str


def name_opinion(paragraph: Paragraph) -> str:
    """Return what an opinion and its paraphrases are called here: ``co-so:29``."""
    return f"{paragraph.theme}:{paragraph.index}"


@functools.cache
def lineage() -> tuple[Redrafted, ...]:
    """Return every numbered unit of draft 2 in reading order."""
    return tuple(
        Redrafted(
            path=row["path"],
            origins=tuple(row["origins"]),
            kind=Descent(row["kind"]),
            is_reworded=row["is_reworded"],
            reason=row["reason"],
            opinions=tuple(row["opinions"]),
        )
        for row in _content()["rows"]
    )


@functools.cache
def deleted() -> tuple[Deleted, ...]:
    """Return what was left out of draft 1, in its order."""
    return tuple(Deleted(row["path"], row["reason"], tuple(row["opinions"])) for row in _content()["deleted"])


@functools.cache
def decisions() -> tuple[Decided, ...]:
    """Return what was decided on each opinion, question and proposal, in the order of their files."""
    rows = json.loads(DECISIONS.read_text(encoding="utf-8"))
    return tuple(Decided(row["opinion"], Disposition(row["decision"]), row["reason"]) for row in rows)


def changes_for(opinion: str) -> tuple[Redrafted, ...]:
    """Return the units of draft 2 that changed because of an opinion; none where it led to a deletion or to nothing."""
    return tuple(row for row in lineage() if opinion in row.opinions)


@functools.cache
def _content() -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = json.loads(LINEAGE.read_text(encoding="utf-8"))
    return content
