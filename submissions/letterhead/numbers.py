"""Number and symbol as letterheads show them: labelled, blank in a draft, spoilt by recognition."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from proceedings.text.folding import strip_marks
from proceedings.text.symbols import PARTY_KINDS, STATE_KINDS, Family, parse_symbol
from submissions.letterhead.pieces import Piece


class Slip(StrEnum):
    """Why a symbol is less than certain."""

    NONE = "labelled"
    NO_LABEL = "no_label"
    FIGURES = "figures_repaired"
    SIGNS = "signs_repaired"
    SMALL_LABEL = "small_label"
    ODD_KIND = "unknown_kind"


@dataclass(frozen=True, slots=True)
class Number:
    """A symbol that stands in a piece from ``start`` to ``end``; ``value`` is empty where the number is left blank."""

    value: str
    family: Family | None
    issuer: str
    slip: Slip
    start: int
    end: int


_KINDS: Final = "|".join(
    sorted({strip_marks(kind) for kind in PARTY_KINDS | STATE_KINDS}, key=len, reverse=True)
)
_LABEL: Final = r"(?P<label>s[o06]\s{0,3}[:.;,]{0,2}\s{0,40})"
_FIGURES: Final = r"(?P<number>[0-9][0-9oil|]{0,5}[a-z]?|[oil|][0-9oil|]{1,5}|)"
_LEFT_BLANK: Final = r"[\s.…_]{0,80}"
_WORD: Final = r"[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*){0,3}"
_TAIL: Final = rf"{_WORD}(?:\s?[-/]\s?{_WORD}|\.\s[a-z]+-{_WORD}){{0,5}}"
_PARTY: Final = (
    rf"{_FIGURES}{_LEFT_BLANK}(?P<dash>[-~]{{1,2}})\s{{0,40}}(?P<kind>[a-z]{{1,4}})"
    rf"\s{{0,2}}(?P<slash>[/\\|])\s{{0,2}}(?P<issuer>{_TAIL})"
)
_SPOILT: Final = (
    rf"{_FIGURES}\s?(?P<dash2>[-~_.]?)\s?(?P<kind2>{_KINDS})\s?(?P<slash2>[/\\|li1.]|\s)\s?"
    r"(?P<issuer2>(?:vp|bnc|btg|btc)?t\.?u)"
)
_STATE: Final = (
    rf"{_FIGURES}{_LEFT_BLANK}(?:/\s?(?P<year>(?:19|20)[0-9]{{2}}))?\s{{0,2}}/\s{{0,2}}(?P<tail>{_TAIL})"
)
_BODIES: Final = tuple(re.compile(pattern) for pattern in (_PARTY, _STATE, _SPOILT))
_LABELLED: Final = tuple(re.compile(_LABEL + pattern.pattern) for pattern in _BODIES)
_BLANK: Final = re.compile(_LABEL + r"[\s.…_]{0,80}(?:[-/]\s?(?P<tail>[a-z]\S{0,20}))?\W*")
_END: Final = re.compile(r"[\w/]")
_CUT_OFF: Final = re.compile(r"\s?[-/]\s*$")
"""A sign after a symbol at the end of its line: something more belongs to it."""
_FIGURE_SLIPS: Final = str.maketrans("oOiIlL|", "0011111")
_SPELLED: Final = {
    strip_marks(kind): kind
    for kind in sorted(PARTY_KINDS | STATE_KINDS, key=lambda kind: (strip_marks(kind) != kind.lower(), kind))
    if sum(strip_marks(other) == strip_marks(kind) for other in PARTY_KINDS | STATE_KINDS) == 1
}


def find_number(piece: Piece, at: int = 0) -> Number | None:
    """Read the labelled symbol that begins at a place of a piece, or None.

    A label alone, with dots, blanks or a sign without a number after it, is a number left blank.
    """
    for pattern in _LABELLED:
        match = pattern.match(piece.plain, at)
        if match and not _END.match(piece.plain, match.end()):
            number = _read(piece, match)
            is_cut = number is not None and _CUT_OFF.match(piece.plain, match.end())
            return replace(number, slip=Slip.SIGNS) if number and is_cut else number
    match = _BLANK.match(piece.plain, at)
    if match and (match["tail"] or not piece.plain[match.end() :].strip()):
        return Number("", None, "", Slip.NONE, at, match.end())
    return None


def read_bare_number(piece: Piece) -> Number | None:
    """Read a piece that is a symbol as a whole, without a label."""
    for pattern in _BODIES[:2]:
        match = pattern.fullmatch(piece.plain.rstrip(" .,;"))
        if match and match["number"]:
            number = _read(piece, match)
            if number and number.value:
                return Number(
                    number.value, number.family, number.issuer, Slip.NO_LABEL, number.start, number.end
                )
    return None


def _read(piece: Piece, match: re.Match[str]) -> Number | None:
    groups = match.groupdict()
    figures, slip = piece.text[match.start("number") : match.end("number")], Slip.NONE
    label = piece.text[match.start("label") : match.end("label")] if groups.get("label") else "S"
    if not label.startswith("S"):
        slip = Slip.SMALL_LABEL
    repaired = figures
    if not figures[:-1].isdigit() or figures[-1:].lower() in set("oil|"):
        repaired = figures.translate(_FIGURE_SLIPS)
    if repaired != figures or (not repaired.isdigit() and repaired):
        slip = Slip.FIGURES
    rest, rest_slip = _rest(piece, match)
    symbol = parse_symbol(f"{repaired}{rest}")
    if symbol is None:
        return None
    if not repaired.strip("0"):
        return Number("", symbol.family, symbol.issuer, slip, match.start(), match.end())
    if slip is Slip.NONE:
        slip = rest_slip
    if slip is Slip.NONE and symbol.family is Family.PARTY and symbol.kind not in PARTY_KINDS:
        slip = Slip.ODD_KIND
    return Number(symbol.normalised, symbol.family, symbol.issuer, slip, match.start(), match.end())


def _rest(piece: Piece, match: re.Match[str]) -> tuple[str, Slip]:
    """Return the signs after the number, put right, and whether they had to be."""
    groups = match.groupdict()

    def text(group: str) -> str:
        return "".join(piece.text[match.start(group) : match.end(group)].split())

    if groups.get("tail"):
        tail = text("tail")
        first = re.split("[-/.]", tail, maxsplit=1)[0]
        if len(first) > 3 and first[1:].islower() and first[0].isupper():
            return "", Slip.NONE  # a word, as in "Số 294/Ngày 31-05-2026"
        kind = _respelled(first)
        year = f"/{groups['year']}" if groups["year"] else ""
        rest, is_spoilt = _mended(_without_dots(tail[len(first) :]))
        slip = Slip.SIGNS if kind != first or is_spoilt or _mended(first)[1] else Slip.NONE
        return f"{year}/{_mended(kind)[0]}{rest}", slip
    suffix = "2" if groups.get("kind2") else ""
    kind, issuer = text(f"kind{suffix}"), _without_dots(text(f"issuer{suffix}"))
    issuer, is_spoilt = _mended(issuer)
    is_plain = groups[f"slash{suffix}"] == "/" and groups[f"dash{suffix}"] == "-"
    proper = _respelled(kind)
    slip = Slip.NONE if is_plain and not is_spoilt and proper.lower() == kind.lower() else Slip.SIGNS
    return f"-{proper}/{issuer}", slip


def _respelled(kind: str) -> str:
    """Put back the mark that a kind has lost: ``QD`` is no kind, ``QĐ`` is."""
    known = {name.lower() for name in PARTY_KINDS | STATE_KINDS}
    return kind if kind.lower() in known else _SPELLED.get(strip_marks(kind), kind)


def _mended(sign: str) -> tuple[str, bool]:
    """Put right the figures and letters that recognition confused in a sign of capitals: ``PV0l`` → ``PV01``."""
    mended = re.sub(r"(?<=[0-9])[l|I]|[l|](?=[0-9])", "1", sign)
    mended = re.sub(r"(?<=[0-9])O|O(?=[0-9])", "0", mended)
    if not sign.islower():
        mended = re.sub(r"(?<=[^\W\da-z])l", "I", mended)
    return mended, mended != sign


def _without_dots(text: str) -> str:
    return re.sub(r"\.(?=\w)", "", text)
