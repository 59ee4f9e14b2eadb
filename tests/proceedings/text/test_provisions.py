"""Numbers, paths and the written form of the tree of a regulation."""

import pytest

from proceedings.text.provisions import (
    Kind,
    Provision,
    Role,
    number_key,
    order_key,
    plain_text,
    walk,
    with_paths,
)


def _text(words, **fields):
    return Provision(kind=Kind.TEXT, text=words, **fields)


REGULATION = with_paths(
    (
        Provision(
            kind=Kind.CHUONG,
            number="II",
            mark="Chương II",
            heading="NỘI DUNG PHỐI HỢP",
            children=(
                Provision(
                    kind=Kind.DIEU,
                    number="5",
                    mark="Điều 5.",
                    heading="Nguyên tắc",
                    children=(
                        _text("Các bên phối hợp như sau:", role=Role.CHAPEAU),
                        Provision(
                            kind=Kind.KHOAN,
                            number="2",
                            mark="2.",
                            children=(
                                _text("Khi cần thiết:", role=Role.CHAPEAU),
                                Provision(kind=Kind.DIEM, number="d", mark="d)", text="trao đổi;"),
                                Provision(
                                    kind=Kind.DIEM, number="đ", mark="đ)", text="thống nhất.\nBằng văn bản."
                                ),
                            ),
                        ),
                    ),
                ),
                Provision(kind=Kind.DIEU, number="5", mark="Điều 5.", text="Điều không tên."),
            ),
        ),
    )
)


def test_paths_are_unique_where_labels_repeat():
    assert [node.path for node in walk(REGULATION)] == [
        "chuong-2",
        "dieu-5",
        "dieu-5.doan-1",
        "dieu-5.khoan-2",
        "dieu-5.khoan-2.doan-1",
        "dieu-5.khoan-2.diem-d",
        "dieu-5.khoan-2.diem-đ",
        "dieu-5~2",
    ]


def test_plain_text_reads_as_printed():
    assert plain_text(REGULATION).split("\n") == [
        "Chương II",
        "NỘI DUNG PHỐI HỢP",
        "Điều 5. Nguyên tắc",
        "Các bên phối hợp như sau:",
        "2. Khi cần thiết:",
        "d) trao đổi;",
        "đ) thống nhất.",
        "Bằng văn bản.",
        "Điều 5. Điều không tên.",
    ]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("II", "2"),
        ("xiv", "14"),
        ("thứ nhất", "1"),
        ("12A", "12a"),
        ("đ1", "đ1"),
        ("C", "c"),
        ("V", "5"),
        ("A", "a"),
        ("i", "i"),
        ("thứ mười một", "11"),
        ("HAI MƯƠI MỐT", "21"),
        ("chín mươi", "90"),
    ],
)
def test_number_key_reads_what_is_printed(printed, key):
    assert number_key(printed) == key


def test_numbers_sort_with_what_was_inserted():
    numbers = ["6", "5b", "12", "5", "5a", "10"]

    assert sorted(numbers, key=order_key) == ["5", "5a", "5b", "6", "10", "12"]


def test_letters_sort_as_the_alphabet_has_them():
    letters = ["e", "đ1", "c", "g", "đ", "d"]

    assert sorted(letters, key=order_key) == ["c", "d", "đ", "đ1", "e", "g"]


def test_paths_stay_unique_where_an_appendix_has_a_number_and_another_has_none():
    appendices = with_paths(
        [
            _text("A", role=Role.APPENDIX),
            _text("B", role=Role.APPENDIX, number="1"),
            _text("C", role=Role.APPENDIX),
        ]
    )

    assert len({appendix.path for appendix in appendices}) == 3
