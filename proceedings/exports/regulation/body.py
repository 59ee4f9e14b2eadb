"""The tree of a regulation as lines on paper: which look each has, what begins a page, what ends the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from proceedings.exports.regulation.document import RegulationDocument
from proceedings.exports.regulation.head import broken
from proceedings.exports.regulation.looks import Component, LayoutProfile
from proceedings.text.provisions import LEVELS, Kind, Provision, Role, walk

_DIVISIONS = {
    Kind.PHAN: Component.DIVISION,
    Kind.CHUONG: Component.DIVISION,
    Kind.MUC: Component.SECTION,
    Kind.TIEU_MUC: Component.SECTION,
}
#: The look of the title that stands below the mark of a division.
TITLES = {
    Component.DIVISION: Component.DIVISION_TITLE,
    Component.SECTION: Component.SECTION_TITLE,
    Component.APPENDIX: Component.APPENDIX_TITLE,
}
_LONGEST_ENACTING = 60
_WIDEST = 30  # letters that count for the width of a column
_NARROWEST = 0.08  # of the line, for a column of a table
_ENDS = (".", "”", "»", ")")
_ENDED = (Component.BODY, Component.CLAUSE, Component.POINT, Component.ARTICLE)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: `mark` ("Điều 5.") and `title` wear the look of the component, `text` that of the body.

    `level` is that of the bookmark, 0 where there is none. `path` is the handle of the provision, given once.
    """

    component: Component
    text: str = ""
    mark: str = ""
    title: str = ""
    path: str = ""
    level: int = 0
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equally many cells, the widths of the columns as shares of 1."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """Here stand the recipients and who signs."""


Block = Line | Grid | Foot


def body_of(document: RegulationDocument, profile: LayoutProfile) -> tuple[Block, ...]:
    """Every line of the text in order, with the foot before the first appendix."""
    layout = _Layout(profile, _levels(document.provisions))
    kept = [node for node in document.provisions if not _gives_way(node, document)]
    roles = [node.role is Role.APPENDIX for node in kept]
    cut = roles.index(True) if True in roles else len(kept)
    text = _ended(list(layout.blocks(kept[:cut])), profile.signs.end)
    return (*text, Foot(), *layout.blocks(kept[cut:]))


def _gives_way(node: Provision, document: RegulationDocument) -> bool:
    if node.role is Role.TITLE:
        return bool(document.type_name or document.subject)
    return node.role is Role.SIGNATURE and bool(document.signing or document.recipients)


def _levels(provisions: Iterable[Provision]) -> dict[Kind, int]:
    """The level of the bookmark of each kind: the outermost that the text has is 1."""
    present = {node.kind for node in walk(provisions)}
    headed = [kind for kind in LEVELS if kind in present and kind not in (Kind.KHOAN, Kind.DIEM)]
    return {kind: level for level, kind in enumerate(headed, start=1)}


class _Layout:
    """Turns nodes into lines, each by its kind and role."""

    def __init__(self, profile: LayoutProfile, levels: dict[Kind, int]) -> None:
        self._profile, self._levels = profile, levels

    def blocks(self, nodes: Iterable[Provision]) -> Iterator[Block]:
        """The lines of some siblings; tables that follow each other are one, as word processors have it."""
        for is_table, group in groupby(nodes, key=lambda node: node.role is Role.TABLE):
            if is_table:
                yield _grid(list(group))
            else:
                for node in group:
                    yield from self._node(node)

    def _node(self, node: Provision) -> Iterator[Block]:
        if node.kind in _DIVISIONS:
            yield from self._division(node)
        elif node.kind is Kind.DIEU:
            yield from self._article(node)
        elif node.kind in (Kind.KHOAN, Kind.DIEM):
            yield from self._numbered(node)
        elif node.role is Role.APPENDIX:
            yield from self._appendix(node)
        else:
            yield from self._text(node)

    def _division(self, node: Provision) -> Iterator[Block]:
        yield Line(
            _DIVISIONS[node.kind],
            mark=node.mark or node.label,
            title=self._title(node.heading, _DIVISIONS[node.kind]),
            path=node.path,
            level=self._levels[node.kind],
        )
        yield from self._rest(node)

    def _article(self, node: Provision) -> Iterator[Block]:
        mark = node.mark or f"{node.label}."
        first, node = ("", node) if node.heading else _without_first_line(node)
        yield Line(
            Component.ARTICLE, first, mark, node.heading, path=node.path, level=self._levels[Kind.DIEU]
        )
        yield from self._rest(node)

    def _numbered(self, node: Provision) -> Iterator[Block]:
        is_clause = node.kind is Kind.KHOAN
        form = self._profile.clause_marks[0] if is_clause else "{})"
        mark = node.mark or form.format(node.number)
        first, node = (node.heading, node) if node.heading else _without_first_line(node)
        component = Component.CLAUSE if is_clause else Component.POINT
        yield Line(component, first, mark, path=node.path)
        yield from self._rest(node)

    def _appendix(self, node: Provision) -> Iterator[Block]:
        mark = node.mark or f"Phụ lục {node.number}".strip()
        title = self._title(node.heading, Component.APPENDIX)
        yield Line(Component.APPENDIX, mark=mark, title=title, path=node.path, level=1, begins_page=True)
        yield from self._rest(node)

    def _title(self, heading: str, component: Component) -> str:
        """The title of a division in lines that part it where a reader pauses."""
        look = self._profile.looks[TITLES[component]]
        return broken(heading, look, self._profile.line_width)

    def _text(self, node: Provision) -> Iterator[Block]:
        """A text node; its mark (a hyphen) stands before its first line."""
        lines = _paragraphs(f"{node.heading}\n{node.text}") or ([""] if node.mark else [])
        for place, line in enumerate(lines):
            mark = node.mark if place == 0 else ""
            yield Line(_component(node.role, line), line, mark, path="" if place else node.path)
        yield from self.blocks(node.children)

    def _rest(self, node: Provision) -> Iterator[Block]:
        for line in _paragraphs(node.text):
            yield Line(Component.BODY, line)
        yield from self.blocks(node.children)


def _component(role: Role, line: str) -> Component:
    if role is Role.TITLE:
        return Component.ENACTING
    if role is Role.PREAMBLE:
        is_enacting = line.isupper() and len(line) <= _LONGEST_ENACTING
        return Component.ENACTING if is_enacting else Component.PREAMBLE
    return Component.SIGNATURE if role is Role.SIGNATURE else Component.BODY


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _without_first_line(node: Provision) -> tuple[str, Provision]:
    """The words that stand beside the mark, and the node without them: its own first line, or its chapeau's."""
    first, _, rest = node.text.partition("\n")
    if node.text or not node.children or node.children[0].role is not Role.CHAPEAU:
        return first, replace(node, text=rest)
    first, _, rest = node.children[0].text.partition("\n")
    return first, replace(node, text=rest, children=node.children[1:])


def _grid(nodes: list[Provision]) -> Grid:
    """Rows parted by line ends, cells by tabs; a wide column is one in which much is written."""
    rows = [line.split("\t") for node in nodes for line in node.text.split("\n")]
    columns = max(map(len, rows))
    filled = tuple((*row, *[""] * (columns - len(row))) for row in rows)
    longest = [min(max(len(row[column]) for row in filled), _WIDEST) + 4 for column in range(columns)]
    shares = [max(length / sum(longest), _NARROWEST) for length in longest]
    return Grid(filled, tuple(share / sum(shares) for share in shares), nodes[0].path)


def _ended(blocks: list[Block], end: str) -> list[Block]:
    """The text with the sign that ends it in the family, before a signature that it kept: "./." or "."."""
    is_text = [not _is_signature(block) for block in blocks]
    place = len(blocks) - 1 - is_text[::-1].index(True) if True in is_text else -1
    if place < 0 or not isinstance(last := blocks[place], Line) or last.component not in _ENDED:
        return blocks
    return [*blocks[:place], replace(last, text=_with_end(last.text, end)), *blocks[place + 1 :]]


def _is_signature(block: Block) -> bool:
    return isinstance(block, Line) and block.component is Component.SIGNATURE


def _with_end(text: str, end: str) -> str:
    """The words with `end` in the place of their point; words that end in another way stay as they are."""
    words = text.rstrip()
    bare = words.removesuffix("./.").rstrip() if words.endswith("./.") else words.removesuffix(".")
    if not bare or bare.endswith(".") or not (words.endswith(_ENDS) or bare[-1].isalnum()):
        return text
    return f"{bare}{end}"
