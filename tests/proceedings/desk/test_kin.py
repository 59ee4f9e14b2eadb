import pytest

from proceedings.desk.kin import pairs_of, with_words
from proceedings.operations.lineages import Match, correct_lineage

pytestmark = pytest.mark.django_db


def test_words_of_a_provision_that_was_split_are_shown_once_in_each_pair(drafting, by):
    drafting.start()
    drafting.issue()
    drafting.next()
    issued = drafting.issue()
    halves = ("dieu-3.khoan-1", "dieu-3.khoan-2")
    correct_lineage(draft=issued, matches=[Match(("dieu-3.khoan-2",), halves, "split", True, 1.0)], **by)

    shown = with_words(issued, pairs_of(issued))

    olds = ["".join(segment.text for segment in pair.old) for pair in shown]
    assert olds == ["2. Báo cáo khi cần thiết."] * 2
