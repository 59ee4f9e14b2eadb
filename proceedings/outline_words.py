"""What is doubtful about the structure of a text, in words."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.text.structure import Doubt

_WORDS: Final[dict[str, str | Promise]] = {
    "no_text": _("Tệp không có chữ nào để đọc."),
    "no_articles": _(
        "Không tìm thấy Điều nào: toàn bộ nội dung được giữ thành các đoạn. Nếu đây là văn bản quy định, "
        "kiểm tra xem mỗi Điều có bắt đầu ở một dòng riêng hay không."
    ),
    "contents": _("Có mục lục nhắc lại các tiêu đề: được giữ như đoạn văn, không tính là Điều."),
    "several_texts": _("Tệp có %(label)s văn bản, mỗi văn bản bắt đầu lại từ Điều 1."),
    "gap": _("%(label)s: số thứ tự không liên tục."),
    "repeated": _("%(label)s: số này đã có ở trước."),
    "out_of_order": _("%(label)s: số không theo thứ tự."),
    "left_in_text": _(
        "“%(label)s” giống một tiêu đề nhưng số không theo thứ tự nên được giữ trong đoạn văn."
    ),
    "unusual_letter": _("%(label)s: chữ cái này không dùng để đánh thứ tự điểm."),
    "footnote_in_number": _("%(label)s: có lẽ số chú thích dính vào số của Điều, được đọc là %(expected)s."),
    "khoan_in_heading": _("%(label)s: khoản 1 nằm trên dòng của Điều nên được đọc là tiêu đề."),
    "open_quote": _("Trước %(label)s có dấu ngoặc kép mở mà không đóng."),
}
_EXPECTED: Final = _("%(label)s: số thứ tự không liên tục, thiếu %(expected)s.")
_DUE: Final = _("%(label)s: số không theo thứ tự, lẽ ra là %(expected)s.")


def words_of(doubt: Doubt) -> str:
    """Return the sentence for a doubt."""
    sentence = _WORDS[doubt.code]
    if doubt.expected:
        sentence = {"gap": _EXPECTED, "out_of_order": _DUE}.get(doubt.code, sentence)
    return str(sentence) % {"label": doubt.label, "expected": doubt.expected}
