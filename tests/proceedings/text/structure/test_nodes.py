"""What a node says beside its path: headings, marks, roles, spans, titles; and the provisions made of it."""

import pytest

from proceedings.text.provisions import Kind, Role, plain_text, walk
from proceedings.text.structure import provisions, read_structure
from tests.proceedings.text.structure.trees import codes, node_at, outline_of, roles

REGULATION = """ĐẢNG CỘNG SẢN VIỆT NAM
QUY ĐỊNH
về công tác phối hợp
Căn cứ Điều lệ Đảng;
Xét đề nghị của Ban;
Chương II :
TỔ CHỨC
VÀ HOẠT ĐỘNG
Điều 5 : Nhiệm vụ
Các cơ quan có nhiệm vụ:
1- Giúp việc:
a) Soạn thảo;
b) Trình ký.
Các việc khác do Ban giao.
2- Gồm:
- Báo cáo;
+ Số liệu.
Bảng\tCột
1\t2
Hết bảng.
Điều 6. Thi hành
Nơi nhận:
- Như trên.
T/M BAN BÍ THƯ
PHỤ LỤC 2
DANH SÁCH
Nội dung.
A\tB"""


@pytest.fixture(scope="module")
def outline():
    return outline_of(REGULATION)


def test_the_head_is_title_and_preamble(outline):
    (text,) = outline.texts

    assert (text.title, text.family) == ("QUY ĐỊNH về công tác phối hợp", "party")
    assert (text.start, text.end) == (0, len(REGULATION))
    assert node_at(outline, "doan-1").text.endswith("phối hợp\n")
    assert node_at(outline, "doan-2").text.startswith("Căn cứ")


def test_headings_and_marks_are_parted(outline):
    chapter, article = node_at(outline, "chuong-2"), node_at(outline, "dieu-5")

    assert (chapter.label, chapter.number, chapter.heading, chapter.mark) == (
        "Chương II", "II", "TỔ CHỨC VÀ HOẠT ĐỘNG", "Chương II :",
    )  # fmt: skip
    assert (article.label, article.heading, article.mark) == ("Điều 5", "Nhiệm vụ", "Điều 5 :")
    assert (article.text, article.children[0].text) == ("", "Điều 5 : Nhiệm vụ\n")
    assert (node_at(outline, "dieu-5.khoan-1").label, node_at(outline, "dieu-5.khoan-1").mark) == ("1", "1-")
    assert node_at(outline, "dieu-5.khoan-1.diem-b").text == "b) Trình ký.\n"


def test_every_stretch_has_its_role(outline):
    assert roles(outline) == {
        "doan-1": Role.TITLE,
        "doan-2": Role.PREAMBLE,
        "dieu-5.doan-1": Role.CHAPEAU,
        "dieu-5.khoan-1.doan-1": Role.CHAPEAU,
        "dieu-5.khoan-1.doan-2": Role.CLOSING,
        "dieu-5.khoan-2.doan-1": Role.CHAPEAU,
        "dieu-5.khoan-2.doan-2": Role.DASH,
        "dieu-5.khoan-2.doan-3": Role.DASH,
        "dieu-5.khoan-2.doan-4": Role.TABLE,
        "doan-3": Role.SIGNATURE,
        "phu-luc-2": Role.APPENDIX,
        "phu-luc-2.doan-1": Role.CHAPEAU,
        "phu-luc-2.doan-2": Role.TABLE,
    }


def test_provisions_hold_the_words_alone(outline):
    written = {provision.path: provision for provision in walk(provisions(outline.texts[0]))}

    assert written["dieu-5.doan-1"].text == "Các cơ quan có nhiệm vụ:"
    assert written["dieu-5.khoan-1.doan-1"].text == "Giúp việc:"
    assert (written["dieu-5.khoan-2.doan-2"].mark, written["dieu-5.khoan-2.doan-2"].text) == ("-", "Báo cáo;")
    assert written["dieu-5.khoan-2.doan-4"].text == "Bảng\tCột\n1\t2"
    assert (written["phu-luc-2"].heading, written["phu-luc-2"].mark) == ("DANH SÁCH", "PHỤ LỤC 2")
    assert written["dieu-6"].heading == "Thi hành"
    assert "Điều 5 : Nhiệm vụ\nCác cơ quan có nhiệm vụ:\n1- Giúp việc:\na) Soạn thảo;" in plain_text(
        provisions(outline.texts[0])
    )


def test_an_article_without_parts_is_one_leaf():
    node = node_at(outline_of("Điều 1. Phạm vi\nÁp dụng cho mọi người."), "dieu-1")

    assert node.children == ()
    assert node.text[node.body - node.start :] == "Áp dụng cho mọi người."
    assert node.confidence > 0.9


def test_a_jump_is_less_sure_than_the_next_number():
    outline = outline_of("Điều 1. Một\nA.\nĐiều 3. Ba\nB.")

    assert node_at(outline, "dieu-3").confidence < node_at(outline, "dieu-1").confidence
    (doubt,) = outline.warnings
    assert (doubt.code, doubt.label, doubt.expected) == ("gap", "Điều 3", "2")
    assert outline.source[doubt.start :].startswith("Điều 3")


def test_a_text_without_articles_keeps_every_paragraph():
    outline = outline_of("Kính gửi: Ban\n- Một\nA\tB\nC\tD\nHết.")

    assert codes(outline) == ["no_articles"]
    assert [node.role for node in outline.texts[0].nodes] == [Role.PLAIN, Role.DASH, Role.TABLE, Role.PLAIN]


def test_nothing_at_all_is_said_to_be_nothing():
    outline = read_structure([])

    assert (outline.source, codes(outline)) == ("", ["no_text"])
    assert codes(outline_of("\n \n")) == ["no_text"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("LUẬT\nTIẾP CẬN THÔNG TIN\nCăn cứ Hiến pháp;", "LUẬT TIẾP CẬN THÔNG TIN"),
        (
            "BỘ NỘI VỤ\nTHÔNG TƯ\nVề việc A\ncủa Bộ\nBỘ TRƯỞNG BỘ NỘI VỤ\nCăn cứ Luật;",
            "THÔNG TƯ Về việc A của Bộ",
        ),
        ("QUY CHẾ\n\nPHỐI HỢP\n(Ban hành kèm theo Quyết định)", "QUY CHẾ PHỐI HỢP"),
        ("Nghị định của Chính phủ\nvề công chức\nCăn cứ Luật;", "Nghị định của Chính phủ về công chức"),
        ("DỰ THẢO QUY ĐỊNH\nvề phối hợp", "DỰ THẢO QUY ĐỊNH về phối hợp"),
        ("Kính gửi: Ban", ""),
    ],
)
def test_the_title_is_what_the_head_says(head, title):
    assert outline_of(f"{head}\nĐiều 1. A\nB.").texts[0].title == title


def test_twelve_levels_lose_nothing():
    lines = [
        "PHẦN I",
        "Chương I",
        "Mục 1",
        "Tiểu mục 1",
        "Điều 1. A",
        "1. B",
        "a) C",
        "- D",
        "+ E",
        "* G",
        "i) H",
        "(1) I",
    ]

    (article,) = [node for node in outline_of("\n".join(lines)).texts[0].walk() if node.kind is Kind.DIEU]
    assert article.path == "dieu-1"
