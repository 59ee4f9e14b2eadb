import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.text.likeness import Said, cluster
from tests.proceedings.text.likeness.measuring import compare_pairs, find_grouped
from tests.proceedings.text.likeness.opinions import read_opinions
from tests.proceedings.text.likeness.paraphrasing import list_told

BEGINS = ("Đề nghị bỏ", "Đề nghị giữ nguyên", "Đề nghị sửa", "Nhất trí với", "Không nhất trí với", "Bổ sung")
ENDS = ("thời hạn trả lời 10 ngày", "thời hạn trả lời 15 ngày", "việc họp giao ban hằng quý tại cấp ủy", "")
POINTS = st.lists(
    st.one_of(st.builds("{} {}".format, st.sampled_from(BEGINS), st.sampled_from(ENDS)), st.text())
)


@pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned on", "held out"])
@pytest.mark.parametrize("is_by_hand", [False, True], ids=["all", "by hand"])
def test_nine_of_ten_pairs_are_put_together_and_nine_of_ten_belong_together(is_held_out, is_by_hand):
    told = [one for one in list_told(is_held_out) if one.is_by_hand or not is_by_hand]

    measured = compare_pairs(told, find_grouped(told))

    assert measured.recall >= 0.9, measured
    assert measured.precision >= 0.9, measured


def test_groups_do_not_depend_on_the_order():
    saids = [one.said for one in list_told(is_held_out=False)]
    shuffled = random.Random(1).sample(saids, len(saids))

    assert cluster(saids) == cluster(shuffled)


def test_a_group_names_its_core_and_nothing_stands_in_two():
    groups = cluster([one.said for one in list_told(is_held_out=False)])

    keys = [member.key for group in groups for member in group.members]
    assert len(keys) == len(set(keys))
    for group in groups:
        assert len(group.members) > 1
        assert (group.core, 1) == group.members[0]
        assert all(0 <= member.score <= 1 for member in group.members)


def test_points_that_are_the_same_to_the_letter_are_one_group_however_many():
    saids = [Said(key, "Đề nghị bỏ cụm từ kịp thời.") for key in range(500)]

    (group,) = cluster([*saids, Said(500, "Đề nghị giữ nguyên cụm từ kịp thời.")])

    assert sorted(member.key for member in group.members) == list(range(500))


@settings(max_examples=60)
@given(POINTS)
def test_the_contrary_and_other_numbers_are_never_one_group(texts):
    saids = [Said(key, text) for key, text in enumerate(texts)]

    for group in cluster(saids):
        said = {texts[member.key] for member in group.members}
        assert len({text.split("lời ")[-1] for text in said if "lời " in text}) <= 1
        assert not (has(said, "bỏ") and has(said, "giữ nguyên", "Nhất trí", "Bổ sung"))
        assert not (
            has(said, "Đề nghị sửa", "Không nhất trí") and has(said, "giữ nguyên", "Đề nghị Nhất trí")
        )


def has(texts, *beginnings):
    """Return whether one of the texts begins with one of these, after a "Đề nghị"."""
    return any(text.removeprefix("Đề nghị ").startswith(beginnings) for text in texts)


def test_what_was_written_to_mislead_is_seldom_grouped_with_its_opposite():
    told = list_told(is_held_out=True)
    contrary = {one.said.key for one in told if one.meaning.endswith("!0")}

    pairs = find_grouped(told)

    assert sum(bool(contrary.intersection(pair)) for pair in pairs) <= len(pairs) // 20
    assert len(contrary) >= len(read_opinions()) // 4


def test_progress_is_told_and_nothing_makes_no_group():
    heard = []

    assert cluster([], lambda done, of: heard.append((done, of))) == ()
    assert cluster([Said(1, ""), Said(2, "…"), Said(3, "Bỏ khoản 3.")]) == ()
    assert heard == [(0, 0)]
