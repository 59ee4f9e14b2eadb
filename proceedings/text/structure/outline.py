"""What reading a regulation gives: nodes over the source text, one tree a text, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings.text.provisions import Kind, Role


@dataclass(frozen=True, slots=True)
class Node:
    """One unit or stretch of text; ``start`` and ``end`` are offsets in :attr:`Outline.source`.

    A leaf's ``text`` is exactly ``source[start:end]``, line ends and marks included, and the leaves of all texts in
    their order are the source. A node with children has the text ``""``; its heading line stands in a first child of
    kind TEXT and the plain role (path ``dieu-5.doan-0``), its lead in a child of role CHAPEAU. ``body`` is where the
    words after mark and heading begin, ``confidence`` goes from 0 to 1.
    """

    path: str
    kind: Kind
    role: Role
    number: str  # as printed: "5", "12a", "II", "thứ nhất", "đ"
    label: str  # "Điều 5", "Chương II", "2", "a"; "" for text
    heading: str
    mark: str  # as printed: "Điều 5.", "2.", "a)", "-"
    text: str
    start: int
    end: int
    body: int
    confidence: float
    is_lead: bool = False  # the heading line of the node above: no provision of its own
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class TextOutline:
    """One text of a file: a decision, or the regulation that it issues. ``family`` is "party", "state" or ""."""

    title: str
    nodes: tuple[Node, ...]
    family: str
    start: int
    end: int

    def walk(self) -> Iterator[Node]:
        """Yield every node in reading order."""
        for node in self.nodes:
            yield from node.walk()

    def leaves(self) -> Iterator[Node]:
        """Yield the nodes that hold text; joined, they are the text."""
        return (node for node in self.walk() if not node.children)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at; ``proceedings.outline_words`` has the words.

    ``code`` is one of ``no_text``, ``no_articles``, ``gap``, ``repeated``, ``out_of_order``, ``left_in_text``,
    ``unusual_letter``, ``footnote_in_number``, ``khoan_in_heading``, ``open_quote``, ``contents`` or
    ``several_texts``; ``label`` names the unit, ``expected`` what should have stood there.
    """

    code: str
    label: str = ""
    expected: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The texts of a file over ``source``, its paragraphs joined by line ends, and what is doubtful."""

    source: str
    texts: tuple[TextOutline, ...]
    warnings: tuple[Doubt, ...] = ()
