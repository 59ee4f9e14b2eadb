"""The table of committees, as the migration entered it."""

import datetime

import pytest

from proceedings.models import Committee
from proceedings.reference import committees

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]
EVENT = datetime.date(2021, 9, 7)
MERGER = datetime.date(2025, 7, 1)


def test_every_row_is_entered_as_it_stands():
    stored = {committee.slug: committee for committee in Committee.objects.select_related("successor")}

    assert len(stored) == 87
    for row in committees():
        entered = stored[row.slug]
        given = (row.code, row.name, row.full_name, row.kind, row.region, row.valid_from, row.valid_to)
        assert given == (
            entered.code,
            entered.name,
            entered.full_name,
            entered.kind,
            entered.region,
            entered.valid_from,
            entered.valid_to,
        )
        assert row.successor_slug == (entered.successor.slug if entered.successor else "")


def test_valid_on_counts_63_on_the_day_of_the_event_and_34_since_the_merger():
    assert Committee.objects.valid_on(EVENT).count() == 63
    assert Committee.objects.valid_on(MERGER).count() == 34
    assert Committee.objects.in_force().count() == 34


def test_answering_today_is_a_committee_in_force():
    living = set(Committee.objects.in_force())

    answering = {committee.answering_today() for committee in Committee.objects.valid_on(EVENT)}

    assert answering == living


@pytest.mark.parametrize(
    ("slug", "today"),
    [
        ("bac-ninh", "bac-ninh-2025"),
        ("bac-giang", "bac-ninh-2025"),
        ("thua-thien-hue", "hue"),
        ("ha-noi", "ha-noi"),
        ("bac-ninh-2025", "bac-ninh-2025"),
    ],
)
def test_answering_today_follows_the_successors(slug, today):
    assert Committee.objects.get(slug=slug).answering_today().slug == today


def test_alphabetical_is_the_dictionary_order():
    names = [committee.name for committee in Committee.objects.valid_on(EVENT).alphabetical()]

    assert names[:5] == ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn"]
    assert names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Gia Lai")


def test_every_committee_has_its_history_from_the_first_row_on():
    assert Committee.pgh_event_model.objects.filter(pgh_label="insert").count() == 87
