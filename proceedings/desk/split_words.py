"""How the splitting page says what the machine went by, and what a reader chooses from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.queries.proposals import Ground
from proceedings.text.coverage import cover
from proceedings.text.sentences import sentences

#: Each rule of ``proceedings.text.opinions`` in words.
RULES: Final[Mapping[str, str | Promise]] = {
    "numbered": _("mở đầu bằng số thứ tự"),
    "table_row": _("một dòng của bảng"),
    "citation": _("dẫn chiếu"),
    "named_heading": _("gọi tên điều"),
    "quotes_draft": _("nhắc lại lời dự thảo"),
    "inherited": _("theo đề mục phía trên"),
    "named_part": _("gọi tên phần của dự thảo"),
    "request_verb": _("từ nêu yêu cầu"),
    "operative_verb": _("từ chỉ việc cần làm"),
    "quoted_wording": _("lời văn trong ngoặc kép"),
    "agreement": _("từ tỏ ý nhất trí"),
    "no_change_asked": _("không yêu cầu sửa"),
    "question": _("câu hỏi"),
    "motive": _("nêu lý do"),
    "letterhead": _("phần đầu văn bản"),
    "salutation": _("lời mở đầu, kính gửi"),
    "closing": _("lời kết"),
    "signature": _("phần ký, nơi nhận"),
    "heading": _("đề mục"),
    "context": _("nêu tình hình, kinh nghiệm"),
}
_SHOWN: Final = 60
Choices = list[tuple[str, list[tuple[int, str]]]]


def grounds_in_words(grounds: Iterable[Ground]) -> tuple[tuple[str, str], ...]:
    """Return each reason of a proposal as the rule in words and the words that triggered it, cut short."""
    return tuple((str(RULES.get(each.rule, gettext("dấu hiệu khác"))), cut(each.words)) for each in grounds)


def sentence_choices(text: str) -> tuple[Choices, Choices]:
    """Return where a span may begin and where it may end: the sentences of a text, by paragraph.

    Values are offsets; of the ends the words are the last of the sentence.
    """
    starts, ends = [], []
    for paragraph in cover(text, ()):
        spans = list(sentences(text, paragraph.start, paragraph.end))
        title = gettext("Đoạn %(number)s") % {"number": paragraph.number}
        starts.append((title, [(start, cut(text[start:end])) for start, end in spans]))
        ends.append((title, [(end, cut(text[start:end], last=True)) for start, end in spans]))
    return starts, ends


def with_choice(choices: Choices, value: int | None, words: str) -> Choices:
    """Return choices of which one is the value: where none is, with the words that were marked before them."""
    if value is None or any(value == known for _title, group in choices for known, _words in group):
        return choices
    return [(gettext("Chữ đã chọn"), [(value, words)]), *choices]


def cut(words: str, *, last: bool = False) -> str:
    """Return words on one line, their first or their last ones where they are many."""
    line = " ".join(words.split())
    if len(line) <= _SHOWN:
        return line
    return "…" + line[-_SHOWN:].partition(" ")[2] if last else line[:_SHOWN].rpartition(" ")[0] + "…"


def joined(names: Iterable[str]) -> Iterator[str]:
    """Yield names that are unlike each other: the second "Đoạn của Điều 5" is "Đoạn của Điều 5 (2)"."""
    known: dict[str, int] = {}
    for name in names:
        known[name] = known.get(name, 0) + 1
        yield name if known[name] == 1 else f"{name} ({known[name]})"
