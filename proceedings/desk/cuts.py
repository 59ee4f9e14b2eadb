"""Where the text of a provision may be cut in two: at ends of lines and sentences, or before words that are named."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from proceedings.operations.refusals import Refused

MOST: Final = 40
_AROUND: Final = 60
_END: Final = re.compile(r"\n+|(?<=[.;:])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cut:
    """One place: the character at which the rest begins, and the words on both sides."""

    at: int
    before: str
    after: str


def cuts_in(text: str) -> list[Cut]:
    """Return the places where a text is most likely cut, in order, not more than MOST."""
    cuts = []
    for found in _END.finditer(text):
        if found.start() > 0 and found.end() < len(text):
            before, after = text[: found.start()], text[found.end() :]
            cuts.append(Cut(found.end(), f"{_tail(before)}", _head(after)))
        if len(cuts) == MOST:
            break
    return cuts


def cut_before(text: str, words: str) -> int:
    """Return the character at which some words begin; refuses words that are not there, or more than once.

    NFC and NFD are read alike, blanks are blanks.
    """
    wanted = unicodedata.normalize("NFC", words).split()
    pattern = r"\s+".join(_either(word) for word in wanted)
    places = [found.start() for found in re.finditer(pattern, text)] if wanted else []
    if len(places) != 1:
        raise Refused(
            _("Không thấy “%(words)s” trong đoạn này. Chép đúng mấy chữ đầu của phần sau.")
            if not places
            else _("“%(words)s” có ở nhiều chỗ trong đoạn này. Chép thêm vài chữ."),
            field="words",
            words=" ".join(wanted)[:80],
        )
    return places[0]


def _either(word: str) -> str:
    forms = {re.escape(word), re.escape(unicodedata.normalize("NFD", word))}
    return f"(?:{'|'.join(sorted(forms))})"


def _tail(text: str) -> str:
    line = " ".join(text[-2 * _AROUND :].split())
    return line if len(text) <= _AROUND else f"…{line[-_AROUND:]}"


def _head(text: str) -> str:
    line = " ".join(text[: 2 * _AROUND].split())
    return line if len(text) <= _AROUND else f"{line[:_AROUND]}…"
