"""What was found in a letterhead: values with a confidence, a reason, and the place where they stand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Value = TypeVar("Value", str, datetime.date)

#: From here on a value is taken as it is; below, a person looks at it.
SURE: Final = 0.9
#: Below this a value is only offered as a candidate, never filled in.
DOUBTFUL: Final = 0.6


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value; ``confidence`` from 0 to 1; ``reason`` a short code of why; where it stands, if it does in the text.

    ``paragraph`` counts from 0 in the paragraphs that were given; ``start`` and ``end`` are offsets in it.
    """

    value: Value
    confidence: float
    reason: str
    paragraph: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The fields of a letterhead. ``committee`` is the slug of a committee of the reference table.

    Each field is the best candidate of at least ``DOUBTFUL`` confidence, or None; ``candidates`` has all of them by the
    field's name, best first. ``body`` is the name of the issuing body as it is written, whether or not it is a
    committee of the table. ``family`` is ``party``, ``state`` or empty.
    """

    committee: Found[str] | None = None
    body: Found[str] | None = None
    symbol: Found[str] | None = None
    date: Found[datetime.date] | None = None
    place: Found[str] | None = None
    subject: Found[str] | None = None
    addressee: Found[str] | None = None
    signer: Found[str] | None = None
    signer_post: Found[str] | None = None
    signing_power: Found[str] | None = None
    family: str = ""
    candidates: dict[str, tuple[Found[str] | Found[datetime.date], ...]] = field(default_factory=dict)
