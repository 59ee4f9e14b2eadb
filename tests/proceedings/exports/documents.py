"""Documents for the tests of the writers."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from proceedings.exports.tree import (
    Block,
    ContentsPlace,
    Document,
    Emphasis,
    Heading,
    NewPage,
    Paragraph,
    Role,
    Run,
    Table,
    item,
    paragraph,
)

HOSTILE = (
    '#import "@preview/evil:1.0.0": *; #eval("1+1") #read("/etc/passwd")',
    "*đậm* _nghiêng_ $x^2$ @ref <label> `mã` ~ -- --- ... \\u{41} \\",
    "= Đề mục giả\n- gạch đầu dòng\n+ số\n/ từ: nghĩa",
    "// chú thích /* khối */ [nội dung] {mã}",
    "<w:p><w:r><w:t>chèn</w:t></w:r></w:p> ]]> <!-- --> &lt; &#65; &amp;",
    '=HYPERLINK("http://example.com","bấm") +1 -1 @SUM(A1)',
    "\"nháy\" 'đơn' “cong” ‘cong’ — – … № § × ½",
)

BLOCKS: tuple[Block, ...] = (
    NewPage(),
    Heading("Lời nói đầu"),
    paragraph("Kỷ yếu ghi lại đầy đủ các ý kiến tại hội thảo."),
    NewPage(),
    Heading("Tham luận", byline="hai tham luận", alone=True),
    NewPage(),
    paragraph("Văn bản số 1", Role.KICKER),
    Heading("Phối hợp lãnh đạo công tác Đảng", level=2, anchor="contribution-1", byline="Tỉnh ủy Bắc Ninh"),
    paragraph("Người viết mẫu", Role.AUTHOR),
    paragraph("Trưởng ban mẫu", Role.POST),
    paragraph("Tỉnh ủy Bắc Ninh", Role.ORGANISATION),
    paragraph("VĂN BẢN MẪU", Role.MARK),
    paragraph("Lời dẫn của tham luận.", Role.LEAD),
    paragraph("I. Nhận thức", Role.SUBHEAD),
    Paragraph((Run("Chữ "), Run("đậm", Emphasis.STRONG), Run(" và chữ "), Run("nghiêng", Emphasis.ITALIC))),
    item("1.", "Mục thứ nhất của tham luận."),
    item("a)", "Điểm a của mục thứ nhất.", depth=1),
    paragraph("Ghi chú cuối bài.", Role.NOTE),
    NewPage(),
    Heading("Ý kiến về nguyên tắc phối hợp", level=2, byline="Thành ủy Hải Phòng"),
    paragraph("Ẫ Ặ Ỗ Ữ Ỵ ẫ ặ ỗ ữ ỵ đ Đ: mọi chữ tiếng Việt."),
    NewPage(),
    Heading("Phụ lục"),
    Table(("STT", "Nội dung"), (("1", "Khai mạc"), ("2", "Bế mạc")), (1, 4), caption="Chương trình"),
    NewPage(),
    NewPage(),
)


def document_of(*blocks: Block, **changes: object) -> Document:
    given = {
        "title": "Hội thảo quy chế phối hợp",
        "kind": "Kỷ yếu",
        "subtitle": "Ngày 07 tháng 9 năm 2021",
        "bodies": ("Đảng ủy Công an Trung ương",),
        "place_and_date": "Hà Nội, 2021",
        "subject": "Quy chế phối hợp",
        "keywords": ("kỷ yếu", "quy chế"),
        "marks": ("VĂN BẢN MẪU",),
        "created": datetime(2021, 9, 7, 1, 30, tzinfo=UTC),
        "contents": ContentsPlace.LAST,
        "blocks": blocks or BLOCKS,
    }
    return Document(**(given | changes))


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF, lines joined with blanks."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [one_line(page.get_textpage().get_text_bounded()) for page in pdf]
    finally:
        pdf.close()


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def squeezed(text: str) -> str:
    """Without any blank: where a line was broken says nothing about the words."""
    return re.sub(r"\s+", "", text)
