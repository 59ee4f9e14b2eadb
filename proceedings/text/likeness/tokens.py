"""A text as the words that are compared: where each stands, and one form for all that say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
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
_LONGEST: Final = 5
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
    base, tone = part_tone(word)
    return base + tone, fold(word)


def _key_phrase(phrase: str) -> str:
    return " ".join(_key(word)[0] for word in phrase.split())


_FORMS: Final = {_key_phrase(way): form for way, form in list_meanings().items()}
#: For text typed without marks: only what is no other word without them.
_PLAIN_FORMS: Final = {fold(way): form for way, form in list_meanings().items() if " " in way}
_STOP_KEYS: Final = frozenset(map(_key_phrase, STOPS))
_NUMBER_KEYS: Final = {_key_phrase(word): number for word, number in NUMBERS.items()}
_UNIT_KEYS: Final = frozenset(map(_key_phrase, UNITS))


def read_tokens(text: str) -> list[Token]:
    """Return the tokens of a text in its order; spans are whole words of the text as given, NFC or NFD.

    Left out are citations ("khoản 2 Điều 5"), as the place counts through the anchor, and the courtesies that a
    letter opens with.
    """
    substance = find_substance(text)
    written = [word for word in _read_written(text) if word.start >= substance]
    is_plain = all(word.key == word.plain for word in written)
    return list(_read_forms(written, _PLAIN_FORMS if is_plain else _FORMS, is_plain=is_plain))


def _read_written(text: str) -> Iterator[_Written]:
    """Yield the words outside citations."""
    cited = iter((citation.start, citation.end) for citation in find_citations(text))
    start, end = next(cited, (len(text), len(text)))
    for found in _WORD.finditer(text):
        while found.start() >= end and end < len(text):
            start, end = next(cited, (len(text), len(text)))
        if found.end() <= start or found.start() >= end:
            key, plain = _key(unicodedata.normalize("NFC", found.group()))
            if plain:
                yield _Written(found.start(), found.end(), key, plain)


def _read_forms(written: list[_Written], forms: Mapping[str, str], *, is_plain: bool) -> Iterator[Token]:
    place = 0
    while place < len(written):
        length, number = _read_number(written, place)
        if number:
            yield Token(written[place].start, written[place + length - 1].end, _NUMBER_MARK + number, True)
        else:
            length, form = _find_form(written, place, forms, is_plain=is_plain)
            last = written[place + length - 1]
            yield from _make(written[place], last, form)
        place += length


def _find_form(
    written: list[_Written], place: int, forms: Mapping[str, str], *, is_plain: bool
) -> tuple[int, str]:
    """Return how many words say one thing here, and its form; "" for a word of the table of none."""
    for length in range(min(_LONGEST, len(written) - place), 0, -1):
        words = written[place : place + length]
        form = forms.get(" ".join(word.plain if is_plain else word.key for word in words))
        if form:
            return length, form
    return 1, ""


def _make(first: _Written, last: _Written, form: str) -> Iterator[Token]:
    if form:
        yield Token(first.start, last.end, form, form != RITUAL)
        return
    is_stop = first.key in _STOP_KEYS
    for syllable in EXPANSIONS.get(first.plain, (first.plain,)):
        yield Token(first.start, first.end, syllable, not is_stop)


def _read_number(written: list[_Written], place: int) -> tuple[int, str]:
    """Return how many words make a number here, and the number; words are one only before a unit ("bảy ngày")."""
    if written[place].plain[0].isdecimal():
        return 1, written[place].plain.lstrip("0") or "0"
    for length in (3, 2, 1):
        words = written[place : place + length + 1]
        if len(words) > length and words[-1].key in _UNIT_KEYS:
            number = _NUMBER_KEYS.get(" ".join(word.key for word in words[:-1]))
            if number:
                return length, number
    return 0, ""
