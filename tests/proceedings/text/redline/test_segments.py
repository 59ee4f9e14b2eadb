from proceedings.text.redline.segments import Op, Segment, count_words, join_segments


def test_joined_segments_have_one_deletion_and_one_insertion_between_equal_ones():
    parts = [
        Segment(Op.EQUAL, "a"), Segment(Op.EQUAL, " b", "  b"), Segment(Op.INSERT, "x"), Segment(Op.DELETE, "y"),
        Segment(Op.DELETE, ""), Segment(Op.INSERT, "z"), Segment(Op.EQUAL, "c"),
    ]  # fmt: skip

    assert join_segments(parts) == (
        Segment(Op.EQUAL, "a b", "a  b"), Segment(Op.DELETE, "y"), Segment(Op.INSERT, "xz"), Segment(Op.EQUAL, "c"),
    )  # fmt: skip


def test_sides_of_a_segment():
    assert (Segment(Op.EQUAL, "a", "á").old_text, Segment(Op.INSERT, "a").old_text) == ("á", "")
    assert (Segment(Op.EQUAL, "a", "á").new_text, Segment(Op.DELETE, "a").new_text) == ("a", "")


def test_words_are_syllables_and_numbers():
    assert count_words("Điều 5. Phối hợp (mẫu 1); H’Yim – 12,5%") == 10
    assert count_words("; –") == 0
