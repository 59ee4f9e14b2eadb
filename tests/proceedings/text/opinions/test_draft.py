"""The index of a draft: provisions found by their headings, by words quoted, by words repeated."""

import pytest

from proceedings.text.citations import find_citations
from proceedings.text.opinions import DraftIndex


@pytest.mark.parametrize(
    ("phrase", "path"),
    [
        ("nguyên tắc phối hợp, đề nghị", "dieu-3"),
        ("Trách nhiệm của Tỉnh ủy, Thành ủy", "dieu-13"),
        ("trách nhiệm phối hợp", "chuong-3"),
        ("trách nhiệm", ""),
        ("bảo vệ môi trường biển", ""),
        ("", ""),
    ],
)
def test_headings_name_their_unit(phrase, path, draft):
    assert draft.named(phrase) == path


@pytest.mark.parametrize(
    ("quoted", "under", "paths"),
    [
        ("các nội dung khác theo yêu cầu", "", ["dieu-9.khoan-3"]),
        ("KHI CẦN THIẾT", "", ["dieu-3.khoan-3", "dieu-13.khoan-5"]),
        ("khi cần thiết", "dieu-13", ["dieu-13.khoan-5"]),
        ("Việc phối hợp nhằm tăng cường", "", ["dieu-2"]),
        ("phối hợp", "", []),
        ("không có ở đâu cả", "", []),
        ("…", "", []),
    ],
)
def test_quoted_words_find_their_provisions(quoted, under, paths, draft):
    assert draft.holding(quoted, under) == paths


def test_a_provision_repeated_at_length_is_found_and_a_long_name_is_not(draft):
    repeated = (
        "đã thực hiện tốt việc lãnh đạo trực tiếp, toàn diện Đảng bộ Công an tỉnh, thành phố theo Điều lệ Đảng, đồng "
        "thời tôn trọng sự lãnh đạo, chỉ đạo tập trung, thống nhất của Đảng ủy Công an Trung ương"
    )

    assert draft.repeated(repeated) == "dieu-13.khoan-4"
    assert draft.repeated("cơ quan tham mưu của Đảng ủy Công an Trung ương") == ""


def test_several_units_join_in_what_holds_them_all(draft):
    assert draft.join(["dieu-6.khoan-1", "dieu-6.khoan-3"]) == "dieu-6"
    assert draft.join(["dieu-16", "dieu-18"]) == "chuong-4"
    assert draft.join(["dieu-1", "dieu-20"]) == ""
    assert (draft.above("dieu-6.khoan-1"), draft.above("chuong-1")) == ("dieu-6", "")


def test_citations_of_other_documents_are_not_of_the_draft(draft):
    own, other = find_citations("khoản 2 Điều 5 Quy chế này; Điều 7 Nghị định số 30/2020/NĐ-CP")

    assert (draft.is_own(own), draft.is_own(other)) == (True, False)


def test_a_draft_without_provisions_anchors_nothing():
    empty = DraftIndex([])

    assert (empty.title, empty.named("nguyên tắc"), empty.holding("khi"), empty.repeated("một " * 20)) == (
        "",
        "",
        [],
        "",
    )
