"""VNI for Windows (the VNI- fonts): its table of letters written with one or two signs."""

import re
import unicodedata
from typing import Final

# Letters of one sign that are not what Latin-1 shows.
_SINGLE: Final = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
# The second sign of a letter of two → the marks it stands for.
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES: Final = {"ø": _GRAVE, "ù": _ACUTE, "õ": _TILDE, "û": _HOOK, "ï": _DOT}
_CIRCUMFLEX: Final = {"â": "", "à": _GRAVE, "á": _ACUTE, "ã": _TILDE, "å": _HOOK, "ä": _DOT}
_BREVE: Final = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ü": _TILDE, "ú": _HOOK, "ë": _DOT}


def _compose(base: str, marks: str) -> str:
    return unicodedata.normalize("NFC", base + marks)


def _small_letters() -> dict[str, str]:
    bases = {**{plain: plain for plain in "aeouy"}, "ô": "ơ", "ö": "ư"}
    toned = {
        written + sign: _compose(base, tone)
        for written, base in bases.items()
        for sign, tone in _TONES.items()
    }
    pointed = {
        base + sign: _compose(base, "\u0302" + tone) for base in "aeo" for sign, tone in _CIRCUMFLEX.items()
    }
    curved = {"a" + sign: _compose("a", "\u0306" + tone) for sign, tone in _BREVE.items()}
    return _SINGLE | toned | pointed | curved


LETTERS: Final[dict[str, str]] = {
    cased: letter.upper() if cased[0].isupper() else letter
    for written, letter in _small_letters().items()
    for cased in {
        written,
        written.upper(),
        written[0].upper() + written[1:],
        written[0] + written[1:].upper(),
    }
}
"""What is written, one or two signs read as Latin-1, in every mixture of cases → letter; its base gives the case."""

_WRITTEN: Final = re.compile(
    "|".join(map(re.escape, sorted(LETTERS, key=lambda written: (-len(written), written))))
)


_TWICE_MARKED: Final = re.compile("[âêôăÂÊÔĂ][øùûõïØÙÛÕÏ]")


def decode(text: str) -> str:
    """Read VNI text that arrived as Latin-1 or cp1252; signs that belong to no letter stay.

    A vowel whose mark and tone were typed as two signs ("vieâïc" for "vieäc") is read too.
    """
    read = _WRITTEN.sub(lambda found: LETTERS[found[0]], text)
    return _TWICE_MARKED.sub(lambda found: _compose(found[0][0], _TONES[found[0][1].lower()]), read)


LOOSE_SIGNS: Final = (
    frozenset(sign for pair in LETTERS if len(pair) == 2 for sign in pair[1]) - LETTERS.keys()
)
"""Signs that are letters only after another: where one stands alone, something is missing."""
