"""Markup that was left in a plain text: tags, entities, Markdown and wiki signs, the bars of a table."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

_SOME: Final = re.compile(
    r"[<&\\|]|\*\*|__|'''|^\s*[>#=;]|^\s*[-*+•]\s+(?:\*\*)?(?:\d{1,3}\\?[.)]|[a-zđ]\\?\)|(?:Điều|Chương|Mục)\s+[\dIVX])\s?"
)
#: The elements of pages and of Word; anything else in such brackets is words: ``<tên cơ quan>``.
_ELEMENT: Final = (
    r"a|article|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|label|li|ol|p|pre|s|section|"
    r"small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|(?:o|st1|v|w):\w+"
)
_PIECE: Final = re.compile(
    rf"(?P<gone></?(?i:{_ELEMENT})(?:[\s/][^<>]{{0,300}})?>"
    r"|<!--.{0,300}?-->|\\(?=[.\-()*_#\[\]>+])|(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)|'''"
    r"|\A\s*(?:(?:>|#{1,6}(?=\s)|={2,}(?=\s*[^=\s])|;(?=\s*\S))\s*)+"
    r"|\A\s*[-*+•]\s+(?=(?:\*\*)?(?:\d{1,3}\\?[.)]\s|[a-zđ]\\?\)\s|(?:Điều|Chương|Mục)\s+[\dIVX]))"
    r"|\s{0,99}={2,}\s{0,99}\Z|\A\s*\|[\s|]*|[\s|]{0,99}\|\s{0,99}\Z)"
    r"|(?P<tab>\s{0,99}\|\s{0,99})|(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)"
)


def has_markup(raw: str) -> bool:
    """Tell a line that may hold markup."""
    return _SOME.search(raw) is not None


def pieces_of(raw: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield the pieces of a line: from, to, and what is meant by it; None where it stands for itself."""
    place = 0
    for found in _PIECE.finditer(raw):
        if found.start() > place:
            yield place, found.start(), None
        yield found.start(), found.end(), _meant(found)
        place = found.end()
    if place < len(raw):
        yield place, len(raw), None


def _meant(found: re.Match[str]) -> str:
    if found["gone"] is not None:
        return ""
    return "\t" if found["tab"] is not None else html.unescape(found["entity"])
