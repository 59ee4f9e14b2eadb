"""The signature of a point: numbers that a database keeps and finds points by, the same on every machine."""

from __future__ import annotations

import itertools
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from proceedings.text.folding import fold
from proceedings.text.likeness.said import Said
from proceedings.text.likeness.tokens import Token, read_tokens

#: Raised when the words or tables of this package change what a signature holds: kept ones are then made anew.
VERSION: Final = 1
#: What a signature holds at the most; a point of 2,000 words is a whole letter.
LONGEST: Final = 2_000
_INT4: Final = 1 << 31


def signature(said: Said) -> list[int]:
    """Return what a point is found by: sorted, each once, every one fits PostgreSQL's ``integer``.

    One number for each word and pair of neighbouring words of the text and of the wording proposed, as tokens have
    them (synonyms and abbreviations made one, what binds and cites left out), and one for the provision. Made with
    CRC-32, so the same in every process and version of Python; keep ``VERSION`` beside what is stored.
    """
    whole = read_whole(said, read_tokens(said.text))
    return sign(said.anchor, count_words(whole), count_pairs(whole))


def sign(anchor: str, words: Iterable[int], pairs: Iterable[int]) -> list[int]:
    """Return the signature of what is about a provision and holds these words and pairs."""
    return sorted(set(itertools.islice(itertools.chain(_place(anchor), words, pairs), LONGEST)))


def read_whole(said: Said, tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a text with those of the wording it proposes, unless the text says that already."""
    if not said.wording or fold(said.wording) in fold(said.text):
        return list(tokens)
    return [*tokens, *read_tokens(said.wording)]


def count_words(tokens: Sequence[Token]) -> Counter[int]:
    """Return how often each word that weighs stands in a text."""
    return Counter(number_gram(token.form) for token in tokens if token.weighs)


def count_pairs(tokens: Sequence[Token]) -> Counter[int]:
    """Return how often each pair of words that weigh stands in a text, whatever binds them between."""
    forms = [token.form for token in tokens if token.weighs]
    return Counter(number_gram(f"{one} {other}") for one, other in itertools.pairwise(forms))


def _place(anchor: str) -> Iterator[int]:
    if anchor:
        yield number_gram(f"@{anchor}")


def number_gram(gram: str) -> int:
    """Return the number of a gram, from -2³¹ to 2³¹ - 1."""
    return zlib.crc32(gram.encode(errors="surrogatepass")) - _INT4
