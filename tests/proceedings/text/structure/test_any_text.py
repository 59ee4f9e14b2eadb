"""Whatever comes in, nothing of it is lost: the leaves are the text, and every path is there once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.text.structure import read_structure
from tests.proceedings.text.structure.trees import check_promises

_NUMBERS = st.one_of(
    st.integers(0, 14).map(str),
    st.sampled_from(["12a", "I", "II", "IV", "thứ nhất", "A", "24.8", "5[1]", "mở đầu", "9999", "1.1"]),
)
_WORDS = st.sampled_from(
    [
        "Điều",
        "ĐIỀU",
        "Ðiều",
        "Chương",
        "CHƯƠNG",
        "Mục",
        "Phần",
        "PHẦN",
        "Tiểu mục",
        "Phụ lục",
        "Mẫu số",
        "Điê\u0300u",
        "Khoản",
    ]
)
_SIGNS = st.sampled_from([".", ":", " :", "-", "", ")", ". ", "/", "\u00a0. "])
_RESTS = st.sampled_from(
    [
        "",
        "Phạm vi",
        "QUY ĐỊNH CHUNG",
        "của Luật này",
        "“Điều 5. Tên",
        "như sau:",
        "tên.”",
        '"',
        "tại\u00a0",
        "\t3",
        "A\tB\tC",
    ]
)
_LINES = st.one_of(
    st.text(max_size=30),
    st.builds("{} {}{} {}".format, _WORDS, _NUMBERS, _SIGNS, _RESTS),
    st.builds("{}{} {}".format, _NUMBERS, _SIGNS, _RESTS),
    st.builds("{}{} {}".format, st.sampled_from("abcdđefghi"), st.sampled_from([")", ".", "/"]), _RESTS),
    st.sampled_from(
        [
            "", " ", "\u00a0", "- Gạch", "+ Cộng", "QUY CHẾ", "(Ban hành kèm theo Quyết định)", "Nơi nhận:", "CHỦ TỊCH",
            "PHỤ LỤC", "MỤC LỤC", "Căn cứ Luật;", "\u0301\u00ad", "\r", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ]
    ),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(_LINES, max_size=40))
def test_nothing_is_lost_of_a_soup_of_lines(lines):
    outline = read_structure(lines)

    assert outline.source == "\n".join(lines)
    check_promises(outline)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_nothing_is_lost_of_any_text(paragraphs):
    outline = read_structure(paragraphs)

    assert outline.source == "\n".join(paragraphs)
    check_promises(outline)
