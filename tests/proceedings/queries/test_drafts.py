import pytest

from proceedings.operations import draft_mending, draft_writing
from proceedings.queries.drafts import (
    changed_provisions,
    drafts_of,
    last_issued_draft,
    lineage_of,
    removed_provisions,
    rows_of,
    tree,
    working_draft,
)
from tests.proceedings.regulations import small

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def edited(drafting, by):
    """A second draft: one article rewritten, one clause added, one removed."""
    drafting.start()
    drafting.issue()
    drafting.next()
    row = drafting.at("dieu-4")
    words = {
        "heading": row.heading,
        "text": "Từ ngày 01/01/2022.",
        "change_note": "Theo 12-CV/TU",
        "version": 1,
    }
    draft_writing.write(provision=row, **words, **by)
    draft_mending.insert(
        draft=drafting.draft,
        parent=drafting.at("dieu-2"),
        place=3,
        kind="khoan",
        number="4",
        text="Bốn.",
        **by,
    )
    draft_mending.remove(provision=drafting.at("dieu-3.khoan-2"), **by)
    return drafting.draft


def test_a_tree_is_one_query(drafting, django_assert_num_queries):
    draft = drafting.start()

    with django_assert_num_queries(1):
        assert tree(draft) == small()


def test_rows_know_depth_changes_and_origin(edited, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = {row.path: row for row in rows_of(edited)}

    assert [rows[path].depth for path in ("chuong-1", "dieu-2", "dieu-2.khoan-4")] == [0, 1, 2]
    assert [path for path, row in rows.items() if row.is_changed] == ["dieu-2.khoan-4", "dieu-4"]
    assert rows["dieu-2"].has_children
    assert not rows["dieu-4"].has_children
    assert rows["dieu-2.khoan-4"].origin is None
    assert rows["dieu-4"].version == 2


def test_what_changed_against_the_draft_before(edited, django_assert_num_queries):
    with django_assert_num_queries(1):
        changed = changed_provisions(edited)

    assert [(each.path, each.before, each.after, each.change_note) for each in changed] == [
        ("dieu-2.khoan-4", None, "4.\nBốn.", ""),
        ("dieu-4", "Điều 4. Hiệu lực\nQuy định này có hiệu lực từ ngày ký.",
         "Điều 4. Hiệu lực\nTừ ngày 01/01/2022.", "Theo 12-CV/TU"),
    ]  # fmt: skip
    with django_assert_num_queries(1):
        assert removed_provisions(edited) == ("dieu-3.khoan-2",)


def test_a_first_draft_has_nothing_to_differ_from(drafting):
    draft = drafting.start()

    assert changed_provisions(draft) == removed_provisions(draft) == lineage_of(draft) == ()
    assert not any(row.is_changed for row in rows_of(draft))


def test_drafts_of_a_workshop(edited, drafting, django_assert_num_queries):
    with django_assert_num_queries(1):
        lines = drafts_of(drafting.workshop)

    assert [(line.number, line.is_issued, line.article_count, line.issued_by) for line in lines] == [
        (1, True, 4, "Thư ký Mẫu"), (None, False, 4, ""),
    ]  # fmt: skip
    assert working_draft(drafting.text) == edited
    assert last_issued_draft(drafting.text) == edited.based_on
