"""Two editors at one unit, each on a connection of their own: one saves, the other is shown both texts."""

import pytest

from proceedings.operations import draft_mending, draft_rewriting, draft_units
from proceedings.operations.draft_rewriting import UnitConflict
from proceedings.operations.refusals import Refused
from proceedings.queries.integrity import verify_all
from tests.proceedings.drafting import Drafting
from tests.proceedings.operations.test_concurrency import together
from tests.proceedings.operations.test_draft_rewriting import Unit

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drafting(workshop, secretary, now):
    """A second draft in hand."""
    made = Drafting(workshop, {"actor": secretary, "now": now})
    made.start()
    made.issue()
    made.next()
    return made


def test_two_editors_never_overwrite_each_other(drafting):
    for turn in range(8):
        unit = Unit(drafting, "dieu-2")

        def save(place, unit=unit, turn=turn):
            text = f"{unit.text}\n{4 + turn}. Lượt {turn} của {place}."
            try:
                draft_rewriting.rewrite(provision=unit.row, text=text, stamp=unit.stamp, **drafting.by)
            except UnitConflict as conflict:
                return conflict.their_text if f"của {place}." in conflict.your_text else "not mine"
            return None

        shown = together(2, save)

        stored = Unit(drafting, "dieu-2").text
        assert sorted(shown, key=str) == sorted([None, stored], key=str)
        assert stored.endswith(f"{4 + turn}. Lượt {turn} của {shown.index(None)}.")
    assert verify_all()[1] == []


def test_two_editors_at_two_units_both_save(drafting):
    units = [Unit(drafting, "dieu-2"), Unit(drafting, "dieu-3")]

    def save(place):
        unit = units[place]
        return draft_rewriting.rewrite(
            provision=unit.row, text=f"{unit.text}\n9. Của {place}.", stamp=unit.stamp, **drafting.by
        ).pk

    assert together(2, save) == [unit.row.pk for unit in units]
    assert all("Của" in Unit(drafting, path).text for path in ("dieu-2", "dieu-3"))


def test_writing_removing_and_mending_at_once_leave_a_sound_tree(drafting):
    unit = Unit(drafting, "dieu-3")

    def act(place):
        try:
            if place == 0:
                draft_rewriting.rewrite(
                    provision=unit.row, text=f"{unit.text}\n3. Thêm.", stamp=unit.stamp, **drafting.by
                )
            elif place == 1:
                draft_units.remove_unit(provision=unit.row, stamp=unit.stamp, **drafting.by)
            else:
                draft_mending.promote(provision=drafting.at("dieu-3.khoan-1.diem-a"), **drafting.by)
        except (Refused, drafting.draft.provisions.model.DoesNotExist):
            pass

    together(3, act)

    assert verify_all()[1] == []
