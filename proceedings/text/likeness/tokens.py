"""A text as the words that are compared: where each stands, and one form for all that say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from proceedings.text.abbreviations import EXPANSIONS
from proceedings.text.citations import find_citations
from proceedings.text.folding import fold
from proceedings.text.likeness.meanings import NUMBERS, RITUAL, STOPS, UNITS, list_meanings
from proceedings.text.likeness.openings import find_substance
from proceedings.text.syllables import part_tone

#: Marks, and what nobody sees within a word.
_WITHIN: Final = "[\u0300-\u036f\xad\u200b\u200c\u200d\u2060\ufeff]*"
_WORD = re.compile(rf"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]{_WITHIN}(?:['\u2018\u2019\u02bc]?[^\W\d_]{_WITHIN})*")
_NUMBER_MARK: Final = "#"


class Token(NamedTuple):
    """What is compared as one word: often two written syllables, and several tokens where it was an abbreviation."""

    start: int
    end: int
    form: str
    weighs: bool  # False: it binds, is ritual, or cites a place

    @property
    def is_number(self) -> bool:
        """Return whether it is a number, in figures or in words."""
        return self.form.startswith(_NUMBER_MARK)


class _Written(NamedTuple):
    start: int
    end: int
    key: str  # with tone and vowel marks, wherever they were put: "uỷ" and "ủy" have one
    plain: str  # folded


@lru_cache(maxsize=65_536)
def _key(word: str) -> tuple[str, str]:
    word = unicodedata.normalize("NFC", word)
    base, tone = part_tone(word)
    return base + tone, fold(word)


def _key_phrase(phrase: str) -> str:
    return " ".join(_key(word)[0] for word in phrase.split())


class _Table:
    """Phrases by their words, and how long those that begin with a word are: most words begin none."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self.phrases = phrases
        self.lengths: dict[str, list[int]] = {}
        for phrase in sorted(phrases, key=lambda phrase: -len(phrase.split())):
            first, length = phrase.split()[0], len(phrase.split())
            if length not in self.lengths.setdefault(first, []):
                self.lengths[first].append(length)

    def find(self, words: Sequence[str], place: int) -> tuple[int, str]:
        """Return how many words make the longest phrase that begins here, and what it stands for; 0 and "" if none."""
        for length in self.lengths.get(words[place], ()):
            found = self.phrases.get(" ".join(words[place : place + length]))
            if found and place + length <= len(words):
                return length, found
        return 0, ""


_FORMS: Final = _Table({_key_phrase(way): form for way, form in list_meanings().items()})
#: For text typed without marks: only what is no other word without them.
_PLAIN_FORMS: Final = _Table({fold(way): form for way, form in list_meanings().items() if " " in way})
_NUMBERS: Final = _Table({_key_phrase(word): number for word, number in NUMBERS.items()})
_STOP_KEYS: Final = frozenset(map(_key_phrase, STOPS))
_UNIT_KEYS: Final = frozenset(map(_key_phrase, UNITS))


def read_tokens(text: str) -> list[Token]:
    """Return the tokens of a text in its order; spans are whole words of the text as given, NFC or NFD.

    Left out are citations ("khoản 2 Điều 5"), as the place counts through the anchor, and the courtesies that a
    letter opens with.
    """
    substance = find_substance(text)
    written = [word for word in _read_written(text) if word.start >= substance]
    keys, plain = [word.key for word in written], [word.plain for word in written]
    forms, words = (_PLAIN_FORMS, plain) if keys == plain else (_FORMS, keys)
    tokens: list[Token] = []
    place = 0
    while place < len(written):
        length, form = _read_number(keys, plain, place)
        if not form:
            length, form = forms.find(words, place)
        tokens += _make(written[place], written[place + max(length, 1) - 1], form)
        place += max(length, 1)
    return tokens


def _read_written(text: str) -> Iterator[_Written]:
    """Yield the words outside citations."""
    cited = iter([(citation.start, citation.end) for citation in find_citations(text)])
    start, end = next(cited, (len(text), len(text)))
    for found in _WORD.finditer(text):
        first, last = found.span()
        while first >= end and end < len(text):
            start, end = next(cited, (len(text), len(text)))
        if last <= start or first >= end:
            key, plain = _key(found.group())
            if plain:
                yield _Written(first, last, key, plain)


def _make(first: _Written, last: _Written, form: str) -> list[Token]:
    if form:
        return [Token(first.start, last.end, form, form != RITUAL)]
    weighs = first.key not in _STOP_KEYS
    long = EXPANSIONS.get(first.plain)
    if long is None:
        return [Token(first.start, first.end, first.plain, weighs)]
    return [Token(first.start, first.end, syllable, weighs) for syllable in long]


def _read_number(keys: Sequence[str], plain: Sequence[str], place: int) -> tuple[int, str]:
    """Return how many words make a number here, and its form; words are one only before a unit ("bảy ngày")."""
    if plain[place][0].isdecimal():
        return 1, _NUMBER_MARK + (plain[place].lstrip("0") or "0")
    length, number = _NUMBERS.find(keys, place)
    is_counted = number and place + length < len(keys) and keys[place + length] in _UNIT_KEYS
    return (length, _NUMBER_MARK + number) if is_counted else (0, "")
