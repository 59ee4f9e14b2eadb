"""A draft that went out as a Word file: the ids of its paragraphs, and what a file that comes back says of itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from proceedings.text.provisions import Kind, Provision, Role

#: What the name of every id begins with; Word does not list bookmarks that begin with an underscore.
BOOKMARK_START: Final = "_ky_"
#: The property of the file that names its draft.
DRAFT_PROPERTY: Final = "KyYeuDraft"
_BOOKMARK: Final = re.compile(r"(_ky_[0-9a-f]{8}_)[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class DraftName:
    """Which draft a file holds: slugs of workshop and text, and the number of the draft."""

    workshop: str
    text: str
    number: int

    def __str__(self) -> str:
        return f"{self.workshop}/{self.text}/{self.number}"

    @property
    def bookmark_start(self) -> str:
        """What the ids of this draft begin with, and those of no other: ``_ky_1f0a3c77_``."""
        return f"{BOOKMARK_START}{_digest(str(self), 8)}_"

    @classmethod
    def parse(cls, text: str) -> DraftName | None:
        """Return the draft that a property names, None where it names none."""
        parts = text.strip().split("/")
        if len(parts) != 3 or not re.fullmatch(r"[0-9]{1,6}", parts[2]):
            return None
        return cls(parts[0], parts[1], int(parts[2]))


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph of a draft, and the provision it belongs to; ``place`` counts those of one provision."""

    path: str
    place: int
    kind: Kind
    role: Role
    text: str

    def bookmark(self, draft: DraftName) -> str:
        """Return the id of the paragraph in a file of this draft: at most 40 letters, as Word wants it."""
        return f"{draft.bookmark_start}{_digest(f'{self.path}#{self.place}', 12)}"


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """One paragraph of a file that came back, with the ids that begin in it."""

    text: str
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedDraft:
    """A file that came back: the draft it says to be, and its paragraphs with all tracked changes accepted."""

    draft: DraftName | None
    paragraphs: tuple[ReturnedParagraph, ...]
    tracked_changes: int = 0


def lines_of(tree: Iterable[Provision]) -> Iterator[Line]:
    """Yield the paragraphs of a draft as ``Provision.lines`` has them, empty ones left out.

    The chapeau that stands on the line of a khoản or điểm is part of that line. Raises ValueError without paths.
    """
    for provision in tree:
        yield from _lines_of(provision)


def _lines_of(provision: Provision) -> Iterator[Line]:
    if not provision.path:
        raise ValueError("provisions without paths have no ids")
    own, children = provision.own_lines()
    for place, text in enumerate(own):
        if text.strip():
            yield Line(provision.path, place, provision.kind, provision.role, text)
    yield from lines_of(children)


def base_bookmark(name: str) -> str:
    """Return a name without what a program added to it when it was copied (``… Copy 1``, ``…1``)."""
    found = _BOOKMARK.match(name)
    return found[0] if found else name


def bookmark_draft(name: str) -> str:
    """Return what the ids of the draft begin with that a name belongs to, "" for other bookmarks."""
    found = _BOOKMARK.match(name)
    return found[1] if found else ""


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
