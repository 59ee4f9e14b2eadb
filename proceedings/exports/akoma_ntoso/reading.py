"""An Akoma Ntoso document → the tree of a draft: ours comes back as it was, others as far as they are like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lxml import etree

from proceedings.exports.akoma_ntoso.blocks import BlockReader
from proceedings.exports.akoma_ntoso.names import AKN, KINDS, KY, PLAIN_TEXT, number_in
from proceedings.text.provisions import Kind, Provision, Role, with_paths

BYTES_ALLOWED: Final = 20_000_000
"""About 25 times the longest code in force."""

_DOCUMENTS: Final = ("act", "bill")
_OUTSIDE: Final = {"preface": Role.TITLE, "preamble": Role.PREAMBLE, "conclusions": Role.SIGNATURE}
_ROLES: Final = {role.value: role for role in Role if role}
_WORDS_OF_UNIT: Final = frozenset({"num", "heading", "subheading"})


class UnreadableAkomaNtoso(ValueError):
    """A file that is not taken; ``reason`` is fit to show."""

    def __init__(self, reason: str | Promise) -> None:
        """Say why."""
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; "" where it says nothing."""

    kind: str
    work: str = ""
    expression: str = ""
    title: str = ""
    version: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A document that was read: its tree with paths, its metadata, and what a person should look at."""

    tree: tuple[Provision, ...]
    metadata: Metadata
    warnings: tuple[str | Promise, ...]


def read_akoma_ntoso(data: bytes) -> Imported:
    """Return the text of an ``act`` or a ``bill``.

    Amendments in the metadata are not taken over. Raises :class:`UnreadableAkomaNtoso` for what is too large, no XML,
    declares a document type, or is no act or bill of Akoma Ntoso 3.0.
    """
    root = _parse(data)
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise UnreadableAkomaNtoso(_("Tệp không phải là văn bản Akoma Ntoso 3.0."))
    document = next((child for name in _DOCUMENTS for child in root.iterchildren(f"{{{AKN}}}{name}")), None)
    body = None if document is None else document.find(f"{{{AKN}}}body")
    if document is None or body is None:
        raise UnreadableAkomaNtoso(_("Tệp Akoma Ntoso không có phần thân của một văn bản (act hoặc bill)."))
    reader = _TextReader()
    tree = with_paths(reader.read(document))
    if not tree:
        raise UnreadableAkomaNtoso(_("Văn bản trong tệp Akoma Ntoso không có điều khoản nào."))
    return Imported(tree, _metadata(document), tuple(reader.warnings()))


def _parse(data: bytes) -> etree._Element:
    if len(data) > BYTES_ALLOWED:
        raise UnreadableAkomaNtoso(_("Tệp quá lớn để là một văn bản Akoma Ntoso."))
    plain = data.replace(b"\0", b"")  # UTF-16 and 32, enough to see a declaration
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableAkomaNtoso(_("Tệp khai báo kiểu tài liệu (DOCTYPE) nên không được nhận."))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableAkomaNtoso(_("Tệp không phải là XML đúng, hoặc lồng quá sâu.")) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableAkomaNtoso(_("Tệp khai báo kiểu tài liệu (DOCTYPE) nên không được nhận."))
    return root


class _TextReader:
    """Reads one document and notes which elements it could only take as plain text."""

    def __init__(self) -> None:
        self._unknown: dict[str, None] = {}
        self._blocks = BlockReader(self._unknown)

    def warnings(self) -> Iterator[str | Promise]:
        for name in self._unknown:
            yield _("Phần tử “%(name)s” không có trong quy chế: được giữ như đoạn văn.") % {"name": name}

    def read(self, document: etree._Element) -> Iterator[Provision]:
        """Yield what stands before, in and after the body; attachments are told and left out."""
        for part in document:
            name = etree.QName(part).localname
            if name in _OUTSIDE:
                yield from self._outside(part, _OUTSIDE[name])
            elif name == "body":
                yield from self._units(part)
            elif name != "meta":
                self._unknown.setdefault(name)

    def _outside(self, part: etree._Element, role: Role) -> Iterator[Provision]:
        for block in part:
            yield self._text("\n".join(self._blocks.lines(block)), role)

    def _units(self, parent: etree._Element) -> Iterator[Provision]:
        for child in parent:
            name = etree.QName(child).localname
            if name in _WORDS_OF_UNIT:
                continue
            if name in ("intro", "wrapUp"):
                role = Role.CHAPEAU if name == "intro" else Role.CLOSING
                yield self._text("\n".join(self._blocks.inside(child)), role)
            elif name == "content":
                yield self._text("\n".join(self._blocks.inside(child)))
            else:
                yield self._unit(child, name)

    def _unit(self, element: etree._Element, name: str) -> Provision:
        kind = KINDS.get(name)
        if kind is None:
            self._unknown.setdefault(name)
            kind = Kind.TEXT
        mark = self._blocks.words(element.find(f"{{{AKN}}}num"))
        heading = " ".join(
            filter(
                None,
                (self._blocks.words(element.find(f"{{{AKN}}}{part}")) for part in ("heading", "subheading")),
            )
        )
        number = element.get(f"{{{KY}}}number")
        if number is None:
            number = number_in(mark, kind)
        content = element.find(f"{{{AKN}}}content")
        role = self._role(element) if kind is Kind.TEXT else Role.PLAIN
        if content is not None:
            text = "\n".join(self._blocks.inside(content))
            return Provision(kind, number, heading, text, mark, role)
        children = tuple(self._units(element))
        is_bare = not (children or mark or heading or name in KINDS)
        text = self._blocks.words(element) if is_bare else ""
        return Provision(kind, number, heading, text, mark, role, children=children)

    def _role(self, element: etree._Element) -> Role:
        name = element.get("name", "")
        if name not in _ROLES and name != PLAIN_TEXT and element.tag == f"{{{AKN}}}hcontainer":
            self._unknown.setdefault(name)
        return _ROLES.get(name, Role.PLAIN)

    @staticmethod
    def _text(text: str, role: Role = Role.PLAIN) -> Provision:
        return Provision(Kind.TEXT, text=text, role=role)


def _metadata(document: etree._Element) -> Metadata:
    def value(path: str, attribute: str = "value") -> str:
        steps = "/".join(f"{{{AKN}}}{step}" for step in ("meta", "identification", *path.split("/")))
        found = document.find(steps)
        return "" if found is None else str(found.get(attribute, ""))

    return Metadata(
        kind=etree.QName(document).localname,
        work=value("FRBRWork/FRBRuri"),
        expression=value("FRBRExpression/FRBRuri"),
        title=value("FRBRWork/FRBRname") or value("FRBRWork/FRBRalias"),
        version=value("FRBRExpression/FRBRversionNumber"),
        date=value("FRBRExpression/FRBRdate", "date"),
        language=value("FRBRExpression/FRBRlanguage", "language"),
    )
