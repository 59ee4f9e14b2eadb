"""Appendices: a phụ lục, a form after the signatures, or what a decision issues where that has no articles."""

from __future__ import annotations

from typing import Final

from proceedings.text.provisions import Role
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.lines import Line
from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.surroundings import is_form, is_issued_with, is_regulation_title, is_upper

_NEAR: Final = 8


def is_unnamed_appendix(manuscript: Manuscript, place: int) -> bool:
    """Tell a line after the signatures that begins a form, or the title of an issued text without articles."""
    lines = manuscript.lines[place : place + _NEAR]
    if is_form(lines[0].clean):
        return True
    if not is_regulation_title(lines[0].clean) or not any(is_issued_with(line.clean) for line in lines):
        return False
    following = next(iter(manuscript.next_articles(place, 1)), None)
    return following is None or following[1].value != (1, "")


def open_appendix(text: GrowingText, line: Line, number: str, mark_length: int) -> None:
    """Open an appendix beside the outermost units; nothing in it opens a unit."""
    branch = text.add_text(line, Role.APPENDIX, at_top=True, mark_length=mark_length, confidence=0.85)
    text.stack.append(branch)
    branch.number = number
    branch.heading = line.clean[mark_length:].strip(" *_#")
    branch.head_end = branch.body = line.end


def place_in_appendix(text: GrowingText, line: Line) -> None:
    """Put a line of an appendix where it belongs: to its title, to a table, or to its words."""
    is_table = text.cursor is not None and text.cursor.role is Role.TABLE
    if "\t" in line.clean and not is_table:
        text.add_text(line, Role.TABLE)
    elif is_table and "\t" not in line.clean:
        text.add_text(line, Role.PLAIN)
    else:
        _extend_title(text, line)
        text.extend(line)


def _extend_title(text: GrowingText, line: Line) -> None:
    appendix = text.stack[-1]
    if appendix.children or appendix.head_end != appendix.end:
        return
    if is_upper(line.clean):
        appendix.heading = f"{appendix.heading} {line.clean}".strip()
    if is_upper(line.clean) or is_issued_with(line.clean):
        appendix.head_end = appendix.body = line.end
