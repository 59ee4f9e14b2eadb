"""What holds for any two drafts: generated trees, edited trees, and trees that have nothing in common."""

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from proceedings.text.lineage import match
from proceedings.text.provisions import Kind, Provision, Role, plain_text, walk, with_paths
from proceedings.text.redline import (
    BlockKind,
    Op,
    Whole,
    accept_all,
    compare,
    compare_words,
    inline,
    reject_all,
    side_by_side,
    tracked_paragraphs,
)
from tests.proceedings.text import sample_regulations

WORDS = st.sampled_from(
    [
        "phối",
        "hợp",
        "cơ",
        "quan",
        "và",
        "báo cáo",
        "15",
        "12a",
        ",",
        ".",
        ";",
        "điện tử",
        " ",
        "\u0323",
        "\n",
        "“",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(lambda words: " ".join(words).strip(" "))
LINES = TEXTS.map(lambda text: text.replace("\n", " ").strip())
FAST = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def leaf(kind, mark):
    return st.builds(
        Provision, st.just(kind), st.sampled_from(["1", "2", "3a"]), st.just(""), TEXTS, st.sampled_from(mark)
    )


CLAUSES = st.one_of(
    leaf(Kind.KHOAN, ["1.", "2.", ""]),
    st.builds(
        lambda lead, points: Provision(
            Kind.KHOAN, "4", mark="4.",
            children=(Provision(Kind.TEXT, text=lead, role=Role.CHAPEAU), *points),
        ),
        TEXTS,
        st.lists(leaf(Kind.DIEM, ["a)", "b)"]), max_size=3),
    ),
    st.builds(Provision, st.just(Kind.TEXT), text=TEXTS),
)  # fmt: skip
ARTICLES = st.builds(
    Provision,
    st.just(Kind.DIEU),
    st.sampled_from(["1", "2", "3", "12a"]),
    LINES,
    st.just(""),
    st.sampled_from(["Điều 1.", "Điều 2.", "Điều 3"]),
    children=st.lists(CLAUSES, max_size=3).map(tuple),
)
CHAPTERS = st.builds(
    Provision, st.just(Kind.CHUONG), st.sampled_from(["I", "II"]), LINES,
    mark=st.sampled_from(["Chương I", "CHƯƠNG II", ""]), children=st.lists(ARTICLES, max_size=3).map(tuple),
)  # fmt: skip
TREES = st.lists(st.one_of(ARTICLES, CHAPTERS, CLAUSES), max_size=4).map(with_paths)


def assert_exact(redline, old, new):
    assert "\n".join(accept_all(redline)) == plain_text(new)
    assert "\n".join(reject_all(redline)) == plain_text(old)
    tracked = tracked_paragraphs(redline)
    accepted = [text for one in tracked if (text := one.accepted()) is not None]
    rejected = [text for one in tracked if (text := one.rejected()) is not None]
    compose = unicodedata.normalize
    assert accepted == accept_all(redline)
    assert [compose("NFC", text) for text in rejected] == [
        compose("NFC", text) for text in reject_all(redline)
    ]


def assert_well_made(redline):
    for block in redline.blocks:
        assert block.paragraphs
        for paragraph in block.paragraphs:
            ops = [segment.op for segment in paragraph.segments]
            assert all(segment.text for segment in paragraph.segments)
            assert all(one is not other for one, other in pairwise(ops))
            assert paragraph.whole is not Whole.INSERT or set(ops) <= {Op.INSERT}
            assert paragraph.whole is not Whole.DELETE or set(ops) <= {Op.DELETE}
        if block.kind is BlockKind.UNCHANGED:
            assert {segment.op for one in block.paragraphs for segment in one.segments} <= {Op.EQUAL}
    for change in redline.changes:
        assert change.kind not in (BlockKind.UNCHANGED, BlockKind.MOVED_FROM)
        assert change.blocks


@FAST
@given(TREES, TREES)
def test_accepting_gives_the_new_draft_and_rejecting_the_old_one(old, new):
    redline = compare(old, new)

    assert_exact(redline, old, new)
    assert_well_made(redline)


@FAST
@given(TREES)
def test_a_draft_does_not_differ_from_itself(tree):
    redline = compare(tree, tree)

    assert redline.is_empty
    assert redline.words_inserted == redline.words_deleted == 0
    assert all(block.kind is BlockKind.UNCHANGED for block in redline.blocks)


#: A khoản whose điểm ends in an empty line, against a khoản of the same lines: the mark moves between them.
PARTED = (
    with_paths(
        [
            Provision(
                Kind.KHOAN, "4", mark="4.",
                children=(
                    Provision(Kind.TEXT, role=Role.CHAPEAU),
                    Provision(Kind.DIEM, "1", text="phối \n", mark="a)"),
                ),
            )
        ]
    ),
    with_paths([Provision(Kind.KHOAN, "1", text="phối \n", mark="1.")]),
)  # fmt: skip


@FAST
@given(TREES, TREES)
@example(*PARTED)
@example(*reversed(PARTED))
def test_sides_swapped_give_the_mirrored_counts(old, new):
    lineage = match(old, new)

    there, back = compare(old, new, lineage), compare(new, old, lineage.mirrored())

    assert_exact(back, new, old)
    assert (back.words_inserted, back.words_deleted) == (there.words_deleted, there.words_inserted)
    assert back.counts[BlockKind.INSERTED] == there.counts[BlockKind.DELETED]
    assert back.counts[BlockKind.DELETED] == there.counts[BlockKind.INSERTED]


@FAST
@given(TREES, TREES)
def test_lineage_knows_every_path_of_both_drafts(old, new):
    lineage = match(old, new)

    assert set(lineage.by_old) == {node.path for node in walk(old)}
    assert set(lineage.by_new) == {node.path for node in walk(new)}
    assert all(row.score >= 0.25 for row in lineage if row.old and row.new)


@FAST
@given(TEXTS, TEXTS)
def test_words_give_back_both_texts(old, new):
    segments = compare_words(old, new)

    assert "".join(segment.old_text for segment in segments) == old
    assert "".join(segment.new_text for segment in segments) == new
    assert all(segment.text for segment in segments)


@FAST
@given(TREES, TREES)
def test_views_show_every_paragraph_once(old, new):
    redline = compare(old, new)

    rows = side_by_side(redline, around=None)

    assert ["".join(s.old_text for s in row.old) for row in rows if row.old is not None] == reject_all(
        redline
    )
    assert ["".join(s.new_text for s in row.new) for row in rows if row.new is not None] == accept_all(
        redline
    )
    folded = [block for item in inline(redline) for block in getattr(item, "blocks", (item,))]
    assert folded == list(redline.blocks)


@pytest.mark.parametrize("seed", range(3))
def test_edited_regulation_is_exact(seed):
    old = sample_regulations.make_regulation(seed, 24)
    new = sample_regulations.edit(random.Random(seed + 1000), old, 0.6)
    (old_tree, _), (new_tree, _) = sample_regulations.build(old), sample_regulations.build(new)

    redline = compare(old_tree, new_tree)

    assert_exact(redline, old_tree, new_tree)
    assert_well_made(redline)
    for block in redline.blocks:
        if block.move:
            twin = redline.blocks[block.twin]
            assert (twin.move, twin.twin) == (block.move, block.index)
            assert {twin.kind, block.kind} == {BlockKind.MOVED_FROM, BlockKind.MOVED_TO}


@pytest.mark.drill
@settings(max_examples=3000, deadline=None)
@given(TREES, TREES)
def test_any_two_drafts_are_exact(old, new):
    redline = compare(old, new)

    assert_exact(redline, old, new)
    assert_well_made(redline)
