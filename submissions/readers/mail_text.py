"""The plain text of a mail → paragraphs: lines that a mail program broke are joined again."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

from submissions.readers.starters import begins_paragraph

_WRAPPED_AT: Final = (55, 90)
"""Between these lengths a whole block of long lines was broken by a program, not by a person."""


def unwrap(text: str, *, is_flowed: bool = False) -> list[str]:
    """Return the paragraphs of a plain text without empty ones; ``is_flowed`` as RFC 3676 has it."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    join = _join_flowed if is_flowed else _join_wrapped
    blocks = groupby(lines, key=lambda line: not line.strip())
    joined = [line for is_blank, block in blocks if not is_blank for line in join(list(block))]
    return [line for line in (" ".join(line.split()) for line in joined) if line]


def _join_flowed(lines: list[str]) -> list[str]:
    out: list[str] = []
    is_open = False
    for line in lines:
        if is_open and not begins_paragraph(line):
            out[-1] += line
        else:
            out.append(line)
        is_open = line.endswith(" ") and line != "-- "
    return out


def _join_wrapped(lines: list[str]) -> list[str]:
    longest = max(len(line.rstrip()) for line in lines)
    if not _WRAPPED_AT[0] <= longest <= _WRAPPED_AT[1]:
        return lines
    out: list[str] = []
    room = 0
    for line in lines:
        first_word = re.split(r"\s", line.strip(), maxsplit=1)[0]
        # it was broken there only if its first word had no room on the line before
        was_broken = bool(out) and len(first_word) + 1 > room and not begins_paragraph(line.strip())
        if was_broken:
            out[-1] += " " + line.strip()
        else:
            out.append(line)
        room = longest - len(line.rstrip())
    return out
