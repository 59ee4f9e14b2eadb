"""What a person changed in a draft that went out as a Word file, provision by provision, for review one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from proceedings.text.provisions import Provision, walk
from proceedings.text.returned import DraftName, Line, ReturnedDraft, bookmark_draft, lines_of
from proceedings.text.returned_pairs import Pairs, compared, pair
from proceedings.text.rising import longest_rising

#: How alike (0–100) a line and the paragraphs after each other must be for it to have been split into them.
_SPLIT: Final = 90
_MOST_PARTS: Final = 20


class Origin(StrEnum):
    """Whether a file that came back is one of the draft it is compared with."""

    SAME = "same"
    OTHER = "other"  # its property or most of its ids name another draft
    UNKNOWN = "unknown"  # it names none: compared by words alone


class ReturnedChange(StrEnum):
    """What happened to a provision in the file."""

    CHANGED = "changed"
    NEW = "new"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"  # its words now stand in the paragraph of another provision


@dataclass(frozen=True, slots=True)
class ReturnedDifference:
    """One difference to accept or to leave.

    ``path`` is the provision of the draft, "" for a new paragraph; ``old`` and ``new`` are its paragraphs with marks
    and headings, parted by line ends, "" where there is none. ``after`` is the provision that stands before it in the
    file, "" at the beginning; of a JOINED one it is the provision that holds its words now. ``is_whole`` says that a
    moved or deleted provision took all below it along (``old`` has all its lines then). ``by_content`` marks what was
    found by words because the id was lost: a person looks twice.
    """

    change: ReturnedChange
    path: str
    old: str
    new: str
    after: str = ""
    is_whole: bool = False
    by_content: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedComparison:
    """All differences in reading order of the file, and what else is to be told about it."""

    origin: Origin
    draft: DraftName | None
    differences: tuple[ReturnedDifference, ...]
    tracked_changes: int
    lost_ids: int
    repeated_ids: int


def compare_returned(
    tree: Sequence[Provision], draft: DraftName, returned: ReturnedDraft
) -> ReturnedComparison:
    """Return what differs between a draft (with paths) and a file that came back.

    Differences of blanks and of NFC and NFD are none. A file of another draft is compared too, by its words; ``origin``
    tells it. Paragraphs whose change is tracked are taken as accepted; ``tracked_changes`` counts them.
    """
    lines = list(lines_of(tree))
    pairs = pair(lines, returned.paragraphs, draft)
    comparing = _Comparing(tree, lines, returned, pairs)
    return ReturnedComparison(
        _origin(returned, draft),
        returned.draft,
        tuple(comparing.differences()),
        returned.tracked_changes,
        lost_ids=len(pairs.by_content),
        repeated_ids=len(pairs.repeated),
    )


def _origin(returned: ReturnedDraft, draft: DraftName) -> Origin:
    starts = [bookmark_draft(name) for paragraph in returned.paragraphs for name in paragraph.bookmarks]
    own = sum(start == draft.bookmark_start for start in starts)
    if starts:
        return Origin.SAME if 2 * own >= len(starts) else Origin.OTHER
    if returned.draft is None:
        return Origin.UNKNOWN
    return Origin.SAME if returned.draft == draft else Origin.OTHER


@dataclass(slots=True)
class _Found:
    """What the file has of one provision: paragraphs in order, and where they stand."""

    paragraphs: list[int] = field(default_factory=list)
    rest: list[int] = field(default_factory=list)  # paragraphs split off


class _Comparing:
    """One comparison; everything is looked up by paths."""

    def __init__(
        self, tree: Sequence[Provision], lines: Sequence[Line], returned: ReturnedDraft, pairs: Pairs
    ) -> None:
        self._lines, self._pairs = lines, pairs
        self._texts = [paragraph.text for paragraph in returned.paragraphs]
        self._above = {child.path: node.path for node in walk(tree) for child in node.children}
        self._old: dict[str, list[int]] = {}
        for place, line in enumerate(lines):
            self._old.setdefault(line.path, []).append(place)
        self._found: dict[str, _Found] = {}
        self._new: list[int] = []
        self._sort_paragraphs()
        self._split_off()

    def differences(self) -> Iterator[ReturnedDifference]:
        """Yield the differences in reading order."""
        moved = self._moved()
        placed = [
            *(
                (found.paragraphs[0], 0, each)
                for path, found in self._found.items()
                for each in self._of(path, moved)
            ),
            *((place, 1, self._new_one(place)) for place in self._new),
            *((place, 2, each) for place, each in self._gone()),
        ]
        yield from (each for _, _, each in sorted(placed, key=lambda item: item[:2]))

    def _sort_paragraphs(self) -> None:
        """Give each paragraph to its provision; one between two of the same provision belongs to it."""
        paths = [None if line is None else self._lines[line].path for line in self._pairs.lines]
        following: list[str | None] = [None] * len(paths)
        for place in range(len(paths) - 2, -1, -1):
            following[place] = paths[place + 1] or following[place + 1]
        last: str | None = None
        for place, path in enumerate(paths):
            if path is None and last is not None and last == following[place]:
                path = last
            if path is None:
                self._new.append(place)
            else:
                self._found.setdefault(path, _Found()).paragraphs.append(place)
                last = path

    def _split_off(self) -> None:
        """Take new paragraphs that follow a shortened provision and hold what it lost as its parts."""
        new = set(self._new)
        for path, found in self._found.items():
            old, own = self._words(path), self._joined_texts(found.paragraphs)
            if compared(old) != compared(own):
                found.rest = self._parts(old, found.paragraphs, new)
                new -= set(found.rest)
        self._new = sorted(new)

    def _parts(self, old: str, own: Sequence[int], new: set[int]) -> list[int]:
        """The fewest new paragraphs right after those of a provision that make it whole again, [] if none do."""
        least = max(_SPLIT, _alike(old, self._joined_texts(own)))
        for count in range(1, _MOST_PARTS + 1):
            rest = [own[-1] + step for step in range(1, count + 1)]
            if rest[-1] not in new:
                return []
            if _alike(old, self._joined_texts([*own, *rest])) > least:
                return rest
        return []

    def _of(self, path: str, moved: dict[str, bool]) -> Iterator[ReturnedDifference]:
        found = self._found[path]
        old, new = self._words(path), self._joined_texts([*found.paragraphs, *found.rest])
        is_changed = [compared(line) for line in old.split("\n")] != [
            compared(line) for line in new.split("\n")
        ]
        change = ReturnedChange.SPLIT if found.rest else ReturnedChange.CHANGED if is_changed else None
        after, by_content = self._before(found.paragraphs[0]), self._is_by_content(found)
        if path in moved:
            yield ReturnedDifference(
                ReturnedChange.MOVED, path, old, old, after, is_whole=moved[path], by_content=by_content
            )
        if change:
            yield ReturnedDifference(change, path, old, new, after, by_content=by_content)

    def _new_one(self, place: int) -> ReturnedDifference:
        return ReturnedDifference(ReturnedChange.NEW, "", "", self._texts[place], self._before(place))

    def _gone(self) -> Iterator[tuple[int, ReturnedDifference]]:
        """The provisions that are not in the file, each with the paragraph after which it stood."""
        present = set()
        for path in (*self._found, *(self._lines[line].path for line in self._pairs.joined)):
            while path and path not in present:
                present.add(path)
                path = self._above.get(path, "")
        places = {path: found.paragraphs[-1] for path, found in self._found.items()}
        last = -1
        for path, old in self._old.items():
            last = places.get(path, last)
            joined = self._pairs.joined.get(old[0])
            if path in self._found or (path not in present and self._top(path, present) != path):
                continue
            if joined is not None:
                into = self._lines[joined].path
                yield last, ReturnedDifference(ReturnedChange.JOINED, path, self._words(path), "", into)
                continue
            is_whole = path not in present
            words = self._all_words(path) if is_whole else self._words(path)
            after = "" if last < 0 else self._path_at(last)
            yield last, ReturnedDifference(ReturnedChange.DELETED, path, words, "", after, is_whole=is_whole)

    def _moved(self) -> dict[str, bool]:
        """The provisions that stand elsewhere, and whether all below them went along.

        As few lines as possible have moved: the longest run of lines that kept their order stays.
        """
        order = [(place, line) for place, line in enumerate(self._pairs.lines) if line is not None]
        kept = longest_rising([line for _, line in order])
        moved: dict[str, int] = {}
        top, before = "", -2
        for rank, (_, line) in enumerate(order):
            path = self._lines[line].path
            if rank in kept:
                top = ""
            elif not (top and line == before + 1 and (path == top or self._is_below(path, top))):
                top = path
            if top:
                moved[top] = moved.get(top, 0) + 1
            before = line
        found = {line for _, line in order}
        return {
            path: count == sum(line in found for line in self._all_lines(path))
            for path, count in moved.items()
        }

    def _top(self, path: str, present: set[str]) -> str:
        """The outermost provision above a missing one that is missing as a whole and has words of its own."""
        top = path
        while path := self._above.get(path, ""):
            if path not in present and path in self._old:
                top = path
        return top

    def _is_below(self, path: str, above: str) -> bool:
        while path := self._above.get(path, ""):
            if path == above:
                return True
        return False

    def _before(self, place: int) -> str:
        return next(filter(None, map(self._path_at, range(place - 1, -1, -1))), "")

    def _path_at(self, place: int) -> str:
        line = self._pairs.lines[place]
        return "" if line is None else self._lines[line].path

    def _is_by_content(self, found: _Found) -> bool:
        return any(place in self._pairs.by_content for place in found.paragraphs)

    def _words(self, path: str) -> str:
        return "\n".join(self._lines[line].text for line in self._old[path])

    def _all_words(self, path: str) -> str:
        return "\n".join(self._lines[place].text for place in self._all_lines(path))

    def _all_lines(self, path: str) -> Iterator[int]:
        """The lines of a provision and of all below it: they stand together."""
        for place in range(self._old[path][0], len(self._lines)):
            if self._lines[place].path != path and not self._is_below(self._lines[place].path, path):
                return
            yield place

    def _joined_texts(self, places: Sequence[int]) -> str:
        return "\n".join(self._texts[place] for place in places)


def _alike(one: str, other: str) -> float:
    return fuzz.ratio(compared(one), compared(other))
