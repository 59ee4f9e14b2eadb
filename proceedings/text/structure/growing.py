"""One text while it is read: the units that are open, where the next words go, and which numbers were last."""

from __future__ import annotations

from dataclasses import dataclass, field

from proceedings.text.provisions import LEVELS, Kind, Role
from proceedings.text.structure.branches import Branch
from proceedings.text.structure.lines import Line
from proceedings.text.structure.numbers import BEFORE_FIRST, Value


@dataclass(slots=True, eq=False)
class GrowingText:
    """The branches of one text; ``cursor`` is the leaf that the next words belong to."""

    start: int
    branches: list[Branch] = field(default_factory=list)
    stack: list[Branch] = field(default_factory=list)
    cursor: Branch | None = None
    title: str = ""
    first_line: int = 0
    articles: int = 0
    last_article: Value = BEFORE_FIRST
    last: dict[Kind, Value] = field(default_factory=dict)
    fresh: set[Kind] = field(default_factory=set)  # divisions that may begin at 1 again
    nested: str = ""  # the sign of a row of numbers inside a khoản

    @property
    def article(self) -> Branch | None:
        """The article that is open."""
        return self._open(Kind.DIEU)

    @property
    def khoan(self) -> Branch | None:
        """The khoản that is open."""
        return self._open(Kind.KHOAN)

    @property
    def diem(self) -> Branch | None:
        """The điểm that is open."""
        return self._open(Kind.DIEM)

    def extend(self, line: Line) -> None:
        """Add a line to the words that were read last."""
        if self.cursor is None:
            self.add_text(line, Role.TITLE, at_top=True)
        else:
            self.cursor.end = line.end

    def add_text(
        self, line: Line, role: Role, *, at_top: bool = False, mark_length: int = 0, confidence: float = 0.95
    ) -> Branch:
        """Open a leaf of text in the innermost unit, or beside the outermost ones."""
        if at_top:
            self.stack.clear()
        branch = Branch(Kind.TEXT, line.start, line.end, role=role, confidence=confidence)
        if mark_length:
            branch.body = line.after(mark_length)
            branch.mark = line.raw[: branch.body - line.start].strip()
        (self.stack[-1].children if self.stack else self.branches).append(branch)
        self.cursor = branch
        return branch

    def open_unit(self, branch: Branch) -> None:
        """Open a unit in the innermost one that is above its kind."""
        level = LEVELS.index(branch.kind)
        while self.stack and LEVELS.index(self.stack[-1].kind) >= level:
            self.stack.pop()
        (self.stack[-1].children if self.stack else self.branches).append(branch)
        self.stack.append(branch)
        self.cursor = branch

    def cut(self, offset: int) -> None:
        """Take away all from an offset on: it belongs to the next text."""
        while self.branches and self.branches[-1].start >= offset:
            self.branches.pop()
        if self.branches:
            self.branches[-1].cut(offset)

    def _open(self, kind: Kind) -> Branch | None:
        return next((branch for branch in self.stack if branch.kind is kind), None)
