"""Which of a passage's quotations are the words proposed, and which are words of the draft that are to go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from proceedings.text.opinions.plain import Plain
from proceedings.text.opinions.quotes import Quote, Quotes
from proceedings.text.opinions.sentences import Sentence
from proceedings.text.opinions.shapes import Kind

_THING: Final = (
    r"(?: (?:một|các|những))?"
    r"(?: (?:cụm từ|cụm|từ|chữ|mấy chữ|câu|đoạn|ý|nội dung|quy định|khoản|điểm|tên))?(?: sau| sau đây)?"
)
#: What the words to come are brought in with, whatever sentence it stands in.
_BROUGHT: Final = (
    r"thành|bằng|thay bằng|như sau|với nội dung|nội dung(?: sau| là)?|sau đây|diễn đạt là|gọn là|có thể là|đầy đủ là"
    r"|viết lại|viết thành|viết thẳng|có thể viết|đề nghị viết|nên viết|câu chữ|phương án|(?:nêu|viết|ghi) rõ|thì dùng"
    r"|(?:thống nhất|đề nghị|nên) dùng(?: thống nhất)?|dùng thống nhất|theo hướng"
)
_OFFERED: Final = re.compile(
    rf"(?<!\w)(?:(?:{_BROUGHT}){_THING}[ :]*(?:điều \d+\w? ?)?"
    r"|(?:có thể|đề nghị|nên) (?:viết|diễn đạt|sửa|thay|quy định)[^.;“”]{0,40}:"
    r"|thay (?:bằng|thành)[^.;“”]{0,30}:"
    r"|bổ sung (?:vào|thêm)(?![^.;“”]* (?:sau|trước) (?:cụm từ|từ|chữ))[^.;“”]{0,60})$"
)
#: The same where the sentence asks: a colon, "là", or "bổ sung" not followed by where the words are to stand.
_ASKED: Final = re.compile(
    r":\s*$|(?<!hiện )(?<!\w)là(?: \w+){0,2}$"
    r"|(?<!\w)(?:bổ sung|thêm)(?!\w)(?![^.;]*(?<!\w)(?:sau|trước|bỏ)(?: cụm từ| từ| chữ)? ?$)[^.;]*$"
)
_DROPPED: Final = re.compile(
    r"(?<!\w)(?:lược bỏ|lược bớt|bỏ|xóa|không (?:nên )?(?:dùng|sử dụng)|cắt)(?!\w)[^.;“]*$"
)
#: "Cụm từ “…” đề nghị lược bớt": what is named first.
_NAMED: Final = re.compile(r"(?<!\w)(?:cụm từ|từ|chữ) ?$")


def find_wording(
    plain: Plain, quotes: Quotes, kind: Kind, sentences: Sequence[Sentence], end: int
) -> Quote | None:
    """Return the quotation that is the wording proposed for a passage of this kind; None where none is."""
    if kind not in (Kind.ADD, Kind.AMEND, Kind.REMOVE):
        return None
    found = quotes.within(sentences[0].start, end)
    leads = [(quote, _lead(plain, found, place, sentences[0].start)) for place, quote in enumerate(found)]
    if kind is Kind.REMOVE:
        gone = [quote for quote, lead in leads if _DROPPED.search(lead) or _NAMED.search(lead)]
        return gone[0] if gone else None
    offered = [quote for quote, lead in leads if _OFFERED.search(lead.rstrip())]
    asked = [quote for quote, lead in leads if _asks(sentences, quote) and _ASKED.search(lead.rstrip())]
    return next(iter([*offered, *asked]), None)


def _lead(plain: Plain, found: list[Quote], place: int, start: int) -> str:
    """Return the words before a quotation, from the one before it on."""
    begin = found[place - 1].end if place else start
    return plain.lower[begin : found[place].start].replace("\n", " ").rstrip() + " "


def _asks(sentences: Sequence[Sentence], quote: Quote) -> bool:
    """Return whether the sentence of a quotation asks for something; a quoted provision may follow below it."""
    before = [sentence for sentence in sentences if sentence.start <= quote.start]
    return bool(before) and before[-1].asks
