"""Any text, made fit for print: composed letters, no invisible characters, nothing a font cannot draw."""

import unicodedata
from collections.abc import Collection

MISSING = "□"
_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SYMBOL_FONT = range(0xF020, 0xF100)  # where Word keeps the glyphs of Symbol and Wingdings
_NONCHARACTERS = {0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class Lettering(dict[int, str]):
    """Cleans text for one file and counts what had to be replaced.

    With `letters` (the code points a font draws) everything else becomes □; without it only what no file may
    hold goes. The result is NFC; control, format and bidirectional characters are dropped, every line end
    is a line feed, tabs are blanks, bullets of the symbol fonts are •.
    """

    def __init__(self, letters: Collection[int] | None = None) -> None:
        super().__init__()
        self._letters = letters
        self._missing = MISSING if letters is None or ord(MISSING) in letters else "?"
        self.replaced = 0

    def __call__(self, text: str) -> str:
        """The printable form of `text`; `replaced` grows by the number of characters that were lost."""
        composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        printable = composed.translate(self)
        self.replaced += printable.count(self._missing) - composed.count(self._missing)
        return printable

    def __missing__(self, point: int) -> str:
        self[point] = self._letter(point)
        return self[point]

    def _letter(self, point: int) -> str:
        char = chr(point)
        if char == "\n" or char in _LINE_ENDS:
            return "\n"
        if char == "\t":
            return " "
        if point in _SYMBOL_FONT:
            return " " if point == _SYMBOL_FONT.start else "•"
        category = unicodedata.category(char)
        if category in ("Cc", "Cf", "Cs") or point in _VARIATION_SELECTORS:
            return ""
        if category == "Co" or point in _NONCHARACTERS or not self._is_drawn(point):
            return self._missing
        return char

    def _is_drawn(self, point: int) -> bool:
        return self._letters is None or point in self._letters


def shorten(text: str, length: int) -> str:
    """One line of at most `length` characters, cut between words, with … where something was left out."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut, following = line[: length - 1], line[length - 1]
    if following != " " and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:.–-") + "…"
