"""What is unusual in the symbol of a document, said kindly: it is accepted all the same."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.models import Contribution
from proceedings.text.symbols import SymbolWarning, warn_symbol
from proceedings.vocabulary import BodyKind

WORDS: Mapping[SymbolWarning, str | Promise] = {
    SymbolWarning.UNREADABLE: gettext_lazy("không theo mẫu thường gặp, như 123-CV/TU hoặc 123/UBND-NC"),
    SymbolWarning.LABEL_INCLUDED: gettext_lazy("có chữ “Số” trong ô, chỉ cần ghi phần sau"),
    SymbolWarning.NO_NUMBER: gettext_lazy("chưa có số"),
    SymbolWarning.ZERO_NUMBER: gettext_lazy("số là 0"),
    SymbolWarning.LETTER_IN_NUMBER: gettext_lazy("có chữ cái trong phần số"),
    SymbolWarning.NO_LEADING_ZERO: gettext_lazy("số dưới 10 thường ghi thêm số 0 ở trước"),
    SymbolWarning.UNKNOWN_KIND: gettext_lazy("loại văn bản không có trong danh mục của Đảng"),
    SymbolWarning.NO_ISSUER: gettext_lazy("chưa có chữ viết tắt tên cơ quan"),
    SymbolWarning.STATE_FORM: gettext_lazy("cơ quan Đảng nhưng ký hiệu viết theo kiểu cơ quan Nhà nước"),
    SymbolWarning.PARTY_FORM: gettext_lazy("không phải cơ quan Đảng nhưng ký hiệu viết theo kiểu của Đảng"),
    SymbolWarning.BLANKS: gettext_lazy("có khoảng trắng"),
    SymbolWarning.LOWER_CASE: gettext_lazy("viết chữ thường"),
    SymbolWarning.LOOK_ALIKES: gettext_lazy("có ký tự gần giống (ð, –) thay cho đ hoặc dấu gạch nối"),
}


def warnings_for(contribution: Contribution) -> list[str]:
    """Return one sentence on what is unusual in a document's symbol, or nothing."""
    is_party = contribution.body_kind in {BodyKind.COMMITTEE, BodyKind.PARTY_BODY}
    found = warn_symbol(contribution.symbol, is_party)
    if not found:
        return []
    return [
        _("Số %(number)s đã lưu; kiểm tra lại số, ký hiệu “%(symbol)s”: %(reasons)s.")
        % {
            "number": contribution.number,
            "symbol": contribution.symbol,
            "reasons": "; ".join(str(WORDS[warning]) for warning in found),
        }
    ]
