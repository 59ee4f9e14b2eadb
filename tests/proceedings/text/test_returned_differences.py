import time
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.text.provisions import plain_text, with_paths
from proceedings.text.returned import DraftName, ReturnedDraft, ReturnedParagraph, lines_of
from proceedings.text.returned_differences import Origin, ReturnedChange, compare_returned
from tests.proceedings.exports.provision_trees import REGULATION, TREES, dieu, khoan

DRAFT = DraftName("hoi-thao-mau", "quy-che", 2)
OTHER = DraftName("hoi-thao-mau", "quy-che", 1)
TREE = with_paths(
    (
        dieu(
            "1",
            "Phạm vi điều chỉnh",
            khoan("1", "Quy chế này quy định nguyên tắc phối hợp giữa các cơ quan."),
            khoan(
                "2",
                "Việc phối hợp không thay thế chức năng của từng cơ quan. Mỗi cơ quan chịu trách nhiệm riêng.",
            ),
            khoan("3", "Trường hợp khác thực hiện theo quy định của pháp luật."),
        ),
        dieu("2", "Đối tượng áp dụng", words="Các cấp ủy và cơ quan tham mưu ở địa phương."),
        dieu("3", "Hiệu lực thi hành", words="Quy chế này có hiệu lực kể từ ngày ký ban hành."),
    )
)


def sent_out(tree=TREE, draft=DRAFT):
    return [ReturnedParagraph(line.text, (line.bookmark(draft),)) for line in lines_of(tree)]


def compare(paragraphs, tree=TREE, draft=DRAFT):
    return compare_returned(tree, draft, ReturnedDraft(draft, tuple(paragraphs)))


def short(comparison):
    return [(d.change.value, d.path, d.after) for d in comparison.differences]


def test_lines_are_those_of_the_plain_text():
    assert "\n".join(line.text for line in lines_of(REGULATION)) == plain_text(REGULATION)


@settings(max_examples=25, deadline=None)
@given(TREES)
def test_any_draft_that_comes_back_as_it_went_out_has_no_differences(tree):
    lines = list(lines_of(tree))

    assert [line.text for line in lines] == [each for each in plain_text(tree).split("\n") if each.strip()]
    assert len({line.bookmark(DRAFT) for line in lines}) == len(lines)
    assert compare(sent_out(tree), tree).differences == ()


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_what_is_gone_is_told_and_what_moved_is_neither_new_nor_changed(order, dropped, stripped):
    tree = with_paths([khoan(str(n), f"Nội dung {word} của khoản.") for n, word in enumerate("abcdef")])
    went = sent_out(tree)
    came = [
        replace(went[n], bookmarks=()) if n in stripped else went[n]
        for n in order[: len(went)]
        if n < len(went)
    ]
    came = [each for n, each in zip(order, came, strict=False) if n not in dropped]

    found = compare(came, tree)

    gone = {line.text for line in lines_of(tree)} - {each.text for each in came}
    told = "\n".join(d.old for d in found.differences if d.change is ReturnedChange.DELETED).split("\n")
    assert gone == set(filter(None, told))
    assert not [d for d in found.differences if d.change in (ReturnedChange.NEW, ReturnedChange.CHANGED)]


def test_blanks_and_composed_letters_are_no_difference():
    came = [
        replace(each, text=unicodedata.normalize("NFD", each.text).replace(" ", "\u00a0 "))
        for each in sent_out()
    ]

    assert compare(came).differences == ()


def test_edited_words_are_a_change_of_their_provision():
    came = sent_out()
    came[1] = replace(came[1], text="1. Quy chế này quy định cơ chế phối hợp giữa các cơ quan.")

    (found,) = compare(came).differences

    assert (found.change, found.path, found.by_content) == (ReturnedChange.CHANGED, "dieu-1.khoan-1", False)
    assert found.old == "1. Quy chế này quy định nguyên tắc phối hợp giữa các cơ quan."
    assert found.new == "1. Quy chế này quy định cơ chế phối hợp giữa các cơ quan."


def test_deleted_paragraph_is_told_with_its_words():
    came = sent_out()
    del came[3]

    (found,) = compare(came).differences

    assert (found.change, found.path, found.after) == (
        ReturnedChange.DELETED,
        "dieu-1.khoan-3",
        "dieu-1.khoan-2",
    )
    assert found.old == "3. Trường hợp khác thực hiện theo quy định của pháp luật."


def test_deleted_article_is_one_difference_with_all_below_it():
    (found,) = compare(sent_out()[4:]).differences

    assert (found.change, found.path, found.is_whole) == (ReturnedChange.DELETED, "dieu-1", True)
    assert found.old.count("\n") == 3


def test_deleted_heading_leaves_its_children():
    (found,) = compare(sent_out()[1:]).differences

    assert (found.change, found.path, found.is_whole) == (ReturnedChange.DELETED, "dieu-1", False)
    assert found.old == "Điều 1. Phạm vi điều chỉnh"


def test_new_paragraph_is_told_with_its_place():
    came = sent_out()
    came.insert(4, ReturnedParagraph("4. Khoản hoàn toàn mới về kinh phí."))

    (found,) = compare(came).differences

    assert (found.change, found.new, found.after) == (
        ReturnedChange.NEW,
        "4. Khoản hoàn toàn mới về kinh phí.",
        "dieu-1.khoan-3",
    )


def test_split_paragraph_is_one_difference():
    came = sent_out()
    came[2:3] = [
        replace(came[2], text="2. Việc phối hợp không thay thế chức năng của từng cơ quan."),
        ReturnedParagraph("3. Mỗi cơ quan chịu trách nhiệm riêng."),
    ]

    (found,) = compare(came).differences

    assert (found.change, found.path) == (ReturnedChange.SPLIT, "dieu-1.khoan-2")
    assert found.new.endswith("\n3. Mỗi cơ quan chịu trách nhiệm riêng.")


def test_joined_paragraphs_are_a_change_and_a_joined_provision():
    came = sent_out()
    came[1:3] = [ReturnedParagraph(f"{came[1].text} {came[2].text}", came[1].bookmarks + came[2].bookmarks)]

    found = compare(came)

    assert short(found) == [
        ("changed", "dieu-1.khoan-1", "dieu-1"),
        ("joined", "dieu-1.khoan-2", "dieu-1.khoan-1"),
    ]


def test_moved_article_is_one_difference():
    went = sent_out()
    came = [*went[4:6], *went[:4], *went[6:]]

    (found,) = compare(came).differences

    assert (found.change, found.path, found.after, found.is_whole) == (
        ReturnedChange.MOVED,
        "dieu-2",
        "",
        True,
    )


def test_moved_and_edited_paragraph_is_two_differences():
    went = sent_out()
    came = [*went[:1], replace(went[3], text=went[3].text + " Bổ sung."), *went[1:3], *went[4:]]

    assert short(compare(came)) == [
        ("moved", "dieu-1.khoan-3", "dieu-1"),
        ("changed", "dieu-1.khoan-3", "dieu-1"),
    ]


@pytest.mark.parametrize("suffix", ["", "1", " Copy 1"])
def test_ids_repeated_by_copy_and_paste_stay_with_the_nearest_words(suffix):
    came = sent_out()
    copy = [
        ReturnedParagraph(each.text + " Đoạn sao chép có sửa.", (each.bookmarks[0] + suffix,))
        for each in came[1:3]
    ]

    found = compare([*copy, *came])

    assert [(d.change, d.new) for d in found.differences] == [
        (ReturnedChange.NEW, copy[0].text),
        (ReturnedChange.NEW, copy[1].text),
    ]
    assert found.repeated_ids == 2


def test_all_ids_lost_are_found_by_their_words():
    came = [ReturnedParagraph(each.text) for each in sent_out()]
    came[1] = ReturnedParagraph("1. Quy chế này quy định cơ chế phối hợp giữa các cơ quan.")
    came.append(came.pop(3))

    found = compare_returned(TREE, DRAFT, ReturnedDraft(None, tuple(came)))

    assert found.origin is Origin.UNKNOWN
    assert found.lost_ids == 8
    assert [(d.change, d.path, d.by_content) for d in found.differences] == [
        (ReturnedChange.CHANGED, "dieu-1.khoan-1", True),
        (ReturnedChange.MOVED, "dieu-1.khoan-3", True),
    ]


def test_file_of_another_draft_is_told_and_compared_by_words():
    came = sent_out(draft=OTHER)
    came[1] = replace(came[1], text="1. Quy chế này quy định nguyên tắc phối hợp giữa các cấp ủy.")

    found = compare_returned(TREE, DRAFT, ReturnedDraft(OTHER, tuple(came), tracked_changes=3))

    assert (found.origin, found.draft, found.tracked_changes) == (Origin.OTHER, OTHER, 3)
    assert short(found) == [("changed", "dieu-1.khoan-1", "dieu-1")]


def test_property_alone_tells_another_draft():
    came = tuple(ReturnedParagraph(each.text) for each in sent_out())

    assert compare_returned(TREE, DRAFT, ReturnedDraft(OTHER, came)).origin is Origin.OTHER
    assert compare_returned(TREE, DRAFT, ReturnedDraft(DRAFT, came)).origin is Origin.SAME


def test_empty_file_deletes_everything_once():
    assert short(compare([])) == [
        ("deleted", "dieu-1", ""),
        ("deleted", "dieu-2", ""),
        ("deleted", "dieu-3", ""),
    ]


def test_file_of_other_words_is_all_new_and_deleted():
    found = compare([ReturnedParagraph("Hoàn toàn là một văn bản khác, không liên quan gì.")])

    assert [d.change.value for d in found.differences] == ["deleted", "deleted", "deleted", "new"]


def test_name_of_a_draft_is_read_back():
    assert DraftName.parse(str(DRAFT)) == DRAFT
    assert DraftName.parse("a/b") is None
    assert DraftName.parse("a/b/x") is None


def test_provisions_without_paths_are_refused():
    with pytest.raises(ValueError, match="without paths"):
        list(lines_of((dieu("1", "Tên"),)))


def test_200_articles_without_ids_are_compared_in_time():
    tree = with_paths(
        [
            dieu(
                str(n),
                f"Tên điều {n}",
                *[khoan(str(m), f"Nội dung {n * m} thuộc {n} phần {m} " * 8) for m in range(1, 6)],
            )
            for n in range(1, 201)
        ]
    )
    came = [ReturnedParagraph(each.text.replace("phần 2", "mục 2")) for each in sent_out(tree)]

    begun = time.process_time()
    found = compare(came, tree)

    assert time.process_time() - begun < 2
    assert {d.change for d in found.differences} == {ReturnedChange.CHANGED}
    assert len(found.differences) == 200
