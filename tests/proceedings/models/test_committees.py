import datetime

import pytest

from proceedings.models import Committee
from tests.proceedings.models.database import execute, refused

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

EVENT = datetime.date(2021, 9, 7)
MERGER = datetime.date(2025, 7, 1)


@pytest.fixture
def committee():
    """A committee that nobody asked."""
    return Committee.objects.create(
        slug="mau", code="98", name="Mẫu", full_name="Tỉnh ủy Mẫu", kind="tinh", region="Vùng Mẫu"
    )


def test_the_reference_table_has_the_committees_of_both_times():
    assert Committee.objects.count() == 87
    assert Committee.objects.valid_on(EVENT).count() == 63
    assert Committee.objects.valid_on(MERGER).count() == 34
    assert Committee.objects.in_force().count() == 34


def test_valid_on_counts_the_first_and_the_last_day():
    closed = Committee.objects.filter(valid_to=MERGER - datetime.timedelta(days=1)).first()

    assert Committee.objects.valid_on(closed.valid_to).contains(closed)
    assert not Committee.objects.valid_on(MERGER).contains(closed)
    assert closed.is_in_force_on(closed.valid_to)
    assert not closed.is_in_force_on(MERGER)


def test_a_committee_begun_later_is_not_in_force_before(committee):
    committee.valid_from = MERGER
    committee.save()

    assert not Committee.objects.valid_on(EVENT).contains(committee)
    assert not committee.is_in_force_on(EVENT)
    assert committee.is_in_force_on(MERGER)


def test_matching_finds_without_accents():
    assert Committee.objects.matching("bac ninh").valid_on(EVENT).exists()
    assert not Committee.objects.matching("bắc ninh").exists()


def test_alphabetical_puts_d_before_dj():
    names = list(
        Committee.objects.valid_on(EVENT)
        .filter(name__in=["Đắk Lắk", "Điện Biên", "Cà Mau", "Gia Lai", "Đồng Nai", "An Giang"])
        .alphabetical()
        .values_list("name", flat=True)
    )

    assert names == ["An Giang", "Cà Mau", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Gia Lai"]


def test_answering_today_follows_the_line_to_its_end(committee):
    middle = Committee.objects.create(
        slug="giua", code="97", name="Giữa", full_name="Tỉnh ủy Giữa", kind="tinh", region="V",
        valid_to=datetime.date(2024, 1, 1), successor=committee,
    )  # fmt: skip
    first = Committee.objects.create(
        slug="dau", code="96", name="Đầu", full_name="Tỉnh ủy Đầu", kind="tinh", region="V",
        valid_to=datetime.date(2020, 1, 1), successor=middle,
    )  # fmt: skip

    assert first.answering_today() == committee
    assert committee.answering_today() == committee


def test_every_closed_committee_is_answered_for_by_a_living_one():
    closed = Committee.objects.exclude(valid_to=None).select_related("successor")

    assert all(committee.answering_today().valid_to is None for committee in closed)


def test_a_closed_committee_says_until_when(committee):
    closed = Committee(full_name="Tỉnh ủy Mẫu", valid_to=datetime.date(2025, 6, 30))

    assert str(closed) == "Tỉnh ủy Mẫu (đến 30/06/2025)"
    assert str(committee) == "Tỉnh ủy Mẫu"


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ("valid_from = '2025-01-01', valid_to = '2024-01-01', successor_id = 1", "ends_after_it_begins"),
        ("valid_to = '2024-01-01'", "closed_has_successor"),
        ("successor_id = (SELECT min(id) FROM proceedings_committee)", "closed_has_successor"),
        ("valid_to = '2024-01-01', successor_id = id", "succeeds_another"),
    ],
)
def test_the_database_refuses_impossible_lives(committee, columns, constraint):
    with refused(constraint):
        execute(f"UPDATE proceedings_committee SET {columns} WHERE id = %s", committee.pk)


def test_a_slug_is_used_once(committee):
    with refused("slug"):
        Committee.objects.create(slug="mau", full_name="Tỉnh ủy Khác")
