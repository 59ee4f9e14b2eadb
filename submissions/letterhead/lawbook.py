"""A title that says type, number and date in one line, as collections of laws print it, without a letterhead."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from submissions.letterhead import marks
from submissions.letterhead.days import find_days
from submissions.letterhead.found import Found
from submissions.letterhead.numbers import find_number
from submissions.letterhead.pieces import Piece


@dataclass(frozen=True, slots=True)
class Title:
    """What such a title says."""

    symbol: Found[str]
    date: Found[datetime.date] | None
    subject: Found[str]


def read_title(lines: Sequence[Piece]) -> Title | None:
    """Read ``Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003 về việc …`` in the first lines.

    Never sure: the same words may cite a document in an essay's first line.
    """
    if not lines:
        return None
    first = lines[0]
    match = marks.TITLE_LINE.match(first.skeleton)
    at = first.plain.rfind("so", 0, match.end()) if match else -1
    number = find_number(first, at) if at > 0 else None
    if number is None or not number.value:
        return None
    day = next((day for day in find_days(first) if day.date and day.start >= number.end), None)
    end = day.end if day else number.end
    about = [piece for piece in (first.part(end, len(first.text)),) if piece.text]
    for line in lines[1:6]:
        if (about and about[-1].text.endswith((".", ";"))) or not line.text[:1].islower():
            break
        about.append(line)
    subject = " ".join(" ".join(piece.text.split()) for piece in (about or [first])).rstrip(" .;")
    return Title(
        first.part(number.start, number.end).found(number.value, 0.85, "title_line"),
        Found(day.date, 0.85, "title_line", first.paragraph, first.offsets[day.start], first.offsets[day.end])
        if day and day.date
        else None,
        (about or [first])[0].found(subject, 0.8, "title_line"),
    )
