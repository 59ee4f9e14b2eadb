"""Several people at the same points and responses, each on a connection of their own."""

import threading

import pytest
from django.db import transaction

from proceedings.models import Answer, ApprovalBatch, Response
from proceedings.operations import approvals, points, responses
from proceedings.operations.points import Told
from proceedings.operations.refusals import Refused
from proceedings.operations.responses import Decided, ResponseConflict
from proceedings.queries.history import event_model
from proceedings.queries.integrity import verify_all
from tests.proceedings.operations.test_concurrency import together
from tests.proceedings.pointing import FIRST

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db(transaction=True)]
ROUNDS = 50


def test_of_two_who_save_each_round_one_is_shown_both_versions(pointing):
    response = pointing.drafted()
    people = (pointing.by, pointing.chief)
    kept = []

    for turn in range(ROUNDS):
        read = Response.objects.get(pk=response.pk)

        def save(place, read=read, turn=turn):
            decided = Decided("noted", f"Vòng {turn}, người {place}")
            try:
                responses.save_response(response=read, decided=decided, version=read.version, **people[place])
            except ResponseConflict as conflict:
                return conflict.theirs.reason, conflict.yours.reason
            return None

        shown = together(2, save)

        winner = shown.index(None)
        theirs, yours = shown[1 - winner]
        assert (theirs, yours) == (f"Vòng {turn}, người {winner}", f"Vòng {turn}, người {1 - winner}")
        kept.append(theirs)
    history = event_model(Response).objects.filter(pgh_label="update").order_by("pgh_id")
    assert list(history.values_list("reason", flat=True)) == kept
    assert Response.objects.get().version == 1 + ROUNDS


def test_two_batches_approve_the_same_rows_once(pointing):
    waiting = [pointing.proposed() for _each in range(6)]
    versions = {row.pk: row.version for row in waiting}
    orders = (versions, dict(reversed(versions.items())))

    def approve(place):
        try:
            approvals.approve_batch(workshop=pointing.workshop, versions=orders[place], **pointing.chief)
        except approvals.BatchRefused as refusal:
            return len(refusal.obstacles)
        return 0

    assert sorted(together(2, approve)) == [0, 6]
    assert ApprovalBatch.objects.count() == 1
    assert set(Response.objects.values_list("state", "version")) == {
        ("approved", versions[waiting[0].pk] + 1)
    }


def test_editors_who_join_each_others_points_do_not_lock_each_other_out(pointing):
    first, second = pointing.points(2)
    theirs = pointing.drafted(first), pointing.drafted(second)

    for _turn in range(20):
        together(2, lambda place: pointing.join((first, second)[place], theirs[1 - place]))
        assert {answer.point: answer.response for answer in Answer.objects.all()} == {
            first: theirs[1], second: theirs[0],
        }  # fmt: skip
        together(2, lambda place: pointing.join((first, second)[place], theirs[place]))
    assert verify_all()[1] == []


def test_telling_and_answering_the_same_points_at_once_do_not_lock_each_other_out(pointing):
    for turn in range(15):
        point = pointing.point()

        def act(place, point=point, turn=turn):
            try:
                if place == 0:
                    told = Told("ask", summary=f"Vòng {turn}")
                    points.amend_point(point=point, told=told, version=point.version, **pointing.by)
                else:
                    responses.respond(points=[point], decided=pointing.decided(), **pointing.by)
            except Refused as refusal:
                return str(refusal)
            return None

        assert together(2, act) == [None, None]


def test_one_of_many_marks_the_same_words_and_the_others_are_given_the_point(pointing):
    document = pointing.contribute()

    made = together(4, lambda _place: pointing.point(FIRST, of=document).pk)

    assert len(set(made)) == 1
    assert verify_all()[1] == []


def test_who_writes_while_another_closes_is_told_so(pointing):
    contribution = pointing.contribute()
    is_closing, may_end = threading.Event(), threading.Event()

    def close_or_mark(place):
        if place:
            is_closing.wait(10)
            threading.Timer(0.5, may_end.set).start()
            with pytest.raises(Refused, match="vừa được khóa") as caught:
                pointing.point(of=contribution)
            return caught.value.message
        with transaction.atomic():
            pointing.close()
            is_closing.set()
            may_end.wait(10)
        return ""

    together(2, close_or_mark)

    assert not contribution.points.exists()
