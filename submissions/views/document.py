"""The document as it is shown beside its fields: numbered paragraphs, what was found in them where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.models import Submission

#: What each found field is called where it stands; the key is that of ``Letterhead``, the value names the form's field.
FOUND: Mapping[str, tuple[str, str | Promise]] = {
    "committee": ("committee", _("cấp ủy")),
    "body": ("body_name", _("cơ quan")),
    "symbol": ("symbol", _("số, ký hiệu")),
    "date": ("document_on", _("ngày văn bản")),
    "subject": ("title", _("trích yếu")),
    "signer": ("signer_name", _("người ký")),
    "signer_post": ("signer_post", _("chức vụ")),
}
_CHANGES = re.compile(r"\[-(.*?)-\]|\[\+(.*?)\+\]", re.DOTALL)
Span = tuple[int, int, str, str]


@dataclass(frozen=True)
class Piece:
    """A run of characters: plain, found (with the field's name), doubtful, inserted or deleted."""

    text: str
    mark: str = ""
    label: str | Promise = ""
    field: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph with its number."""

    number: int
    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Document:
    """The views of one text; ``marked`` and ``original`` are empty where no changes are tracked."""

    proposed: tuple[Line, ...]
    marked: tuple[Line, ...] = ()
    original: tuple[Line, ...] = ()


def document_of(submission: Submission) -> Document:
    """Lay a submission's text out, in all the views that it has."""
    kinds = submission.facts.get("kinds", {})
    cells = {index for index, *_place in submission.facts.get("cells", [])}
    spans = _spans(submission)

    def kind(index: int) -> str:
        return "cell" if index in cells else kinds.get(str(index), "body")

    def lines(text: str) -> Iterator[tuple[int, str]]:
        yield from enumerate(text.split("\n")) if text else ()

    return Document(
        tuple(
            Line(index + 1, kind(index), tuple(cut(text, spans.get(index, ()))))
            for index, text in lines(submission.text)
        ),
        tuple(Line(i + 1, "body", tuple(_changes(text))) for i, text in lines(submission.marked_text)),
        tuple(Line(i + 1, "body", (Piece(text),)) for i, text in lines(submission.original_text)),
    )


def cut(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Cut a paragraph at the ends of the spans (start, end, mark, field) that it holds.

    The first to begin is shown where two overlap; what lies outside the text is left out.
    """
    place, seen = 0, set()
    for start, end, mark, name in sorted(spans):
        start, end = max(start, place), min(end, len(text))
        if start >= end:
            continue
        if start > place:
            yield Piece(text[place:start])
        field, label = FOUND.get(name, ("", _("cần đối chiếu với bản gốc")))
        yield Piece(text[start:end], mark, label, "" if field in seen else field)
        seen.add(field)
        place = end
    if place < len(text) or not text:
        yield Piece(text[place:])


def _spans(submission: Submission) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    for name in FOUND:
        found: Any = submission.found.get(name)
        if found and found.get("paragraph") is not None and found["end"] > found["start"]:
            spans.setdefault(found["paragraph"], []).append((found["start"], found["end"], "found", name))
    for index, start, end in submission.facts.get("doubtful", []):
        spans.setdefault(index, []).append((start, end, "doubtful", ""))
    return spans


def _changes(text: str) -> Iterator[Piece]:
    place = 0
    for change in _CHANGES.finditer(text):
        if change.start() > place:
            yield Piece(text[place : change.start()])
        deleted, inserted = change.groups()
        yield Piece(deleted, "deleted") if deleted is not None else Piece(inserted, "inserted")
        place = change.end()
    if place < len(text) or not text:
        yield Piece(text[place:])
