import pytest

from proceedings.queries.gaps import GapKind
from proceedings.queries.ledger import ledger_of
from submissions.models import Submission
from submissions.operations import deciding
from submissions.queries.gaps import gaps_of
from submissions.vocabulary import OPEN, UNDER_WAY, SubmissionState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


@pytest.mark.parametrize("state", sorted(OPEN | UNDER_WAY))
def test_what_is_neither_accepted_nor_refused_is_a_gap(receive, workshop, state):
    row = receive("thu-mau.txt")
    Submission.objects.filter(pk=row.pk).update(state=state)

    (gap,) = gaps_of(workshop)

    assert (gap.kind, gap.subject, gap.holder) == (GapKind.AT_THE_DOOR, row.pk, "")
    assert gap.where == f"thu-mau.txt ({str(SubmissionState(state).label).lower()})"


def test_the_ledger_is_complete_only_when_the_door_is_empty(receive, workshop, by):
    row = receive("thu-mau.txt")
    (gap,) = ledger_of(workshop).gaps
    assert (gap.kind, gap.subject) == (GapKind.AT_THE_DOOR, row.pk)

    Submission.objects.filter(pk=row.pk).update(state=SubmissionState.DOUBTFUL)
    row.refresh_from_db()
    deciding.refuse(submission=row, reason="Gửi nhầm", **by)

    assert ledger_of(workshop).is_complete


def test_what_waits_for_another_workshop_is_none_of_this_one(receive, workshop, django_assert_num_queries):
    receive("thu-mau.txt")
    other = type(workshop)(pk=workshop.pk + 1)

    with django_assert_num_queries(1):
        assert list(gaps_of(other)) == []
