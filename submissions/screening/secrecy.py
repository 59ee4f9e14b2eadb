"""Finding secrecy marks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Placeholder."""

    is_certain: bool = True


def find_mark(
    lines: Sequence[str], *, aside: Sequence[str] = (), file_name: str = "", properties: Sequence[str] = ()
) -> Mark | None:
    """Placeholder until the screening room lands."""
    return Mark() if any(line.strip() == "MẬT" for line in (*lines, *aside)) else None
