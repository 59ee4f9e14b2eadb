"""From what was read to an outline: nodes with paths, titles, families, and doubts about the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from proceedings.text.provisions import Kind, Role
from proceedings.text.structure.growing import GrowingText
from proceedings.text.structure.manuscript import Manuscript
from proceedings.text.structure.markers import dash_length
from proceedings.text.structure.outline import Doubt, Outline, TextOutline
from proceedings.text.structure.titles import title_of
from proceedings.text.structure.written import named

_PARTY: Final = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_STATE: Final = re.compile(r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|VIỆT\s+NAM\s+DÂN\s+CHỦ")
_HEAD_LINES: Final = 80


def finish(manuscript: Manuscript, texts: Sequence[GrowingText], doubts: Sequence[Doubt]) -> Outline:
    """Return the outline of the texts of a manuscript."""
    finished: list[TextOutline] = []
    for text in texts:
        finished.append(_finish_text(text, manuscript, finished[-1].family if finished else ""))
    about_all = _doubts_about_all(manuscript, texts)
    return Outline(manuscript.source, tuple(finished), (*about_all, *doubts))


def _finish_text(text: GrowingText, manuscript: Manuscript, family: str) -> TextOutline:
    """The outline of one text; where nothing says its family, it has that of the text before."""
    source = manuscript.source
    if source and all(branch.kind is Kind.TEXT for branch in text.branches):
        _part(text, manuscript)
    nodes = named([branch.node(source) for branch in text.branches])
    end = nodes[-1].end if nodes else text.start
    head = source[text.start : next((node.start for node in nodes if node.kind is not Kind.TEXT), end)]
    lines = manuscript.lines[text.first_line : text.first_line + max(1, min(head.count("\n"), _HEAD_LINES))]
    title = title_of([line.clean for line in lines])
    return TextOutline(title, nodes, _family_of(head) or family, text.start, end)


def _part(text: GrowingText, manuscript: Manuscript) -> None:
    """A text without units: every paragraph is a leaf, so that each can be pointed at."""
    text.branches, text.cursor, text.stack = [], None, []
    for line in manuscript.lines:
        is_row = "\t" in line.clean
        if text.cursor is not None and (not line.clean or (is_row and text.cursor.role is Role.TABLE)):
            text.extend(line)
        elif length := dash_length(line.clean):
            text.add_text(line, Role.DASH, mark_length=length)
        else:
            text.add_text(line, Role.TABLE if is_row else Role.PLAIN)


def _doubts_about_all(manuscript: Manuscript, texts: Sequence[GrowingText]) -> Iterator[Doubt]:
    if not manuscript.source.strip():
        yield Doubt("no_text")
    elif not any(text.articles for text in texts):
        yield Doubt("no_articles")
    if manuscript.contents:
        yield Doubt("contents", start=manuscript.lines[min(manuscript.contents)].start)
    if len(texts) > 1:
        yield Doubt("several_texts", str(len(texts)), start=texts[1].start)


def _family_of(head: str) -> str:
    capitals = head.upper()
    if _PARTY.search(capitals):
        return "party"
    return "state" if _STATE.search(capitals) else ""
