"""Finding a document in the registry by what a person types: a number, a symbol, words with or without accents."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from proceedings.models import Committee, Contribution
from proceedings.text.folding import fold
from proceedings.text.symbols import symbol_key

LONGEST_QUERY = 200
LARGEST_NUMBER = 2_147_483_647


def find_contributions(rows: QuerySet[Contribution], text: str) -> QuerySet[Contribution]:
    """Keep the contributions that a typed text means.

    ``12`` is registry number 12 or a symbol numbered 12; ``123-CV/TU`` in any spacing is that symbol; anything else
    is words, each of which stands in the title, the symbol, the body's name or the author's, accents optional.
    Queries longer than ``LONGEST_QUERY`` characters are cut. A blank text keeps everything.
    """
    text = text[:LONGEST_QUERY].replace("\x00", " ").strip()
    if not text:
        return rows
    return rows.filter(_numbered(text) | _with_symbol(text) | _with_words(text))


def _numbered(text: str) -> Q:
    bare = text.removeprefix("#")
    if bare.isdecimal() and int(bare) <= LARGEST_NUMBER:
        return Q(number=int(bare))
    return Q(pk__in=[])


def _with_symbol(text: str) -> Q:
    key = symbol_key(text)
    if not key:
        return Q(pk__in=[])
    return Q(symbol_key=key) | Q(symbol_key__startswith=f"{key} ")


def _with_words(text: str) -> Q:
    words = fold(text).split()
    if not words or text.removeprefix("#").isdecimal():
        return Q(pk__in=[])
    found = Q()
    for word in words:
        found &= Q(search_key__contains=word) | Q(committee__in=Committee.objects.matching(word).values("pk"))
    return found
