import pytest

from proceedings.models import Provision
from proceedings.queries.place_names import name_of_path, place_name, row_name


@pytest.mark.parametrize(
    ("path", "kind", "number", "name"),
    [
        ("dieu-5", "dieu", "5", "Điều 5"),
        ("dieu-5~2", "dieu", "5", "Điều 5"),
        ("chuong-2.muc-1", "muc", "1", "Mục 1"),
        ("chuong-2.muc-1.tieu-muc-3", "tieu_muc", "3", "Tiểu mục 3"),
        ("dieu-5.khoan-2", "khoan", "2", "khoản 2 Điều 5"),
        ("dieu-5~2.khoan-2.diem-đ", "diem", "đ", "điểm đ khoản 2 Điều 5"),
        ("dieu-5.khoan-2.doan-1", "text", "", "đoạn 1 khoản 2 Điều 5"),
        ("phu-luc-1.doan-3", "text", "", "đoạn 3 Phụ lục 1"),
        ("phu-luc-1", "text", "I", "Phụ lục I"),
    ],
)
def test_a_place_is_named_by_its_path(path, kind, number, name):
    row = Provision(path=path, kind=kind, number=number, text="Lời văn.")

    assert place_name(path, kind, number) == name
    assert row_name(row) == ("Lời văn." if path == "phu-luc-1" else f"{name[:1].upper()}{name[1:]}")
    if number != "I":  # the path has the number in figures
        assert name_of_path(path) == name


def test_the_number_of_the_path_stands_in_where_none_is_at_hand():
    assert name_of_path("phu-luc-1") == "Phụ lục 1"
    assert name_of_path("phan-2.chuong-4") == "Chương 4"
