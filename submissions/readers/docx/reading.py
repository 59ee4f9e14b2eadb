"""DOCX → a document: what Word shows, with its numbers, in the views that its tracked changes call for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from submissions.readers.document import Kind, Paragraph, ParagraphKind, Problem, ReadDocument, Remark, State
from submissions.readers.docx import aside
from submissions.readers.docx.found import Notes, Surroundings
from submissions.readers.docx.lines import Block, Line, Piece
from submissions.readers.docx.names import W, number_of, value_of
from submissions.readers.docx.numbering import Numbering
from submissions.readers.docx.paragraphs import write
from submissions.readers.docx.runs import CHANGES
from submissions.readers.docx.story import Story
from submissions.readers.docx.styles import Styles
from submissions.readers.docx.views import Shown, View, show
from submissions.readers.encoding import Decoded, encoding_of
from submissions.readers.failure import Unreadable
from submissions.readers.package import Package, Relation

PARAGRAPHS_ALLOWED: Final = 100_000
CHARACTERS_ALLOWED: Final = 5_000_000


def read(path: Path, scratch: Path) -> ReadDocument:
    """Return the document; raises :class:`Unreadable` and what zipfile and lxml raise on files that are none."""
    with Package(path) as package:
        return _Reading(package).document()


class _Reading:
    """One reading of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part()
        if not self._main:
            raise Unreadable(Problem.DAMAGED, part="document")
        self._relations = package.relations_of(self._main)
        self._root = package.xml(self._main)
        styles = Styles(self._part("styles"), self._part("theme"))
        settings = self._part("settings")
        self._found = Surroundings(
            styles,
            Numbering(self._part("numbering"), styles),
            footnotes=Notes(_note_form(settings, "footnotePr") or "decimal"),
            endnotes=Notes(_note_form(settings, "endnotePr") or "lowerRoman"),
        )

    def document(self) -> ReadDocument:
        body = self._root.find(f"{W}body")
        if body is None:
            raise Unreadable(Problem.DAMAGED, part="body")
        _measure(body)
        blocks = Story(self._found).read(body)
        blocks += self._notes("footnotes", self._found.footnotes) + self._notes(
            "endnotes", self._found.endnotes
        )
        changes = sum(1 for _ in body.iter(*CHANGES))
        hidden, pictures = self._found.hidden_characters, self._found.pictures
        around, around_decoded, comments = self._around()
        paragraphs, decoded = self._view(blocks, View.ACCEPTED)
        has_text = any(paragraph.text.strip() for paragraph in paragraphs)
        return ReadDocument(
            Kind.DOCX,
            State.READ if has_text else State.NEEDS_PERSON,
            None if has_text else Problem.NO_TEXT,
            paragraphs=tuple(paragraphs),
            aside=tuple(around),
            original=self._texts(blocks, View.ORIGINAL) if changes else (),
            marked=self._texts(blocks, View.MARKED) if changes else (),
            tracked_changes=changes,
            comments=comments,
            images=pictures,
            pages=aside.pages_of(self._package),
            encoding=encoding_of([*decoded, *around_decoded]),
            has_macros=aside.has_macros(self._package, self._main),
            embedded=aside.embedded_in(self._package, self._relations),
            external_links=aside.links_outside(self._all_relations(), self._found.commands),
            hidden_characters=hidden,
            remarks=tuple(self._remarks()),
        )

    def _part(self, kind: str) -> etree._Element | None:
        for relation in self._relations:
            if relation.kind == kind and not relation.is_external and self._package.has(relation.target):
                return self._package.xml(relation.target)
        return None

    def _view(self, blocks: Sequence[Block], view: View) -> tuple[list[Paragraph], list[Decoded]]:
        return write(show(blocks, view, self._found.numbering))

    def _texts(self, blocks: Sequence[Block], view: View) -> tuple[str, ...]:
        return tuple(paragraph.text for paragraph in self._view(blocks, view)[0])

    def _notes(self, kind: str, notes: Notes) -> list[Block]:
        root = self._part(kind) if notes.places else None
        if root is None:
            return []
        elements = {number_of(element.get(f"{W}id")): element for element in root}
        blocks: list[Block] = []
        for number in notes.places:
            if number in elements:
                note = Story(self._found, ParagraphKind.FOOTNOTE).read(elements[number])
                first = next((block for block in note if isinstance(block, Line)), None)
                if first is not None:
                    first.pieces.insert(0, Piece(f"{notes.mark(str(number))} "))
                blocks += note
        return blocks

    def _around(self) -> tuple[list[Paragraph], list[Decoded], int]:
        """Headers, footers, comments and properties, and the number of comments."""
        shown: list[Shown] = []
        for _, blocks in aside.stories_of(self._package, self._relations, self._found):
            shown += show(blocks, View.ACCEPTED, self._found.numbering)
        comments = aside.comments_of(self._package, self._relations, self._found)
        for blocks in comments:
            shown += show(blocks, View.ACCEPTED, self._found.numbering)
        shown += aside.properties_of(self._package)
        paragraphs, decoded = write(shown)
        return paragraphs, decoded, len(comments)

    def _all_relations(self) -> list[Relation]:
        """The relations of the main part and of every part that it is made of."""
        parts = {relation.target for relation in self._relations if not relation.is_external}
        related = [each for part in sorted(parts) for each in self._package.relations_of(part)]
        return [*self._relations, *related, *self._package.relations_of()]

    def _remarks(self) -> list[Remark]:
        counted = {
            "hyperlinks": aside.count_hyperlinks(self._all_relations()),
            "other_formats_inside": self._found.chunks,
        }
        return [Remark(code, {"count": count}) for code, count in counted.items() if count]


def _measure(body: etree._Element) -> None:
    paragraphs = sum(1 for _ in body.iter(f"{W}p"))
    if paragraphs > PARAGRAPHS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, measured=paragraphs, allowed=PARAGRAPHS_ALLOWED)
    characters = sum(len(element.text or "") for element in body.iter(f"{W}t", f"{W}delText"))
    if characters > CHARACTERS_ALLOWED:
        raise Unreadable(Problem.TOO_LONG, measured=characters, allowed=CHARACTERS_ALLOWED)


def _note_form(settings: etree._Element | None, kind: str) -> str | None:
    return value_of(None if settings is None else settings.find(f"{W}{kind}"), "numFmt")
