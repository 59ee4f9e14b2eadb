"""Beginning a draft from the paragraphs of a file or of a pasted text: its structure is read, one text of it taken.

The whole source stays with the draft, so that the other texts of the file can be begun as drafts of other texts later.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.models import ConsultedText, Draft, User
from proceedings.operations import drafts
from proceedings.operations.drafts import Place, Source
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.outline_words import words_of
from proceedings.text.folding import fold
from proceedings.text.provisions import Kind
from proceedings.text.structure import Outline, TextOutline, provisions, read_structure

#: What to do about a doubt, after the words that say what it is.
_REMEDIES: Final[dict[str, str | Promise]] = {
    "gap": _("Đối chiếu bản gốc; nếu máy đọc sót, tách mục đứng trước hoặc thêm mục."),
    "repeated": _("Đối chiếu bản gốc; nếu là lỗi đánh số, đặt lại số."),
    "out_of_order": _("Đối chiếu bản gốc; nếu là lỗi đánh số, đặt lại số hoặc chuyển vị trí."),
    "left_in_text": _("Nếu đúng là tiêu đề, tách đoạn đó thành mục riêng."),
    "unusual_letter": _("Đối chiếu bản gốc rồi đặt lại số nếu cần."),
    "footnote_in_number": _("Đối chiếu bản gốc rồi đặt lại số nếu cần."),
    "khoan_in_heading": _("Tách tên điều và khoản 1 nếu bản gốc có tên điều."),
    "open_quote": _("Đối chiếu bản gốc xem phần trích dẫn kết thúc ở đâu."),
}
#: Told on a page of its own, where a person chooses.
_TOLD_ELSEWHERE: Final = frozenset({"several_texts"})


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft that was begun, and how many texts its source holds."""

    draft: Draft
    text_count: int


@operation
def start_from_paragraphs(
    *,
    consulted_text: ConsultedText,
    paragraphs: Sequence[str],
    source: Source | None = None,
    place: int | None = None,
    notes: Iterable[str] = (),
    title: str = "",
    actor: User,
    now: datetime.datetime,
) -> Begun:
    """Begin a working draft from paragraphs; ``place`` says which text of the source is taken, from 0.

    Without it, it is the one whose title is most like that of the consulted text, the longest in doubt. ``notes``
    join the draft's warnings; ``title`` is the draft's own, else it has that of the consulted text. Refuses a source
    without words, a place that is not there, and as :func:`proceedings.operations.drafts.start_from_outline` does.
    """
    outline = read_structure(paragraphs)
    if not outline.source.strip():
        raise Refused(_("Không có chữ nào để đọc. Dán văn bản, hoặc chọn một tệp khác."), field="words")
    at = likeliest(outline, consulted_text.title) if place is None else place
    if not 0 <= at < len(outline.texts):
        raise Refused(_("Tệp không có văn bản này. Tải lại trang rồi chọn lại."))
    text = outline.texts[at]
    draft = drafts.start_from_outline(
        consulted_text=consulted_text,
        provisions=provisions(text),
        source_text=outline.source,
        source=source,
        places=_places(text),
        warnings=[*notes, *_warnings(outline, text)],
        title=title,
        actor=actor,
        now=now,
    )
    return Begun(draft, len(outline.texts))


def likeliest(outline: Outline, title: str) -> int:
    """Return which text of a source is meant by a title, from 0: it shares most words with it, or has most articles."""
    scores = [
        (_shared(title, text.title), sum(node.kind is Kind.DIEU for node in text.walk()))
        for text in outline.texts
    ]
    return scores.index(max(scores)) if scores else 0


def _shared(one: str, other: str) -> float:
    """Return the share of words that two titles have in common: a decision names its regulation and says more."""
    words, others = set(fold(one).split()), set(fold(other).split())
    return len(words & others) / max(len(words | others), 1)


def _places(text: TextOutline) -> dict[str, Place]:
    return {
        node.path: Place(node.start, node.end, min(max(node.confidence, 0.0), 1.0))
        for node in text.walk()
        if not node.is_lead
    }


def _warnings(outline: Outline, text: TextOutline) -> Iterator[str]:
    for doubt in outline.warnings:
        if doubt.code in _TOLD_ELSEWHERE or not text.start <= doubt.start < max(text.end, text.start + 1):
            continue
        yield f"{words_of(doubt)} {_REMEDIES.get(doubt.code, '')}".strip()
