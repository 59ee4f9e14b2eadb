"""The sample split and answered: all but one point, and nothing that the truth check objects to."""

import pytest
from django.utils import timezone

from proceedings.models import Answer, Point, Response, User
from proceedings.operations import responses
from proceedings.operations.responses import Decided
from proceedings.queries.gaps import GapKind
from proceedings.queries.ledger import ledger_of
from proceedings.queries.truth import find_untruths
from proceedings.sample import answering
from proceedings.sample.load import load_founding
from proceedings.vocabulary import Decision, Reply, ResponseState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]

POINTS = 345


@pytest.fixture
def answered(now):
    """The founding workshop as it is loaded."""
    return load_founding(now=now).workshop


def complete(workshop):
    """Answer what was left open as the sample would have, and approve it."""
    writer, approver, now = (
        User.objects.get(username=answering.EDITOR[0]),
        User.objects.system(),
        timezone.now(),
    )
    point = Point.objects.in_workshop(workshop).standing().unanswered().get()
    told = Decided(Decision.EXPLAINED, "Nội dung này thực hiện theo quy chế làm việc của từng cơ quan.")
    like = Response.objects.filter(workshop=workshop, answers__point__said_key=point.said_key).first()
    told = Decided(like.decision, like.reason) if like else told
    made = responses.respond(points=[point], decided=told, propose=True, actor=writer, now=now)
    responses.approve_response(response=made, version=made.version, actor=approver, now=now)
    return point


def test_the_sample_has_one_gap_and_is_complete_once_that_is_answered(answered):
    (gap,) = ledger_of(answered).gaps
    assert (gap.kind, gap.holder) == (GapKind.UNANSWERED, answering.EDITOR[1])
    assert find_untruths(answered) == []

    point = complete(answered)

    ledger = ledger_of(answered)
    assert gap.subject == point.pk
    assert (ledger.gaps, ledger.share, ledger.is_complete) == ((), 1.0, True)
    assert (ledger.points.all, ledger.points.approved) == (POINTS, POINTS)
    assert (ledger.documents.standing, ledger.documents.split) == (92, 92)
    assert all(ledger.points.decided[decision] for decision in Decision), ledger.points.decided
    assert sum(ledger.points.decided.values()) == POINTS
    assert ledger.points.maintained == len(answering.MAINTAINED)


def test_who_splits_and_who_approves_are_two(answered):
    rows = Response.objects.filter(workshop=answered)

    assert {row.state for row in rows} == {ResponseState.APPROVED}
    assert {row.proposed_by.username for row in rows.select_related("proposed_by")} == {answering.EDITOR[0]}
    assert answering.EDITOR[0] not in {row.approved_by.username for row in rows.select_related("approved_by")}
    assert not User.objects.get(username=answering.EDITOR[0]).has_usable_password()


def test_what_is_maintained_says_that_it_is_a_sample(answered):
    replies = Answer.objects.filter(reply=Reply.MAINTAINED)

    assert {answer.reply_note for answer in replies} == {answering._REPLY}
    assert answering._REPLY.startswith("VĂN BẢN MẪU")


def test_a_second_run_answers_nothing(answered, now):
    before = (Point.objects.count(), Response.objects.count(), Answer.objects.count())

    assert answering.answer(answered, approver=User.objects.system(), now=now) == 0
    load_founding(now=now)

    assert (Point.objects.count(), Response.objects.count(), Answer.objects.count()) == before
    assert User.objects.filter(username=answering.EDITOR[0]).count() == 1


def test_without_answers_nothing_is_split(now):
    workshop = load_founding(now=now, is_answered=False).workshop

    assert not Point.objects.in_workshop(workshop).exists()
    assert set(ledger_of(workshop).count_gaps()) == {GapKind.OPEN_PARAGRAPHS}
