"""The XML of a workbook, streamed: elements without their namespaces, let go of as soon as they were read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from submissions.readers.document import Problem
from submissions.readers.failure import Unreadable

#: Four times what the largest sheet that is taken holds; streamed, so it is time that it costs and not memory.
ELEMENTS_ALLOWED: Final = 8_000_000

_DECLARATIONS: Final = (b"<!DOCTYPE", b"<!ENTITY")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def stream(data: bytes, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these local names as they end, in any namespace; each is emptied after it was used.

    Raises :class:`Unreadable` where a document type or entities are declared or there are too many elements, and
    lxml's own errors where it is no XML.
    """
    plain = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    if any(declaration in plain for declaration in _DECLARATIONS):
        raise Unreadable(Problem.DECLARES_ENTITIES)
    if plain.count(b"<") > 2 * ELEMENTS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, allowed=ELEMENTS_ALLOWED)
    parsed = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _event, element in parsed:
        yield element
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del element.getparent()[0]


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_set(element: etree._Element, name: str) -> bool:
    """Tell whether a truth value is set; absent means not."""
    return element.get(name, "0") in {"1", "true", "on"}


def text_of(element: etree._Element) -> str:
    """Return the text of a string with runs of its own format, without what is written for reading aloud."""
    parts = [
        part.text or ""
        for part in element.iter("{*}t")
        if part.getparent() is element or name_of(part.getparent()) != "rPh"
    ]
    return unescape("".join(parts))


def unescape(text: str) -> str:
    """Return a text with signs that XML cannot hold written out: ``_x000D_`` is a line end, the others go."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _sign(int(found[1], 16)), text)


def _sign(code: int) -> str:
    return "\n" if code == 0x0A else "" if code < 0x20 or 0xD800 <= code < 0xE000 else chr(code)
