"""XML of strangers → an element tree: no DOCTYPE, no entities, no network, no more elements than a book has."""

from __future__ import annotations

from typing import Final

from lxml import etree

from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable

ELEMENTS_ALLOWED: Final = 3_000_000
"""About 4,000 pages of Word; what is over it would not fit the memory of a reader."""

_DECLARATIONS: Final = (b"<!DOCTYPE", b"<!ENTITY")
#: ISO 29500 strict gives the same elements other namespaces; after this there is one set.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML part, strict namespaces replaced by the transitional ones.

    Raises :class:`Unreadable` where it declares a document type or entities or has too many elements, and lxml's own
    errors where it is no XML or too deep (256).
    """
    plain = (
        data.replace(b"\0", b"") if b"\0" in data[:4] else data
    )  # UTF-16 and 32, enough to see a declaration
    if any(declaration in plain for declaration in _DECLARATIONS):
        raise Unreadable(Problem.DECLARES_ENTITIES)
    if plain.count(b"<") - plain.count(b"</") > ELEMENTS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT:
            for quote in (b'"', b"'"):
                data = data.replace(quote + strict + quote, quote + transitional + quote)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(Problem.DECLARES_ENTITIES)
    return root
