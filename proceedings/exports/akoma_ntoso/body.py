"""A draft's tree as the text of an Akoma Ntoso document: preface, preamble, body, conclusions."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from proceedings.exports.akoma_ntoso.names import (
    AKN,
    CONTAINER,
    ELEMENTS,
    KY,
    ElementIds,
    name_of,
    number_in,
)
from proceedings.exports.word_text import legal
from proceedings.text.provisions import Kind, Provision, Role


def add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """Add an Akoma Ntoso element to another one and return it; attributes are made fit for XML."""
    return etree.SubElement(
        parent, f"{{{AKN}}}{tag}", {key: legal(value) for key, value in attributes.items()}
    )


class TextWriter:
    """Writes one text and remembers its eIds."""

    def __init__(self) -> None:
        """Begin a text; ``ids`` tells afterwards which eId each path got."""
        self.ids = ElementIds()

    def write(self, tree: Sequence[Provision]) -> list[etree._Element]:
        """Return preface, preamble, body and conclusions, as many of them as there are.

        Names and preambles that open the text, and signatures that close it, stand outside the body; all else keeps its
        place in it. A text that is nothing but these is a body.
        """
        start = _run(tree, Role.TITLE)
        middle = start + _run(tree[start:], Role.PREAMBLE)
        end = len(tree) - _run(tree[middle:][::-1], Role.SIGNATURE)
        if middle == end:
            start, middle, end = 0, 0, len(tree)
        parts = [
            self._outside("preface", tree[:start]),
            self._outside("preamble", tree[start:middle]),
            self._body(tree[middle:end]),
            self._outside("conclusions", tree[end:]),
        ]
        return [part for part in parts if part is not None]

    def _outside(self, name: str, provisions: Sequence[Provision]) -> etree._Element | None:
        if not provisions:
            return None
        part = etree.Element(f"{{{AKN}}}{name}", {"eId": self.ids.of_part(name)})
        for provision in provisions:
            eid = self.ids.of_item("container", name)
            if provision.path:
                self.ids.of_path[provision.path] = eid
            block = "blockContainer" if name == "conclusions" else "container"
            self._paragraphs(add(part, block, eId=eid, **_named(block, provision.role)), provision.text)
        return part

    def _body(self, provisions: Sequence[Provision]) -> etree._Element:
        body = etree.Element(f"{{{AKN}}}body", {"eId": self.ids.of_part("body")})
        for provision in provisions:
            self._provision(body, provision, "")
        return body

    def _provision(self, parent: etree._Element, provision: Provision, above: str) -> None:
        eid = self.ids.of_provision(provision, above)
        element = add(parent, ELEMENTS.get(provision.kind, CONTAINER), eId=eid)
        if provision.kind is Kind.TEXT:
            element.set("name", name_of(provision.role))
        if provision.number != number_in(provision.mark, provision.kind):
            element.set(f"{{{KY}}}number", legal(provision.number))
        if provision.mark:
            _words(add(element, "num"), provision.mark)
        if provision.heading:
            _words(add(element, "heading"), provision.heading)
        self._inside(element, provision, eid)

    def _inside(self, element: etree._Element, provision: Provision, eid: str) -> None:
        children = provision.children
        if not children:
            content = add(element, "content", eId=self.ids.of_part("content", eid))
            fill = self._table if provision.role is Role.TABLE else self._paragraphs
            fill(content, provision.text)
            return
        has_intro = _is_bare(children[0], Role.CHAPEAU)
        has_wrap_up = len(children) > has_intro and _is_bare(children[-1], Role.CLOSING)
        if has_intro:
            self._around(element, "intro", children[0], eid)
        for child in children[has_intro : len(children) - has_wrap_up]:
            self._provision(element, child, eid)
        if has_wrap_up:
            self._around(element, "wrapUp", children[-1], eid)

    def _around(self, element: etree._Element, name: str, provision: Provision, above: str) -> None:
        eid = self.ids.of_part(name.lower(), above)
        if provision.path:
            self.ids.of_path[provision.path] = eid
        self._paragraphs(add(element, name, eId=eid), provision.text)

    def _paragraphs(self, parent: etree._Element, text: str) -> None:
        for line in text.split("\n"):
            _words(add(parent, "p"), line)

    def _table(self, content: etree._Element, text: str) -> None:
        """Rows at line ends, cells at tabs."""
        table = add(content, "table", eId=self.ids.of_part("table", content.get("eId", "")))
        for line in text.split("\n"):
            row = add(table, "tr")
            for cell in line.split("\t"):
                _words(add(add(row, "td"), "p"), cell)


def _named(block: str, role: Role) -> dict[str, str]:
    return {"name": name_of(role)} if block == "container" else {}


def _run(provisions: Sequence[Provision], role: Role) -> int:
    """How many bare texts with a role stand at the beginning."""
    for count, provision in enumerate(provisions):
        if not _is_bare(provision, role):
            return count
    return len(provisions)


def _is_bare(provision: Provision, role: Role) -> bool:
    return (
        provision.kind is Kind.TEXT
        and provision.role is role
        and not (provision.number or provision.heading or provision.mark or provision.children)
    )


def _words(element: etree._Element, text: str) -> None:
    """Set the words of an element; a line end becomes an ``eol``."""
    first, *others = legal(text).split("\n")
    element.text = first
    for line in others:
        add(element, "eol").tail = line


def element_ids(tree: Sequence[Provision]) -> dict[str, str]:
    """Return the eId of each path of a text, as its document has them."""
    writer = TextWriter()
    writer.write(tree)
    return writer.ids.of_path
