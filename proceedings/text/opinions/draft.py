"""A draft as opinions are read against it: its citations, its headings and its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from proceedings.text.citations import Citation, Outline, Reference, resolve
from proceedings.text.citations import Reason as Ground
from proceedings.text.citations.outline import Node
from proceedings.text.provisions import WORDS, Kind, Provision, Role
from proceedings.text.similarity import Corpus, list_words

#: Words in a row that two texts share only where one repeats the other.
_SHINGLE: Final = 7
#: So many runs of them tell a repetition from the long name of a body.
_REPEATED: Final = 6
#: A heading so much like a phrase is the one that it names.
_ALIKE: Final = 0.8
#: A quotation that more provisions hold than this tells nothing.
_HOLDERS: Final = 6
_HEADING_WORDS: Final = 12


class DraftIndex:
    """The index of one draft; build it once where many contributions are read against the same draft.

    ``tree`` is the provision tree of the draft, its nodes with their paths; ``names`` are what the draft is called
    ("Quy chế", "Quy chế phối hợp"): with them a citation of another document is told from one of the draft.
    """

    def __init__(self, tree: Sequence[Provision], names: Collection[str] = ()) -> None:
        self.outline = Outline(tree)
        self.names = tuple(names)
        self.title = self._first(Role.TITLE)
        self.preamble = self._first(Role.PREAMBLE)
        self._texts = list(self._read_texts())
        self._headings = [
            (" ".join(list_words(node.provision.heading)), node.path)
            for node in self.outline.nodes.values()
            if node.provision.kind in WORDS and node.provision.heading
        ]
        self._corpus = Corpus([heading for heading, _path in self._headings])
        self._shingles = self._index_shingles()

    def refer(self, citation: Citation, at: str = "") -> list[Reference]:
        """Return what a citation means in the draft, at a path of it."""
        return resolve(citation, self.outline, at or None, names=self.names)

    def is_own(self, citation: Citation) -> bool:
        """Return whether a citation is of the draft and of no other document."""
        return all(reference.reason is not Ground.OTHER_DOCUMENT for reference in self.refer(citation))

    def holding(self, quoted: str, under: str = "") -> list[str]:
        """Return the paths of the provisions that hold these words, those under a path where any there does."""
        words = f" {' '.join(list_words(quoted))} "
        if not words.strip():
            return []
        paths = list(dict.fromkeys(path for path, text in self._texts if words in text))
        inside = [path for path in paths if under and self._is_under(path, under)]
        found = inside or paths
        return found if len(found) <= _HOLDERS else []

    def named(self, phrase: str) -> str:
        """Return the path of the điều or chương that a phrase names by its heading; empty where none is meant."""
        words = list_words(phrase)[:_HEADING_WORDS]
        said = f"{' '.join(words)} "
        whole = [(len(heading), path) for heading, path in self._headings if said.startswith(f"{heading} ")]
        if whole:
            longest = max(length for length, _path in whole)
            paths = [path for length, path in whole if length == longest]
            return paths[0] if len(paths) == 1 else ""
        near = self._corpus.similar(said, _ALIKE, 2)
        return self._headings[near[0][0]][1] if len(near) == 1 else ""

    def repeated(self, passage: str) -> str:
        """Return the path of the one provision that a passage repeats at length; empty where none or several."""
        words = list_words(passage)
        hits: dict[str, int] = defaultdict(int)
        for place in range(len(words) - _SHINGLE + 1):
            for path in self._shingles.get(tuple(words[place : place + _SHINGLE]), ()):
                hits[path] += 1
        best = sorted(hits.items(), key=lambda hit: -hit[1])[:2]
        if not best or best[0][1] < _REPEATED or (len(best) > 1 and best[1][1] * 2 > best[0][1]):
            return ""
        return best[0][0]

    def join(self, paths: Sequence[str]) -> str:
        """Return the path of the nearest unit that holds all of these; empty where there is none."""
        if len(set(paths)) == 1:
            return paths[0]
        nodes = [self.outline.nodes[path] for path in paths]
        return next((above.path for above in nodes[0].upward() if all(map(above.holds, nodes))), "")

    def above(self, path: str) -> str:
        """Return the path of the unit that holds this one; empty at the top."""
        parent = self.outline.nodes[path].parent
        return parent.path if parent else ""

    def _is_under(self, path: str, under: str) -> bool:
        nodes = self.outline.nodes
        return under in nodes and nodes[under].holds(nodes[path])

    def _first(self, role: Role) -> str:
        nodes = self.outline.nodes.values()
        return next((node.path for node in nodes if node.provision.role is role), "")

    def _read_texts(self) -> Iterator[tuple[str, str]]:
        for node in self.outline.nodes.values():
            words = list_words(f"{node.provision.heading} {node.provision.text}")
            if words and node.provision.role not in (Role.TITLE, Role.SIGNATURE):
                yield _unit(node), f" {' '.join(words)} "

    def _index_shingles(self) -> dict[tuple[str, ...], set[str]]:
        shingles: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for path, text in self._texts:
            words = text.split()
            for place in range(len(words) - _SHINGLE + 1):
                shingles[tuple(words[place : place + _SHINGLE])].add(path)
        return shingles


def _unit(node: Node) -> str:
    """Return the path of the numbered unit that a text is of: its chapeau, dash lines and closing are its own."""
    is_part = node.provision.kind is Kind.TEXT and node.parent is not None
    return _unit(node.parent) if is_part and node.parent is not None else node.path
