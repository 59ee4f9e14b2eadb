"""The table of committees, as it is read."""

import datetime
from collections import Counter

import pytest

from proceedings.reference import committees
from proceedings.text.cleaning import clean_line

EVENT = datetime.date(2021, 9, 7)
MERGER = datetime.date(2025, 7, 1)


@pytest.fixture(scope="module")
def rows():
    return committees()


def test_table_has_87_committees_with_slugs_of_their_own(rows):
    assert len(rows) == 87
    assert len({row.slug for row in rows}) == 87


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (EVENT, 63),
        (datetime.date(2024, 12, 31), 63),
        (datetime.date(2025, 1, 1), 63),
        (datetime.date(2025, 6, 30), 63),
        (MERGER, 34),
    ],
)
def test_table_has_the_committees_of_a_day(rows, day, count):
    assert sum(row.is_in_force_on(day) for row in rows) == count


def test_closed_committee_has_a_successor_that_begins_the_day_after(rows):
    by_slug = {row.slug: row for row in rows}

    closed = [row for row in rows if row.valid_to]

    assert len(closed) == 53
    for row in closed:
        assert by_slug[row.successor_slug].valid_from == row.valid_to + datetime.timedelta(days=1), row.slug


def test_standing_committee_has_no_successor(rows):
    assert not [row.slug for row in rows if row.valid_to is None and row.successor_slug]


def test_lines_of_successors_end(rows):
    successors = {row.slug: row.successor_slug for row in rows}

    for slug in successors:
        seen = set()
        while slug:
            assert slug not in seen
            seen.add(slug)
            slug = successors[slug]


def test_codes_and_names_are_used_again_so_the_slug_is_the_key(rows):
    assert max(Counter(row.code for row in rows).values()) > 1
    assert Counter(row.full_name for row in rows)["Tỉnh ủy Bắc Ninh"] == 2


def test_names_follow_the_kind_and_are_clean(rows):
    for row in rows:
        assert row.full_name == f"{'Tỉnh ủy' if row.kind == 'tinh' else 'Thành ủy'} {row.name}"
        assert clean_line(row.full_name).text == row.full_name


def test_committees_of_2021_lie_in_six_regions(rows):
    closed_regions = {row.region for row in rows if row.valid_to}

    assert len(closed_regions) == 6
