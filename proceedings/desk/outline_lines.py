"""A draft as the lines of an outline: light rows in reading order, gathered into parts that a page can hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models.functions import Left, Length

from proceedings.models import Draft
from proceedings.text.provisions import WORDS, Kind, Role
from proceedings.vocabulary import ProvisionKind, ProvisionRole

#: Characters of a provision's words that the outline shows.
FIRST_WORDS: Final = 140
#: Below this confidence a person should look (the parser's own words for "not sure").
SURE_FROM: Final = 0.7
#: A part has about so many articles or lines at most; so many lines are shown on one page, whatever the parts.
MOST_ARTICLES: Final = 40
MOST_LINES: Final = 500
ON_ONE_PAGE: Final = 450
_STEPS: Final = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm", "doan": "đoạn"}
_DIVISIONS: Final = frozenset({Kind.PHAN, Kind.CHUONG})
_FIELDS: Final = (
    "pk",
    "parent_id",
    "kind",
    "role",
    "number",
    "mark",
    "heading",
    "first",
    "size",
    "confidence",
    "path",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One provision as a line."""

    pk: int
    depth: int
    kind: Kind
    role: str
    name: str  # "Điều 5", "khoản 2", "Phụ lục"; what a person calls it
    label: str  # as printed at the head of the line: "Điều 5.", "2.", "a)"
    heading: str
    words: str
    is_cut: bool
    is_doubtful: bool
    is_repeated: bool

    @property
    def role_name(self) -> str:
        """What a paragraph does where it stands, in words."""
        return str(ProvisionRole(self.role).label) if self.role else ""

    @property
    def needs_a_look(self) -> bool:
        """Tell whether a person should compare it with the original."""
        return self.is_doubtful or self.is_repeated


@dataclass(slots=True)
class Part:
    """A chapter, or a run of articles: what is unfolded at once."""

    number: int
    lines: list[Line]

    @property
    def title(self) -> str:
        """What the part is called: its division, or its first and last article."""
        first = self.lines[0]
        if first.kind in WORDS and first.kind is not Kind.DIEU:
            return f"{first.name}. {first.heading}" if first.heading else first.name
        articles = [line.name for line in self.lines if line.kind is Kind.DIEU]
        if articles:
            return articles[0] if len(articles) == 1 else f"{articles[0]} – {articles[-1]}"
        return str(first.name or first.heading or first.words)[:80]

    @property
    def article_count(self) -> int:
        """How many articles it has."""
        return sum(line.kind is Kind.DIEU for line in self.lines)

    @property
    def doubt_count(self) -> int:
        """How many lines a person should look at."""
        return sum(line.needs_a_look for line in self.lines)


def lines_of(draft: Draft) -> list[Line]:
    """Return the provisions of a draft as lines, in reading order: one query, however many there are."""
    rows = draft.provisions.annotate(first=Left("text", FIRST_WORDS), size=Length("text"))
    depths: dict[int, int] = {}
    return [_line(values, depths) for values in rows.order_by("position").values_list(*_FIELDS)]


def parts_of(lines: Iterable[Line]) -> list[Part]:
    """Gather lines into parts: one begins with a phần or chương, and where the one before is full."""
    parts: list[Part] = []
    for line in lines:
        if not parts or _begins(line, parts[-1]):
            parts.append(Part(len(parts) + 1, []))
        parts[-1].lines.append(line)
    return parts


def part_with(parts: list[Part], pk: int | None) -> Part | None:
    """Return the part in which a provision stands."""
    return next((part for part in parts if any(line.pk == pk for line in part.lines)), None) if pk else None


def name_of(kind: Kind, role: str, number: str) -> str:
    """Return what a person calls a provision: ``Điều 5``, ``Khoản 2``, ``Phụ lục I``; nothing for a paragraph."""
    if kind is Kind.TEXT:
        return f"{ProvisionRole(role).label} {number}".strip() if role else ""
    return f"{ProvisionKind(kind.value).label} {number}".strip()


def full_name_of(kind: Kind, role: str, number: str, path: str) -> str:
    """Return what a person calls a provision, with what it stands in: ``Điểm a khoản 2 Điều 5``, ``Đoạn 1 Điều 4``."""
    steps = [step.partition("-") for step in path.split(".")]
    if len(steps) == 1 or any(word not in _STEPS for word, _dash, _number in steps):
        return name_of(kind, role, number) or str(
            ProvisionRole(role).label if role else ProvisionKind.TEXT.label
        )
    told = " ".join(f"{_STEPS[word]} {number}" for word, _dash, number in reversed(steps))
    return f"{told[0].upper()}{told[1:]}"


def _line(values: tuple[Any, ...], depths: dict[int, int]) -> Line:
    pk, parent, kind, role, number, mark, heading, first, size, confidence, path = values
    depths[pk] = depths[parent] + 1 if parent else 0
    of = Kind(kind)
    return Line(
        pk=pk,
        depth=depths[pk],
        kind=of,
        role=role,
        name=name_of(of, role, number),
        label=mark or (f"{WORDS[of]} {number}" if of in WORDS and number else ""),
        heading=heading,
        words=" ".join(first.split()),
        is_cut=size > FIRST_WORDS,
        is_doubtful=confidence < SURE_FROM,
        is_repeated=of is not Kind.TEXT and "~" in path.rpartition(".")[2],
    )


def _begins(line: Line, part: Part) -> bool:
    count = len(part.lines)
    if line.kind in _DIVISIONS:
        return not all(above.kind in _DIVISIONS for above in part.lines)
    if line.depth == 0 and line.role in (Role.APPENDIX, Role.SIGNATURE) and part.article_count:
        return True
    if (count >= MOST_LINES and line.kind not in (Kind.KHOAN, Kind.DIEM)) or count >= 2 * MOST_LINES:
        return True
    return part.article_count >= MOST_ARTICLES and line.kind in (Kind.MUC, Kind.DIEU)
