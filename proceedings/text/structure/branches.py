"""The tree while it grows: branches over the source, cut where another text begins, and made into nodes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from proceedings.text.provisions import WORDS, Kind, Role
from proceedings.text.structure.numbers import BEFORE_FIRST, Value
from proceedings.text.structure.outline import Node


@dataclass(slots=True, eq=False)
class Branch:
    """A unit while it grows; its own words go from ``start`` to ``end``, its children follow them."""

    kind: Kind
    start: int
    end: int
    role: Role = Role.PLAIN
    number: str = ""
    word: str = ""
    mark: str = ""
    heading: str = ""
    head_end: int = 0  # where the heading lines end, for phần … điều and appendices
    body: int = 0  # where the words after mark and heading begin
    confidence: float = 0.95
    value: Value = BEFORE_FIRST
    style: str = ""
    above: tuple[int, ...] = ()
    last_khoan: Value = BEFORE_FIRST
    last_diem: Value = BEFORE_FIRST
    children: list[Branch] = field(default_factory=list)

    def cut(self, offset: int) -> None:
        """Take away all that begins at an offset or behind it."""
        self.end = min(self.end, offset)
        while self.children and self.children[-1].start >= offset:
            self.children.pop()
        if self.children:
            self.children[-1].cut(offset)

    def node(self, source: str) -> Node:
        """Return the node with its children, all without paths."""
        if not self.children:
            return self._leaf(source, self.start, self.end, self.role)
        children = (*self._leads(source), *(child.node(source) for child in self.children))
        end = children[-1].end
        return replace(
            self._leaf(source, self.start, end, self.role), text="", body=self.start, children=children
        )

    def _leaf(self, source: str, start: int, end: int, role: Role) -> Node:
        word = self.word.capitalize() or WORDS.get(self.kind, "")
        is_text = self.kind is Kind.TEXT and self.role is not Role.APPENDIX
        label = "" if is_text else f"{'Phụ lục' if self.kind is Kind.TEXT else word} {self.number}".strip()
        return Node(
            path="",
            kind=self.kind,
            role=role,
            number=self.number,
            label=label,
            heading=self.heading,
            mark=self.mark,
            text=source[start:end],
            start=start,
            end=end,
            body=max(self.body, start),
            confidence=self.confidence,
        )

    def _leads(self, source: str) -> list[Node]:
        """The heading line and the lead as leaves; a khoản or điểm has them in one."""
        plain = Branch(Kind.TEXT, self.start, self.end, confidence=self.confidence)
        head_end = self.head_end or self.start
        if head_end > self.start and not source[head_end : self.end].strip():
            head_end = self.end
        leads = []
        if head_end > self.start:
            head = plain._leaf(source, self.start, head_end, Role.PLAIN)
            leads.append(replace(head, is_lead=True, body=self.start))
        if self.end > head_end:
            lead = plain._leaf(source, head_end, self.end, Role.CHAPEAU)
            body = max(self.body, head_end)
            leads.append(replace(lead, body=body, is_lead=not source[body : self.end].strip()))
        return leads
