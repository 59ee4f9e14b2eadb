"""Search lexemes of a passage and of a query, as text for PostgreSQL's ``tsvector`` and ``tsquery``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from proceedings.text.abbreviations import MEANINGS, SHORT_FORMS
from proceedings.text.words import Word, read_words

LONGEST_LEXEME: Final = 2046
LAST_POSITION: Final = 16_383
MOST_POSITIONS: Final = 255
LARGEST_VECTOR: Final = 1_000_000
"""Bytes of lexemes and positions; PostgreSQL refuses a vector of 1 MiB."""
_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Lexemes:
    """``literal`` casts to ``tsvector``; ``left_out`` counts the lexemes that its limit had no room for."""

    literal: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What a query asks for: ``pairs`` (bigrams and lone words) first, ``words`` when those find little."""

    pairs: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class _Vector:
    places: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[str, None] = field(default_factory=dict)
    position: int = 0

    def read(self, text: str, weight: str) -> None:
        for paragraph in text.splitlines():
            words = read_words(paragraph)
            for word in words:
                self._place(word, weight)
            self._pair([word.written for word in words])
            if any(len(word.long) > 1 for word in words):
                self._pair([syllable for word in words for syllable in word.long])
        self.position += _GAP

    def _place(self, word: Word, weight: str) -> None:
        self.position += 1
        self._add(word.written, weight)
        if len(word.long) > 1:
            for syllable in word.long:
                self._add(syllable, weight)
        if word.marker:
            self._add(_marker(word.marker), weight)
            for meaning in MEANINGS[word.marker]:
                self.pairs["_".join(meaning)] = None
                for syllable in meaning:
                    self._add(syllable, weight)

    def _add(self, lexeme: str, weight: str) -> None:
        places = self.places.setdefault(lexeme, [])
        place = f"{self.position}{weight}"
        if self.position <= LAST_POSITION and len(places) < MOST_POSITIONS and place not in places[-1:]:
            places.append(place)

    def _pair(self, syllables: list[str]) -> None:
        for pair in pairwise(syllables):
            self.pairs["_".join(pair)] = None
            for short in SHORT_FORMS.get(pair, ()):
                self.places.setdefault(_marker(short), [])


def lexemes(title: str, body: str, facets: Iterable[str] = ()) -> Lexemes:
    """The search lexemes of one passage.

    Folded syllables with positions (weight A in the title, D in the body), folded bigrams (``nong_dan``)
    without, for neighbours within a paragraph, and facets (``@y2026``) as they come. An abbreviation adds
    what it stands for (``UBND``: uy, ban, nhan, dan); one of several meanings adds them all and a marker
    (``TU``: ``=tu``), which its meanings add too. ``search_terms`` of any words of a paragraph, as written
    there, are lexemes of the passage.

    The literal is safe to cast: quotes and backslashes doubled, lexemes of at most 2,046 bytes, 255
    positions each, none over 16,383. Above ``LARGEST_VECTOR`` bytes the last bigrams, then the last
    syllables, are left out.
    """
    vector = _Vector()
    vector.read(title, "A")
    vector.read(body, "")
    return _write(_entries(vector, facets))


def search_terms(text: str) -> Terms:
    """What a person's query asks for; any text is a query, and one without a word asks for nothing.

    An abbreviation is read as what it stands for, or as its marker when it may stand for several things. In
    a query typed all in capitals a doubtful one ("TƯ" in "THÁNG TƯ") is a word.
    """
    words = [word for line in text.splitlines() for word in read_words(line)]
    in_capitals = text.isupper() and sum(not word.written.isdecimal() for word in words) > 1
    runs: list[list[str]] = [[]]
    markers: list[str] = []
    for word in words:
        is_plain = word.is_doubtful and in_capitals
        if is_plain or word.marker:
            markers.append(word.written if is_plain else _marker(word.marker))
            runs.append([])
        else:
            runs[-1] += word.long
    pairs = ["_".join(pair) for run in runs for pair in pairwise(run)]
    alone = [run[0] for run in runs if len(run) == 1]
    syllables = [syllable for run in runs for syllable in run]
    return Terms(_unique([*pairs, *alone, *markers]), _unique([*syllables, *markers]))


def query_literal(terms: Iterable[str]) -> str:
    """The text of a ``tsquery`` that wants all these terms; an empty one for none, which finds nothing."""
    return " & ".join(_quote(term) for term in terms)


def _marker(short: str) -> str:
    return f"={short}"


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_shorten, terms)))


def _shorten(lexeme: str) -> str:
    if len(lexeme) * 4 <= LONGEST_LEXEME:
        return lexeme
    return lexeme.encode()[:LONGEST_LEXEME].decode(errors="ignore")


def _quote(lexeme: str) -> str:
    if "'" in lexeme or "\\" in lexeme:
        lexeme = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{lexeme}'"


def _entries(vector: _Vector, facets: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    taken: set[str] = set()
    unplaced: list[str] = []
    for lexeme, places in (*((facet, unplaced) for facet in facets), *vector.places.items()):
        short = _shorten(lexeme)
        if short and short not in taken:
            taken.add(short)
            yield short, places
    for pair in _unique(vector.pairs):
        yield pair, unplaced


def _write(entries: Iterator[tuple[str, list[str]]]) -> Lexemes:
    parts, size, left_out = [], 0, 0
    for lexeme, places in entries:
        size += len(lexeme.encode()) + 4 + 2 * len(places)
        if size > LARGEST_VECTOR:
            left_out += 1
            continue
        parts.append(f"{_quote(lexeme)}:{','.join(places)}" if places else _quote(lexeme))
    return Lexemes(" ".join(parts), left_out)
