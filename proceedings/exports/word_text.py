"""User text as the inside of a Word run: every letter kept, blanks kept, nothing that XML cannot hold."""

import re
from typing import Final
from xml.sax.saxutils import escape

#: What XML 1.0 has no form for; Word calls a file damaged that holds one of them.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS: Final = re.compile(r"(\t|\r\n|[\n\r\v\f])")
REPLACEMENT: Final = "\ufffd"


def legal(text: str) -> str:
    """Return `text` with U+FFFD for each character that XML cannot hold; nothing else is touched (NFD stays NFD)."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def run_content(text: str, element: str = "t") -> str:
    """Return the children of one ``w:r``: ``w:t`` (or ``w:delText``), a tab as ``w:tab``, a line end as ``w:br``."""
    return "".join(_content(piece, element) for piece in _SIGNS.split(legal(text)) if piece)


def _content(piece: str, element: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if _SIGNS.fullmatch(piece):
        return "<w:br/>"
    return f'<w:{element} xml:space="preserve">{escape(piece)}</w:{element}>'
