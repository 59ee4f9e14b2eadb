"""Issued drafts as editions take them."""

import pytest

from proceedings.operations import consulted_texts
from proceedings.queries.draft_citations import cite, fragment
from proceedings.queries.draft_readings import DraftReader
from proceedings.queries.issued_drafts import change_notes, circulated_texts, removal_reasons
from proceedings.sample import redrafting
from proceedings.sample.consulting import consult
from proceedings.text.lineage import Fate
from proceedings.vocabulary import Audience, Circulation

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(workshop, by):
    consult(workshop, **by)
    (text,) = circulated_texts(workshop, Audience.PUBLIC)
    return text


@pytest.mark.parametrize("more", [0, 2])
def test_texts_and_their_drafts_are_three_queries(workshop, drafting, by, django_assert_num_queries, more):
    for _ in range(1 + more):
        drafting.start()
        drafting.issue()

    with django_assert_num_queries(3):
        (text,) = circulated_texts(workshop, Audience.DELEGATES)

    assert [draft.number for draft in text.drafts] == list(range(1, 2 + more))


def test_neighbours_are_compared_and_the_first_with_the_last(workshop, drafting):
    for _ in range(4):
        drafting.start()
        drafting.issue()

    (text,) = circulated_texts(workshop, Audience.DELEGATES)

    assert [(one.number, other.number) for one, other in text.pairs] == [(1, 2), (1, 4), (2, 3), (3, 4)]
    assert text.before(text.drafts[0]) is None


@pytest.mark.parametrize(
    ("circulation", "readers"),
    [
        (Circulation.PUBLIC, [Audience.PUBLIC, Audience.DELEGATES]),
        (Circulation.DELEGATES, [Audience.DELEGATES]),
        (Circulation.INTERNAL, []),
    ],
)
def test_who_reads_a_text_reads_its_issued_drafts(workshop, drafting, by, circulation, readers):
    drafting.start()
    drafting.issue()
    drafting.text.circulation = circulation
    consulted_texts.amend_text(
        consulted_text=drafting.text, changed={"circulation"}, version=drafting.text.version, **by
    )

    assert [audience for audience in Audience if circulated_texts(workshop, audience)] == readers


def test_a_text_without_an_issued_draft_is_in_no_edition(workshop, drafting):
    drafting.start()

    assert circulated_texts(workshop, Audience.DELEGATES) == ()


def test_the_lineage_of_an_editor_is_the_one_that_redlines_follow(sample):
    lineage = DraftReader().lineage(*sample.drafts)

    assert lineage.by_new["dieu-8.khoan-3"].fate is Fate.MERGED
    assert lineage.by_new["dieu-8.khoan-3"].old == (
        "dieu-8.khoan-3", "dieu-8.khoan-2.diem-c", "dieu-8.khoan-2.diem-d",
    )  # fmt: skip
    assert lineage.by_old["dieu-10.khoan-3"].new == ("dieu-10.khoan-3", "dieu-10.khoan-2")


def test_reasons_are_those_of_the_later_draft(sample):
    assert change_notes(sample.drafts[0].pk) == {}
    assert change_notes(sample.latest.pk) == {
        row.path: row.reason for row in redrafting.lineage() if row.reason
    }
    assert removal_reasons(sample.drafts[0].pk) == {}
    assert removal_reasons(sample.latest.pk) == {row.path: row.reason for row in redrafting.deleted()}


def test_what_went_is_marked_with_its_reason(sample):
    marked = DraftReader().marked(*sample.drafts)

    told = {change.old.path: mark.reason for change, mark in marked if mark.kind == "deleted"}
    assert told.items() >= {row.path: row.reason for row in redrafting.deleted()}.items()


def test_provisions_are_cited_as_people_say_and_linked_as_addresses_are_written(sample):
    outline = DraftReader().outline(sample.latest)

    assert cite("dieu-5.khoan-2.diem-đ", outline) == "điểm đ khoản 2 Điều 5"
    assert cite("dieu-5.khoan-2.doan-1", outline) == "đoạn mở đầu khoản 2 Điều 5"
    assert cite("doan-1", outline) == "tên văn bản"
    assert cite("chuong-2", outline) == "Chương II"
    assert fragment("dieu-5.khoan-2.diem-đ~2") == "dieu-5.khoan-2.diem-%C4%91~2"
