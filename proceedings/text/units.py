"""The units in which a draft is written: an article with all it holds, the head of a division, a text around them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from proceedings.text.provisions import WORDS, Kind, Provision, Role
from proceedings.text.unit_lines import unit_text


def is_division(unit: Provision) -> bool:
    """Tell whether a unit is only a head: a phần, chương, mục or tiểu mục, or an appendix that holds articles."""
    if unit.kind in WORDS and unit.kind is not Kind.DIEU:
        return True
    return unit.role is Role.APPENDIX and any(child.kind is not Kind.TEXT for child in unit.children)


def text_of(unit: Provision) -> str:
    """Return the text of a unit as a person edits it: of a division its head alone."""
    if is_division(unit):
        return "\n".join(filter(None, (unit.mark or unit.label, unit.heading)))
    return unit_text(unit)


def stamp_of(unit: Provision, change_note: str) -> str:
    """Return what a unit is recognised by: who sends it back has seen these words in this structure."""
    shown: list[Any] = [change_note]
    nodes = [unit] if is_division(unit) else unit.walk()
    for node in nodes:
        below = 0 if is_division(unit) else len(node.children)
        shown.append((node.kind, node.role, node.mark, node.heading, node.text, below))
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:20]
