import pytest

from proceedings.text.citations import write_citation, write_citations
from tests.proceedings.text.citations.drafts import DRAFT


@pytest.mark.parametrize(
    ("path", "place", "written"),
    [
        ("dieu-5", None, "Điều 5"),
        ("dieu-5.khoan-2", None, "khoản 2 Điều 5"),
        ("dieu-5.khoan-2.diem-a", None, "điểm a khoản 2 Điều 5"),
        ("dieu-12b.khoan-3a", None, "khoản 3a Điều 12b"),
        ("dieu-4.khoan-2.diem-đ", None, "điểm đ khoản 2 Điều 4"),
        ("chuong-2.muc-1", None, "Mục 1 Chương II"),
        ("chuong-2", None, "Chương II"),
        ("phu-luc-1", None, "Phụ lục I"),
        ("dieu-3.doan-2", None, "gạch đầu dòng thứ 2 Điều 3"),
        ("dieu-5.khoan-2", "dieu-5.khoan-1", "khoản 2 Điều này"),
        ("dieu-5", "dieu-5.khoan-1", "Điều này"),
        ("dieu-5.khoan-2.diem-a", "dieu-5.khoan-2.diem-b", "điểm a khoản này"),
        ("dieu-5.khoan-2.diem-a", "dieu-5.khoan-1", "điểm a khoản 2 Điều này"),
        ("dieu-5.khoan-2", "dieu-4", "khoản 2 Điều 5"),
        ("chuong-1.muc-2", "dieu-1", "Mục 2 Chương này"),
    ],
)
def test_a_node_is_written_from_the_smallest_unit_to_the_largest(path, place, written):
    assert write_citation(path, DRAFT, place) == written


@pytest.mark.parametrize(
    ("paths", "written"),
    [
        ([f"dieu-5.khoan-2.diem-{letter}" for letter in "cab"], "các điểm a, b và c khoản 2 Điều 5"),
        (["dieu-5.khoan-2.diem-a", "dieu-5.khoan-2.diem-b"], "điểm a và điểm b khoản 2 Điều 5"),
        (["dieu-8", "dieu-9", "dieu-9a"], "các điều 8, 9 và 9a"),
        (["dieu-8", "dieu-9"], "Điều 8 và Điều 9"),
        (["dieu-5.khoan-1", "dieu-5.khoan-2"], "khoản 1 và khoản 2 Điều 5"),
        (["dieu-5.khoan-1", "dieu-5.khoan-2", "dieu-5.khoan-3a"], "các khoản 1, 2 và 3a Điều 5"),
        (
            ["dieu-31.khoan-2.diem-a", "dieu-31.khoan-2.diem-b", "dieu-31.khoan-3"],
            "các điểm a và b khoản 2 và khoản 3 Điều 31",
        ),
        (
            ["dieu-31.khoan-1", "dieu-31.khoan-2.diem-a", "dieu-31.khoan-3"],
            "khoản 1, điểm a khoản 2 và khoản 3 Điều 31",
        ),
        (["dieu-5.khoan-1", "dieu-8", "dieu-31.khoan-2"], "khoản 1 Điều 5, Điều 8 và khoản 2 Điều 31"),
        (["dieu-5.khoan-1", "chuong-2.muc-1", "chuong-3"], "khoản 1 Điều 5 và Mục 1 Chương II và Chương III"),
        (["chuong-1", "chuong-2", "chuong-3"], "các chương I, II và III"),
        (["chuong-1.muc-1", "chuong-1.muc-2"], "Mục 1 và Mục 2 Chương I"),
        (["dieu-5", "dieu-5"], "Điều 5"),
        ([], ""),
    ],
)  # fmt: skip
def test_several_nodes_are_written_as_one_citation(paths, written):
    assert write_citations(paths, DRAFT) == written


def test_several_nodes_are_written_as_seen_from_a_place():
    paths = ["dieu-5.khoan-1", "dieu-5.khoan-3"]

    assert write_citations(paths, DRAFT, "dieu-5.khoan-2") == "khoản 1 và khoản 3 Điều này"


def test_an_unknown_path_is_an_error():
    with pytest.raises(KeyError):
        write_citation("dieu-99", DRAFT)
