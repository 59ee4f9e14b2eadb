"""Titles: of a text in its head, of divisions and articles over several lines, and where the next text begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from proceedings.text.provisions import Kind
from proceedings.text.structure.inside import item_of
from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.markers import Marker, dash_length
from proceedings.text.structure.quotes import Quoted
from proceedings.text.structure.surroundings import (
    appendix_of,
    is_crest,
    is_ground,
    is_issued_with,
    is_letterhead,
    is_noise,
    is_regulation_title,
    is_title,
    is_upper,
    names_regulation,
)

_LONGEST_TITLE: Final = 300
_LONGEST_HEADING: Final = 200
_LINES: Final = 6
_BLANKS: Final = 3
_GAP: Final = 200
_TITLE_LINES: Final = 8
_LETTERHEAD: Final = 16
_STOPS: Final = (".", ";", ":", "!", "?", ",")


def title_of(lines: Sequence[str]) -> str:
    """Return the title that the head of a text says: its kind and subject, joined by spaces; "" without one."""
    first = next((place for place, line in enumerate(lines) if is_title(line)), None)
    if first is None:  # capitals that an old encoding lost
        near = enumerate(lines[:_LETTERHEAD])
        first = next((place for place, line in near if len(line) < 160 and is_title(line.upper())), None)
    if first is None:
        return ""
    parts: list[str] = []
    for line in lines[first : first + _TITLE_LINES * 2]:
        if is_noise(line) or (not line and not parts):
            continue
        if (not line and len(parts) > 1) or len(parts) >= _TITLE_LINES:
            break
        if parts and (is_ground(line) or is_issued_with(line) or line.startswith(("(", "[", "-", "Kính"))):
            break
        if len(parts) > 1 and is_upper(line) and not is_upper(parts[-1]):
            break
        if line:
            parts.append(line)
    return " ".join(" ".join(parts).split()).rstrip(" :")


def division_title(manuscript: Manuscript, place: int, marker: Marker) -> tuple[str, int]:
    """Return the title of a phần … tiểu mục and its last line: on its own line, on the next, or over several."""
    line = manuscript.lines[place]
    parts = [rest] if (rest := line.clean[marker.length :].strip(" *_#")) else []
    last, blanks = place, 0
    for index in range(place + 1, min(place + 1 + _LINES + _BLANKS, len(manuscript.lines))):
        words = manuscript.lines[index].clean
        if not words:
            blanks += 1
            if blanks > (_BLANKS if not parts else 0):
                break
            continue
        if is_noise(words) or not _is_title_line(manuscript, index, parts):
            break
        parts.append(words.strip(" *_#"))
        last = index
    return " ".join(parts), last


def article_title(manuscript: Manuscript, place: int, marker: Marker) -> tuple[str, int]:
    """Return the heading of an article and its last line; a sentence on the line of the number counts as heading."""
    line = manuscript.lines[place]
    heading = line.clean[marker.length :].strip(" *_#")
    if heading:
        return _continued(manuscript, place, heading)
    for index in range(place + 1, min(place + 1 + _BLANKS, len(manuscript.lines))):
        words = manuscript.lines[index].clean
        if not words:
            continue
        is_title_line = (
            words[:1].isupper()
            and len(words) <= _LONGEST_HEADING
            and not words.endswith(_STOPS)
            and _is_plain(manuscript, index)
        )
        if not is_title_line or not _has_words_after(manuscript, index):
            return "", place
        return _continued(manuscript, index, words)
    return "", place


def _continued(manuscript: Manuscript, place: int, heading: str) -> tuple[str, int]:
    """A heading with the lines that it was broken over: they begin in small letters."""
    last = place
    for index in range(place + 1, min(place + _LINES, len(manuscript.lines))):
        words = manuscript.lines[index].clean
        if heading.endswith(_STOPS) or not words[:1].islower() or not _is_plain(manuscript, index):
            break
        heading, last = f"{heading} {words}", index
    return heading, last


def start_of_next(manuscript: Manuscript, first: int, place: int, *, is_after_text: bool) -> tuple[int, bool]:
    """Return the line where the head of a text begins whose first unit is in ``place``, and whether it is announced.

    The title is looked for from line ``first`` on; in an appendix (not ``is_after_text``) only a regulation that is
    said to be issued counts, for forms have articles, too. A letterhead above the title belongs to it.
    """
    first = max(first, place - _GAP)
    lines = [manuscript.lines[index].clean for index in range(first, place)]
    issued = [index for index, line in enumerate(lines) if is_issued_with(line)]
    if is_after_text:
        titles = [index for index, line in enumerate(lines) if is_title(line)]
        head = titles[0] if titles else _above(lines, issued[0]) if issued else None
    else:
        titles = [index for index, line in enumerate(lines) if is_regulation_title(line)]
        head = titles[-1] if titles and issued and issued[-1] > titles[-1] else None
    if head is None:
        return place, False
    crest = next((index for index, line in enumerate(lines[:head]) if is_crest(line)), head)
    if is_after_text and head - crest <= _LETTERHEAD:
        head = crest
    while head > 0 and (not lines[head - 1] or is_letterhead(lines[head - 1]) or is_noise(lines[head - 1])):
        head -= 1
    while head < len(lines) and not lines[head]:
        head += 1
    return first + head, True


def _above(lines: Sequence[str], place: int) -> int:
    """The line where the title above ``(Ban hành kèm theo …)`` begins."""
    for index in range(place - 1, max(place - _LINES, -1), -1):
        if names_regulation(lines[index]):
            return index
    while place > 0 and (not lines[place - 1] or is_upper(lines[place - 1])):
        place -= 1
    return place


def _is_title_line(manuscript: Manuscript, index: int, parts: Sequence[str]) -> bool:
    words = manuscript.lines[index].clean
    if len(words) > _LONGEST_TITLE or not _is_plain(manuscript, index):
        return False
    if not parts:
        return is_upper(words) or (
            not words.endswith((".", ";", ":", ",")) and len(words) <= _LONGEST_HEADING
        )
    if is_upper(parts[-1]):
        return is_upper(words) and not is_title(words) and appendix_of(words) is None
    return parts[-1].endswith(",") or (words[:1].islower() and not parts[-1].endswith(_STOPS))


def _is_plain(manuscript: Manuscript, index: int) -> bool:
    """Tell a line that marks nothing."""
    words = manuscript.lines[index].clean
    return (
        manuscript.printed[index] is None
        and manuscript.quoted[index] is Quoted.NO
        and not manuscript.idle[index]
        and item_of(words) is None
        and not dash_length(words)
        and "\t" not in words
    )


def _has_words_after(manuscript: Manuscript, index: int) -> bool:
    for following in range(index + 1, min(index + 1 + _LINES, len(manuscript.lines))):
        if not manuscript.idle[following]:
            marker = manuscript.printed[following]
            return marker is None or marker.kind not in (Kind.DIEU, Kind.CHUONG, Kind.MUC, Kind.PHAN)
    return False
