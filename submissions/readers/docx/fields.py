"""Fields of Word: their result is text, their instruction is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from submissions.readers.docx.names import VAL, W, is_on, number_of

_DEEPEST: Final = 50


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of a story, inner ones last; each is (is its result reached, instruction)."""

    _open: list[tuple[bool, str]] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    @property
    def is_instruction(self) -> bool:
        """Tell whether what stands here is an instruction of some open field and so is not shown."""
        return any(not reached for reached, _ in self._open)

    def instruct(self, words: str) -> None:
        """Take a part of the instruction of the innermost field."""
        if self._open:
            reached, said = self._open[-1]
            self._open[-1] = (reached, said + words)

    def pass_sign(self, sign: etree._Element) -> str:
        """Pass a begin, a separator or an end; return what the field shows by itself (a ticked box, a chosen entry)."""
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            shown = "" if self.is_instruction else _shown_by_itself(sign)
            if len(self._open) < _DEEPEST:
                self._open.append((False, ""))
            return shown
        if not self._open:
            return ""
        if kind == "separate":
            self._open[-1] = (True, self._open[-1][1])
        elif kind == "end":
            self.commands.append(self._open.pop()[1].strip())
        return ""


def _shown_by_itself(sign: etree._Element) -> str:
    box = sign.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = box.find(f"{W}checked")
        return "☒" if is_on(box.find(f"{W}default") if ticked is None else ticked) else "☐"
    choice = sign.find(f"{W}ffData/{W}ddList")
    if choice is None:
        return ""
    entries = choice.findall(f"{W}listEntry")
    result = choice.find(f"{W}result")
    place = (number_of(result.get(VAL)) if result is not None else 0) or 0
    return entries[place].get(VAL, "") if 0 <= place < len(entries) else ""
