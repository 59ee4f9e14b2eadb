"""A draft → the bytes of an Akoma Ntoso document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from proceedings.exports.akoma_ntoso.body import TextWriter, element_ids
from proceedings.exports.akoma_ntoso.changes import Amendment, write_changes
from proceedings.exports.akoma_ntoso.identity import Identity
from proceedings.exports.akoma_ntoso.meta import write_meta
from proceedings.exports.akoma_ntoso.names import AKN, KY
from proceedings.text.provisions import Provision

#: Elements that hold words: a blank added inside would be one of the text.
_WORDS: Final = frozenset(f"{{{AKN}}}{name}" for name in ("p", "num", "heading"))


def write_akoma_ntoso(tree: Sequence[Provision], identity: Identity) -> bytes:
    """Return a draft as Akoma Ntoso 3.0, valid against the OASIS schema; equal input gives equal bytes.

    The document type is ``bill`` for a draft and ``act`` once it is issued: both have the hierarchy of a regulation,
    which ``doc`` has not. Nothing of the tree is lost but the control characters that XML cannot hold (they become
    U+FFFD). Raises ValueError for a text without any provision.
    """
    return _write(tree, identity, None, ())


def write_amended(
    tree: Sequence[Provision],
    identity: Identity,
    earlier_tree: Sequence[Provision],
    earlier: int,
    amendments: Sequence[Amendment],
) -> bytes:
    """Return a draft as :func:`write_akoma_ntoso` does, with what changed in it since draft `earlier`.

    The paths of both trees are those that the amendments name. Raises ValueError for a text without any provision.
    """
    return _write(tree, identity, earlier, amendments, earlier_tree)


def _write(
    tree: Sequence[Provision],
    identity: Identity,
    earlier: int | None,
    amendments: Sequence[Amendment],
    earlier_tree: Sequence[Provision] = (),
) -> bytes:
    if not tree:
        raise ValueError("a text without provisions is no document")
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "ky": KY})
    contains = "originalVersion" if len(identity.versions) == 1 else "singleVersion"
    document = etree.SubElement(
        root, f"{{{AKN}}}{identity.kind}", {"name": identity.subtype, "contains": contains}
    )
    writer = TextWriter()
    parts = writer.write(tree)
    changes = None
    if earlier is not None and amendments:
        eids, earlier_eids = writer.ids.of_path, element_ids(earlier_tree)
        changes = write_changes(amendments, identity, earlier, eids, earlier_eids)
    document.append(write_meta(identity, changes))
    document.extend(parts)
    _indent(root, "\n")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _indent(element: etree._Element, before: str) -> None:
    """Put each element on a line of its own, those excepted that stand between words."""
    if not len(element) or element.tag in _WORDS:
        return
    element.text = before + "  "
    for child in element:
        _indent(child, before + "  ")
        child.tail = before + "  "
    element[-1].tail = before
