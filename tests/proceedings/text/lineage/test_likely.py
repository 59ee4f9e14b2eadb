"""What a provision may be in the other draft."""

import pytest

from proceedings.text.lineage import find_likely
from proceedings.text.provisions import Kind, Provision, Role, with_paths
from tests.proceedings.regulations import chuong, diem, dieu, khoan

OLD = with_paths(
    (
        chuong(
            "I",
            "QUY ĐỊNH CHUNG",
            dieu(1, "Phạm vi", khoan(1, "Các cơ quan gửi báo cáo kết quả công tác mỗi quý một lần.")),
            dieu(2, "Nguyên tắc", khoan(1, "Giữ gìn tài liệu, không để lộ nội dung trao đổi.")),
        ),
    )
)
NEW = with_paths(
    (
        Provision(Kind.TEXT, text="QUY ĐỊNH MẪU", role=Role.TITLE),
        chuong(
            "I",
            "QUY ĐỊNH CHUNG",
            dieu(1, "Nguyên tắc làm việc", khoan(1, "Giữ gìn tài liệu, không để lộ nội dung đã trao đổi.")),
            dieu(
                2,
                "Báo cáo",
                khoan(
                    1, "Hai bên:", diem("a", "các cơ quan gửi báo cáo kết quả công tác sáu tháng một lần;")
                ),
                khoan(2, "Giữ gìn tài liệu, không để lộ nội dung trao đổi."),
                khoan(3, ""),
            ),
        ),
    )
)


def paths(path, own=OLD, other=NEW, **more):
    return [each.path for each in find_likely(path, own, other, **more)]


def test_the_same_words_come_first_whatever_their_number_and_level():
    found = find_likely("dieu-2.khoan-1", OLD, NEW)

    assert [(each.path, each.score) for each in found][:1] == [("dieu-2.khoan-2", 1.0)]
    assert found[1].path == "dieu-1.khoan-1"
    assert 0.1 <= found[1].score < 1
    assert paths("dieu-1.khoan-1")[0] in ("dieu-2.khoan-1", "dieu-2.khoan-1.diem-a")


def test_an_article_is_like_an_article_and_a_chapter_like_a_chapter():
    assert {path.count(".") for path in paths("dieu-1")} == {0}
    assert paths("chuong-1") == ["chuong-1"]


def test_no_more_than_asked_for_and_nothing_for_what_has_no_words():
    assert len(paths("dieu-2.khoan-1", count=1)) == 1
    assert paths("dieu-2.khoan-3", NEW, OLD) == []
    assert paths("dieu-2.khoan-1", other=()) == []


def test_a_path_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        find_likely("dieu-9", OLD, NEW)
