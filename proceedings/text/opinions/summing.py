"""One line for a point, in the contribution's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.sentences import Sentence
from proceedings.text.opinions.shapes import SUMMARY_LENGTH

_CUT: Final = "…"


def sum_up(plain: Plain, sentences: Sequence[Sentence]) -> str:
    """Return the telling sentence, from its request on where it is too long, cut at a word."""
    telling = next(
        (one for one in sentences if one.is_explicit),
        next((one for one in sentences if one.speaks), sentences[0]),
    )
    whole = _clean(plain.shown[telling.body : telling.end])
    if len(whole) <= SUMMARY_LENGTH or not telling.requests:
        return _cut(whole)
    return _cut(_clean(plain.shown[telling.requests[0][1] : telling.end]))


def _clean(text: str) -> str:
    return " ".join(text.split()).rstrip(";|, ")


def _cut(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    short = text[: SUMMARY_LENGTH - len(_CUT)]
    if not text[len(short)].isspace() and " " in short:
        short = short.rpartition(" ")[0]
    return short.rstrip(" ,;:|") + _CUT
