"""Number and symbol of a document (số, ký hiệu): reading it, its unusual forms, finding it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from proceedings.text.folding import strip_marks

LONGEST: Final = 120
# fmt: off
PARTY_KINDS: Final = frozenset((
    "NQ", "CT", "KL", "QC", "QĐ", "QĐi", "QyĐ", "TT", "HD", "TB", "BC", "KH", "CTr", "ĐA", "PA", "TTr", "CV",
    "BB", "GM", "TC",
))
STATE_KINDS: Final = frozenset((
    "NQ", "NĐ", "QĐ", "CT", "QC", "QyĐ", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "TT", "TTLT", "VBHN", "QCPH", "L", "PL",
    "CV",
))
# fmt: on
_SPELLED: Final = {name.lower(): name for name in (*PARTY_KINDS, *STATE_KINDS, "TTg")}
_LOOK_ALIKES: Final = str.maketrans("ðÐ\u2010\u2011\u2012\u2013\u2014\u2212", "đĐ------")
_LABEL = re.compile(r"số\s*:?\s*", re.IGNORECASE)
_WORD: Final = r"[^\W\d_][^\W_]*"
_NUMBER: Final = r"([0-9]{1,6}[^\W\d_]?|)"
_PARTY = re.compile(rf"{_NUMBER}-([^\W\d_]{{1,6}})/({_WORD}(?:[-/]{_WORD})*)")
_STATE = re.compile(rf"{_NUMBER}(?:/((?:19|20)[0-9]{{2}}))?/({_WORD}(?:[-/]{_WORD})*)")
_KEY_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")


class Family(StrEnum):
    """The two families of documents, whose forms never mix."""

    PARTY = "party"
    STATE = "state"


class SymbolWarning(StrEnum):
    """What is unusual in a symbol; it is accepted all the same, and the caller words the warning."""

    UNREADABLE = "unreadable"
    LABEL_INCLUDED = "label_included"
    NO_NUMBER = "no_number"
    ZERO_NUMBER = "zero_number"
    LETTER_IN_NUMBER = "letter_in_number"
    NO_LEADING_ZERO = "no_leading_zero"
    UNKNOWN_KIND = "unknown_kind"
    NO_ISSUER = "no_issuer"
    STATE_FORM = "state_form"
    PARTY_FORM = "party_form"
    BLANKS = "blanks"
    LOWER_CASE = "lower_case"
    LOOK_ALIKES = "look_alikes"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart; ``number`` as written ("09"), empty in a draft; ``kind`` empty in a letter."""

    number: str
    year: int | None
    kind: str
    issuer: str
    family: Family
    tail: str

    @property
    def normalised(self) -> str:
        """The symbol in its usual form: no blanks, plain hyphens, the spelling of its kind."""
        year = f"/{self.year}" if self.year else ""
        return f"{self.number}{year}{'-' if self.family is Family.PARTY else '/'}{self.tail}"


def parse_symbol(text: str) -> Symbol | None:
    """Read one symbol, ``123-CV/TU`` or ``123/2021/QĐ-UBND`` (domain notes, I); None for no symbol.

    Blanks, other dashes, the label "Số:" and small letters are read through. The number may be missing
    ("Số: /TTr-BTP").
    """
    if len(text) > LONGEST:
        return None
    plain = "".join(_without_label(_composed(text).translate(_LOOK_ALIKES)).split())
    small = plain == plain.lower()
    if match := _PARTY.fullmatch(plain):
        number, kind, issuer = match.groups()
        kind, issuer = _spell(kind), _spell_issuer(issuer, small)
        return Symbol(number, None, kind, issuer, Family.PARTY, f"{kind}/{issuer}")
    if match := _STATE.fullmatch(plain):
        number, year, tail = match.groups()
        return _read_state(number, int(year) if year else None, _spell_issuer(tail, small))
    return None


def _read_state(number: str, year: int | None, tail: str) -> Symbol:
    first = re.split("[-/]", tail, maxsplit=1)[0]
    kind = _spell(first) if _spell(first) in STATE_KINDS else ""
    issuer = tail[len(kind) :].lstrip("-/")
    return Symbol(number, year, kind, issuer, Family.STATE, kind + tail[len(kind) :])


def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _without_label(text: str) -> str:
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text


def _spell(word: str) -> str:
    return _SPELLED.get(word.lower(), word)


def _spell_issuer(issuer: str, small: bool) -> str:
    if not small:
        return issuer
    return re.sub(r"[^\W_]+", lambda word: _SPELLED.get(word[0], word[0].upper()), issuer)


def warn_symbol(text: str, party: bool) -> list[SymbolWarning]:
    """What is unusual in the symbol of a document, ``party`` telling whether its issuer is a Party body.

    A symbol of the other family is a warning, never an error. No symbol at all is usual: a letter may have
    none.
    """
    plain = _composed(text)
    if not plain:
        return []
    symbol = parse_symbol(text)
    if symbol is None:
        return [SymbolWarning.UNREADABLE]
    bare = _without_label(plain)
    found = {
        SymbolWarning.LABEL_INCLUDED: bare != plain,
        SymbolWarning.BLANKS: " " in bare,
        SymbolWarning.LOWER_CASE: bare == bare.lower(),
        SymbolWarning.LOOK_ALIKES: bare != bare.translate(_LOOK_ALIKES),
        SymbolWarning.STATE_FORM: party and symbol.family is Family.STATE,
        SymbolWarning.PARTY_FORM: not party and symbol.family is Family.PARTY,
        **_judge_parts(symbol),
    }
    return [warning for warning in SymbolWarning if found.get(warning)]


def _judge_parts(symbol: Symbol) -> dict[SymbolWarning, bool]:
    is_state = symbol.family is Family.STATE
    return {
        SymbolWarning.NO_NUMBER: not symbol.number,
        SymbolWarning.ZERO_NUMBER: bool(symbol.number) and not symbol.number.strip("0"),
        SymbolWarning.LETTER_IN_NUMBER: bool(symbol.number) and not symbol.number.isdigit(),
        SymbolWarning.NO_LEADING_ZERO: is_state and len(symbol.number) == 1 and symbol.number in "123456789",
        SymbolWarning.UNKNOWN_KIND: not is_state and symbol.kind not in PARTY_KINDS,
        SymbolWarning.NO_ISSUER: not symbol.issuer,
    }


def symbol_key(text: str) -> str:
    """The form under which symbols are found: words of figures or letters, no marks, no leading zeros.

    >>> symbol_key("123 - CV / TU") == symbol_key("123cv tu") == "123 cv tu"
    True
    """
    words = _KEY_WORDS.findall(strip_marks(text))
    if len(words) > 1 and words[0] == "so":
        words = words[1:]
    return " ".join(word.lstrip("0") or "0" if word.isdigit() else word for word in words)


def finds_symbol(query: str, symbol: str) -> bool:
    """Whether what a person typed (``123``, ``cv/tu``, ``123cv tu``, ``123cvtu``) means this symbol."""
    wanted, key = symbol_key(query), symbol_key(symbol)
    if not wanted:
        return False
    return f" {wanted} " in f" {key} " or wanted.replace(" ", "") == key.replace(" ", "")
