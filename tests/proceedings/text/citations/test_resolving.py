import pytest

from proceedings.text.citations import Outline, Reason, find_citations, read_references, resolve
from tests.proceedings.text.citations.drafts import DRAFT

OUTLINE = Outline(DRAFT)


def only(text):
    (citation,) = find_citations(text)
    return citation


def meant(text, at=None, **options):
    return [reference.candidates for reference in resolve(only(text), OUTLINE, at, **options)]


@pytest.mark.parametrize(
    ("text", "at", "paths"),
    [
        ("điểm a khoản 2 Điều 5", None, ["dieu-5.khoan-2.diem-a"]),
        ("điểm i khoản 2 Điều 4", None, ["dieu-4.khoan-2.diem-i"]),
        ("khoản 3a Điều 12b", None, ["dieu-12b.khoan-3a"]),
        ("điểm d1 khoản 2 Điều 4", None, ["dieu-4.khoan-2.diem-d1"]),
        ("khoản 02 Điều 05", None, ["dieu-5.khoan-2"]),
        ("Điều 5 khoản 2 điểm a", None, ["dieu-5.khoan-2.diem-a"]),
        ("Điểm A, Khoản 2, Điều 5", None, ["dieu-5.khoan-2.diem-a"]),
        ("Điều 5.2", None, ["dieu-5.khoan-2"]),
        ("khoản 2 Điều này", "dieu-5.khoan-1", ["dieu-5.khoan-2"]),
        ("theo Điều này", "dieu-5.khoan-2.diem-a", ["dieu-5"]),
        ("điểm b khoản này", "dieu-5.khoan-2.diem-a", ["dieu-5.khoan-2.diem-b"]),
        ("khoản 2", "dieu-5", ["dieu-5.khoan-2"]),
        ("điểm a", "dieu-5.khoan-2.diem-b", ["dieu-5.khoan-2.diem-a"]),
        ("Mục 1 Chương II", None, ["chuong-2.muc-1"]),
        ("Mục I Chương 2", None, ["chuong-2.muc-1"]),
        ("Chương này", "dieu-9", ["chuong-3"]),
        ("Mục 1", "dieu-3", ["chuong-1.muc-1"]),
        ("Điều 5 Chương II", None, ["dieu-5"]),
        ("Phụ lục I", None, ["phu-luc-1"]),
        (
            "các điểm a và b khoản 2 và khoản 3 Điều 31", None,
            ["dieu-31.khoan-2.diem-a", "dieu-31.khoan-2.diem-b", "dieu-31.khoan-3"],
        ),
        ("từ Điều 8 đến Điều 10", None, ["dieu-8", "dieu-9", "dieu-9a", "dieu-10"]),
        ("các Điều 8, 9 và 10", None, ["dieu-8", "dieu-9", "dieu-10"]),
        ("khoản 3 đến khoản 4 Điều 5", None, ["dieu-5.khoan-3", "dieu-5.khoan-3a", "dieu-5.khoan-4"]),
        (
            "từ điểm d đến điểm e khoản 2 Điều 4", None,
            [f"dieu-4.khoan-2.diem-{letter}" for letter in ("d", "d1", "đ", "e")],
        ),
        ("gạch đầu dòng thứ hai Điều 3", None, ["dieu-3.doan-2"]),
        ("đoạn 2 khoản 1 Điều 5", None, ["dieu-5.khoan-1"]),
        ("tiết 1 điểm a khoản 2 Điều 5", None, ["dieu-5.khoan-2.diem-a"]),
    ],
)  # fmt: skip
def test_a_citation_means_these_nodes(text, at, paths):
    assert meant(text, at) == [(path,) for path in paths]


@pytest.mark.parametrize(
    ("text", "candidates", "reason"),
    [
        ("Mục 1", ("chuong-1.muc-1", "chuong-2.muc-1"), Reason.ANYWHERE),
        ("Điều 40", ("dieu-40", "dieu-40~2"), Reason.REPEATED),
        ("khoản 1 Điều 40", ("dieu-40.khoan-1", "dieu-40~2.khoan-1"), Reason.REPEATED),
        ("khoản 4", ("dieu-5.khoan-4",), Reason.ANYWHERE),
        ("khoản 3", ("dieu-5.khoan-3", "dieu-12b.khoan-3", "dieu-31.khoan-3"), Reason.ANYWHERE),
        ("khoản 3 Điều này", ("dieu-5.khoan-3", "dieu-12b.khoan-3", "dieu-31.khoan-3"), Reason.NO_PLACE),
        ("điểm a Điều 31", ("dieu-31.khoan-1.diem-a", "dieu-31.khoan-2.diem-a"), Reason.SKIPPED),
        ("Điều 5 Chương I", ("dieu-5",), Reason.CONTRADICTED),
        ("mục 2 Điều 5", ("dieu-5.khoan-2", "dieu-5"), Reason.CONTRADICTED),
        ("điểm 2 Điều 5", ("dieu-5.khoan-2",), Reason.OTHER_LEVEL),
        ("tại Điều này", (), Reason.NO_PLACE),
    ],
)
def test_ambiguity_is_returned_with_its_reason(text, candidates, reason):
    (reference,) = resolve(only(text), OUTLINE)

    assert (reference.candidates, reference.reason) == (candidates, reason)
    assert reference.is_ambiguous is (len(candidates) > 1)
    assert reference.confidence <= 0.75


@pytest.mark.parametrize(
    ("text", "at", "wanted", "nearest"),
    [
        ("điểm z khoản 2 Điều 5", None, "điểm z khoản 2 Điều 5", "dieu-5.khoan-2"),
        ("khoản 9 Điều 5", None, "khoản 9 Điều 5", "dieu-5"),
        ("điểm a khoản 9 Điều 5", None, "điểm a khoản 9 Điều 5", "dieu-5"),
        ("Điều 99", None, "Điều 99", ""),
        ("Mục 7 Chương II", None, "Mục 7 Chương II", "chuong-2"),
        ("khoản 9", "dieu-5.khoan-1", "khoản 9", "dieu-5"),
        ("khoản này", "dieu-5", "khoản này", "dieu-5"),
    ],
)
def test_what_is_missing_names_the_nearest_unit_above_it(text, at, wanted, nearest):
    (reference,) = resolve(only(text), OUTLINE, at)

    assert (reference.wanted, reference.nearest) == (wanted, nearest)
    assert (reference.candidates, reference.reason, reference.confidence) == ((), Reason.MISSING, 0)


@pytest.mark.parametrize("text", ["Điều 5 của Bộ luật Dân sự", "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP"])
def test_a_citation_of_another_document_is_not_resolved(text):
    (reference,) = resolve(only(text), OUTLINE)

    assert (reference.candidates, reference.reason) == ((), Reason.OTHER_DOCUMENT)


@pytest.mark.parametrize(
    ("text", "names", "is_ours"),
    [
        ("Điều 5 Quy chế này", (), True),
        ("Điều 5 của dự thảo", ("Quy chế",), True),
        ("Điều 5 Quy chế", ("Quy chế",), True),
        ("Điều 5 Quy chế phối hợp", ("Quy chế phối hợp",), True),
        ("Điều 5 Quy chế phối hợp", ("Quy chế phối hợp giữa hai ngành",), True),
        ("Điều 5 Quy chế này", ("Quy chế phối hợp",), True),
        ("Điều 5 Quy chế làm việc của Ban", ("Quy chế",), False),
        ("Điều 5 Quy chế làm việc", ("Quy chế phối hợp",), False),
        ("Điều 5 Quyết định này", ("Quy chế",), False),
        ("Điều 5 dự thảo Quyết định", ("Quy chế",), False),
        ("Điều 5 Quy chế phối hợp", (), False),
    ],
)
def test_the_names_of_the_draft_tell_which_document_is_meant(text, names, is_ours):
    assert meant(text, names=names) == [("dieu-5",) if is_ours else ()]


@pytest.mark.parametrize(
    "text", ["Điều 5.2", "k2 Đ5", "khoan 2 dieu 5", "Điều 5 khoản 2", "khoản 2 Điều 5 Quy chế"]
)
def test_an_unusual_form_is_less_sure(text):
    (reference,) = resolve(only(text), OUTLINE)

    assert reference.candidates == ("dieu-5.khoan-2",)
    assert 0 < reference.confidence < 1


def test_a_plain_tree_is_as_good_as_its_outline():
    citation = only("khoản 2 Điều 5")

    assert resolve(citation, DRAFT) == resolve(citation, OUTLINE)


def test_an_unknown_place_is_no_place():
    assert meant("tại Điều này", "dieu-99") == [()]


def test_a_paragraph_is_about_what_it_opens_with():
    text = (
        "1. Tại Điều 5: khoản 2 đề nghị bỏ điểm a; khoản 3 giữ nguyên theo Điều 9.\n"
        "2. Khoản 1 Điều 31: sửa điểm b.\n"
        "Điều 99: bỏ khoản 4.\n"
    )

    read = read_references(text, DRAFT)

    assert [(citation.text, references[0].candidates) for citation, references in read] == [
        ("Điều 5", ("dieu-5",)),
        ("khoản 2", ("dieu-5.khoan-2",)),
        ("điểm a", ("dieu-5.khoan-2.diem-a",)),
        ("khoản 3", ("dieu-5.khoan-3",)),
        ("Điều 9", ("dieu-9",)),
        ("Khoản 1 Điều 31", ("dieu-31.khoan-1",)),
        ("điểm b", ("dieu-31.khoan-1.diem-b",)),
        ("Điều 99", ()),
        ("khoản 4", ("dieu-5.khoan-4",)),
    ]


def test_an_opinion_may_be_about_a_list():
    read = read_references("Khoản 1 và khoản 2 Điều 5: thay khoản 3", DRAFT)

    assert read[1][1][0].candidates == ("dieu-5.khoan-3",)


def test_what_is_to_be_added_is_about_what_will_hold_it():
    read = read_references("Bổ sung khoản 7 Điều 5 như sau; bỏ khoản 2.", DRAFT)

    assert [references[0].candidates for _, references in read] == [(), ("dieu-5.khoan-2",)]
