"""TCVN3 words with their ư, whatever became of it on the way: kept, lost, or turned into a hyphen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from proceedings.text.legacy_readings import TOKEN, as_tcvn3
from proceedings.text.syllables import Standing, is_compound, standing
from proceedings.text.tcvn3 import HORNED_U, decode

_HYPHENS: Final = "-\u2010\u2011"
_MARKS: Final = re.compile(f"[{_HYPHENS}{HORNED_U}]")
_LABEL: Final = re.compile(f"{HORNED_U}[a-z\xae]")
_HORNED_ALONE: Final = {"u": "ưu", "t": "tư", "T": "Tư"}
# Bullets of Wingdings and Symbol, as they look once their font is lost.
_BULLETS: Final = frozenset("ØüþðÞàè§·¨")
_UNITS: Final = frozenset({"µm", "µg", "µl", "µs", "µV", "µA", "µF"})
KEPT_ALONE: Final = frozenset("×÷©·¸¨´")
"""Signs that are letters in TCVN3 and yet, standing alone, more likely what they look like."""
_AT_MOST: Final = 4
_LONGEST: Final = 120
_HORN: Final = "ư"
CHUNK: Final = re.compile(f"(?:{TOKEN.pattern}|[{_HYPHENS}])+")
"""A stretch of letters and hyphens, judged as a whole."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What a document does with its ư: whether hyphens may stand for it, and whether it was dropped."""

    hyphens: bool = False
    lost: bool = False


class Read(NamedTuple):
    """A chunk read: what each of its signs became, and whether a person should compare it."""

    signs: tuple[str, ...]
    is_doubtful: bool = False
    mended: bool = False
    """An ư was put where none had arrived."""


def _parts(signs: Iterable[str]) -> list[str]:
    return re.split(f"[{_HYPHENS}]", "".join(signs))


def _parts_as_read(parts: list[str]) -> list[str]:
    return [as_tcvn3(part)[0] if part else "" for part in parts]


def _choices(chunk: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each way to take the hyphens of a chunk as ư or as hyphens: the signs so taken, the parts they leave."""
    places = [found.start() for found in _MARKS.finditer(chunk)]
    for taken in product((True, False), repeat=len(places)):
        signs = list(chunk)
        for place, is_horned in zip(places, taken, strict=True):
            if is_horned:
                signs[place] = HORNED_U
            elif chunk[place] == HORNED_U:
                signs[place] = "-"
        yield "".join(signs), _parts(signs)


def _is_in_small_letters(word: str) -> bool:
    return word[1:].islower() or len(word) == 1


def read_in_place(text: str, start: int, end: int, habits: Habits = Habits()) -> Read:
    """Read the chunk of a TCVN3 text between two offsets; around it stands what tells a soft hyphen from a dash.

    A soft hyphen that is no ư is a hyphen between words, a dash between blanks, and elsewhere invisible: dropped, as
    before a label ("\xada) Trả nhà" in TCVN3 is no "ưa)").
    """
    chunk = text[start:end]
    before, after = text[start - 1 : start].strip(), text[end : end + 1].strip()
    if chunk == HORNED_U:
        if end == len(text) > 1 and not before:
            return Read((_HORN,), is_doubtful=True)
        is_dash = bool(before) == bool(after) and len(text) > 1
        return Read(("-" if is_dash else "",))
    if not before and not after and text[end : end + 2].strip().isalpha():
        if habits.hyphens and start and chunk == "-u":
            return Read(("ư", "u"), is_doubtful=True)
        if habits.lost and chunk in _HORNED_ALONE:
            return Read((_HORNED_ALONE[chunk],), is_doubtful=True)
    if chunk in _BULLETS and not text[:start].strip() and not after:
        return Read((chunk,))
    if _LABEL.fullmatch(chunk) and not before and after in {")", "."}:
        return Read(("", as_tcvn3(chunk[1:])[0]))
    return read_chunk(chunk, habits)


@lru_cache(maxsize=16_384)
def read_chunk(chunk: str, habits: Habits = Habits()) -> Read:
    """Read a chunk of TCVN3 text; a soft hyphen is ư unless only a hyphen makes words of it, a hyphen the reverse."""
    if not chunk.strip(_HYPHENS + HORNED_U):
        return Read(tuple(chunk.replace(HORNED_U, "-")))
    if len(chunk) > _LONGEST:
        return Read(tuple(decode(chunk)), is_doubtful=True)
    if set(chunk) <= KEPT_ALONE or chunk in _UNITS:
        return Read(tuple(chunk))
    parts = _parts(chunk)
    words = _parts_as_read(parts)
    count = len(_MARKS.findall(chunk))
    settled = chunk
    if 0 < count <= _AT_MOST and any(not _is_word(word) for word in words if word):
        settled, words = _settle(chunk, words, habits)
    read = _spell(settled, words, habits)
    signs = list(read.signs)
    for edge in (0, -1):
        if chunk[edge] == HORNED_U and settled[edge] == "-":
            signs[edge] = ""
    gained = any(new == HORNED_U != old for old, new in zip(chunk, settled, strict=True))
    return read._replace(signs=tuple(signs), mended=read.mended or gained)


def _is_word(word: str) -> bool:
    return standing(word) is not Standing.IMPOSSIBLE


def _settle(chunk: str, words: list[str], habits: Habits) -> tuple[str, list[str]]:
    best, best_words, best_score = chunk, words, _score(words, _parts(chunk))
    for signs, parts in _choices(chunk):
        made = sum(new == HORNED_U != old for old, new in zip(chunk, signs, strict=True))
        if made and not (habits.hyphens or any(not sign.isascii() for sign in chunk)):
            continue
        choice = _parts_as_read(parts)
        if made and not _are_horned_words(signs, chunk, parts, choice):
            continue
        if not made and any(map(_is_fragment, choice)):
            continue
        if (score := _score(choice, parts)) > best_score:
            best, best_words, best_score = signs, choice, score
    return best, best_words


def _is_fragment(word: str) -> bool:
    """Return whether a part left by a hyphen is a piece of a word, so that the hyphen was ư: "đ" and "ợ" of "được"."""
    return bool(word) and not word.isupper() and (len(word) == 1 or not _is_word(word))


def _are_horned_words(signs: str, chunk: str, parts: list[str], words: list[str]) -> bool:
    """Return whether each part that a hyphen was drawn into became a common word in small letters."""
    start = 0
    for part, word in zip(parts, words, strict=True):
        span = slice(start, start + len(part))
        start += len(part) + 1
        if signs[span] != chunk[span] and not (
            standing(word) >= Standing.COMMON and _is_in_small_letters(word)
        ):
            return False
    return True


def _score(words: list[str], parts: list[str]) -> float:
    """Return the mean standing of the words; a part that is no word counts for less, an abbreviation not for much."""
    marks = [_mark(word, part) for word, part in zip(words, parts, strict=True) if word]
    return sum(marks) / len(marks) if marks else -3.0


def _mark(word: str, part: str) -> float:
    known = standing(word)
    if known is Standing.IMPOSSIBLE:
        return -1.0 if word.isupper() and len(word) <= 8 and HORNED_U not in part else -3.0
    return float(known)


def _spell(chunk: str, words: list[str], habits: Habits) -> Read:
    signs: list[str] = []
    is_doubtful = mended = False
    position = 0
    for word in words:
        part = chunk[position : position + len(word)]
        position += len(word) + 1
        spelled, doubt, gained = (
            _with_lost_horn(part, word, habits) if habits.lost else (list(word), False, False)
        )
        no_word = bool(word) and not part.isascii() and not gained and not _may_stand(word)
        signs += spelled
        is_doubtful |= doubt or no_word
        mended |= gained
        if position <= len(chunk):
            signs.append(chunk[position - 1])
    return Read(tuple(signs), is_doubtful, mended)


def _may_stand(word: str) -> bool:
    """Return whether a word needs no second look: a syllable, a letter that labels a point, an abbreviation."""
    inner = word.strip("«»©·¹²³°±§")
    return len(inner) <= 1 or is_compound(inner) or (inner.isupper() and len(inner) <= 8)


@lru_cache(maxsize=16_384)
def _horned(word: str) -> tuple[str, ...]:
    """Return the common words that a word becomes with one ư put into it."""
    found = (word[:at] + _HORN + word[at:] for at in range(len(word) + 1))
    return tuple(dict.fromkeys(one for one in found if standing(one) >= Standing.COMMON))


def has_horned_hyphen(chunk: str) -> bool:
    """Return whether a chunk holds a hyphen that only an ư makes words of."""
    if len(chunk) > _LONGEST or HORNED_U in chunk or not any(hyphen in chunk for hyphen in _HYPHENS):
        return False
    return read_chunk(chunk, Habits(hyphens=True)).mended


def lacks_horn(chunk: str) -> bool:
    """Return whether a chunk holds a word that is none, and one common word with an ư put into it."""
    if len(chunk) > _LONGEST:
        return False
    words = _parts_as_read(_parts(chunk))
    return any(
        not part.isascii() and len(word) > 2 and not _is_word(word) and len(_horned(word)) == 1
        for part, word in zip(_parts(chunk), words, strict=True)
    )


def _with_lost_horn(part: str, word: str, habits: Habits) -> tuple[list[str], bool, bool]:
    """Return the signs of a word with the ư it lost, whether to compare it, whether an ư was put in."""
    if HORNED_U in part or not _is_in_small_letters(word) or (len(word) < 2 and part.isascii()):
        return list(word), False, False
    candidates = _horned(word)
    known = standing(word)
    likelier = [one for one in candidates if standing(one) > known]
    if not likelier or (known is Standing.IMPOSSIBLE and len(candidates) > 1):
        return list(word), bool(candidates) and known < Standing.FREQUENT, False
    horned = max(likelier, key=standing)
    at = next(at for at in range(len(word) + 1) if word[:at] + _HORN + word[at:] == horned)
    signs = list(word)
    if at < len(word):
        signs[at] = _HORN + signs[at]
    else:
        signs[-1] += _HORN
    return signs, known is not Standing.IMPOSSIBLE or part.isascii(), True
