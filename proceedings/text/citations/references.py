"""What a citation means in a draft: the nodes it may be, how surely, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Reason(StrEnum):
    """Why a reference means what it means; the caller words it."""

    EXACT = "exact"
    RELATIVE = "relative"  # "này": taken from the place
    IMPLIED = "implied"  # the units left out were taken from the place
    SKIPPED = "skipped"  # a level between was left out: "điểm a Điều 5"
    WITHIN = "within"  # a passage that is no node: what holds it is meant
    ANYWHERE = "anywhere"  # neither named nor placed: every node of the number
    REPEATED = "repeated"  # the draft holds the number more than once
    OTHER_LEVEL = "other_level"  # "mục 2 Điều 5" may mean khoản 2
    CONTRADICTED = "contradicted"  # "Điều 5 Chương II", but Điều 5 stands elsewhere
    NO_PLACE = "no_place"  # "này", and no place was given
    MISSING = "missing"
    OTHER_DOCUMENT = "other_document"


CONFIDENCE: Final = {
    Reason.EXACT: 1.0,
    Reason.RELATIVE: 0.95,
    Reason.WITHIN: 0.8,
    Reason.SKIPPED: 0.75,
    Reason.IMPLIED: 0.7,
    Reason.REPEATED: 0.6,
    Reason.ANYWHERE: 0.5,
    Reason.OTHER_LEVEL: 0.4,
    Reason.CONTRADICTED: 0.3,
    Reason.NO_PLACE: 0.2,
    Reason.MISSING: 0.0,
    Reason.OTHER_DOCUMENT: 0.0,
}
"""How sure one candidate is that was found for a reason; several share it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What one unit cited means: one path when sure, several when ambiguous, none when missing or elsewhere."""

    wanted: str  # the unit as it is written: "điểm z khoản 2 Điều 5"
    candidates: tuple[str, ...]
    confidence: float  # 0 … 1, for each of the candidates
    reason: Reason
    nearest: str = ""  # where the unit is missing: the path of the nearest unit above it that is there

    @property
    def is_ambiguous(self) -> bool:
        """Return whether a person has to choose."""
        return len(self.candidates) > 1
