"""The edited text of one unit read back into a tree: what stayed keeps its meaning, new lines are told by marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from proceedings.text.labels import Label, read_label
from proceedings.text.provisions import LEVELS, Kind, Provision, Role
from proceedings.text.unit_lines import UnitLine, lines_of_unit, mark_of, pair_lines, same_words

_OPENING, _CLOSING = "“", "”"


@dataclass(slots=True, eq=False)
class Written:
    """A node as it was written; ``was`` is its place in the unit before, in reading order, None for a new one."""

    was: int | None
    kind: Kind
    role: Role = Role.PLAIN
    number: str = ""
    mark: str = ""
    heading: str = ""
    text: str = ""
    children: list[Written] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # words of its own while it is read

    def walk(self) -> Iterator[Written]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class NoOpening(ValueError):
    """The first line does not open the unit; ``mark`` is what it began with before."""

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark


def read_unit(unit: Provision, text: str) -> Written:
    """Return the unit that an edited text holds, its nodes told apart as those of the unit before.

    A line that stayed is what it was, a false friend too; one that changed keeps its kind while it keeps such a mark;
    a new one opens a khoản (``2.``), a điểm (``a)``) or a dash by its mark, outside quotation marks. Everything else
    goes on the paragraph before it. Raises :class:`NoOpening` where an article has lost its first line.
    """
    return _Reader(unit, _lines_of(text)).read()


def read_head(unit: Provision, text: str) -> Written:
    """Return what the text of a division's head says: its mark and number, and its heading; nothing below it.

    Raises :class:`NoOpening` where the first line names no such division.
    """
    lines = _lines_of(text)
    if unit.kind is Kind.TEXT:
        return _appendix(unit, lines)
    label = _label(lines[0], unit.kind, unit) if lines else None
    if label is None:
        raise NoOpening(unit.mark or unit.label)
    heading = " ".join(filter(None, (label.rest, *lines[1:])))
    return Written(0, unit.kind, unit.role, label.number, label.mark, heading)


def _appendix(unit: Provision, lines: list[str]) -> Written:
    first = " ".join(lines)
    has_mark = bool(unit.mark) and first.startswith(unit.mark)
    mark = unit.mark if has_mark else ""
    return Written(
        0, unit.kind, unit.role, unit.number if has_mark else "", mark, first.removeprefix(mark).strip()
    )


class _Reader:
    def __init__(self, unit: Provision, lines: list[str]) -> None:
        self.unit, self.lines = unit, lines
        self.nodes = list(unit.walk())
        self.above = _parents(unit)
        self.old = lines_of_unit(unit)
        self.pairs = pair_lines([line.text for line in self.old], lines)
        self.taken: set[int] = {0}
        self.quotes = 0

    def read(self) -> Written:
        root = self.root = self._root()
        self.stack, self.last = [root], root
        for place in range(1, len(self.lines)):
            self._read_line(place)
        _finish(root, self)
        return root

    def _root(self) -> Written:
        unit, first = self.unit, self.lines[0] if self.lines else ""
        if unit.kind is Kind.TEXT:
            if unit.role is Role.APPENDIX and (unit.mark or unit.heading):
                return _appendix(unit, [first])
            return Written(0, unit.kind, unit.role, unit.number, unit.mark, lines=self._kept(0, first))
        label = _label(first, unit.kind, unit)
        if label is None:
            raise NoOpening(unit.mark or unit.label)
        self._count_quotes(first)
        return self._opened(0, unit.kind, label, self._line_of(0))

    def _line_of(self, place: int) -> UnitLine | None:
        pair = self.pairs[place] if place < len(self.pairs) else None
        return None if pair is None else self.old[pair]

    def _kept(self, place: int, line: str) -> list[str]:
        before = self._line_of(place)
        words = before.text if before and same_words(before.text) == same_words(line) else line
        return [_without(self.unit.mark, words)] if line else []

    def _read_line(self, place: int) -> None:
        line, before = self.lines[place], self._line_of(place)
        is_same = before is not None and same_words(before.text) == same_words(line)
        if is_same and before is not None:
            line = before.text
        opened = self._opening(line, before, is_same=is_same)
        self._count_quotes(line)
        if opened is None:
            self.last.lines.append(line)
            return
        self._hang(opened)
        self.last = opened

    def _opening(self, line: str, before: UnitLine | None, *, is_same: bool) -> Written | None:
        """The node that a line opens, None where it goes on the one before."""
        place = before.owner if before and before.opens and before.owner not in self.taken else None
        was = self.nodes[place] if place is not None else None
        if was is not None and is_same:
            return self._same(place, was, line)
        if is_same and before is not None and not before.opens:
            return None  # what went on another paragraph still does
        if self.quotes > 0 and was is None:
            return None
        kind, label, dash = self._read_mark(line, was)
        if label is not None and kind is not None:
            had = mark_of(before.text)[0] if before and was is None else ""
            return None if had and had == label.mark else self._opened(place, kind, label, before)
        if dash:
            return self._opened_text(place, Role.DASH, dash, _without(dash, line))
        if was is not None and was.kind is Kind.TEXT and was.role is not Role.DASH:
            return self._opened_text(place, was.role, "", line)
        return None

    def _read_mark(self, line: str, was: Provision | None) -> tuple[Kind | None, Label | None, str]:
        if self.unit.kind is Kind.TEXT:
            return None, None, ""
        if was is not None and was.kind is Kind.TEXT and was.role is not Role.DASH:
            had = mark_of(was.text)[0]
            if had and had == mark_of(line)[0]:
                return None, None, ""
        if was is not None and was.mark and was.kind is not Kind.TEXT and _label(line, was.kind, was):
            return was.kind, _label(line, was.kind, was), ""
        kinds = [kind for kind in (Kind.KHOAN, Kind.DIEM) if _level(kind) > _level(self.unit.kind)]
        for kind in kinds:
            if label := _label(line, kind, was):
                return kind, label, ""
        mark = mark_of(line)[0]
        return None, None, mark if mark and not mark[0].isalnum() else ""

    def _same(self, place: int | None, was: Provision, line: str) -> Written:
        written = Written(place, was.kind, was.role, was.number, was.mark)
        words = _without(was.mark, line)
        if was.heading:
            written.heading = was.heading
        elif words:
            written.lines = [words]
        self._take(place)
        return written

    def _opened(self, place: int | None, kind: Kind, label: Label, before: UnitLine | None) -> Written:
        was = self.nodes[place] if place is not None else None
        written = Written(place, kind, Role.PLAIN, label.number, label.mark)
        if (
            was is not None
            and was.kind is kind
            and was.mark
            and same_words(was.mark) == same_words(label.mark)
        ):
            written.number, written.mark = was.number, was.mark
        has_heading = (
            kind is Kind.DIEU if was is None else bool(was.heading) or (kind is Kind.DIEU and not was.text)
        )
        rest = label.rest
        if has_heading:
            written.heading = was.heading if was and same_words(was.heading) == same_words(rest) else rest
        elif rest:
            written.lines = [rest]
        self._take(place)
        return written

    def _opened_text(self, place: int | None, role: Role, mark: str, words: str) -> Written:
        self._take(place)
        return Written(place, Kind.TEXT, role, mark=mark, lines=[words])

    def _take(self, place: int | None) -> None:
        if place is not None:
            self.taken.add(place)

    def _hang(self, written: Written) -> None:
        """Hang a node below the one that held it before, else below the innermost that may."""
        above = self.above.get(written.was) if written.was is not None else None
        depth = next(
            (n for n, each in enumerate(self.stack) if above is not None and each.was == above), None
        )
        if depth is not None and _level(self.stack[depth].kind) < _level(written.kind):
            del self.stack[depth + 1 :]
        elif written.kind is not Kind.TEXT:
            while len(self.stack) > 1 and _level(self.stack[-1].kind) >= _level(written.kind):
                self.stack.pop()
        self.stack[-1].children.append(written)
        if written.kind is not Kind.TEXT:
            self.stack.append(written)

    def _count_quotes(self, line: str) -> None:
        self.quotes = max(0, self.quotes + line.count(_OPENING) - line.count(_CLOSING))


def _finish(written: Written, reader: _Reader) -> None:
    """Give the words of a node to itself, or to the lead of what it holds."""
    for child in written.children:
        _finish(child, reader)
    was = reader.nodes[written.was] if written.was is not None else None
    text = "\n".join(written.lines)
    if was is not None and _words(was.text.split("\n")) == _words(written.lines):
        text = was.text
    if not written.children:
        written.text = text
        return
    first = written.children[0]
    if text and first.role is Role.CHAPEAU:
        first.text = "\n".join(filter(None, (text, first.text)))
    elif text:
        written.children.insert(0, Written(_lead_of(written, reader), Kind.TEXT, Role.CHAPEAU, text=text))
    if len(written.children) == 1 and written.children[0].role is Role.CHAPEAU:
        written.text, written.children = written.children[0].text, []


def _words(lines: list[str]) -> list[str]:
    return [words for line in lines if (words := same_words(line))]


def _lead_of(written: Written, reader: _Reader) -> int | None:
    """The place of the lead that a node had before, where nothing else has become of it."""
    if written.was is None:
        return None
    was = reader.nodes[written.was]
    place = written.was + 1
    if was.children and was.children[0].role is Role.CHAPEAU and place not in reader.taken:
        reader.taken.add(place)
        return place
    return None


def _lines_of(text: str) -> list[str]:
    return [words for line in re.split(r"\r\n|\r|\n", text) if (words := line.strip())]


def _label(line: str, kind: Kind, was: Provision | None) -> Label | None:
    """The label that opens a line; an unusual one that a node had before is one, too (``1.1.``, ``(a)``)."""
    label = read_label(line, kind)
    if label is None and was is not None and was.kind is kind and was.mark and line.startswith(was.mark):
        return Label(kind, was.mark, was.number, line.removeprefix(was.mark).strip())
    return label


def _parents(unit: Provision) -> dict[int, int]:
    above: dict[int, int] = {}

    def visit(node: Provision, place: int) -> int:
        below = place + 1
        for child in node.children:
            above[below] = place
            below = visit(child, below)
        return below

    visit(unit, 0)
    return above


def _level(kind: Kind) -> int:
    return len(LEVELS) if kind is Kind.TEXT else LEVELS.index(kind)


def _without(mark: str, line: str) -> str:
    return line.removeprefix(mark).strip() if mark else line
