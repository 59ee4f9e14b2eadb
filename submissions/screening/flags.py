"""What a person must know of a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from submissions.readers.document import ReadDocument


class Severity(StrEnum):
    """How much a flag stops."""

    STOP = "stop"
    PERSON = "person"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Flag:
    """Placeholder."""

    code: str
    severity: Severity
    values: Mapping[str, str | int]


def flags_of(document: ReadDocument, *, file_name: str, declared_type: str = "") -> tuple[Flag, ...]:
    """Placeholder until the screening room lands."""
    return ()
