"""What a column of a table of contributions may hold, and how its heading may read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from proceedings.text.folding import fold


class Content(StrEnum):
    """What a column holds: a field of a contribution by its own name, or what several fields are read from."""

    POSITION = "position"
    COMMITTEE = "committee"
    BODY = "body"
    """A committee or another body: the name tells."""
    BODY_KIND = "body_kind"
    BODY_NAME = "body_name"
    SYMBOL = "symbol"
    SYMBOL_AND_DATE = "symbol_and_date"
    DOCUMENT_ON = "document_on"
    RECEIVED_ON = "received_on"
    TITLE = "title"
    FORM = "form"
    SIGNER_NAME = "signer_name"
    SIGNER_POST = "signer_post"
    AUTHOR_NAME = "author_name"
    TEXT = "text"
    STANCE = "stance"
    THEME = "theme"
    CIRCULATION = "circulation"
    SUMMARY = "summary"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of our template: its heading, its width in characters, and what the sheet of help says of it."""

    content: Content
    heading: str
    width: int
    help: str
    is_required: bool = False


#: Our template, as the registry book has it (số đến, nơi gửi, số ký hiệu, ngày, trích yếu, …).
TEMPLATE: Final = (
    Column(Content.POSITION, "STT", 6, "Để trống cũng được; số vào sổ do hệ thống cấp khi nhập."),
    Column(
        Content.COMMITTEE,
        "Cấp ủy",
        26,
        "Chọn trong danh sách. Để trống nếu nơi gửi không phải Tỉnh ủy, Thành ủy.",
    ),
    Column(
        Content.BODY_KIND,
        "Loại chủ thể",
        20,
        "Chọn trong danh sách khi nơi gửi không phải Tỉnh ủy, Thành ủy.",
    ),
    Column(
        Content.BODY_NAME,
        "Cơ quan, cá nhân khác",
        28,
        "Tên cơ quan, tổ chức, cá nhân; chỉ ghi khi cột Cấp ủy để trống.",
    ),
    Column(Content.SYMBOL, "Số, ký hiệu", 16, "Ghi như trên văn bản, ví dụ 123-CV/TU."),
    Column(Content.DOCUMENT_ON, "Ngày văn bản", 13, "Ngày/tháng/năm, ví dụ 07/9/2021."),
    Column(Content.RECEIVED_ON, "Ngày đến", 13, "Ngày/tháng/năm; để trống thì lấy ngày tiếp nhận tệp."),
    Column(
        Content.TITLE, "Trích yếu", 44, "Trích yếu hoặc tên tham luận, tối đa 500 ký tự.", is_required=True
    ),
    Column(Content.FORM, "Hình thức", 18, "Chọn trong danh sách; để trống là Văn bản góp ý."),
    Column(Content.SIGNER_NAME, "Người ký", 22, "Họ và tên, không ghi học hàm, học vị."),
    Column(Content.SIGNER_POST, "Chức vụ", 22, "Chức vụ của người ký."),
    Column(Content.AUTHOR_NAME, "Người trình bày", 22, "Người trình bày hoặc tác giả tham luận."),
    Column(
        Content.TEXT,
        "Nội dung",
        60,
        "Toàn văn; xuống dòng trong ô bằng Alt+Enter. Excel nhận tối đa 32.767 ký tự.",
    ),
    Column(Content.STANCE, "Quan điểm", 24, "Quan điểm chung, chọn trong danh sách hoặc để trống."),
    Column(Content.THEME, "Nhóm vấn đề", 28, "Chọn trong danh sách nhóm vấn đề của hội thảo hoặc để trống."),
    Column(
        Content.CIRCULATION, "Phạm vi phổ biến", 24, "Chọn trong danh sách; để trống là Đại biểu được mời."
    ),
    Column(Content.NOTE, "Ghi chú", 22, "Không nhập vào sổ. Dòng có chữ VĂN BẢN MẪU ở cột này được bỏ qua."),
)

#: Headings as other tables write them; the first of each is what the pages call the column.
_HEADINGS: Final[dict[Content, tuple[str, ...]]] = {
    content: tuple(headings.split(" | "))
    for content, headings in {
        Content.POSITION: ("STT | TT | Số TT | Số thứ tự | Thứ tự | No | #"),
        Content.COMMITTEE: (
            "Cấp ủy | Tỉnh ủy, Thành ủy | Tỉnh ủy | Thành ủy | Tên cấp ủy | Cấp ủy góp ý | "
            "Cấp ủy gửi | Tỉnh, thành phố | Tỉnh/thành phố | Tỉnh, thành | Địa phương | "
            "Tỉnh ủy, Thành ủy trực thuộc Trung ương"
        ),
        Content.BODY: (
            "Cấp ủy hoặc cơ quan | Đơn vị | Cơ quan | Cơ quan, đơn vị | Đơn vị góp ý | "
            "Cơ quan góp ý | Chủ thể góp ý | Cơ quan, đơn vị góp ý | Cơ quan ban hành | Nơi gửi | "
            "Cơ quan gửi | Đơn vị gửi | Nơi ban hành | Tên đơn vị | Tên cơ quan | "
            "Cơ quan, tổ chức, cá nhân | Cơ quan, tổ chức, cá nhân góp ý | Tác giả văn bản | "
            "Chủ thể | Tên cơ quan, đơn vị | Địa phương, đơn vị | Đơn vị, địa phương | "
            "Tỉnh ủy, Thành ủy, cơ quan | Cơ quan, địa phương"
        ),
        Content.BODY_KIND: ("Loại chủ thể | Loại cơ quan | Loại đơn vị | Nhóm chủ thể"),
        Content.BODY_NAME: (
            "Cơ quan, cá nhân khác | Cơ quan khác | Tên cơ quan, cá nhân khác | Tổ chức, cá nhân khác"
        ),
        Content.SYMBOL: (
            "Số, ký hiệu | Số ký hiệu | Số/KH | Số KH | Số và ký hiệu | Số, ký hiệu văn bản | "
            "Số hiệu | Số văn bản | Số hiệu văn bản | Ký hiệu | Số công văn | Số CV | Số VB | "
            "Số/ký hiệu | Số, KH văn bản | Số, ký hiệu công văn"
        ),
        Content.SYMBOL_AND_DATE: (
            "Số, ngày văn bản | Số, ngày công văn | Số, ký hiệu, ngày văn bản | Số và ngày văn bản | "
            "Số, ký hiệu và ngày | Số, ký hiệu; ngày, tháng văn bản | Số, ký hiệu, ngày tháng năm | "
            "Số, ngày tháng năm văn bản | Văn bản số, ngày | Số, ký hiệu, ngày tháng văn bản | "
            "Số, ký hiệu, ngày ban hành | Số văn bản, ngày | Số, ngày, tháng"
        ),
        Content.DOCUMENT_ON: (
            "Ngày văn bản | Ngày, tháng văn bản | Ngày tháng văn bản | Ngày ban hành | Ngày VB | "
            "Ngày công văn | Ngày tháng | Ngày, tháng, năm | Ngày tháng năm | Ngày | Ngày ký | "
            "Ngày, tháng, năm văn bản | Ngày tháng năm ban hành | Ngày CV"
        ),
        Content.RECEIVED_ON: (
            "Ngày đến | Ngày nhận | Ngày tiếp nhận | Ngày nhận văn bản | Ngày vào sổ | Ngày văn bản đến"
        ),
        Content.TITLE: (
            "Trích yếu | Trích yếu nội dung | Trích yếu, tên tham luận | Tên tham luận | "
            "Tên loại và trích yếu nội dung | Tên văn bản | Về việc | Tiêu đề | Tên bài | "
            "Tên bài tham luận | Trích yếu văn bản | Tên loại, trích yếu | V/v | "
            "Tên loại và trích yếu nội dung văn bản | Chủ đề"
        ),
        Content.FORM: ("Hình thức | Hình thức góp ý | Loại văn bản | Hình thức tham gia | Hình thức văn bản"),
        Content.SIGNER_NAME: ("Người ký | Họ tên người ký | Họ và tên người ký | Người ký văn bản"),
        Content.SIGNER_POST: ("Chức vụ | Chức vụ người ký | Chức danh | Chức danh người ký"),
        Content.AUTHOR_NAME: (
            "Người trình bày | Người trình bày, tác giả | Tác giả | Báo cáo viên | Người tham luận | "
            "Người phát biểu | Họ và tên | Họ tên | Người góp ý"
        ),
        Content.TEXT: (
            "Nội dung | Nội dung góp ý | Toàn văn | Ý kiến góp ý | Nội dung ý kiến | Ý kiến | "
            "Nội dung ý kiến góp ý | Nội dung văn bản | Nội dung tham gia ý kiến | Góp ý | "
            "Nội dung tham luận | Nội dung góp ý cụ thể | Ý kiến tham gia | Nội dung phát biểu"
        ),
        Content.STANCE: ("Quan điểm | Quan điểm chung | Ý kiến chung | Mức độ nhất trí | Đánh giá chung"),
        Content.THEME: ("Nhóm vấn đề | Nhóm nội dung | Nhóm | Vấn đề | Chuyên đề"),
        Content.CIRCULATION: ("Phạm vi phổ biến | Phạm vi | Phạm vi lưu hành"),
        Content.SUMMARY: ("Tóm tắt | Tóm tắt nội dung | Nội dung tóm tắt"),
        Content.NOTE: ("Ghi chú | Chú thích | Ghi chú khác | Đường dẫn"),
    }.items()
}

KNOWN: Final = {
    fold(heading.replace(",", " ").replace(";", " ")): content
    for content, headings in _HEADINGS.items()
    for heading in headings
}
"""Folded heading, without signs → what the column holds."""

#: Words that tell a column whose heading is not among the known ones; the first rule whose words are all there counts.
RULES: Final = tuple(
    (frozenset(fold(words).split()), content)
    for words, content in (
        ("ngày đến", Content.RECEIVED_ON),
        ("ngày nhận", Content.RECEIVED_ON),
        ("ký hiệu ngày", Content.SYMBOL_AND_DATE),
        ("ký hiệu", Content.SYMBOL),
        ("ngày văn bản", Content.DOCUMENT_ON),
        ("ngày ban hành", Content.DOCUMENT_ON),
        ("trích yếu", Content.TITLE),
        ("người ký chức vụ", Content.SIGNER_POST),
        ("người ký", Content.SIGNER_NAME),
        ("chức vụ", Content.SIGNER_POST),
        ("trình bày", Content.AUTHOR_NAME),
        ("nội dung góp ý", Content.TEXT),
        ("nội dung ý kiến", Content.TEXT),
        ("cơ quan đơn vị", Content.BODY),
        ("đơn vị góp ý", Content.BODY),
        ("tỉnh ủy thành ủy", Content.COMMITTEE),
        ("nhóm vấn đề", Content.THEME),
        ("quan điểm", Content.STANCE),
        ("ghi chú", Content.NOTE),
    )
)


def heading_of(content: Content) -> str:
    """Return what a page calls a column of this content."""
    return _HEADINGS[content][0]
