"""What each sample opinion is when an editor has read it: its kind, its place in draft 1, its wording, a summary."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Final

from proceedings.sample.regulation import FOLDER
from proceedings.text.opinions import Kind

OPINIONS: Final = FOLDER / "opinions.json"


@dataclass(frozen=True, slots=True)
class SampleOpinion:
    """One opinion, question, proposal or agreement by its name (``co-so:29``), paraphrases with it.

    ``anchor`` is a path of draft 1, empty for the whole text; what is to be added is anchored where it will stand
    under. ``wordings`` are the words proposed as the original and its paraphrases quote them, none where they quote
    none; each paragraph holds at most one of them. ``summary`` is the editor's, in Vietnamese.
    """

    name: str
    kind: Kind
    anchor: str
    wordings: tuple[str, ...]
    summary: str


@functools.cache
def sample_opinions() -> dict[str, SampleOpinion]:
    """Return the opinions by name, in the order of the files of paragraphs."""
    rows = json.loads(OPINIONS.read_text(encoding="utf-8"))
    return {
        row["opinion"]: SampleOpinion(
            name=row["opinion"],
            kind=Kind(row["kind"]),
            anchor=row["anchor"],
            wordings=tuple(row["wordings"]),
            summary=row["summary"],
        )
        for row in rows
    }
