"""What a Vietnamese syllable may look like: onset, rime and tone, and how common it is."""

import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import Final

from proceedings.text.common_syllables import COMMON, FREQUENT

_TONES: Final = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_ONSET_LETTERS: Final = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x"
_ONSETS: Final = ("", *_ONSET_LETTERS.split())
_BEFORE_FRONT_VOWELS: Final = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT_VOWELS: Final = frozenset({"c", "g", "ng"})
_LABIALS: Final = frozenset({"b", "m", "p", "ph", "v"})
_Y_ALONE_AFTER: Final = frozenset({"", "h", "k", "l", "m", "n", "s", "t", "th", "v"})

# Rimes that take any tone, and those that end in a stop and take only sắc or nặng.
_OPEN_RIMES: Final = """
a ai ao au ay am an ang anh ăm ăn ăng âu ây âm ân âng e eo em en eng ê êu êm ên ênh
i ia iu im in inh iêu iêm iên iêng o oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn
u ua ui um un ung uôi uôm uôn uông ư ưa ưi ưu ưm ưng ươi ươu ươm ươn ương y yêu yêm yên yêng
"""
_STOPPED_RIMES: Final = """
ac ach at ap ăc ăt ăp âc ât âp ec et ep êt êp êch ich it ip iêc iêt iêp oc ooc ot op ôc ôt ôp
ơt ơp uc ut up uôc uôt ưc ưt ươc ươt ươp yêt
"""
_ROUNDED_OPEN_RIMES: Final = """
oa oai oao oay oan oang oanh oăn oăng oăm oe oeo oen uâ uân uâng uây uê uênh uơ uy uya uynh uyn uyên uyu oong
"""
_ROUNDED_STOPPED_RIMES: Final = "oac oach oat oăc oăt oet uât uêch uych uyt uyp uyêt"
_OPEN_AFTER_QU: Final = """
a ai ao au ay an ang anh ăm ăn ăng ân âng ây e en eo ê ên êu ơ y yên ynh i in ô
"""
_STOPPED_AFTER_QU: Final = "ac ach at ap ăc ăt ăp ât et êt êch ôc yêt yt it ich"
# Written as they are though no rule makes them: gì, giết, loans and names of the highlands.
_OTHER_OPEN: Final = "gi gin gia giêng giêm buy phuy pao voan xoong soong krông"
_OTHER_STOPPED: Final = "giêt giêc buyt moc păc đăk lăk đak lak bruk pac ăk"


class Standing(IntEnum):
    """How well a word is known as a Vietnamese syllable."""

    IMPOSSIBLE = 0
    POSSIBLE = 1
    """Its shape is right, the word is rare or unused."""
    COMMON = 2
    FREQUENT = 3


def _fits(onset: str, rime: str) -> bool:
    is_front = rime[0] in "ieêy"
    if onset in _BEFORE_FRONT_VOWELS:
        return is_front and (rime != "y" or onset == "k")
    if onset in _NEVER_BEFORE_FRONT_VOWELS:
        return not is_front
    if rime == "y":
        return onset in _Y_ALONE_AFTER
    if rime.startswith("yê"):
        return onset == ""
    return not (onset == "gi" and rime[0] == "i")


def _bodies(rimes: str, rounded: str, after_qu: str, others: str) -> frozenset[str]:
    plain = {onset + rime for onset in _ONSETS for rime in rimes.split() if _fits(onset, rime)}
    plain |= {
        onset + rime
        for onset in _ONSETS
        for rime in rounded.split()
        if onset not in _LABIALS and onset not in _BEFORE_FRONT_VOWELS
    }
    return frozenset(plain | {"qu" + rime for rime in after_qu.split()} | set(others.split()))


_OPEN: Final = _bodies(_OPEN_RIMES, _ROUNDED_OPEN_RIMES, _OPEN_AFTER_QU, _OTHER_OPEN)
_STOPPED: Final = _bodies(_STOPPED_RIMES, _ROUNDED_STOPPED_RIMES, _STOPPED_AFTER_QU, _OTHER_STOPPED)
_LONGEST: Final = 24
_STOP_TONES: Final = {"\u0301", "\u0323"}


@lru_cache(maxsize=16_384)
def part_tone(word: str) -> tuple[str, str]:
    """Return a lower-case word without its tone, and its tones as combining marks ("toán" → "toan", U+0301)."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(sign for sign in decomposed if sign in _TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in _TONES)), tones


_FREQUENT: Final = frozenset(map(part_tone, FREQUENT.split()))
_COMMON: Final = frozenset(map(part_tone, COMMON.split()))


@lru_cache(maxsize=16_384)
def standing(word: str) -> Standing:
    """Return how well one word, in any case, NFC or NFD, is known as a Vietnamese syllable.

    Where in the vowels the tone is written does not count: "hoà" is "hòa", and "tóan" is taken for "toán".
    A syllable that ends in c, ch, p or t carries sắc or nặng; ASCII text without tones is therefore only
    possible where its shape is ("ban", not "cat").
    """
    if not word or len(word) > _LONGEST:
        return Standing.IMPOSSIBLE
    body, tone = parted = part_tone(word)
    if parted in _FREQUENT:
        return Standing.FREQUENT
    if parted in _COMMON:
        return Standing.COMMON
    is_possible = body in _STOPPED if tone in _STOP_TONES else False
    is_possible = is_possible or (len(tone) <= 1 and body in _OPEN)
    return Standing.POSSIBLE if is_possible else Standing.IMPOSSIBLE


def is_syllable(word: str) -> bool:
    """Return whether a word is shaped like a Vietnamese syllable."""
    return standing(word) is not Standing.IMPOSSIBLE


_BEGINNINGS: Final = frozenset(body[:length] for body in _OPEN | _STOPPED for length in range(1, len(body)))


def may_begin_syllable(word: str) -> bool:
    """Return whether a word, though no syllable, may be the first letters of one, cut off."""
    if len(word) > _LONGEST:
        return False
    body, tone = part_tone(word)
    return len(tone) <= 1 and body in _BEGINNINGS


@lru_cache(maxsize=16_384)
def is_compound(word: str) -> bool:
    """Return whether a word is one syllable, or two written together as in "ôtô"."""
    if len(word) > _LONGEST:
        return False
    return is_syllable(word) or any(
        is_syllable(word[:at]) and is_syllable(word[at:]) for at in range(1, len(word))
    )
