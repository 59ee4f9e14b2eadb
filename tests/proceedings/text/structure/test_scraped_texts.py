"""Small texts with the dirt of scraped pages, gazettes, consolidated texts and scans, a line of units a text."""

import unicodedata

import pytest

from proceedings.text.provisions import Role
from tests.proceedings.text.structure.trees import codes, node_at, outline_of, roles, units

# ruff: noqa: E501 – a text is read best on the lines that it has

VECTORS = {
    "tags and entities": (
        '<span id="c1">**Chương I**</span>\n<p><b>QUY&nbsp;ĐỊNH CHUNG</b></p>\n<p><b>Điều&nbsp;1. Phạm vi</b></p>\n1\\. Một.<br/>\n2\\. Hai.\n'
        "<h3>Điều 2. A &amp; B</h3>\nX.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
    "Markdown": (
        "# QUY CHẾ\n## Mục lục\n- [Chương I. CHUNG](#c1)\n  - [Điều 1. Phạm vi](#d1)\n## Chương I. CHUNG\n### **Điều 1.** Phạm vi\n- 1. Một:\n  - a) A;\n"
        "  - b) B.\n- 2. Hai.\n> ### Điều 2. Hai\n> 1. Ba.\n> 2. Bốn.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-2 dieu-2 dieu-2.khoan-1 dieu-2.khoan-2",
    ),
    "wiki signs": (
        "== Chương I ==\n=== NÓI CHUNG ===\n'''Điều 1.''' Phạm vi\n\n[\n\nsửa\n\n]\n\nX.\n;Điều 2\nY.\nĐiều 3. Ba\n\n[sửa]\n\n1. Z.\n2. T.",
        "chuong-1 dieu-1 dieu-2 dieu-3 dieu-3.khoan-1 dieu-3.khoan-2",
    ),
    "bars of a page made of tables": (
        "| BỘ X | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nQUYẾT ĐỊNH\nĐiều 1.\nBan hành Quy định.\nĐiều 2.\nThi hành.\n|\nTM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nA\n|\n"
        "QUY ĐỊNH\nQUẢN LÝ X\n(Ban hành\nkèm theo Quyết định số 1)\nChương I\nCHUNG\nĐiều 1.\nPhạm vi\nA.\nĐiều 2.\nĐối tượng\nB.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-2",
    ),
    "a list of parts before the text": (
        "## Phần 1\n=====\nPhần 1\n\nPhần 2\n\n→\n\nBộ luật mẫu\n\nPhần thứ nhất. CHUNG\nChương I. MỘT\nĐiều 1. Phạm vi\nX.\nPhần thứ hai. RIÊNG\nĐiều 2. Hai\nY.",
        "phan-1 phan-1.chuong-1 dieu-1 phan-2 dieu-2",
    ),
    "words misread by a machine": (
        "Chuơng I\nCHUNG\nĐiểu 1. Một\nA.\nÐiêu 2. Hai\nB.\nDiều 3. Ba\nC.\nChưong Il\nRIÊNG\nĐ iều 4. Bốn\nD.\nĐI ỀU 5. NĂM\nE.\nĐiều. 6. Sáu\nG.",
        "chuong-1 dieu-1 dieu-2 dieu-3 chuong-2 dieu-4 dieu-5 dieu-6",
    ),
    "no marks above the letters": (
        "Chuong I\nQUY DINH CHUNG\nDieu 1. Pham vi\n1. Mot.\n2. Hai.\nDieu 2. Doi tuong\nX.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
    "numbers of khoản misread": (
        "Điều 1. Một\nl. A;\n2. B.\nĐiều 2. Hai\nI. A;\n2. B;\n3. C;\n4. D;\n5. E;\n6. G;\n7. H;\n8. I;\n9. K;\n1O. L;\nll. M.\nĐiều 3. Ba\nlà một việc.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 " + " ".join(f"dieu-2.khoan-{number}" for number in range(1, 12)) + " dieu-3",
    ),
    "a đ that lost its bar": (
        "Điều 1. Một\n1. Gồm:\na) A;\nb) B;\nc) C;\nd) D;\nd) Đ;\ne) E.",
        "dieu-1 dieu-1.khoan-1 " + " ".join(f"dieu-1.khoan-1.diem-{letter}" for letter in ["a", "b", "c", "d", "d~2", "e"]),
    ),
    "all in capitals": (
        "ĐIỀU 1. MỘT\n1. GỒM:\nA) A B;\nB) B C.\n2. HAI.\nĐIỀU 2. HAI\nX.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-b dieu-1.khoan-2 dieu-2",
    ),
    "a comma for the point": (
        "Điều 1, Phạm vi\nA.\nĐiều 2, Điều 3 của Luật này.\nĐiều 2, Đối tượng\nTheo các\nĐiều 3, Khoản 2.\nĐiều 3, Ba\nB.",
        "dieu-1 dieu-2 dieu-3",
    ),
    "chapters with thứ, and without a space": (
        "Chương thứ I\nA A\nĐiều 1. X\nx.\nChươngII\nB B\nĐiều2. Y\ny.\nCHƯƠNG THỨ 3\nC C\nĐiều 3. Z\nz.",
        "chuong-1 dieu-1 chuong-2 dieu-2 chuong-3 dieu-3",
    ),
    "headings glued to what stands before": (
        "Chương I QUY ĐỊNH CHUNG Điều 1. Phạm vi\n1. Một theo Điều 2. Điều này không áp dụng cho Điều 9.\n2. Hai. Điều 2. Đối tượng\nX theo Điều 4. Chương II RIÊNG Điều 3. Ba\nY.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 chuong-2 dieu-3",
    ),
    "a whole text on one line": (
        "QUYẾT ĐỊNH Về việc ban hành Quy định QUYẾT ĐỊNH Điều 1. Ban hành kèm theo. Điều 2. Thi hành./. Nơi nhận: - Lưu. QUY ĐỊNH Về văn bản "
        "Chương I CHUNG Điều 1. Phạm vi 1. Quy định này. 2. Văn bản. Điều 2. Đối tượng1. Một;2. Hai. Chương II RIÊNG Điều 3. Ba theo Điều 4. Bốn.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 dieu-2.khoan-1 dieu-2.khoan-2 chuong-2 dieu-3",
    ),
    "khoản 1 on the line of its article": (
        "Điều 1. Giải thích từ ngữ 1. Một là\nhai.\n2. Ba là bốn.\nĐiều 2. Theo khoản 1. Không gì.\n2. Hai.\nĐiều 3. Năm 1. Không có hai.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2 dieu-3",
    ),
    "numbers on the next line": (
        "QUY\nCHẾ\nChương\nI\nQUY\nĐỊNH CHUNG\nĐiều\n1. Phạm vi\nTheo\nĐiều\nnày.\nĐiều\n2. Đối tượng\nA.",
        "chuong-1 dieu-1 dieu-2",
    ),
    "numbers alone, paragraphs without their full stop": (
        "RA SẮC LỆNH:\n\nĐiều 1\n\nNay đặt một ban gồm hai người\n\nĐiều 2\n\nTheo quy định tại\nĐiều 3\ncủa Sắc lệnh này\n\nĐiều 3\n\nThi hành ngay\n\n(Đã ký)",
        "dieu-1 dieu-2 dieu-3",
    ),
    "footnotes of a consolidated text in its numbers": (
        "Điều 5. Năm3\n1. A:\na) X;\nb)4 Y:\n- Z.\nc)[5] T.\n2.6 (được bãi bỏ)\nĐiều 6.⁷ Sáu\n1.8 Khi xác định.\n2. Mức là\n1.5 tháng lương.\nĐiều 7. Bảy\n1.1 A\n1.2 B\nĐiều 8. Tám\n1.[9] A\n1a.10 B\n2.¹¹ C",
        "dieu-5 dieu-5.khoan-1 dieu-5.khoan-1.diem-a dieu-5.khoan-1.diem-b dieu-5.khoan-1.diem-c dieu-5.khoan-2 dieu-6 dieu-6.khoan-1 dieu-6.khoan-2 "
        "dieu-7 dieu-8 dieu-8.khoan-1 dieu-8.khoan-1a dieu-8.khoan-2",
    ),
    "footnotes at the foot of a gazette's page": (
        "Bộ trưởng ban hành Thông tư.1\n1 Thông tư số 2 sửa đổi, bổ sung Thông tư số 3 có căn cứ ban hành như sau:\n“Căn cứ A;\nCăn cứ B;\n\n70\nCÔNG BÁO/Số 3 + 4/Ngày 1-2-2025\n"
        "Điều 1. Một\nA.\nĐiều 2. Hiệu lực2\n1. B.\nBộ trưởng ban hành”\n2 Điều 11 của Thông tư số 2, có hiệu lực từ ngày 1\nnăm 2024 quy định như sau:\n“Điều 11. Hiệu lực\n\n"
        "CÔNG BÁO/Số 3 + 4/Ngày 1-2-2025\n71\n2. C.\nĐiều 3. Thi hành\nX.\nXÁC THỰC VĂN BẢN HỢP NHẤT\nKT. BỘ TRƯỞNG\nA\n1. Thông tư này có hiệu lực.\n2. Hết.”",
        "dieu-1 dieu-2 dieu-2.khoan-1 dieu-2.khoan-2 dieu-3",
    ),
    "Roman sections in an article": (
        "Điều 1. Phê duyệt Kế hoạch như sau:\nI. MỤC TIÊU\n1. Một.\n2. Hai.\nII. NHIỆM VỤ\n1. Ba:\na) A;\nb) B.\n2. Bốn.\nĐiều 2. Thi hành\nX.",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-1~2 dieu-1.khoan-1~2.diem-a dieu-1.khoan-1~2.diem-b dieu-1.khoan-2~2 dieu-2",
    ),
    "a regulation behind a form": (
        "Điều 1. Ban hành.\nĐiều 2. Thi hành.\nCHỦ TỊCH\nA\nMẫu số 01\nĐƠN\nKính gửi: …\nỦY BAN NHÂN DÂN\nTỈNH X\nQUY CHẾ\nLÀM VIỆC\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n"
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\nA.\nĐiều 2. Đối tượng\nB.",
        "dieu-1 dieu-2\nchuong-1 dieu-1 dieu-2",
    ),
    "forms of decisions in an annex": (
        "Điều 1. Một\nX.\nĐiều 2. Hai\nY.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nA\nMẫu số: B11-BH\n(Ban hành kèm theo Thông tư số 1)\nBÁO CÁO\nMẫu số 17\nTÊN CƠ QUAN\nQUYẾT ĐỊNH\nCăn cứ Luật;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Công nhận…;\nĐiều 2. Cơ quan.\nĐiều 3. Hiệu lực.\nNơi nhận:\n- Như Điều …;",
        "dieu-1 dieu-2",
    ),
    "paragraphs that end with a citation and no full stop": (
        "Chương I\nMỘT\nĐiều 1. Một\n1. Việc khác thực hiện theo quy định\n2. Theo quy định tại Điều này\n\nChương II\nTuyển dụng\nĐiều 2. Hai\nX.",
        "chuong-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 chuong-2 dieu-2",
    ),
    "a table of contents whose entries are broken": (
        "MỤC LỤC\nChương I. QUY ĐỊNH\nCHUNG .......... 1\nĐiều 1. Phạm vi điều chỉnh và\nđối tượng áp\ndụng ......... 1\nĐiều 2. Hai .......... 2\n"
        "Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh và đối tượng áp dụng\nX.\nĐiều 2. Hai\nY.",
        "chuong-1 dieu-1 dieu-2",
    ),
    "a letter that cites an article": ("Kính gửi: A\n1. Một.\n2. Theo Quy chế. Điều 1. Không.\n3. Ba.", ""),
    "rows inside a khoản": (
        "Điều 1. Một\n1. Gồm: 1. A; 2. B; 3. C.\n2. Hai; 3. Ba. 4. Bốn theo khoản 5. Năm.\nĐiều 2. Bảng\nSTT\nMục\n1.\nA",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-1.khoan-3 dieu-1.khoan-4 dieu-2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VECTORS)
def test_units_are_found(name):
    text, expected = VECTORS[name]

    assert units(outline_of(text)) == expected


@pytest.mark.parametrize("name", VECTORS)
def test_units_are_found_whatever_the_normal_form(name):
    text, expected = VECTORS[name]

    assert units(outline_of(unicodedata.normalize("NFD", text))) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("words misread by a machine", ["misread_word"]),
        ("no marks above the letters", ["misread_word"]),
        ("a đ that lost its bar", ["repeated"]),
        ("headings glued to what stands before", []),
        ("Roman sections in an article", []),
        ("footnotes of a consolidated text in its numbers", ["gap"]),
    ],
)
def test_what_is_doubtful_is_said(name, expected):
    assert codes(outline_of(VECTORS[name][0])) == expected


def test_a_habit_of_lettering_is_told_once():
    article = "\n1. Gồm:\na) A;\nb) B;\nc) C;\nd) D;\ne) E;\nf) F.\n2. Hai."

    outline = outline_of("\n".join(f"Điều {number}. Tên{article}" for number in range(1, 9)))

    assert codes(outline) == ["gap", "unusual_letter"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Điều 1. Mức lương,\nphụ cấp và\nthưởng\n1. Một.", "Mức lương, phụ cấp và thưởng"),
        ("Điều 1. Sửa đổi Thông tư số 07/2026/TT-\nBNNMT ngày 23\n1. A.", "Sửa đổi Thông tư số 07/2026/TT-BNNMT ngày 23"),
        ("Điều 1. Trách nhiệm của\nỦy ban nhân dân\n1. A.", "Trách nhiệm của Ủy ban nhân dân"),
        ("Điều 1. Nơi nhận\nCác ông thi hành.", "Nơi nhận"),
        ("<p class='x'><B>Điều 1. A &amp; B</B><o:p/></p>\nX.", "A & B"),
        ("Điều 1. Thành lập <tên cơ quan> và <Ban>\nX.", "Thành lập <tên cơ quan> và <Ban>"),
    ],
)  # fmt: skip
def test_headings_are_put_together(text, heading):
    assert node_at(outline_of(text), "dieu-1").heading == heading


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("<p><b>Điều 1. Tên</b></p>\nX.", "Điều 1."),
        ("### **Điều 1.** Tên\nX.", "Điều 1."),
        ("Điều\n1. Tên\nX.", "Điều 1."),
        ("Điều\u00a01 . Tên\nX.", "Điều\u00a01 ."),
    ],
)
def test_marks_are_as_printed_without_markup(text, mark):
    article = node_at(outline_of(text), "dieu-1")

    assert (article.mark, article.heading) == (mark, "Tên")


def test_a_section_is_no_part_of_the_khoan_above_it():
    outline = outline_of("Điều 1. Kế hoạch\nI. MỘT\n1. A.\nII. HAI\n1. B.\nIII. BA\nX.")

    assert node_at(outline, "dieu-1.khoan-1").text == "1. A.\n"
    assert [path for path, role in roles(outline).items() if role is not Role.CHAPEAU] == []


def test_the_title_of_a_consolidated_text_is_no_longer_than_it_is():
    outline = outline_of(
        "LUẬT\nBẢO HIỂM\nLuật Bảo hiểm số 58/2014/QH13 ngày 20 tháng 11, được sửa đổi bởi:\n1. Luật số 84;\nĐiều 1. A\nB."
    )

    assert outline.texts[0].title == "LUẬT BẢO HIỂM"
