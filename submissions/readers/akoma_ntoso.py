"""Akoma Ntoso (OASIS 3.0) → paragraphs as the text would be printed; its structure is read from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from proceedings.exports.akoma_ntoso.reading import read_akoma_ntoso
from proceedings.text.provisions import plain_text
from submissions.readers.document import Kind, Paragraph, ParagraphKind, Problem, ReadDocument
from submissions.readers.failure import Unreadable
from submissions.readers.safe_xml import parse


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the text of an act or a bill; what else it says (metadata, attachments) stands aside, to be screened.

    Raises :class:`Unreadable` for what is no XML, declares a document type, or has no provision.
    """
    data = path.read_bytes()
    root = parse(data)
    try:
        lines = plain_text(read_akoma_ntoso(data).tree).split("\n")
    except Exception as error:  # its reasons are words, which nobody can read in the jail
        raise Unreadable(Problem.DAMAGED) from error
    printed = set(lines)
    aside = dict.fromkeys(words for words in _all_words(root) if words not in printed)
    return ReadDocument(
        Kind.AKOMA_NTOSO,
        paragraphs=tuple(Paragraph(line) for line in lines if line.strip()),
        aside=tuple(Paragraph(words, ParagraphKind.PROPERTY) for words in aside),
    )


def _all_words(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        for words in (element.text, element.tail, *map(str, element.attrib.values())):
            if words and words.strip():
                yield " ".join(str(words).split())
