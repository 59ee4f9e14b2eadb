"""What became of a draft on the way to the next one, as the textual modifications of Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lxml import etree

from proceedings.exports.akoma_ntoso.body import add
from proceedings.exports.akoma_ntoso.identity import Identity
from proceedings.exports.akoma_ntoso.names import KY
from proceedings.exports.word_text import legal


class Change(StrEnum):
    """What became of a provision between two drafts."""

    CHANGED = "changed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DELETED = "deleted"


_TYPES: Final[Mapping[Change, str]] = {
    Change.CHANGED: "substitution",
    Change.RENUMBERED: "renumbering",
    Change.MOVED: "renumbering",  # Akoma Ntoso has no move: an attribute of ours tells the two apart
    Change.SPLIT: "split",
    Change.MERGED: "join",
    Change.NEW: "insertion",
    Change.DELETED: "repeal",
}


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change: the paths in the earlier and in this draft that it is about, and their words."""

    change: Change
    old_paths: tuple[str, ...] = ()
    new_paths: tuple[str, ...] = ()
    old_text: str = ""
    new_text: str = ""


def write_changes(
    amendments: Sequence[Amendment],
    identity: Identity,
    earlier: int,
    eids: Mapping[str, str],
    earlier_eids: Mapping[str, str],
) -> etree._Element:
    """Return the passive modifications of a draft: what changed in it since draft `earlier`.

    A path that the text does not have points to the draft as a whole.
    """
    parent = etree.Element("passive")
    modifications = add(parent, "passiveModifications")
    before = identity.expression(earlier)
    for number, amendment in enumerate(amendments, 1):
        eid = f"pmod_{number}"
        modification = add(modifications, "textualMod", eId=eid, type=_TYPES[amendment.change])
        if amendment.change is Change.MOVED:
            modification.set(f"{{{KY}}}moved", "true")
        old = [_place(before, earlier_eids.get(path)) for path in amendment.old_paths]
        new = [_place("", eids.get(path)) for path in amendment.new_paths]
        add(modification, "source", eId=f"{eid}__source", href=identity.expression())
        for place, href in enumerate(new or old or [before], 1):
            add(modification, "destination", eId=f"{eid}__destination_{place}", href=href)
        _sides(modification, "old", old, amendment.old_text)
        _sides(modification, "new", new, amendment.new_text)
    return modifications


def _place(document: str, eid: str | None) -> str:
    return f"{document}#{eid}" if eid else document or "#body"


def _sides(modification: etree._Element, name: str, places: Sequence[str], text: str) -> None:
    """The places on one side of a change; the words stand in the first one."""
    for number, href in enumerate(places):
        side = add(modification, name, href=href)
        if text and not number:
            etree.SubElement(side, f"{{{KY}}}text").text = legal(text)
