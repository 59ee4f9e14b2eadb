import pytest

from proceedings.models import Contribution, Theme
from proceedings.operations import contributions, contributions_in_bulk, workshops
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def theme(workshop):
    """A heading of the outline."""
    return Theme.objects.create(workshop=workshop, position=1, slug="nhom", title="Nhóm")


def test_assign_theme_counts_what_changed(register, theme, by):
    rows = [register(theme=theme), register(), register()]

    changed = contributions_in_bulk.assign_theme(contributions=rows[:2], theme=theme, **by)

    assert changed == 1
    assert list(Contribution.objects.by_number().values_list("theme", flat=True)) == [
        theme.pk,
        theme.pk,
        None,
    ]


def test_assign_no_theme_takes_it_away(register, theme, by):
    row = register(theme=theme)

    assert contributions_in_bulk.assign_theme(contributions=[row], theme=None, **by) == 1
    assert Contribution.objects.get().theme is None


def test_assign_theme_refuses_all_where_one_is_elsewhere(register, theme, by):
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    rows = [register(), register(workshop=other)]

    with refusal("Số 1 thuộc hội thảo khác", field="theme"):
        contributions_in_bulk.assign_theme(contributions=rows, theme=theme, **by)


def test_void_all_withdraws_them_together(register, by):
    rows = [register(), register()]

    assert contributions_in_bulk.void_all(contributions=rows, reason="Trùng", **by) == 2
    assert not Contribution.objects.standing().exists()


def test_void_all_refuses_all_where_one_is_void(register, by):
    rows = [register(), register()]
    contributions.void(contribution=rows[1], reason="Rút", **by)

    with refusal("Số 2 đã được hủy trước đó"):
        contributions_in_bulk.void_all(contributions=rows, reason="Trùng", **by)
