"""The label that opens a line: told from the words, and written for a kind and a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from proceedings.text.provisions import LEVELS, WORDS, Kind

_COUNT = r"\d{1,4}[a-zđ]?\d{0,2}|[ivxlcdm]{1,7}"
_LABELS = {
    Kind.PHAN: rf"phần\s+(?P<number>thứ\s+\w+|{_COUNT}|[a-zđ])\b[.:]?",
    Kind.CHUONG: rf"chương\s+(?P<number>{_COUNT})\b[.:]?",
    Kind.MUC: rf"mục\s+(?P<number>{_COUNT}|[a-zđ])\b[.:]?",
    Kind.TIEU_MUC: rf"tiểu\s+mục\s+(?P<number>{_COUNT}|[a-zđ])\b[.:]?",
    Kind.DIEU: r"điều\s+(?P<number>\d{1,4}[a-zđ]?\d{0,2})\b\s?[.:]?",
    Kind.KHOAN: r"(?P<number>\d{1,3}[a-zđ]?\d{0,2})\s?[.)/]",
    Kind.DIEM: r"(?P<number>[a-zđ]\d{0,2})\s?[.)/]",
}
_COMPILED = {
    kind: re.compile(rf"\s*(?P<mark>{pattern})(?=\s|$)", re.IGNORECASE) for kind, pattern in _LABELS.items()
}
#: A label is looked for in the first letters of a line only.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Label:
    """What opens a line: ``mark`` exactly as printed, the number in it, and the rest of the line."""

    kind: Kind
    mark: str
    number: str
    rest: str


def read_label(line: str, kind: Kind) -> Label | None:
    """Return the label of a kind that opens a line, ``None`` where it has none; NFC and NFD are read alike."""
    if kind is Kind.TEXT:
        return None
    head = line[: 4 * _REACH]
    found = _COMPILED[kind].match(unicodedata.normalize("NFC", head))
    if found is None:
        return None
    start, end = (_in_printed(head, place) for place in found.span("mark"))
    return Label(kind, line[start:end], " ".join(found["number"].split()), line[end:].strip())


def find_label(line: str) -> Label | None:
    """Return the label of the outermost kind that a line may open, ``None`` for a plain paragraph."""
    return next((label for kind in LEVELS if (label := read_label(line, kind))), None)


def written_mark(kind: Kind, number: str) -> str:
    """Return what opens the line of a kind as it is written today: ``Chương II``, ``Điều 5.``, ``2.``, ``a)``."""
    if not number or kind is Kind.TEXT:
        return ""
    if kind is Kind.DIEM:
        return f"{number})"
    if kind is Kind.KHOAN:
        return f"{number}."
    return f"{WORDS[kind]} {number}{'.' if kind is Kind.DIEU else ''}"


def _in_printed(text: str, place: int) -> int:
    """Return where a place of the composed text stands in the text as printed."""
    if unicodedata.is_normalized("NFC", text):
        return place
    return next(
        end
        for end in range(place, len(text) + 1)
        if len(unicodedata.normalize("NFC", text[:end])) == place
        and (end == len(text) or not unicodedata.combining(text[end]))
    )
