from proceedings.text.provisions import Kind, Provision, with_paths
from proceedings.text.redline import (
    BlockKind,
    Fold,
    Op,
    Whole,
    compare,
    inline,
    side_by_side,
    tracked_paragraphs,
)


def articles(*texts):
    return with_paths(
        Provision(Kind.DIEU, str(number), text=text, mark=f"Điều {number}.")
        for number, text in enumerate(texts, 1)
    )


OLD = [
    "Văn phòng mời họp.",
    "Thư ký ghi biên bản đầy đủ.",
    "Kinh phí do đơn vị chi.",
    "Hồ sơ giữ mười năm.",
    "Hết.",
]
NEW = [OLD[0], "Thư ký ghi biên bản chi tiết.", *OLD[2:]]


def test_long_unchanged_stretches_are_folded():
    redline = compare(articles(*OLD), articles(*NEW))

    rows = inline(redline)

    assert [row.count if isinstance(row, Fold) else row.place.path for row in rows] == [
        "dieu-1", "dieu-2", "dieu-3", 2,
    ]  # fmt: skip
    assert inline(redline, around=None) == redline.blocks
    assert [type(row).__name__ for row in inline(redline, around=0)] == ["Block", "Block", "Fold"]


def test_nothing_changed_is_one_fold():
    redline = compare(articles(*OLD), articles(*OLD))

    (fold,) = inline(redline)

    assert isinstance(fold, Fold)
    assert fold.count == 5


def test_cells_hold_what_their_draft_says():
    rows = side_by_side(compare(articles(*OLD), articles(*NEW)))

    row = next(row for row in rows if not isinstance(row, Fold) and row.block.kind is BlockKind.CHANGED)
    assert [(part.op.value, part.text) for part in row.old] == [
        ("equal", "Điều 2. Thư ký ghi biên bản "), ("delete", "đầy đủ"), ("equal", "."),
    ]  # fmt: skip
    assert "".join(part.new_text for part in row.new) == "Điều 2. Thư ký ghi biên bản chi tiết."


def test_an_inserted_paragraph_has_no_old_cell():
    rows = side_by_side(compare(articles(*OLD[:2]), articles(*OLD[:3])), around=None)

    assert [row.old is None for row in rows] == [False, False, True]


def test_tracked_runs_of_a_change():
    paragraphs = tracked_paragraphs(compare(articles(*OLD), articles(*NEW)))

    assert paragraphs[1].runs == (
        (Op.EQUAL, "Điều 2. Thư ký ghi biên bản "), (Op.DELETE, "đầy đủ"), (Op.INSERT, "chi tiết"), (Op.EQUAL, "."),
    )  # fmt: skip
    assert (paragraphs[1].kind, paragraphs[1].whole, paragraphs[1].move) == (Kind.DIEU, Whole.STAYS, "")


def test_tracked_moves_carry_one_name_at_both_places():
    moved = "Tài liệu gửi trước cuộc họp ít nhất bảy ngày làm việc cho mọi đại biểu."
    paragraphs = tracked_paragraphs(compare(articles(*OLD, moved), articles(moved, *OLD)))

    names = {one.whole: one.move for one in paragraphs if one.move}
    assert names == {Whole.MOVE_FROM: "move-1", Whole.MOVE_TO: "move-1"}
    source = next(one for one in paragraphs if one.whole is Whole.MOVE_FROM)
    assert (source.accepted(), source.rejected()) == (None, "Điều 6. " + moved)


def test_blanks_that_differ_are_tracked_though_no_reader_sees_them():
    redline = compare(articles("Văn phòng  mời họp."), articles("Văn phòng mời họp."))

    (paragraph,) = tracked_paragraphs(redline)

    assert redline.is_empty
    assert paragraph.accepted() == "Điều 1. Văn phòng mời họp."
    assert paragraph.rejected() == "Điều 1. Văn phòng  mời họp."
