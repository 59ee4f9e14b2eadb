"""The draft beside a contribution: which one it is, its lines, and what its provisions are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from proceedings.desk.split_places import find_path
from proceedings.desk.split_words import joined
from proceedings.models import Contribution, Draft, Provision
from proceedings.queries.anchors import draft_of_day, latest_of
from proceedings.queries.draft_names import names_of
from proceedings.queries.writing import Rows
from proceedings.text.provisions import Provision as Node


@dataclass(frozen=True, slots=True)
class Line:
    """A provision with its own paragraphs; ``is_head`` where it is an entry of the contents."""

    path: str
    depth: int
    name: str
    heading: str
    words: tuple[str, ...]
    is_head: bool


class Beside:
    """An issued draft beside a contribution: one query for its provisions, when they are asked for."""

    def __init__(self, draft: Draft | None) -> None:
        self.draft = draft

    @cached_property
    def rows(self) -> Rows:
        """The provisions with their keys; none where no draft was issued."""
        return Rows(self.draft or Draft(pk=0))

    @property
    def tree(self) -> tuple[Node, ...]:
        """Return the provisions as a tree."""
        return self.rows.tree

    @cached_property
    def names(self) -> dict[str, str]:
        """What each provision is called, by path, each once."""
        named = names_of(self.tree)
        return dict(zip(named, joined(named.values()), strict=True))

    def lines(self) -> list[Line]:
        """Return the provisions in reading order; what opens one stands in its line."""
        return list(self._lines(self.tree, 0))

    def find(self, words: str) -> Provision | None:
        """Return the provision that some words mean; none for no words. Refuses as ``find_path`` does."""
        if not words.strip():
            return None
        path = find_path(words, self.tree, self.names)
        return self.at(self.rows.keys[path])

    def at(self, key: int) -> Provision:
        """Return a provision by its key, with its draft."""
        return Provision.objects.select_related("draft__consulted_text").get(pk=key)

    def _lines(self, nodes: Iterable[Node], depth: int) -> Iterator[Line]:
        for node in nodes:
            words, children = node.own_lines()
            is_head = bool(node.heading) or (depth == 0 and bool(node.number))
            yield Line(node.path, min(depth, 4), self.names[node.path], node.heading, tuple(words), is_head)
            yield from self._lines(children, depth + 1)


def chosen_draft(drafts: Sequence[Draft], contribution: Contribution, asked: str) -> Draft | None:
    """Return the draft that was asked for by its key, else the one that the document is about."""
    if not drafts:
        return None
    named = next((draft for draft in drafts if str(draft.pk) == asked), None)
    return named or draft_of_day(drafts, contribution.document_on or contribution.received_on)


def newer_than(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """Return the latest draft of a text where it is not this one."""
    latest = latest_of(drafts, draft)
    return None if latest.pk == draft.pk else latest
