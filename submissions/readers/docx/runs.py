"""The inside of a paragraph: runs, links, fields, changes, signs, pictures → pieces of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from submissions.readers.docx.bookmarks import BOOKMARK_SIGNS, Bookmarks
from submissions.readers.docx.fields import Fields
from submissions.readers.docx.found import Surroundings
from submissions.readers.docx.lines import Change, Piece
from submissions.readers.docx.names import DRAWING, MATH, MC, W, branch_of, is_on, value_of
from submissions.readers.docx.signs import shown_sign, shown_signs
from submissions.readers.docx.styles import Style

CHANGES: Final = {
    f"{W}ins": Change.INSERTED,
    f"{W}moveTo": Change.INSERTED,
    f"{W}del": Change.DELETED,
    f"{W}moveFrom": Change.DELETED,
}
#: What only holds other content.
HOLDERS: Final = {
    W + name: None for name in ("smartTag", "hyperlink", "customXml", "sdtContent", "dir", "bdo")
}
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_SHAPES: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})


class Inline:
    """Reads the paragraphs of one story one after the other: fields may reach over several."""

    def __init__(self, found: Surroundings) -> None:
        """Begin a story; ``boxes`` and ``bookmarks`` are those of the paragraph that was read last."""
        self._found = found
        self._fields = Fields()
        self._style = Style()
        self._pieces: list[Piece] = []
        self.boxes: list[etree._Element | str] = []
        self.bookmarks = Bookmarks()
        self._handlers: dict[str, Callable[[etree._Element, Change, str], None]] = {
            f"{W}t": self._take_text,
            f"{W}delText": self._take_text,
            f"{W}instrText": self._take_instruction,
            f"{W}delInstrText": self._take_instruction,
            f"{W}fldChar": self._take_field_sign,
            f"{W}sym": self._take_symbol,
            f"{W}footnoteReference": self._take_note,
            f"{W}endnoteReference": self._take_note,
            f"{W}ruby": self._take_ruby,
        }

    def read(self, paragraph: etree._Element, style: Style, change: Change) -> list[Piece]:
        """Return the pieces of a paragraph in this style; everything in it has at least this change."""
        self._style, self._pieces, self.boxes = style, [], []
        self.bookmarks.begin_line()
        self._take_children(paragraph, change)
        self._found.commands += self._fields.commands
        self._fields.commands.clear()
        return self._pieces

    def _take_children(self, parent: etree._Element, change: Change) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._take_run(child, change)
            elif tag in CHANGES:
                self._take_children(child, change | CHANGES[tag])
            elif tag in HOLDERS:
                self._take_children(child, change)
            elif tag in BOOKMARK_SIGNS:
                self.bookmarks.pass_sign(child, len(self._pieces))
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    self._take_children(content, change)
            elif tag == f"{W}fldSimple":
                self._found.commands.append(child.get(f"{W}instr", "").strip())
                self._take_children(child, change)
            elif tag == f"{MC}AlternateContent":
                branch = branch_of(child)
                if branch is not None:
                    self._take_children(branch, change)
            elif tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
                self._add("".join(child.itertext(f"{MATH}t", f"{W}t")), "", change)

    def _take_run(self, run: etree._Element, change: Change) -> None:
        properties = run.find(f"{W}rPr")
        style = (
            self._found.styles.of_run(value_of(properties, "rStyle")) if properties is not None else Style()
        )
        is_hidden = None if properties is None else is_on(properties.find(f"{W}vanish"))
        if is_hidden is None:
            is_hidden = style.is_hidden if style.is_hidden is not None else self._style.is_hidden
        font = (
            self._found.styles.font_in(properties)
            or style.font
            or self._style.font
            or self._found.styles.font
        )
        before = len(self._pieces)
        self._take_run_content(run, change, font)
        if is_hidden:
            self._found.hidden_characters += sum(len(piece.text.strip()) for piece in self._pieces[before:])
            del self._pieces[before:]

    def _take_run_content(self, run: etree._Element, change: Change, font: str) -> None:
        for child in run:
            tag = child.tag
            if handler := self._handlers.get(tag):
                handler(child, change, font)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], font, change)
            elif tag in _SHAPES:
                self._look_into_shape(child)
            elif tag == f"{MC}AlternateContent":
                branch = branch_of(child)
                if branch is not None:
                    self._take_run_content(branch, change, font)

    def _take_text(self, element: etree._Element, change: Change, font: str) -> None:
        if element.text:
            deleted = Change.DELETED if element.tag == f"{W}delText" else Change.NONE
            self._add(shown_signs(element.text.replace("\n", " "), font), font, change | deleted)

    def _take_instruction(self, element: etree._Element, change: Change, font: str) -> None:
        self._fields.instruct(element.text or "")

    def _take_field_sign(self, element: etree._Element, change: Change, font: str) -> None:
        if shown := self._fields.pass_sign(element):  # it stands before the instruction that it begins
            self._pieces.append(Piece(shown, "", change))

    def _take_symbol(self, element: etree._Element, change: Change, font: str) -> None:
        try:
            sign = chr(int(element.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._add(shown_sign(sign, element.get(f"{W}font", font)), "", change)

    def _take_note(self, element: etree._Element, change: Change, font: str) -> None:
        is_foot = element.tag == f"{W}footnoteReference"
        notes = self._found.footnotes if is_foot else self._found.endnotes
        mark = notes.mark(element.get(f"{W}id"))
        if element.get(f"{W}customMarkFollows") is None:
            self._add(mark, "", change)

    def _take_ruby(self, element: etree._Element, change: Change, font: str) -> None:
        base = element.find(f"{W}rubyBase")
        if base is not None:
            self._take_children(base, change)

    def _look_into_shape(self, shape: etree._Element) -> None:
        """Find the text boxes and pictures of a shape, one branch of each alternative."""
        for child in shape:
            tag = child.tag
            if tag == f"{MC}AlternateContent":
                branch = branch_of(child)
                if branch is not None:
                    self._look_into_shape(branch)
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag == f"{_VML}textpath":  # letters drawn as a picture, as in a watermark
                self.boxes.append(child.get("string", ""))
            elif tag == f"{DRAWING}t":
                self.boxes.append(child.text or "")
            else:
                self._found.pictures += tag in (f"{DRAWING}blip", f"{_VML}imagedata")
                self._look_into_shape(child)

    def _add(self, text: str, font: str, change: Change) -> None:
        if text and not self._fields.is_instruction:
            self._pieces.append(Piece(text, font, change))
