"""Running heads: a short line that comes again on every page, beside a page number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from proceedings.text.structure.lines import Line
from proceedings.text.structure.markers import Marker
from proceedings.text.structure.surroundings import is_crest, is_letterhead, is_signature, is_title

_NUMBER: Final = re.compile(r"[-–—\s]*(?:[Tt]rang\s+|Page\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$")
_LONGEST: Final = 100
_FEWEST: Final = 3
_STOPS: Final = (".", ";", ":", ",")


def running_heads(lines: Sequence[Line], printed: Sequence[Marker | None]) -> set[int]:
    """Return the lines that are running heads: the same words thrice or more, most often next to a page number."""
    filled = [index for index, line in enumerate(lines) if line.clean]
    numbers = [index for index, at in enumerate(filled) if _is_page_number(lines[at].clean)]
    if len(numbers) < _FEWEST:
        return set()
    near = {filled[at + step] for at in numbers for step in (-1, 1) if 0 <= at + step < len(filled)}
    beside = Counter(lines[at].clean for at in near if printed[at] is None and _may_be_head(lines[at].clean))
    repeated = {words for words, count in beside.items() if count >= _FEWEST}
    if not repeated:
        return set()
    all_of = Counter(lines[at].clean for at in filled)
    heads = {words for words in repeated if beside[words] * 4 >= all_of[words] * 3}
    return {at for at in filled if lines[at].clean in heads}


def _is_page_number(clean: str) -> bool:
    return len(clean) <= 16 and _NUMBER.match(clean) is not None


def _may_be_head(clean: str) -> bool:
    is_known = is_crest(clean) or is_letterhead(clean) or is_signature(clean) or is_title(clean)
    return (
        3 < len(clean) <= _LONGEST and not clean.endswith(_STOPS) and not clean[:1].isdigit() and not is_known
    )
