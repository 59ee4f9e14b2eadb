"""What stands around the units of a text: letterheads, titles, grounds, signatures, appendices, running heads."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    r"HIẾN\s+PHÁP|BỘ\s+LUẬT|LUẬT|PHÁP\s+LỆNH|LỆNH|SẮC\s+LỆNH|NGHỊ\s+QUYẾT|NGHỊ\s+ĐỊNH|QUYẾT\s+ĐỊNH|THÔNG\s+TƯ|CHỈ\s+THỊ|"
    r"KẾT\s+LUẬN|HƯỚNG\s+DẪN|KẾ\s+HOẠCH|ĐỀ\s+ÁN|CHƯƠNG\s+TRÌNH"
)
_ISSUED: Final = (
    r"QUY\s+CHẾ|QUI\s+CHẾ|QUY\s+ĐỊNH|QUI\s+ĐỊNH|QUY\s+TRÌNH|QUY\s+ƯỚC|ĐIỀU\s+LỆ|NỘI\s+QUY|NỘI\s+QUI|QUY\s+TẮC|"
    r"QUY\s+CHUẨN|BẢN\s+QUY\s+(?:CHẾ|ĐỊNH)|BẢN\s+ĐIỀU\s+LỆ|THỂ\s+LỆ"
)
_TITLE: Final = re.compile(rf"[*#_\s]*(?:DỰ\s+THẢO\s+)?(?:{_KINDS}|{_ISSUED})\b(?!\s+CHUNG\b)")
_REGULATION: Final = re.compile(
    rf"[*#_\s]*(?:DỰ\s+THẢO\s+)?(?:{_ISSUED}|CHƯƠNG\s+TRÌNH|ĐỀ\s+ÁN|KẾ\s+HOẠCH|HƯỚNG\s+DẪN)\b(?!\s+CHUNG\b)"
)
_ISSUED_WITH: Final = re.compile(r"[(\[*_]*\s*(?:ban\s+hành\s+(?:kèm|theo|kem)|kèm\s+theo)", re.IGNORECASE)
_LETTERHEAD: Final = re.compile(
    r"CỘNG\s+H[ÒO][AÀ]\s+XÃ|ĐỘC\s+LẬP|ĐẢNG\s+CỘNG\s+SẢN|VIỆT\s+NAM\s+DÂN|SỐ\s*:|SỐ\s+[\d.…]|[*_\-–—=\s]{3,}$|\*$|"
    r".{0,40}NGÀY\s.{0,12}THÁNG",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"(?:ỦY\s+BAN|UỶ\s+BAN|UBND|HỘI\s+ĐỒNG|HĐND|CHÍNH\s+PHỦ|THỦ\s+TƯỚNG\s+CHÍNH\s+PHỦ|QUỐC\s+HỘI|BỘ|BQL|BAN|TỈNH|THÀNH|"
    r"ĐẢNG|SỞ|CỤC|TỔNG|NGÂN\s+HÀNG|TÒA|TOÀ|VIỆN|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐOÀN|HỘI|TRƯỜNG)\b"
)
_CREST: Final = re.compile(
    r"C[ỘÔ]NG\s+H[ÒO][AÀ]\s+XÃ|ĐẢNG\s+C[ỘÔ]NG\s+SẢN\s+VIỆT|VIỆT\s+NAM\s+DÂN\s+CHỦ\s+CỘNG", re.IGNORECASE
)
_GROUNDS: Final = re.compile(
    r"(?:-\s*)?(?:Căn\s+cứ|Chiểu|Xét|Theo\s+(?:đề\s+nghị|đề\s+xuất|lời|tờ\s+trình)|Sau\s+khi|Để\s|Nhằm\s|Thực\s+hiện|Thi\s+hành|Chính\s+phủ\s+ban)",
    re.IGNORECASE,
)
_RECEIVERS: Final = re.compile(
    r"[*_]*(?:Nơi\s+(?:nhận|gửi)|NƠI\s+(?:NHẬN|GỬI))\b|\(?(?:Đã\s+ký|Ký\s+tên|đã\s+ký)\b"
)
_POWER: Final = re.compile(
    r"[*_]*(?:(?:T\s?/\s?M|TM|K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|T/UQ|Q)\s?[.,]*\s+\w.{4,}|(?:QUYỀN\s+)?(?:CHỦ\s+TỊCH|THỦ\s+TƯỚNG|"
    r"PHÓ\s+THỦ\s+TƯỚNG|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|TỔNG\s+BÍ\s+THƯ|BÍ\s+THƯ|PHÓ\s+BÍ\s+THƯ|PHÓ\s+CHỦ\s+TỊCH|"
    r"TRƯỞNG\s+BAN|GIÁM\s+ĐỐC|PHÓ\s+GIÁM\s+ĐỐC|TỔNG\s+GIÁM\s+ĐỐC|THỐNG\s+ĐỐC|VIỆN\s+TRƯỞNG|CHÁNH\s+ÁN|"
    r"HIỆU\s+TRƯỞNG|THỦ\s+TRƯỞNG|CHÁNH\s+VĂN\s+PHÒNG|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|CHỦ\s+NHIỆM|TƯ\s+LỆNH|"
    r"TRƯỞNG\s+PHÒNG|TỔNG\s+THƯ\s+KÝ|XÁC\s+THỰC\s+VĂN\s+BẢN|TỔNG\s+THANH\s+TRA)\b[^.;:]{0,60})$"
)
_APPENDIX: Final = re.compile(
    r"[*#_\s]*(?P<word>PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BẢN|Phụ\s+bản|BIỂU\s+MẪU|Biểu\s+mẫu|MẪU\s+SỐ|Mẫu\s+số|MẪU|Mẫu|BIỂU\s+SỐ|"
    r"Biểu\s+số)\b(?:\s+(?:[Ss]ố|SỐ)\b)?\s*:?\s*(?P<number>\d{1,3}(?:[.\-/]\d{1,3}|[a-zđA-ZĐ])?|[IVXLC]{1,6}[a-z]?|[A-ZĐ](?!\w))?"
    r"(?![^\W\d_])(?P<sign>\s*[.:\-–—/]*\s*)(?P<rest>.*)",
    re.DOTALL,
)
_FORM: Final = re.compile(
    r"(?:HỢP\s+ĐỒNG|ĐƠN|BIÊN\s+BẢN|GIẤY|TỜ\s+KHAI|PHIẾU|DANH\s+SÁCH|DANH\s+MỤC|BIỂU|BẢNG|SƠ\s+ĐỒ|MẪU)\b"
)
_NOISE: Final = re.compile(
    r"CÔNG\s+BÁO\s*/|[-–—\s]*\d{1,4}[-–—\s]*$|[Tt]rang\s+\d+(?:\s*/\s*\d+)?$|Ký\s+bởi:|Cơ\s+quan:\s|Ngày\s+ký:|"
    r"Người\s+ký:|Email:|Thời\s+gian\s+ký:|[_\-–—=*.…\s]{3,}$|PAGE\s|\[\d+\]$"
)
_CUT: Final = re.compile(
    r"(?:\b(?:tại|theo|của|và|hoặc|với|từ|đến|các|những|trong|trừ|thuộc|số|khoản|điểm|điều|mục|chương|phần|là|"
    r"quy định|cho|bởi|về|được|ngoài|như))$",
    re.IGNORECASE,
)
_AT_NUMBER: Final = re.compile(r"\b(?:khoản|điểm|điều|chương|mục)\s+[\wđ]{1,4}$", re.IGNORECASE)
_AMENDS: Final = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|sửa|thay|viết\s+lại|đính\s+chính|quy\s+định|nội\s+dung|đọc|ghi)\b.{0,160}"
    r"(?:như\s+sau|là|sau\s+đây)?\s*:\s*$",
    re.IGNORECASE | re.DOTALL,
)


def is_upper(clean: str) -> bool:
    """Tell a line written in capitals; footnote signs, digits and a small word aside do not count."""
    letters = [letter for letter in clean[:300] if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def is_title(clean: str) -> bool:
    """Tell a line that names a kind of document, in capitals."""
    return _TITLE.match(clean) is not None and is_upper(clean[:40])


def is_regulation_title(clean: str) -> bool:
    """Tell the title of what a decision issues: quy chế, quy định, điều lệ …"""
    return _REGULATION.match(clean) is not None and is_upper(clean[:40])


def names_regulation(clean: str) -> bool:
    """Tell a line that begins with the name of a regulation, in whatever letters: it may be a title."""
    return (
        len(clean) <= 160 and not clean.endswith((".", ";")) and _REGULATION.match(clean.upper()) is not None
    )


def is_issued_with(clean: str) -> bool:
    """Tell ``(Ban hành kèm theo Quyết định số …)``."""
    return _ISSUED_WITH.match(clean) is not None


def is_letterhead(clean: str) -> bool:
    """Tell a line that may stand between a signature and the title of the next text."""
    if len(clean) >= 160:
        return False
    return _LETTERHEAD.match(clean) is not None or (_BODY.match(clean) is not None and is_upper(clean))


def is_crest(clean: str) -> bool:
    """Tell the line that a letterhead has at its top right: the name of the State, or of the Party."""
    return len(clean) < 160 and _CREST.search(clean) is not None


def is_ground(clean: str) -> bool:
    """Tell the first words of a preamble: căn cứ, xét, theo đề nghị …"""
    return _GROUNDS.match(clean) is not None


def is_signature(clean: str) -> bool:
    """Tell the line that ends a text: who receives it, or by which power it is signed."""
    if len(clean) > 140:
        return False
    return _RECEIVERS.match(clean) is not None or (_POWER.match(clean) is not None and is_upper(clean))


def is_noise(clean: str) -> bool:
    """Tell a running head, a page number, a rule or the stamp of a gazette."""
    return len(clean) <= 120 and _NOISE.match(clean) is not None


def is_form(clean: str) -> bool:
    """Tell the name of a form or a list, in capitals, that follows a signature."""
    return len(clean) <= 160 and _FORM.match(clean) is not None and is_upper(clean)


def appendix_of(clean: str) -> tuple[str, int] | None:
    """Return the number of the appendix that a line opens and how long its mark is, or None."""
    found = _APPENDIX.match(clean[:240]) if clean[:1] in "PMB*#_ " else None
    if found is None:
        return None
    rest, number = found["rest"], found["number"] or ""
    bare = not rest or rest.startswith("(") or rest[:3] in ("kèm", "Kèm", "KÈM") or is_upper(rest)
    is_capitals = found["word"].isupper()
    if not (bare or (number and found["sign"].strip() and rest[:1].isupper())):
        return None
    if not is_capitals and not number and rest:
        return None
    if rest.endswith((";", ",")) or (found["word"].casefold() == "mẫu" and not number and not is_capitals):
        return None
    return number, found.start("rest")


def is_cut(clean: str) -> bool:
    """Tell a line that goes on in the next one: it ends with a word that asks for more."""
    return _CUT.search(clean[-60:]) is not None and not is_upper(clean)


def ends_with_number(clean: str) -> bool:
    """Tell a line that ends in the middle of a citation, or at its end: ``… khoản 2``."""
    return _AT_NUMBER.search(clean[-40:]) is not None and not is_upper(clean)


def is_ended(clean: str) -> bool:
    """Tell a line after which a heading may stand: a finished sentence, a heading in capitals, or nothing."""
    return (
        not clean
        or clean.endswith((".", ";", ":", "!", "?", "”", '"', "/", ")", "*", "…"))
        or is_upper(clean)
    )


def introduces_amendment(clean: str) -> bool:
    """Tell a line after which the words of another text are written out: ``… được sửa đổi như sau:``."""
    return clean.endswith(":") and _AMENDS.search(clean[-260:]) is not None
