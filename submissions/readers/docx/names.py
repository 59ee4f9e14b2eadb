"""Names of WordprocessingML as lxml spells them."""

from __future__ import annotations

from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

VAL: Final = f"{W}val"

_OFF: Final = frozenset({"0", "false", "off", "none"})
#: Branches of mc:AlternateContent that are read: their words are those of Word 2010 and later.
UNDERSTOOD: Final = frozenset(
    {
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "w14",
        "w15",
        "w16",
        "w16cex",
        "w16cid",
        "w16se",
        "w16sdtdh",
        "wp14",
        "a14",
        "v",
        "cx",
    }
)


def is_on(element: etree._Element | None) -> bool | None:
    """Return what a toggle says (``<w:vanish/>`` is on, ``w:val="0"`` off), None where it is not there."""
    return None if element is None else element.get(VAL, "1").lower() not in _OFF


def value_of(parent: etree._Element | None, name: str) -> str | None:
    """Return ``w:val`` of a child by its local name, None where the child or the value is missing."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def number_of(text: str | None) -> int | None:
    """Return a whole number as Word reads it, None for anything else or for one that no document has."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if abs(number) < 2**31 else None


def branch_of(alternatives: etree._Element) -> etree._Element | None:
    """Return the one branch of an mc:AlternateContent that is shown: the first that is understood, or the fallback."""
    for choice in alternatives.iterchildren(f"{MC}Choice"):
        if set(choice.get("Requires", "").split()) <= UNDERSTOOD:
            return choice
    return alternatives.find(f"{MC}Fallback")
