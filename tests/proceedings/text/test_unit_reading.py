import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.text.provisions import Kind, Provision, Role
from proceedings.text.unit_lines import lines_of_unit, pair_lines, unit_text
from proceedings.text.unit_reading import NoOpening, read_head, read_unit
from tests.proceedings.regulations import chuong, diem, dieu, khoan

ARTICLE = dieu(
    3,
    "Công tác cán bộ",
    Provision(Kind.TEXT, text="Các cơ quan phối hợp như sau:", role=Role.CHAPEAU),
    khoan(1, "Trao đổi về:", diem("a", "Quy hoạch;"), diem("b", "Bổ nhiệm.")),
    khoan(2, "Báo cáo khi cần thiết.\nBáo cáo gồm hai phần."),
    khoan(3, "Lưu hồ sơ đầy đủ."),
    Provision(Kind.TEXT, text="Các khoản trên áp dụng từ năm 2021.", role=Role.CLOSING),
)
TEXT = unit_text(ARTICLE)


def shape(written):
    """What a person sees of a node: kind, mark, heading, text, and the same of what it holds."""
    own = (written.kind.value, written.mark, written.heading, written.text)
    return (*own, [shape(child) for child in written.children]) if written.children else own


def as_written(node):
    own = (node.kind.value, node.mark, node.heading, node.text)
    return (*own, [as_written(child) for child in node.children]) if node.children else own


def test_the_lines_are_those_of_the_text():
    assert TEXT.split("\n") == list(ARTICLE.lines())
    assert [line.owner for line in lines_of_unit(ARTICLE)] == [0, 1, 2, 4, 5, 6, 6, 7, 8]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_unchanged_text_gives_the_unit_back_each_node_its_own(form):
    written = read_unit(ARTICLE, unicodedata.normalize(form, TEXT).replace("\n", "\r\n"))

    assert shape(written) == as_written(ARTICLE)
    assert [node.was for node in written.walk()] == list(range(9))


def test_a_changed_line_stays_the_same_provision():
    written = read_unit(ARTICLE, TEXT.replace("Bổ nhiệm.", "Bổ nhiệm, luân chuyển."))

    assert written.children[1].children[2].text == "Bổ nhiệm, luân chuyển."
    assert [node.was for node in written.walk()] == list(range(9))


def test_an_inserted_khoan_is_new_and_the_renumbered_ones_stay_themselves():
    text = TEXT.replace("3. Lưu hồ sơ", "3. Kết luận bằng văn bản.\n4. Lưu hồ sơ")

    written = read_unit(ARTICLE, text)

    assert [(node.mark, node.was) for node in written.children[1:5]] == [
        ("1.", 2),
        ("2.", 6),
        ("3.", None),
        ("4.", 7),
    ]


def test_a_removed_khoan_leaves_the_others():
    lines = [line for line in TEXT.split("\n") if not line.startswith("1.") and line[1:2] != ")"]

    written = read_unit(ARTICLE, "\n".join(lines))

    assert [node.was for node in written.walk()] == [0, 1, 6, 7, 8]


def test_points_typed_below_a_khoan_make_its_words_the_lead():
    written = read_unit(
        ARTICLE, TEXT.replace("3. Lưu hồ sơ đầy đủ.", "3. Lưu hồ sơ:\na) Bản giấy;\nb) Bản số.")
    )

    third = written.children[3]
    assert (third.was, third.text) == (7, "")
    assert [(node.kind, node.role, node.text) for node in third.children] == [
        (Kind.TEXT, Role.CHAPEAU, "Lưu hồ sơ:"),
        (Kind.DIEM, Role.PLAIN, "Bản giấy;"),
        (Kind.DIEM, Role.PLAIN, "Bản số."),
    ]


def test_points_taken_away_leave_the_lead_as_the_words_of_the_khoan():
    written = read_unit(ARTICLE, TEXT.replace("\na) Quy hoạch;\nb) Bổ nhiệm.", ""))

    assert (written.children[1].text, written.children[1].children) == ("Trao đổi về:", [])


def test_khoan_that_changed_places_stay_themselves():
    lines = TEXT.split("\n")
    lines[7], lines[5:7] = "2. Lưu hồ sơ đầy đủ.", ["3. Báo cáo khi cần thiết.", lines[6]]
    text = "\n".join([*lines[:5], lines[7], *lines[5:7], lines[8]])

    written = read_unit(ARTICLE, text)

    assert [(node.mark, node.was) for node in written.children] == [
        ("", 1),
        ("1.", 2),
        ("2.", 7),
        ("3.", 6),
        ("", 8),
    ]


def test_a_false_friend_stays_words_and_a_quotation_opens_nothing():
    article = dieu(9, "Sửa đổi", khoan(1, "Sửa như sau:\n“Điều 5. Mức chi\n1. Mức cũ.\n2. Mức mới.”"))

    written = read_unit(article, unit_text(article).replace("2. Mức mới.”", "2. Mức khác.\n3. Mức nữa.”"))

    assert written.children[0].text.split("\n")[1:] == [
        "“Điều 5. Mức chi",
        "1. Mức cũ.",
        "2. Mức khác.",
        "3. Mức nữa.”",
    ]
    assert len(list(written.walk())) == 2


def test_a_line_without_a_mark_goes_on_the_paragraph_before_it_and_a_dash_stands_alone():
    article = dieu(1, "Phạm vi", text="Quy định này quy định về phối hợp.")

    written = read_unit(article, f"{unit_text(article)}\n- Một việc;\nviệc ấy dài.")

    assert shape(written) == (
        "dieu",
        "Điều 1.",
        "Phạm vi",
        "",
        [
            ("text", "", "", "Quy định này quy định về phối hợp."),
            ("text", "-", "", "Một việc;\nviệc ấy dài."),
        ],
    )


def test_a_text_is_words_alone_whatever_its_lines_begin_with():
    preamble = Provision(Kind.TEXT, text="Căn cứ Hiến pháp;\nXét đề nghị.", role=Role.PREAMBLE)

    written = read_unit(preamble, "Căn cứ Hiến pháp;\n1. Căn cứ luật;\nXét đề nghị.")

    assert (written.text, written.children) == ("Căn cứ Hiến pháp;\n1. Căn cứ luật;\nXét đề nghị.", [])


def test_an_appendix_keeps_its_table():
    table = Provision(Kind.TEXT, text="TT\tTên\n1\tBáo cáo", role=Role.TABLE)
    appendix = Provision(Kind.TEXT, "I", "DANH MỤC", mark="Phụ lục I", role=Role.APPENDIX, children=(table,))

    written = read_unit(appendix, unit_text(appendix).replace("1\tBáo cáo", "1\tBáo cáo năm\n2\tTờ trình"))

    assert (written.heading, written.mark) == ("DANH MỤC", "Phụ lục I")
    assert (written.children[0].was, written.children[0].text) == (1, "TT\tTên\n1\tBáo cáo năm\n2\tTờ trình")


def test_a_mark_that_no_rule_knows_stays_what_it_was():
    article = dieu(2, "Mức chi", khoan(1, "Gồm:", Provision(Kind.DIEM, "1.1", text="Chi một.", mark="1.1.")))

    written = read_unit(article, "Điều 2. Mức chi\n1. Gồm:\n1.1. Chi một lần.")

    assert [(node.was, node.kind, node.mark) for node in written.walk()][-1] == (3, Kind.DIEM, "1.1.")


@pytest.mark.parametrize("text", ["", "Công tác cán bộ\n1. Trao đổi", "Chương I"])
def test_an_article_without_its_first_line_is_told(text):
    with pytest.raises(NoOpening) as told:
        read_unit(ARTICLE, text)

    assert told.value.mark == "Điều 3."


def test_the_number_of_an_article_may_change():
    written = read_unit(ARTICLE, TEXT.replace("Điều 3.", "Điều 3a."))

    assert (written.number, written.mark, written.heading) == ("3a", "Điều 3a.", "Công tác cán bộ")


def test_the_head_of_a_division_is_its_label_and_its_heading():
    written = read_head(chuong("II", "NỘI DUNG"), "Chương III\nNỘI DUNG\nPHỐI HỢP")

    assert (written.number, written.mark, written.heading) == ("III", "Chương III", "NỘI DUNG PHỐI HỢP")
    with pytest.raises(NoOpening):
        read_head(chuong("II", "NỘI DUNG"), "NỘI DUNG")


def test_lines_are_paired_in_order_and_moved_ones_found():
    assert pair_lines(["a một hai", "b ba bốn"], ["b ba bốn", "a một hai", "c"])[2] is None
    assert pair_lines(["1. Một.", "2. Hai."], ["1. Mới tinh khác.", "2. Một.", "3. Hai."]) == [None, 0, 1]


LINES = st.lists(
    st.sampled_from(
        [
            "1. Một việc.",
            "2. Hai việc.",
            "a) Điểm một;",
            "b) Điểm hai.",
            "- Gạch.",
            "Đoạn văn.",
            "“Điều 9. x”",
        ]
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_no_word_that_was_typed_is_lost_and_reading_again_changes_nothing(first, second):
    unit = dieu(7, "Tên điều")
    for lines in (first, second):
        text = "\n".join(["Điều 7. Tên điều", *lines])
        written = read_unit(unit, text)
        unit = _as_provision(written)
        assert unit_text(unit) == text
        again = read_unit(unit, text)
        assert shape(again) == shape(written)
        assert [node.was for node in again.walk()] == list(range(sum(1 for _ in unit.walk())))


def _as_provision(written):
    children = tuple(_as_provision(child) for child in written.children)
    fields = (written.number, written.heading, written.text, written.mark, written.role)
    return Provision(written.kind, *fields, children=children)
