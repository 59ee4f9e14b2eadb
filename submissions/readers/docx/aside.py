"""What surrounds the text of a DOCX: headers, footers, comments, properties, macros, embedded files, links outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from submissions.readers.document import ParagraphKind
from submissions.readers.docx.found import Surroundings
from submissions.readers.docx.lines import Block
from submissions.readers.docx.names import W
from submissions.readers.docx.story import Story
from submissions.readers.docx.views import Shown
from submissions.readers.encoding import Run
from submissions.readers.package import Package, Relation

_STORIES: Final = {
    "header": ParagraphKind.HEADER,
    "footer": ParagraphKind.FOOTER,
}
_EMBEDDED: Final = frozenset({"oleObject", "package", "aFChunk", "control", "embeddedObject"})
_HARMLESS: Final = frozenset({"hyperlink"})
_DANGEROUS_ADDRESS = re.compile(
    r"(file:|\\\\|//|javascript:|vbscript:|data:|ms-[a-z]+:|mhtml:|search-ms:)", re.I
)
_COMMANDS = re.compile(
    r'\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|DATABASE)\b\s*"?([^"\s]*)', re.I
)
_PROPERTIES: Final = ("title", "subject", "keywords", "description", "category", "contentStatus")
_LONGEST: Final = 300


def stories_of(
    package: Package, relations: Sequence[Relation], found: Surroundings
) -> Iterator[tuple[ParagraphKind, list[Block]]]:
    """Yield the headers and footers that the main part refers to."""
    for relation in relations:
        if relation.kind in _STORIES and package.has(relation.target):
            kind = _STORIES[relation.kind]
            yield kind, Story(found, kind).read(package.xml(relation.target))


def comments_of(package: Package, relations: Sequence[Relation], found: Surroundings) -> list[list[Block]]:
    """Return the blocks of each comment."""
    return [
        Story(found, ParagraphKind.COMMENT).read(comment)
        for relation in relations
        if relation.kind == "comments" and package.has(relation.target)
        for comment in package.xml(relation.target).iterchildren(f"{W}comment")
    ]


def properties_of(package: Package) -> list[Shown]:
    """Return what the properties of the file say about its subject, and those that the writer made up."""
    found = []
    for relation in package.relations_of():
        if relation.is_external or not package.has(relation.target):
            continue
        if relation.kind == "core-properties":
            found += [
                _property(element.text)
                for element in package.xml(relation.target)
                if etree.QName(element).localname in _PROPERTIES and (element.text or "").strip()
            ]
        elif relation.kind == "custom-properties":
            for element in package.xml(relation.target):
                words = f"{element.get('name', '')}: {''.join(element.itertext())}"
                found.append(_property(words))
    return found


def pages_of(package: Package) -> int | None:
    """Return the number of pages that Word has written down, None where it has not."""
    for relation in package.relations_of():
        if relation.kind == "extended-properties" and package.has(relation.target):
            for element in package.xml(relation.target):
                if etree.QName(element).localname == "Pages" and (element.text or "").isascii():
                    return int(element.text or 0) if (element.text or "").isdigit() else None
    return None


def has_macros(package: Package, main: str) -> bool:
    """Tell whether the file carries macros or is of a type that may."""
    kinds = {relation.kind for relation in package.relations_of(main)}
    names = {posixpath.basename(name).lower() for name in package.names}
    return (
        "macroenabled" in package.type_of(main)
        or bool(kinds & {"vbaProject", "wordVbaData"})
        or "vbaproject.bin" in names
    )


def embedded_in(package: Package, relations: Sequence[Relation]) -> tuple[str, ...]:
    """Return the names of files inside the document: OLE objects, packages, parts of other formats, controls."""
    named = [
        relation.target for relation in relations if relation.kind in _EMBEDDED and not relation.is_external
    ]
    loose = [name for name in package.names if "/embeddings/" in name.lower()]
    return tuple(sorted({posixpath.basename(name)[:_LONGEST] for name in (*named, *loose)}))


def links_outside(relations: Sequence[Relation], commands: Sequence[str]) -> tuple[str, ...]:
    """Return what the document would fetch or start when it is opened; ordinary links that one clicks are not."""
    addresses = [
        relation.target
        for relation in relations
        if relation.is_external
        and (relation.kind not in _HARMLESS or _DANGEROUS_ADDRESS.match(relation.target.strip()))
    ]
    fetched = [
        f"{match[1].upper()} {match[2]}".strip() for each in commands if (match := _COMMANDS.match(each))
    ]
    return tuple(dict.fromkeys(address[:_LONGEST] for address in (*addresses, *fetched)))


def count_hyperlinks(relations: Sequence[Relation]) -> int:
    """Return the number of links that one clicks."""
    return sum(relation.is_external and relation.kind in _HARMLESS for relation in relations)


def _property(words: str | None) -> Shown:
    return Shown([Run(" ".join((words or "").split())[:2000], "")], ParagraphKind.PROPERTY)
