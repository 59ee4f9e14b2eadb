"""TCVN3 and VNI text recognised by its words and made Unicode."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings.text.horned_u import CHUNK, KEPT_ALONE, Habits, has_horned_hyphen, lacks_horn, read_in_place
from proceedings.text.legacy_readings import TOKEN, as_it_stands, as_tcvn3, as_vni, weigh
from proceedings.text.legacy_verdicts import TELLING_ALONE, UNICODE_LETTERS, Legacy, Run, Stretch, judge, part
from proceedings.text.syllables import is_compound, is_syllable, may_begin_syllable
from proceedings.text.tcvn3 import (
    HORNED_U,
    draws_capitals,
    low_capital_words,
    may_be_capitals,
    raise_capitals,
)
from proceedings.text.vni import LOOSE_SIGNS

__all__ = ["Legacy", "Repaired", "Run", "encodings_of", "repair"]

Span = tuple[int, int]

C1_SIGNS: Final = {
    code: sign
    for code in range(0x80, 0xA0)
    if (sign := bytes([code]).decode("cp1252", "replace")) != "\ufffd"
}
_NATURAL: Final = -11.0
_MOST_MOVED: Final = 64
_NOT_VIETNAMESE: Final = re.compile(
    "[\xa1-\xbf\xc4-\xc7\xcb\xce-\xd1\xd6-\xd8\xdb\xdc\xde-\xdf\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\xff]"
)
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Repaired:
    """One paragraph as Unicode, NFC.

    ``encoding`` is that of its legacy part where it has one; ``found`` all encodings that its letters prove (none for
    ASCII); ``doubtful`` the spans of characters in ``text`` that a person should compare with the file.
    """

    text: str
    encoding: Legacy
    doubtful: tuple[Span, ...] = ()
    found: frozenset[Legacy] = frozenset()


def encodings_of(repaired: Iterable[Repaired]) -> frozenset[Legacy]:
    """Return the encodings that the letters of a document prove; more than one: it is mixed; none: it is ASCII."""
    return frozenset().union(*(one.found for one in repaired))


def repair(paragraphs: Sequence[Sequence[Run]]) -> tuple[Repaired, ...]:
    """Return each paragraph as Unicode: TCVN3 and VNI read, everything else as it stands (NFC).

    Each stretch of one kind of font is judged by its words; one with too few follows its neighbours of that kind; one
    that nothing decides stays as it stands and is marked doubtful. Text with letters of Unicode Vietnamese
    (ạ–ỹ, ă, đ, ơ, ư) is never converted: words in it that are surely legacy are only marked. Nor is text of other
    languages, which is never marked either. Small letters in a capital font (.VnTimeH)
    become capitals where the stretch is TCVN3. Raises nothing for any text.
    """
    stretches = part(paragraphs)
    judge(stretches)
    habits = _habits(stretches)
    pieces: list[list[_Piece]] = [[] for _ in paragraphs]
    for stretch in stretches:
        pieces[stretch.paragraph].append(_read(stretch, habits))
    return tuple(map(_join, pieces))


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    encoding: Legacy
    proves: bool
    doubtful: tuple[Span, ...] = ()


def _read(stretch: Stretch, habits: Habits) -> _Piece:
    if stretch.verdict is Legacy.UNICODE:
        return _as_it_stands(stretch)
    arrived = stretch.arrived
    if stretch.verdict is Legacy.VNI:
        text, doubtful = _read_vni(stretch)
    else:
        text, doubtful = _read_tcvn3(stretch, habits)
    return _Piece(text, stretch.verdict, not arrived.isascii(), doubtful)


def _as_it_stands(stretch: Stretch) -> _Piece:
    text = unicodedata.normalize("NFC", "".join(run.text for run in stretch.runs))
    if text.isascii():
        return _Piece(text, Legacy.UNICODE, proves=False)
    if stretch.is_unicode:
        return _Piece(text, Legacy.UNICODE, proves=True, doubtful=tuple(_legacy_amid_unicode(text)))
    proves = any(not word.isascii() and is_syllable(word) for word in TOKEN.findall(text))
    doubtful = _rival_words(text, stretch.rival) if stretch.rival is not None else ()
    return _Piece(text, Legacy.UNICODE, proves, tuple(doubtful))


def _rival_words(text: str, rival: Legacy) -> Iterator[Span]:
    """Yield the words that the reading not chosen would change."""
    read = as_tcvn3 if rival is Legacy.TCVN3 else as_vni
    for found in TOKEN.finditer(text):
        letters, likely = read(found[0])
        is_kept = letters == found[0] or KEPT_ALONE.issuperset(found[0])
        if not is_kept and likely >= as_it_stands(found[0]):
            yield found.span()


def _legacy_amid_unicode(text: str) -> Iterator[Span]:
    """Yield the words that are surely legacy in a text that is never converted, as it holds Unicode Vietnamese."""
    if _NOT_VIETNAMESE.search(text):
        for found in TOKEN.finditer(text):
            if max(weigh(found[0])) >= TELLING_ALONE and not UNICODE_LETTERS.search(found[0]):
                yield found.span()


def _read_vni(stretch: Stretch) -> tuple[str, tuple[Span, ...]]:
    arrived = stretch.arrived
    out = _Output()
    position = 0
    for found in TOKEN.finditer(arrived):
        out.add(arrived[position : found.start()].translate(C1_SIGNS))
        letters, _ = as_vni(found[0])
        is_word = _is_vni_word(letters) or not any(sign.isalpha() and sign > "~" for sign in found[0])
        if not is_word and stretch.key != "vni" and _is_foreign(found[0], letters):
            letters = found[0]
        out.add(letters, is_doubtful=not is_word or (stretch.is_thin and letters != found[0]))
        position = found.end()
    out.add(arrived[position:].translate(C1_SIGNS))
    return out.finish()


def _is_foreign(token: str, letters: str) -> bool:
    return as_it_stands(token) >= _NATURAL and not may_begin_syllable(letters)


def _is_vni_word(letters: str) -> bool:
    return is_compound(letters) if len(letters) > 1 and not letters.isupper() else letters not in LOOSE_SIGNS


def _read_tcvn3(stretch: Stretch, habits: Habits) -> tuple[str, tuple[Span, ...]]:
    arrived = stretch.arrived
    raised = [up for run in stretch.runs for up in [draws_capitals(run.font)] * len(run.text)]
    raises = any(raised)
    out = _Output()

    def add(start: int, signs: Sequence[str], is_doubtful: bool = False) -> None:
        if raises:
            is_raised = raised[start : start + len(signs)]
            signs = [raise_capitals(one) if up else one for one, up in zip(signs, is_raised, strict=True)]
        out.add("".join(signs), is_doubtful=is_doubtful)

    position = 0
    for start, end, letters in [*_low_capitals(arrived), (len(arrived), len(arrived), "")]:
        for found in CHUNK.finditer(arrived, position, start):
            add(position, arrived[position : found.start()].translate(C1_SIGNS))
            read = read_in_place(arrived, *found.span(), habits)
            is_thin = stretch.is_thin and not found[0].isascii()
            add(found.start(), read.signs, read.is_doubtful or is_thin)
            position = found.end()
        add(position, arrived[position:start].translate(C1_SIGNS))
        add(start, letters)
        position = end
    text, doubtful = out.finish()
    return _with_capitals_of_neighbours(text), doubtful


def _low_capitals(arrived: str) -> list[tuple[int, int, str]]:
    return [
        (start, end, letters)
        for start, end, letters in low_capital_words(arrived)
        if letters.isupper()
        and is_syllable(letters)
        and not any(sign.isalpha() for sign in arrived[max(start - 1, 0) : start] + arrived[end : end + 1])
    ]


def _with_capitals_of_neighbours(text: str) -> str:
    """Raise words such as "VÒ" and "Tæ", whose vowels the fonts have no capitals for, between words in capitals."""
    words = list(_WORD.finditer(text))
    sure = [None if _is_open_case(word[0]) else _is_sure_capital(word[0]) for word in words]
    if True not in sure or None not in sure:
        return text
    before = _nearest(words, sure)
    after = _nearest(words[::-1], sure[::-1])[::-1]
    out, position = [], 0
    for index, word in enumerate(words):
        near = [one for one in (before[index], after[index]) if one is not None]
        if sure[index] is None and all(map(_is_sure_capital, near)) and not all(map(str.isascii, near)):
            out += [text[position : word.start()], raise_capitals(word[0])]
            position = word.end()
    return "".join([*out, text[position:]])


def _nearest(words: Sequence[re.Match[str]], sure: Sequence[bool | None]) -> list[str | None]:
    """Return for every word the last one before it whose case is plain."""
    found: list[str | None] = []
    last: str | None = None
    for word, case in zip(words, sure, strict=True):
        found.append(last)
        last = last if case is None else word[0]
    return found


def _is_open_case(word: str) -> bool:
    return not word.isascii() and may_be_capitals(word) and not word.isupper()


def _is_sure_capital(word: str) -> bool:
    return len(word) > 1 and word.isupper() and is_syllable(word)


class _Output:
    """Text put together, with its doubtful spans."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[Span] = []
        self._length = 0

    def add(self, text: str, *, is_doubtful: bool = False) -> None:
        if is_doubtful and text:
            self._spans.append((self._length, self._length + len(text)))
        self._parts.append(text)
        self._length += len(text)

    def finish(self) -> tuple[str, tuple[Span, ...]]:
        return _compose("".join(self._parts), self._spans)


def _compose(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the text in NFC, and its spans where they then are."""
    if unicodedata.is_normalized("NFC", text):
        return text, tuple(spans)
    composed = unicodedata.normalize("NFC", text)
    if len(spans) > _MOST_MOVED:
        return composed, ((0, len(composed)),)
    moved = [
        (len(unicodedata.normalize("NFC", text[:start])), len(unicodedata.normalize("NFC", text[:end])))
        for start, end in spans
    ]
    return composed, tuple((start, min(end, len(composed))) for start, end in moved if start < len(composed))


def _join(pieces: Sequence[_Piece]) -> Repaired:
    spans: list[Span] = []
    length = 0
    sizes: dict[Legacy, int] = {}
    for piece in pieces:
        spans += [(start + length, end + length) for start, end in piece.doubtful]
        length += len(piece.text)
        if piece.encoding is not Legacy.UNICODE:
            sizes[piece.encoding] = sizes.get(piece.encoding, 0) + len(piece.text)
    text, doubtful = _compose("".join(piece.text for piece in pieces), spans)
    encoding = max(sizes, key=lambda one: sizes[one], default=Legacy.UNICODE)
    return Repaired(text, encoding, doubtful, frozenset(piece.encoding for piece in pieces if piece.proves))


def _habits(stretches: Iterable[Stretch]) -> Habits:
    """Return what became of the ư of the TCVN3 stretches of a document."""
    texts = [stretch.arrived for stretch in stretches if stretch.verdict is Legacy.TCVN3]
    if any(HORNED_U in text for text in texts):
        return Habits()
    chunks = {chunk for text in texts for chunk in CHUNK.findall(text)}
    horned = [chunk for chunk in chunks if has_horned_hyphen(chunk)]
    if len(horned) > 1 or not all(map(str.isascii, horned)):
        return Habits(hyphens=True)
    return Habits(lost=any(map(lacks_horn, chunks)))
