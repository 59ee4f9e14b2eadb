import pytest

from proceedings.models import Lineage
from proceedings.operations import draft_mending, lineages
from proceedings.operations.lineages import Match
from proceedings.operations.refusals import Conflict
from proceedings.queries.drafts import lineage_of
from proceedings.vocabulary import LineageKind as Kind
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

KEPT = Match(("dieu-1",), ("dieu-1",), Kind.KEPT, score=1.0)
SPLIT = Match(
    ("dieu-2.khoan-1",), ("dieu-2.khoan-1", "dieu-2.khoan-2"), Kind.SPLIT, is_changed=True, score=0.7
)
GONE = Match(("dieu-3.khoan-2",), (), Kind.DELETED)
NEW = Match((), ("dieu-4",), Kind.NEW)


@pytest.fixture
def second(drafting):
    """A second draft that is worked on."""
    drafting.start()
    drafting.issue()
    return drafting.next()


@pytest.fixture
def propose(second, by):
    """Propose matches for it."""
    return lambda *matches: lineages.propose_lineage(draft=second, matches=matches, **by)


def told(draft):
    return [(kin.before, kin.after, kin.kind, kin.state) for kin in lineage_of(draft)]


def test_proposals_are_stored_row_by_row(second, propose):
    assert len(propose(KEPT, SPLIT, GONE, NEW)) == 5

    assert told(second) == [
        ("dieu-1", "dieu-1", "kept", "proposed"),
        ("dieu-2.khoan-1", "dieu-2.khoan-1", "split", "proposed"),
        ("dieu-2.khoan-1", "dieu-2.khoan-2", "split", "proposed"),
        (None, "dieu-4", "new", "proposed"),
        ("dieu-3.khoan-2", None, "deleted", "proposed"),
    ]
    assert lineage_of(second)[1].score == 0.7


def test_a_new_proposal_replaces_the_old_and_leaves_what_was_decided(second, propose, by):
    [kept, *_rest] = propose(KEPT, SPLIT)
    assert lineages.confirm_lineage(lineages=[kept], **by) == 1
    assert lineages.confirm_lineage(lineages=[kept], **by) == 0

    propose(Match(("dieu-1",), ("dieu-4",), Kind.MOVED, score=0.5), NEW)

    assert told(second) == [("dieu-1", "dieu-1", "kept", "confirmed"), (None, "dieu-4", "new", "proposed")]
    assert lineage_of(second)[0].decided_by == "Thư ký Mẫu"


def test_a_correction_takes_the_place_also_after_the_issue(second, propose, drafting, by):
    [kept, *split] = propose(KEPT, SPLIT)
    drafting.issue()

    made = lineages.correct_lineage(
        draft=second,
        matches=[Match(("dieu-2.khoan-1", "dieu-2.khoan-2"), ("dieu-2.khoan-1",), Kind.MERGED)],
        replaces=split,
        **by,
    )

    assert len(made) == 2
    assert told(second) == [
        ("dieu-1", "dieu-1", "kept", "proposed"),
        ("dieu-2.khoan-1", "dieu-2.khoan-1", "merged", "corrected"),
        ("dieu-2.khoan-2", "dieu-2.khoan-1", "merged", "corrected"),
    ]
    assert lineages.confirm_lineage(lineages=[kept, *made], **by) == 3


def test_a_correction_of_what_somebody_decided_meanwhile_is_refused(second, propose, by):
    [kept] = propose(KEPT)
    lineages.confirm_lineage(lineages=[kept], **by)

    with refusal("vừa được người khác sửa", kind=Conflict):
        lineages.correct_lineage(draft=second, matches=[NEW], replaces=[kept], **by)
    with refusal("đã được xác nhận", field="after"):
        lineages.correct_lineage(draft=second, matches=[KEPT], **by)
    Lineage.objects.filter(pk=kept.pk).delete()
    with refusal("vừa được người khác sửa"):
        lineages.correct_lineage(draft=second, matches=[NEW], replaces=[kept], **by)


def test_what_does_not_fit_is_refused(second, propose, drafting, by):
    with refusal("Không có mục “dieu-99”", field="before"):
        propose(Match(("dieu-99",), ("dieu-1",), Kind.KEPT))
    with refusal("không khớp", field="kind"):
        propose(Match(("dieu-1",), (), Kind.KEPT))
    with refusal("không khớp", field="kind"):
        propose(Match(("dieu-1",), ("dieu-1",), Kind.NEW))
    [row] = propose(KEPT)
    drafting.issue()
    third = drafting.next()
    with refusal("dự thảo khác"):
        lineages.correct_lineage(draft=third, matches=[], replaces=[row], **by)
    with refusal("không dựa trên dự thảo nào"):
        lineages.propose_lineage(draft=second.based_on, matches=[], **by)


def test_a_lineage_goes_with_the_provision_that_is_removed(second, propose, drafting, by):
    propose(KEPT, NEW)

    draft_mending.remove(provision=drafting.at("dieu-1"), **by)

    assert told(second) == [(None, "dieu-4", "new", "proposed")]
