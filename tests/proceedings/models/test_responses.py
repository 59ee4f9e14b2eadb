"""What the database itself holds of responses and answers, whoever writes."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser

from proceedings.models import Answer, ReasonSnippet, Response
from proceedings.operations import reason_snippets
from proceedings.vocabulary import RESPONSE_MOVES, ResponseState
from tests.proceedings.models.database import execute, refused, truncate
from tests.proceedings.models.test_guards import events, labels

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

WHO = {
    "drafted": "proposed_by_id = NULL, proposed_at = NULL, approved_by_id = NULL, approved_at = NULL",
    "proposed": "proposed_by_id = {editor}, proposed_at = now(), approved_by_id = NULL, approved_at = NULL",
    "approved": "proposed_by_id = {editor}, proposed_at = now(), approved_by_id = {chief}, approved_at = now()",
}


@pytest.fixture
def move(pointing):
    """Bring all responses into a state in one statement, with the names and times that it needs."""
    people = {"editor": pointing.by["actor"].pk, "chief": pointing.chief["actor"].pk}

    def change(state, more=""):
        execute(f"UPDATE proceedings_response SET state = '{state}', {WHO[state].format(**people)}{more}")

    return change


@pytest.mark.parametrize(("before", "after"), [*itertools.product(ResponseState, repeat=2)])
def test_responses_move_by_the_table(pointing, move, before, after):
    {"drafted": pointing.drafted, "proposed": pointing.proposed, "approved": pointing.approved}[before]()

    if before == after == ResponseState.APPROVED:
        with refused("Cannot update"):
            move(after)
    elif before == after or after in RESPONSE_MOVES[before]:
        move(after)
    else:
        with refused(f"a response cannot go from {before} to {after}"):
            move(after)
        after = before
    assert Response.objects.get().state == after


@pytest.mark.parametrize(
    ("state", "change", "words"),
    [
        ("drafted", "proposed_by_id = drafted_by_id, proposed_at = now()", "response_proposed_by_somebody"),
        ("drafted", "proposed_at = now()", "response_proposed_by_somebody"),
        ("drafted", "approved_at = now()", "response_approved_by_somebody"),
        ("proposed", "proposed_by_id = NULL", "response_proposed_by_somebody"),
        ("proposed", "state = 'approved'", "response_approved_by_somebody"),
        ("proposed", "state = 'approved', approved_by_id = drafted_by_id, approved_at = now()", "approved_by_another"),
        ("proposed", "decision = ''", "response_is_ready"),
        ("proposed", "reason = ''", "response_is_ready"),
        ("proposed", "decision = 'adopted'", "response_is_ready"),
        ("proposed", "decision = 'partly'", "response_is_ready"),
        ("drafted", "resulting_id = 5", "response_resulting_is_named"),
        ("drafted", "resulting_label = 'Điều 5'", "response_resulting_is_named"),
        ("drafted", "reason = repeat('x', 20001)", "response_is_bounded"),
        ("approved", "reason = 'Chui'", "Cannot update"),
        ("approved", "version = version", "Cannot update"),
        ("drafted", "workshop_id = workshop_id + 1", "Cannot update"),
    ],
)  # fmt: skip
def test_a_response_is_whole_in_each_state(pointing, state, change, words):
    getattr(pointing, state)()

    with refused(words):
        execute(f"UPDATE proceedings_response SET {change}")


def test_a_response_begins_drafted_and_stays(pointing):
    made = pointing.drafted()

    with refused("a response begins drafted"):
        Response.objects.bulk_create(
            [Response(workshop=pointing.workshop, drafted_by=made.drafted_by, state="approved")]
        )
    Answer.objects.all().delete()
    with refused("Cannot delete"):
        Response.objects.all()._raw_delete("default")
    for table in ("response", "answer"):
        with refused("Cannot truncate"):
            truncate(table)


def test_an_answer_stays_within_its_workshop_and_is_the_only_one(pointing):
    point, other = pointing.points(2)
    response, foreign = pointing.drafted(point), pointing.elsewhere().drafted()

    with refused("point and response are of different workshops"):
        Answer.objects.create(point=other, response=foreign)
    with refused("point and response are of different workshops"):
        Answer.objects.filter(point=point).update(response=foreign)
    with refused("unique constraint"):
        Answer.objects.create(point=point, response=response)
    with refused("violates foreign key constraint"):
        execute(f"DELETE FROM proceedings_point WHERE id = {point.pk}; SET CONSTRAINTS ALL IMMEDIATE")


def test_who_an_approved_response_answers_stays(pointing):
    point, free = pointing.points(2)
    other = pointing.drafted()
    approved = pointing.approved(point)
    words = "the response was approved: reopen it first"
    answers = Answer.objects.filter(point=point)

    for change in ({"response": other}, {"point": free}, {"addendum": "Chui"}):
        with refused(words):
            answers.update(**change)
    with refused(words):
        answers.delete()
    with refused(words):
        Answer.objects.create(point=free, response=approved)
    with refused(words):
        Answer.objects.filter(response=other).update(response=approved)
    assert answers.update(reply="satisfied", replied_on="2021-09-08") == 1


@pytest.mark.parametrize(
    "change",
    [{"reply": "satisfied"}, {"reply_note": "x"}, {"replied_on": "2021-09-08"},
     {"reply_note": "x", "reply": "satisfied"}],
)  # fmt: skip
def test_a_reply_is_whole(pointing, change):
    pointing.approved()

    with refused("answer_reply_is_whole"):
        Answer.objects.update(**change)


def test_nothing_but_replies_changes_while_the_synthesis_is_closed(pointing, move):
    point, free = pointing.points(2)
    response = pointing.drafted(point)
    pointing.close()

    for write in (
        lambda: Response.objects.update(reason="Chui"),
        lambda: move("proposed"),
        lambda: Response.objects.create(workshop=pointing.workshop, drafted_by=response.drafted_by),
        lambda: Answer.objects.create(point=free, response=response),
        lambda: Answer.objects.update(addendum="Chui"),
        lambda: Answer.objects.all().delete(),
    ):
        with refused("the synthesis was closed: reopen it first"):
            write()
    assert Answer.objects.update(reply="maintained", replied_on="2021-09-08") == 1


def test_history_and_versions_see_every_write(pointing):
    pointing.drafted()

    Response.objects.update(reason="Hai")
    execute("UPDATE proceedings_response SET version = 50")
    Answer.objects.update(addendum="Riêng")
    execute("DELETE FROM proceedings_answer")

    assert Response.objects.get().version == 3
    assert labels(Response) == ["insert", "update"]
    assert labels(Answer) == ["insert", "update", "delete"]
    with refused("Cannot update or delete"):
        events(Response).update(reason="Chui")


def test_snippets_say_something_under_one_name_and_stay(workshop, by):
    one, two = (
        reason_snippets.add_snippet(workshop=workshop, name=name, text="Lời", **by) for name in ("Một", "Hai")
    )

    with refused("reasonsnippet_name_unique"):
        ReasonSnippet.objects.filter(pk=two.pk).update(name=one.name)
    for change in ({"name": ""}, {"text": ""}):
        with refused("reasonsnippet_says_something"):
            ReasonSnippet.objects.filter(pk=two.pk).update(**change)
    with refused("Cannot delete"):
        two.delete()
    with refused("Cannot truncate"):
        truncate("reasonsnippet")
    ReasonSnippet.objects.filter(pk=two.pk).update(text="Khác")
    assert labels(ReasonSnippet) == ["insert", "insert", "update"]
    assert ReasonSnippet.objects.get(pk=two.pk).version == 2


def test_responses_answer_questions(pointing, editor, delegate_other):
    drafted, waiting, approved = pointing.drafted(), pointing.proposed(), pointing.approved()
    unused = pointing.proposed()
    Answer.objects.filter(response=unused).delete()
    asked = Response.objects

    assert set(asked.in_workshop(pointing.workshop)) == {drafted, waiting, approved, unused}
    assert set(asked.in_use()) == {drafted, waiting, approved}
    assert list(asked.awaiting_approval()) == [waiting]
    assert list(asked.approved()) == [approved]
    assert asked.visible_to(editor).count() == 4
    assert not asked.visible_to(delegate_other).exists()
    assert not asked.visible_to(AnonymousUser()).exists()
