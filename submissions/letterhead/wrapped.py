"""Lines of a head that a narrow column has cut in two: a motto, place and date, the symbol after its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from submissions.letterhead import marks
from submissions.letterhead.names import read_name
from submissions.letterhead.pieces import Piece

_LINES_AHEAD: Final = 3
"""How far below the rest of a line may stand: the lines of the other column come between."""

_UNFINISHED: Final = re.compile(
    r"(?:ngay[\s.…_]{0,9}(?:[0-9oil|]{1,2}\s*(?:thang[\s.…_]{0,9}(?:[0-9oil|]{1,2}\s*(?:n[ao]m)?)?)?)?"
    r"|c[oq]ng\s*hoa(?:\s*xa(?:\s*hoi(?:\s*chu(?:\s*nghia(?:\s*viet)?)?)?)?)?"
    r"|d[ao]ng\s*cong\s*san(?:\s*viet)?|doc\s*iap\s*[-.,~]*\s*tu\s*do\s*[-.,~]*(?:\s*hanh)?)\s*$",
    re.ASCII,
)
_DATE: Final = re.compile(
    r"ngay[\s.…_]{0,9}[0-9oil|]{0,2}[\s.…_]{0,9}thang[\s.…_]{0,9}[0-9oil|]{0,2}[\s.…_]{0,9}"
    r"n[ao]m[\s.…_]{0,9}(?:19|20|i9|2o)[0-9oil|]{2}\W*",
    re.ASCII,
)
_AFTER_PLACE: Final = re.compile(r"(?P<rest>[^,\d]{0,30}?),?\s*" + _DATE.pattern, re.ASCII)
_WHOLE: Final = (marks.STATE_MOTTO, marks.PARTY_MOTTO, marks.TAGLINE, _DATE)
_CUT_SYMBOL: Final = re.compile(r"(?:^|\t|\s{3})(?P<symbol>s[o0]\s{0,2}[:.]?\s{0,3}[0-9]\S{0,30}[-/])\s*$")
_SYMBOL_END: Final = re.compile(r"[A-ZĐƯ][\w.&Đ]{0,11}(?:[-/][A-ZĐƯ][\w.&]{0,11}){0,4}")


def rejoin(lines: Sequence[Piece]) -> list[Piece]:
    """Return the lines of a head with what was cut put together again; all else stays as it is.

    The places of what is put to a line are its end: a value that two lines hold stands in the first of them.
    """
    out = list(lines)
    for at in range(len(out)):
        while _ends_cut(out[at]) and _take_rest(out, at):
            continue
        if out[at].gaps():
            _take_date(out, at)
    return [piece for piece in out if piece.text]


def _ends_cut(line: Piece) -> bool:
    return bool(_UNFINISHED.search(line.skeleton[-60:]) or _CUT_SYMBOL.search(line.plain))


def _take_rest(lines: list[Piece], at: int) -> bool:
    """Put to a line what one of the next ones holds of it; tell whether anything was found."""
    is_symbol = _CUT_SYMBOL.search(lines[at].plain) is not None
    for below in range(at + 1, min(len(lines), at + 1 + _LINES_AHEAD)):
        cells = lines[below].gaps()
        for cell in cells[:1] if is_symbol else reversed(cells):
            joined = _joined(lines[at], cell, "" if is_symbol else " ")
            if _SYMBOL_END.fullmatch(cell.text) if is_symbol else _is_more(lines[at], cell, joined):
                lines[at] = joined
                lines[below] = _without(lines[below], cell)
                return True
        if is_symbol:
            return False
    return False


def _take_date(lines: list[Piece], at: int) -> None:
    """Put the date to a line that ends in its place, or within it ("Thành phố Hồ Chí" / "Minh, ngày …")."""
    place = lines[at].gaps()[-1]
    if len(place.text) > 40 or not place.text[0].isupper():
        return
    for below in range(at + 1, min(len(lines), at + 1 + _LINES_AHEAD)):
        for cell in reversed(lines[below].gaps()):
            match = _AFTER_PLACE.fullmatch(cell.skeleton)
            if match and _is_place(place.text, cell.text[: match.end("rest")]):
                lines[at], lines[below] = _joined(lines[at], cell, " "), _without(lines[below], cell)
                return


def _is_place(begun: str, rest: str) -> bool:
    if not rest.strip():
        return begun.endswith(",") and not begun.isupper()
    name, alone = read_name(f"{begun} {rest}"), read_name(rest)
    return name is not None and name.certainty == 1 and alone is None


def _is_more(line: Piece, cell: Piece, joined: Piece) -> bool:
    """Tell whether a cell goes on with what a line began: to its end, or by a further part of it."""
    if any(_reaches(pattern, line, joined) for pattern in _WHOLE):
        return True
    begun, longer = _UNFINISHED.search(line.skeleton), _UNFINISHED.search(joined.skeleton)
    return bool(begun and longer and longer.start() == begun.start() and len(cell.text) < 40)


def _reaches(pattern: re.Pattern[str], line: Piece, joined: Piece) -> bool:
    return any(
        match.start() < len(line.text) < match.end() == len(joined.text)
        for match in pattern.finditer(joined.skeleton)
    )


def _joined(line: Piece, cell: Piece, between: str) -> Piece:
    more = f"{between}{cell.text}"
    return Piece(
        line.text + more,
        f"{line.plain}{between}{cell.plain}",
        line.paragraph,
        [*line.offsets, *[line.offsets[-1]] * len(more)],
    )


def _without(line: Piece, cell: Piece) -> Piece:
    """Return a line without one of its cells, which stands at one of its ends or alone."""
    if line.offsets[0] == cell.offsets[0]:
        return line.part(len(cell.text), len(line.text))
    return line.part(0, line.text.rfind(cell.text))
