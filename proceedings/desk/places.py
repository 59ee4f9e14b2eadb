"""A provision as a person names it, found in a draft: “Điều 5”, “khoản 2 Điều 5”, or its path."""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext_lazy as _

from proceedings.models import Draft, Provision
from proceedings.operations.refusals import Refused
from proceedings.text.cleaning import clean_line
from proceedings.text.folding import fold
from proceedings.text.provisions import LEVELS, Kind, number_key

_WORDS: Final = {
    "phan": Kind.PHAN, "chuong": Kind.CHUONG, "tieu muc": Kind.TIEU_MUC, "muc": Kind.MUC,
    "dieu": Kind.DIEU, "khoan": Kind.KHOAN, "diem": Kind.DIEM,
}  # fmt: skip
_STEP: Final = re.compile(r"(phan|chuong|tieu muc|muc|dieu|khoan|diem) (thu \w+|\w+)")


#: No place needs more words.
LONGEST: Final = 500


def find_place(draft: Draft, words: str, *, field: str) -> Provision:
    """Return the provision that some words name; refuses words that name none, or several, in this draft."""
    named = clean_line(words[:LONGEST]).text
    rows = draft.provisions.only("pk", "draft", "parent", "kind", "number", "role", "heading", "mark", "path")
    found = list(rows.filter(path=named)[:1]) or list(
        rows.filter(path=_path_of(named)).order_by("position")[:2]
    )
    if not found:
        found = _by_label(draft, named)
    if len(found) != 1:
        raise Refused(
            _(
                "Không tìm thấy “%(place)s” trong dự thảo. Ghi như “Điều 5”, “khoản 2 Điều 5” hoặc “Chương II”."
            )
            if not found
            else _("“%(place)s” có ở nhiều chỗ. Ghi rõ hơn, ví dụ “khoản 2 Điều 5”."),
            field=field,
            place=named[:80],
        )
    return found[0]


def _path_of(words: str) -> str:
    """Return the path that words name, from the outside to the inside; articles name nothing above them."""
    letters = dict(zip(*_letters(words), strict=True))
    steps = [(_WORDS[word], letters.get(number, number)) for word, number in _STEP.findall(fold(words))]
    steps.sort(key=lambda step: LEVELS.index(step[0]))
    kinds = [kind for kind, _number in steps]
    if Kind.DIEU in kinds:
        steps = steps[kinds.index(Kind.DIEU) :]
    return ".".join(f"{kind.value.replace('_', '-')}-{number_key(number)}" for kind, number in steps)


def _letters(words: str) -> tuple[list[str], list[str]]:
    """Folding makes đ a d; a điểm keeps its own letter."""
    plain = words.casefold().split()
    return [fold(word).strip(" ,.;)") for word in plain], [word.strip(" ,.;)") for word in plain]


def _by_label(draft: Draft, words: str) -> list[Provision]:
    """Find a division by its kind and number, wherever it stands."""
    steps = _STEP.findall(fold(words))
    if len(steps) != 1:
        return []
    kind, key = _WORDS[steps[0][0]], number_key(steps[0][1])
    rows = draft.provisions.filter(kind=kind.value).order_by("position").defer("text")
    return [row for row in rows if fold(number_key(row.number)) == key][:2]
