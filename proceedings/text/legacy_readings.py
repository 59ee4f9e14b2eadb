"""How likely a word is under each reading of its signs: as it stands, as TCVN3, as VNI."""

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple

from proceedings.text.syllables import Standing, may_begin_syllable, standing
from proceedings.text.tcvn3 import HORNED_U, is_in_capitals, raise_capitals
from proceedings.text.tcvn3 import decode as decode_tcvn3
from proceedings.text.vni import decode as decode_vni

TOKEN: Final = re.compile("[A-Za-z\xa1-\u024f\u03bc\u1e00-\u1eff\u0300-\u0323]+")
"""A stretch of what may be letters in one of the readings; the signs of TCVN3 among them."""

LONGEST: Final = 40
"""Signs of the longest token that is looked at as a word."""

_EDGE_SIGNS: Final = "".join(map(chr, range(0xA1, 0xC0))) + "\xd7\xf7"
_ABBREVIATION: Final = re.compile("[A-ZĐƯƠÔÂ]{2,8}")
_ABBREVIATION_LETTERS: Final = frozenset("BCDĐGHKLMNPQRSTUƯVX")

# Natural logarithms of rough probabilities: of a Vietnamese word of each standing, and of other words.
_VIETNAMESE: Final = {
    Standing.FREQUENT: -6.0,
    Standing.COMMON: -8.5,
    Standing.POSSIBLE: -13.0,
    Standing.IMPOSSIBLE: -19.0,
}
_SHORT_FORM: Final = -10.0
_FOREIGN_PLAIN: Final = -9.0
_FOREIGN_ACCENTED: Final = -11.0
_FOREIGN_AMID_LEGACY: Final = -11.0
_UNNATURAL: Final = 4.0
_AMID_VIETNAMESE: Final = 2.0
_CUT_OFF_WORD: Final = -9.5
_LETTER_AT_LEAST: Final = -1.0
_LETTER_AT_MOST: Final = 2.0
_CUT_OFF: Final = -1.0

# What other languages write in Latin-1: letters at home anywhere, and vowels that stand before accented ones.
_FOREIGN_BEFORE: Final = "¡¢£¤¥§©«®¬¶±·×¿¨"
_FOREIGN_AFTER: Final = "©®»°¹²³·×±¢´¸"
_RARE_LETTERS: Final = frozenset("þðøåæõýÿ")
_VOWELS: Final = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü")
_FOREIGN_VOWEL_PAIRS: Final = (
    "aï aë aü aí aó aú aé eï eë eü eû eé eá eó eú ié iè iê ië ió iá iü ia oï oë oû où oü oé oè oê oí oá "
    "ué uè uê uí uó uá uë éa éo ée ío ía úa óa ão ãe õe äu ñe"
)
_FOREIGN_PAIRS: Final = frozenset(_FOREIGN_VOWEL_PAIRS.split())


class Weights(NamedTuple):
    """How much likelier each legacy reading is than the text as it stands, as natural logarithms."""

    tcvn3: float
    vni: float

    def plus(self, other: "Weights", share: float = 1.0) -> "Weights":
        """Return the sum with a share of other weights."""
        return Weights(self.tcvn3 + share * other.tcvn3, self.vni + share * other.vni)

    def within(self, limit: float) -> "Weights":
        """Return the weights held between minus and plus a limit."""
        return Weights(*(math.copysign(min(abs(weight), limit), weight) for weight in self))


NO_WEIGHT: Final = Weights(0.0, 0.0)


def _has_one_case(word: str) -> bool:
    return word[1:].islower() or not word[1:] or word.isupper()


def _vietnamese(word: str) -> float:
    if _ABBREVIATION.fullmatch(word) and set(word) <= _ABBREVIATION_LETTERS:
        return max(_SHORT_FORM, _VIETNAMESE[standing(word)])
    return _VIETNAMESE[standing(word) if _has_one_case(word) else Standing.IMPOSSIBLE]


@lru_cache(maxsize=16_384)
def as_tcvn3(token: str) -> tuple[str, float]:
    """Return a token read as TCVN3, its capitals restored, and how likely it is.

    Signs at its edges that would spoil it (quotes, §, ©, ²) are left as they stand.
    """
    best = _read_tcvn3(token)
    if len(token) > LONGEST or best[1] > _VIETNAMESE[Standing.IMPOSSIBLE] or may_begin_syllable(best[0]):
        return best
    before = len(token) - len(token.lstrip(_EDGE_SIGNS))
    after = len(token.rstrip(_EDGE_SIGNS))
    for start, end in {(before, len(token)), (0, after), (before, after)} - {(0, len(token))}:
        if start < end:
            read, likely = _read_tcvn3(token[start:end])
            best = max(best, (token[:start] + read + token[end:], likely - 1), key=lambda one: one[1])
    return best


def _read_tcvn3(token: str) -> tuple[str, float]:
    read = decode_tcvn3(token)
    if is_in_capitals(read):
        read = raise_capitals(read)
    return read, _vietnamese(read)


@lru_cache(maxsize=16_384)
def as_vni(token: str) -> tuple[str, float]:
    """Return a token read as VNI and how likely it is."""
    read = decode_vni(token)
    return read, _vietnamese(read)


@lru_cache(maxsize=16_384)
def as_it_stands(token: str) -> float:
    """Return how likely a token is as Unicode text: a Vietnamese syllable or a word of another language."""
    if len(token) > LONGEST:
        return _VIETNAMESE[Standing.IMPOSSIBLE]
    seen = token.replace(HORNED_U, "")
    inner = seen.strip(_FOREIGN_BEFORE + _FOREIGN_AFTER)
    if not inner:
        return _FOREIGN_PLAIN
    before, _, after = seen.partition(inner)
    edges = sum(1.0 if sign in _FOREIGN_BEFORE else _UNNATURAL for sign in before[:2])
    edges += sum(1.0 if sign in _FOREIGN_AFTER else _UNNATURAL for sign in after[:2])
    cut_off = _CUT_OFF_WORD if may_begin_syllable(inner) else _VIETNAMESE[Standing.IMPOSSIBLE]
    return max(_vietnamese(inner), _foreign(inner), cut_off) - edges - 0.5 * token.count(HORNED_U)


def _foreign(word: str) -> float:
    if word.isascii():
        return _FOREIGN_PLAIN
    unnatural = 0.0
    for left, letter in zip(" " + word, word, strict=False):
        if letter.isascii():
            continue
        is_sign = not letter.isalpha() or letter in "ªº" or (letter in "µμ" and left.isalpha())
        if is_sign or (letter.isupper() and left.islower()):
            unnatural += 1.5
        elif letter.islower() and left.isupper() and word[1:].upper() != word[1:] and len(word) > 2:
            unnatural += 0.5 if word[2:].islower() else 1.5
        elif letter.lower() in _RARE_LETTERS:
            unnatural += 0.5
        if letter == "ß" and left.lower() not in _VOWELS:
            unnatural += 1.0
        if left.lower() in _VOWELS and letter.isalpha() and (left + letter).lower() not in _FOREIGN_PAIRS:
            unnatural += 0.75
    return _FOREIGN_ACCENTED - _UNNATURAL * unnatural


@lru_cache(maxsize=16_384)
def weigh(token: str) -> Weights:
    """Return how much likelier a token is in each legacy reading than as it stands."""
    if len(token) > LONGEST or (token.isascii() and len(token) == 1):
        return NO_WEIGHT
    if token.isascii():
        return Weights(*[min(0.0, max(_vietnamese(token), _FOREIGN_AMID_LEGACY) - as_it_stands(token))] * 2)
    standing_so = as_it_stands(token)
    found = Weights(as_tcvn3(token)[1] - standing_so, as_vni(token)[1] - standing_so)
    return (
        found
        if len(token) > 1
        else Weights(*(max(_LETTER_AT_LEAST, min(one, _LETTER_AT_MOST)) for one in found))
    )


def weigh_text(text: str) -> Weights:
    """Return what the tokens of a text weigh together.

    Amid plain Vietnamese words an accented word of another language is rarer, so a legacy reading gains a little.
    """
    by_tcvn3 = by_vni = 0.0
    plain_words = 0
    tokens = TOKEN.findall(text)
    for token in tokens:
        weights = weigh(token)
        by_tcvn3 += weights.tcvn3
        by_vni += weights.vni
        if token.isascii() and len(token) > 1:
            plain_words += _plainness(token)
    total = Weights(by_tcvn3, by_vni)
    if len(tokens) > 1 and text.endswith(tokens[-1]):
        total = total.plus(_spare_if_cut_off(tokens[-1]))
    if plain_words > 1:
        total = Weights(
            *(weight + _AMID_VIETNAMESE if weight > _AMID_VIETNAMESE else weight for weight in total)
        )
    return total


def _plainness(word: str) -> int:
    if standing(word) >= Standing.COMMON:
        return 1
    return 0 if may_begin_syllable(word) or word.isupper() else -2


def _spare_if_cut_off(token: str) -> Weights:
    """Return what to give back for a last word that is none in a reading, but may be the beginning of one."""
    weights = weigh(token)
    readings = (as_tcvn3(token)[0], as_vni(token)[0])
    return Weights(
        *(
            _CUT_OFF - weight if weight < _CUT_OFF and may_begin_syllable(read) else 0.0
            for weight, read in zip(weights, readings, strict=True)
        )
    )
