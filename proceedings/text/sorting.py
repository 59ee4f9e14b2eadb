"""Sort keys that a plain C collation puts into Vietnamese dictionary order."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

MEASURED: Final = 256
"""Signs of a text that count for its place, so that a key fits an index row of PostgreSQL (2,704 bytes)."""

# "{" and "|" stand after every letter and digit, so ă comes after a and before b whatever follows either.
_ALPHABET: Final = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
_ALIASES: Final = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "þ": "th", "ı": "i"}
_LOOK_ALIKES: Final = {"ð": "đ"}
_OTHER_SCRIPTS: Final = "z~"
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE, _OTHER_MARK = "0", "6"
_BREAK: Final = "-"
_UNSEEN: Final = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff'\u2018\u2019\u02bc]")
_PARTS: Final = re.compile(r"[0-9]+|[^\W_][\u0300-\u036f]*|[\W_]+")

Weights = tuple[str, str, str]
"""Letter, tone and case of one part of a text."""


def _weigh_number(digits: str) -> Weights:
    value = digits.lstrip("0")
    length = str(len(value)) if len(value) < 9 else f"9{len(value):03}"
    return length + value, _NO_TONE, "0"


def _weigh_letter(letter: str) -> Weights:
    decomposed = unicodedata.normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    small = _LOOK_ALIKES.get(base.lower(), base.lower())
    case = "0" if base == base.lower() else "1"
    shapes = {mark: unicodedata.normalize("NFC", small + mark) for mark in marks}
    vowel = next((mark for mark, shape in shapes.items() if shape in _ALPHABET), "")
    tone = next((_TONES.get(mark, _OTHER_MARK) for mark in marks if mark != vowel), _NO_TONE)
    if small in _ALIASES:
        spelled = _ALIASES[small]
        return spelled, _OTHER_MARK.ljust(len(spelled), _NO_TONE), case.ljust(len(spelled), "0")
    if not small.isascii() and small not in _ALPHABET:
        return _OTHER_SCRIPTS + small, tone, case
    small = shapes.get(vowel, small)
    return _ALPHABET.get(small, small), tone, case


@lru_cache(maxsize=4096)
def _weigh(part: str) -> Weights:
    if part[0].isascii() and part[0].isdigit():
        return _weigh_number(part)
    return _weigh_letter(part) if part[0].isalnum() else (_BREAK, _NO_TONE, "0")


def _levels(text: str) -> Weights:
    seen = _UNSEEN.sub("", text[: 4 * MEASURED])
    parts = _PARTS.findall(unicodedata.normalize("NFC", seen)[:MEASURED])
    while parts and _weigh(parts[-1])[0] == _BREAK:
        parts.pop()
    start = 1 if parts and _weigh(parts[0])[0] == _BREAK else 0
    weights = [_weigh(part) for part in parts[start:]]
    letters, tones, cases = (
        ("".join(level) for level in zip(*weights, strict=True)) if weights else ("", "", "")
    )
    return letters, tones.rstrip(_NO_TONE), cases.rstrip("0")


def sort_key(text: str) -> str:
    """The place of a text in Vietnamese dictionary order, for ``COLLATE "C"`` or Python's ``sorted``.

    Letters decide first (a ă â b c d đ e ê … x y, with f j w z in their Latin places), then the tones of
    the whole text (ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital. Numbers stand before
    letters and count by value: Điều 5, 5a, 12. Blanks, dashes and other signs are one word break, before
    everything else; apostrophes and invisible signs do not count. The order is that of ICU's ``vi`` with
    numeric ordering, wherever words are parted by single blanks. Only the first ``MEASURED`` signs count.
    The key is printable and not for people.

    >>> sort_key("Đắk Lắk")
    'd{a{k-la{k 040004 10001'
    """
    return " ".join(_levels(text))


def given_name_key(full_name: str, given_name: str | None = None) -> str:
    """The place of a person in a list: given name with its tones, then family and middle names, then case.

    The given name is the last word unless the caller names it: names such as H'Yim Kđoh, Giàng A Chu or Rah
    Lan Lâm do not part by rule, so an editor may correct it. A given name that does not stand in the full
    name is taken as it is, before the whole full name.

    >>> given_name_key("Phạm Đức Ân") > given_name_key("Nguyễn Văn An")
    True
    """
    words = full_name.split()
    given = " ".join((given_name or "").split()) or (words[-1] if words else "")
    rest = f" {' '.join(words)} ".replace(f" {given} ", " ", 1) if given_name else " ".join(words[:-1])
    first, other = _levels(given), _levels(rest)
    return " ".join((*first[:2], *other[:2], first[2], other[2]))
