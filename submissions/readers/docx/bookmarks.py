"""The ids that a draft of ours went out with: bookmarks that stay with their words through Word and LibreOffice."""

from __future__ import annotations

from typing import Final

from lxml import etree

from proceedings.text.returned import bookmark_draft
from submissions.readers.docx.lines import Bookmark, Marked
from submissions.readers.docx.names import W

BOOKMARK_SIGNS: Final = {f"{W}bookmarkStart": True, f"{W}bookmarkEnd": False}

#: Word allows 40 letters; LibreOffice adds some to the name of a copy.
_LONGEST: Final = 60
#: No honest file has more than a few open at once; each costs time in every paragraph that follows.
_OPEN_ALLOWED: Final = 100


class Bookmarks:
    """Follows the bookmarks of one story from line to line; all others but the ids of provisions are passed over."""

    def __init__(self) -> None:
        """Begin a story."""
        self._open: dict[str, Marked] = {}
        self._ended: list[Marked] = []

    def begin_line(self) -> None:
        """Begin the next paragraph: what is open goes on in it."""
        self._ended = []
        self._open = {key: Marked(marked.bookmark, 0, None) for key, marked in self._open.items()}

    def pass_sign(self, sign: etree._Element, place: int) -> None:
        """Take the beginning or the end of a bookmark that stands before the piece of this place."""
        key, name = sign.get(f"{W}id", ""), sign.get(f"{W}name", "")
        if BOOKMARK_SIGNS[sign.tag]:
            if bookmark_draft(name) and len(name) <= _LONGEST and len(self._open) < _OPEN_ALLOWED:
                self._open[key] = Marked(Bookmark(name), place, None)
        elif key in self._open:
            self._ended.append(self._open.pop(key)._replace(end=place))

    def of_line(self) -> tuple[Marked, ...]:
        """Return what the bookmarks hold of the paragraph that was read last, in the order of the text."""
        return tuple(sorted((*self._ended, *self._open.values()), key=lambda marked: marked.start))
