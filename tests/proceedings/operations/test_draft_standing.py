import pytest

from proceedings.operations import draft_mending, draft_steps
from proceedings.operations.draft_standing import Overtaken, refuse_overtaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(drafting):
    """A working draft."""
    return drafting.start()


def test_draft_as_it_was_read_is_handed_on(draft, drafting, by):
    assert refuse_overtaken(draft, key=0) == draft

    draft_mending.retitle(provision=drafting.at("dieu-1"), heading="Khác", **by)

    assert refuse_overtaken(draft, key=draft.changes.get().pk) == draft


def test_steps_since_are_told_with_both_states(draft, drafting, by):
    row = drafting.at("dieu-1")
    for heading in ("Một", "Hai"):
        draft_mending.retitle(provision=row, heading=heading, **by)
    first, second = draft.changes.order_by("number")

    with pytest.raises(Overtaken) as refused:
        refuse_overtaken(draft, key=first.pk, provision=row.pk)

    assert refused.value.since == [second]
    assert (refused.value.seen["heading"], refused.value.now["heading"]) == ("Một", "Hai")


def test_steps_undone_meanwhile_are_told_with_both_states(draft, drafting, by):
    row = drafting.at("dieu-1")
    draft_mending.retitle(provision=row, heading="Một", **by)
    key = draft.changes.get().pk
    draft_steps.undo(draft=draft, **by)

    with pytest.raises(Overtaken) as refused:
        refuse_overtaken(draft, key=key, provision=row.pk)

    assert [change.pk for change in refused.value.since] == [key]
    assert refused.value.seen["heading"] == "Một"


def test_provision_that_went_or_came_meanwhile_is_told(draft, drafting, by):
    row = drafting.at("dieu-2.khoan-1")
    draft_mending.remove(provision=row, **by)

    with pytest.raises(Overtaken) as refused:
        refuse_overtaken(draft, key=0, provision=row.pk)

    assert refused.value.seen["text"] == "Tuân thủ pháp luật."
    assert refused.value.now is None


def test_what_was_undone_and_done_again_is_as_it_was_read(draft, drafting, by):
    draft_mending.retitle(provision=drafting.at("dieu-1"), heading="Một", **by)
    key = draft.changes.get().pk
    draft_steps.undo(draft=draft, **by)
    draft_steps.redo(draft=draft, **by)

    assert refuse_overtaken(draft, key=key) == draft
