"""Drafts as Word files for their editors: two of them with tracked changes, and one to work on and bring back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from proceedings.exports.redline_docx import write_redline_docx
from proceedings.exports.tree import Document
from proceedings.exports.working_docx import write_working_docx
from proceedings.queries.draft_marks import Reasons
from proceedings.text.provisions import Provision
from proceedings.text.redline import Redline, tracked_paragraphs
from proceedings.text.returned import DraftName


def write_comparison(
    redline: Redline,
    path: Path,
    *,
    title: str,
    reasons: Reasons,
    author: str,
    at: datetime.datetime,
    marks: tuple[str, ...] = (),
) -> Path:
    """Write a redline as a Word file: accepting all gives the newer draft, rejecting all the older one.

    ``reasons`` become comments; ``author`` and ``at`` sign every change.
    """
    document = Document(title, (), at, marks=marks)
    said = _reasons(redline, reasons)
    return write_redline_docx(
        tracked_paragraphs(redline), document, path, author=author, changed_at=at, reasons=said
    )


def write_working_copy(
    tree: Sequence[Provision],
    path: Path,
    *,
    name: DraftName,
    title: str,
    at: datetime.datetime,
    marks: tuple[str, ...] = (),
) -> Path:
    """Write a working draft as a Word file whose paragraphs lead back to its rows.

    The paths of ``tree`` are the keys of the rows (:func:`keyed`), so that the ids hold when others insert, take out
    or renumber provisions meanwhile.
    """
    return write_working_docx(tree, name, Document(title, (), at, marks=marks), path)


def keyed(tree: Sequence[Provision], keys: Mapping[str, int]) -> tuple[Provision, ...]:
    """Return a tree in which the path of each provision is the key of its row."""
    return tuple(
        replace(node, path=str(keys[node.path]), children=keyed(node.children, keys)) for node in tree
    )


def _reasons(redline: Redline, reasons: Reasons) -> dict[int, str]:
    """The reasons by the place of the paragraph that they are said at: the first that changed for it."""
    told: set[tuple[bool, str]] = set()
    found: dict[int, str] = {}
    place = 0
    for block in redline.blocks:
        reason, key = reasons.at(block)
        if reason and key not in told:
            told.add(key)
            found[place] = reason
        place += len(block.paragraphs)
    return found
