"""Entering the sample regulation and its drafts into the record."""

import pytest

from proceedings.models import ConsultedText, Draft, Lineage
from proceedings.queries.drafts import tree
from proceedings.sample import redrafting, regulation
from proceedings.sample.consulting import consult
from proceedings.text.provisions import plain_text
from proceedings.vocabulary import Circulation, LineageKind, LineageState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


@pytest.fixture
def text(workshop, by):
    return consult(workshop, **by)


def test_both_drafts_are_issued_word_for_word_on_their_days(text):
    first, second = text.drafts.issued().order_by("number")

    assert [first.number, second.number] == [1, 2]
    assert [first.issued_at.date(), second.issued_at.date()] == list(regulation.DATES)
    assert second.based_on == first
    for draft, sample in zip((first, second), regulation.drafts(), strict=True):
        assert draft.source_text == sample.text
        assert draft.source_sha256
        assert plain_text(tree(draft)) == sample.text
        assert draft.is_sample


def test_the_text_is_public_and_marked_as_sample(text):
    assert (text.is_main, text.is_sample, text.family) == (True, True, "party")
    assert text.circulation == Circulation.PUBLIC
    assert "bản mẫu" in text.title


def test_reasons_stand_at_what_changed(text):
    second = text.drafts.get(number=2)

    noted = dict(second.provisions.exclude(change_note="").values_list("path", "change_note"))

    assert noted == {row.path: row.reason for row in redrafting.lineage() if row.reason}
    assert not text.drafts.get(number=1).provisions.exclude(change_note="").exists()


def test_the_lineage_is_the_truth_and_confirmed(text):
    rows = Lineage.objects.filter(draft__number=2).select_related("before", "after")

    said = {
        (row.before.path if row.before else "", row.after.path if row.after else "", row.kind) for row in rows
    }
    true = {
        (origin, row.path, row.kind.value) for row in redrafting.lineage() for origin in row.origins or ("",)
    } | {(gone.path, "", "deleted") for gone in redrafting.deleted()}
    assert said == true
    assert {row.state for row in rows} == {LineageState.CONFIRMED}
    assert {row.kind for row in rows} == set(LineageKind.values)


def test_a_second_time_changes_nothing(text, workshop, by):
    before = Draft.pgh_event_model.objects.count()

    assert consult(workshop, **by) is None

    assert Draft.pgh_event_model.objects.count() == before
    assert ConsultedText.objects.get() == text
