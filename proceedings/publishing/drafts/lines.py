"""A draft as the lines of its page, in reading order, each with the address and the citation of its provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from proceedings.queries.draft_citations import cite, cite_table, fragment
from proceedings.queries.draft_marks import Mark
from proceedings.text.citations import Outline
from proceedings.text.provisions import WORDS, Kind, Provision, Role

TOP = 2  # the level of the outermost heading, below the page's own
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """One provision with its own words. ``shape`` is its kind or role; ``level`` that of its heading, 0 without one.

    ``anchors`` are paths of provisions that have no line of their own, as a khoản's first words.
    """

    path: str
    fragment: str
    cited: str
    shape: str
    level: int
    heading: tuple[str, ...]
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    anchors: tuple[str, ...] = ()
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents; ``level`` counts from 1."""

    fragment: str
    level: int
    label: str
    heading: str


def lines_of(
    provisions: Iterable[Provision], outline: Outline, marks: Mapping[str, Mark]
) -> Iterator[ProvisionLine]:
    """Yield the lines of a draft; ``marks`` say by path what changed since the draft before."""
    yield from _Writer(outline, marks).lines(provisions, TOP)


def contents_of(lines: Iterable[ProvisionLine]) -> tuple[Entry, ...]:
    """Return the headed provisions of a page."""
    return tuple(
        Entry(line.fragment, line.level - TOP + 1, line.heading[0], " ".join(line.heading[1:]))
        for line in lines
        if line.level
    )


class _Writer:
    def __init__(self, outline: Outline, marks: Mapping[str, Mark]) -> None:
        self._outline, self._marks = outline, marks

    def lines(self, provisions: Iterable[Provision], level: int) -> Iterator[ProvisionLine]:
        tables = 0
        for is_table, group in groupby(provisions, key=lambda each: each.role is Role.TABLE):
            if is_table:
                tables += 1
                yield self._table(list(group), tables)
            else:
                for provision in group:
                    yield from self._branch(provision, level)

    def _branch(self, provision: Provision, level: int) -> Iterator[ProvisionLine]:
        own, children = provision.own_lines()
        own = "\n".join(own).split("\n") if own else []
        heading, paragraphs = _parted(provision, own)
        taken = provision.children[: len(provision.children) - len(children)]
        yield self._line(
            provision,
            level=min(level, DEEPEST) if heading else 0,
            heading=heading,
            paragraphs=tuple(paragraphs),
            anchors=tuple(child.path for child in taken),
        )
        yield from self.lines(children, level + 1 if heading else level)

    def _table(self, provisions: list[Provision], place: int) -> ProvisionLine:
        rows = [(each.path, line.split("\t")) for each in provisions for line in each.text.split("\n")]
        columns = max(len(cells) for _path, cells in rows)
        seen = {provisions[0].path}
        filled = []
        for path, cells in rows:
            filled.append(("" if path in seen else path, (*cells, *[""] * (columns - len(cells)))))
            seen.add(path)
        cited = cite_table(provisions[0].path, place, self._outline)
        return self._line(provisions[0], cited=cited, rows=tuple(filled))

    def _line(
        self,
        provision: Provision,
        *,
        cited: str = "",
        level: int = 0,
        heading: tuple[str, ...] = (),
        paragraphs: tuple[str, ...] = (),
        rows: tuple[tuple[str, tuple[str, ...]], ...] = (),
        anchors: tuple[str, ...] = (),
    ) -> ProvisionLine:
        return ProvisionLine(
            path=provision.path,
            fragment=fragment(provision.path),
            cited=cited or cite(provision.path, self._outline),
            shape=(provision.role.value or "plain") if provision.kind is Kind.TEXT else provision.kind.value,
            level=level,
            heading=heading,
            paragraphs=paragraphs,
            rows=rows,
            anchors=anchors,
            mark=self._marks.get(provision.path),
        )


def _parted(provision: Provision, own: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Part the lines of a provision into its heading (mark, then title) and its paragraphs."""
    mark = provision.mark or provision.label
    if provision.kind in WORDS and provision.kind is not Kind.DIEU:
        count = 1 + (provision.heading.count("\n") + 1 if provision.heading else 0)
        return tuple(own[:count]), own[count:]
    if provision.kind is not Kind.DIEU and provision.role is not Role.APPENDIX:
        return (), own
    if provision.heading:
        count = provision.heading.count("\n") + 1
        title = " ".join(own[:count]).removeprefix(mark).strip()
        return tuple(filter(None, (mark, title))), own[count:]
    if not own or not provision.mark:
        return ((mark,) if mark else ()), own
    first = own[0].removeprefix(provision.mark).strip()
    return (provision.mark,), [*filter(None, [first]), *own[1:]]
