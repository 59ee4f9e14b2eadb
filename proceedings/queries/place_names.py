"""What one place of a draft is called, read from its path alone: lists name thousands without reading their drafts."""

from __future__ import annotations

from typing import Final

from proceedings.models import Provision
from proceedings.text.provisions import WORDS, Kind

_STEPS: Final = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm", "doan": "đoạn", "phu-luc": "Phụ lục"}


def place_name(path: str, kind: str, number: str) -> str:
    """Return what a provision is called: ``khoản 2 Điều 5``, ``Chương II``, ``đoạn 1 khoản 2 Điều 5``.

    ``path`` is that of :func:`proceedings.text.provisions.with_paths`, ``number`` the one printed. Points lie inside
    clauses and articles; what stands above an article does not belong to its name.
    """
    *above, last = path.split(".")
    own = _own(last, kind, number)
    outside = [f"{_STEPS[word]} {key}" for word, key in map(_parted, reversed(above)) if word in _STEPS]
    return own if kind in WORDS else " ".join([own, *outside])


def row_name(provision: Provision) -> str:
    """Return what a provision is called by its row alone, with a capital; what stands in nothing by its first words."""
    if provision.kind == Kind.TEXT and "." not in provision.path:
        return str(provision)
    name = place_name(provision.path, provision.kind, provision.number)
    return f"{name[:1].upper()}{name[1:]}"


def name_of_path(path: str) -> str:
    """Return what a path names where the printed number is not at hand: the number as the path has it."""
    word, number = _parted(path.rpartition(".")[2])
    return place_name(path, word.replace("-", "_"), number)


def _own(step: str, kind: str, number: str) -> str:
    if kind in WORDS:
        return f"{WORDS[Kind(kind)]} {number}"
    word, key = _parted(step)
    return f"{_STEPS[word]} {number or key}" if word in _STEPS else f"đoạn {key}"


def _parted(step: str) -> tuple[str, str]:
    word, _dash, key = step.partition("~")[0].rpartition("-")  # what repeats a label is called the same
    return word, key
