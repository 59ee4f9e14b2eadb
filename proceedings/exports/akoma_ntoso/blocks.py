"""Blocks of Akoma Ntoso → lines of plain text: inline marks are dropped, lists and tables written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from proceedings.exports.akoma_ntoso.names import AKN

#: Elements whose words are one line.
_LINES: Final = frozenset(
    f"{{{AKN}}}{name}" for name in ("p", "block", "num", "heading", "subheading", "caption")
)
_HOLDERS: Final = frozenset(
    f"{{{AKN}}}{name}"
    for name in (
        "container",
        "blockContainer",
        "citations",
        "citation",
        "recitals",
        "recital",
        "longTitle",
        "formula",
    )
)
_EOL: Final = f"{{{AKN}}}eol"
_SOURCE_LINE_END: Final = re.compile(r"\s*\n\s*")


class BlockReader:
    """Reads blocks; the names of those it does not know go into the dictionary it was given."""

    def __init__(self, unknown: dict[str, None]) -> None:
        """Begin."""
        self._unknown = unknown

    def inside(self, element: etree._Element) -> Iterator[str]:
        """Yield the lines of all blocks of an element."""
        for block in element:
            yield from self.lines(block)

    def lines(self, block: etree._Element) -> Iterator[str]:
        """Yield the lines of one block."""
        if block.tag in _LINES:
            yield self.words(block)
        elif block.tag == f"{{{AKN}}}table":
            for row in block.iter(f"{{{AKN}}}tr"):
                yield "\t".join(" ".join(self.inside(cell)) or self._bare(cell) for cell in row)
        elif len(block):
            if block.tag not in _HOLDERS:
                self._unknown.setdefault(etree.QName(block).localname)
            yield from self.inside(block)
        else:
            yield self.words(block)

    def words(self, element: etree._Element | None) -> str:
        """Return the words of an element; how its source is broken into lines does not show."""
        if element is None:
            return ""
        pieces = [self._flat(element.text)]
        for child in element:
            pieces.append("\n" if child.tag == _EOL else self.words(child))
            pieces.append(self._flat(child.tail))
        return "".join(pieces)

    def _bare(self, cell: etree._Element) -> str:
        return "" if len(cell) else self.words(cell)

    @staticmethod
    def _flat(text: str | None) -> str:
        return _SOURCE_LINE_END.sub(" ", text or "")
