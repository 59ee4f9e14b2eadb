import pytest

from proceedings.models import Answer, Response
from proceedings.operations import replies, responses, shared_responses
from tests.proceedings.operations.refusals import everything, refusal
from tests.proceedings.pointing import REASON

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_a_point_joins_others_and_gets_back_what_it_had(pointing):
    first, second = pointing.points(2)
    own, shared = pointing.drafted(first, reason="Riêng"), pointing.drafted(second)

    joined = pointing.join(first, shared)
    before = everything()
    again = pointing.join(first, shared)

    assert (joined.response, joined.former, again) == (shared, own, joined)
    assert everything() == before
    assert list(Response.objects.in_use()) == [shared]
    assert shared_responses.take_out(point=first, **pointing.by) == own
    answer = Answer.objects.get(point=first)
    assert (answer.response, answer.former, own.reason) == (own, None, "Riêng")


def test_a_point_without_an_answer_joins_and_takes_a_copy_along(pointing):
    first, second = pointing.points(2)
    shared = pointing.proposed(second, decision="partly", at="dieu-2")

    assert pointing.join(first, shared).former is None
    own = shared_responses.take_out(point=first, **pointing.by)

    assert own != shared
    assert (own.state, own.decision, own.reason, own.resulting_label) == (
        "drafted", "partly", REASON, shared.resulting_label,
    )  # fmt: skip
    assert own.resulting == shared.resulting
    assert shared_responses.take_out(point=first, **pointing.by) == own


def test_what_it_had_before_is_copied_where_others_are_answered_by_it_now(pointing):
    first, second, third = pointing.points(3)
    before, shared = pointing.drafted(first, second, reason="Trước"), pointing.drafted(third)
    pointing.join(first, shared)
    pointing.join(second, shared)
    shared_responses.take_out(point=first, **pointing.by)

    own = shared_responses.take_out(point=second, **pointing.by)

    assert own not in {before, shared}
    assert (own.state, own.reason) == ("drafted", "Trước")
    assert [row.answers.count() for row in (before, shared, own)] == [1, 1, 1]


def test_what_it_had_before_comes_back_changed_or_as_a_copy_once_it_was_approved(pointing):
    first, second, third = pointing.points(3)
    before, shared = pointing.drafted(first, reason="Trước"), pointing.drafted(second)
    pointing.join(first, shared)
    changed = responses.save_response(
        response=before, decided=pointing.decided(reason="Sau"), version=before.version, **pointing.by
    )
    assert shared_responses.take_out(point=first, **pointing.by).reason == "Sau"

    pointing.join(first, shared)
    pointing.join(third, before)
    changed = Response.objects.get(pk=changed.pk)
    responses.propose_response(response=changed, version=changed.version, **pointing.by)
    pointing.approve(before)
    own = shared_responses.take_out(point=first, **pointing.by)

    assert own != before
    assert (own.state, own.reason) == ("drafted", "Sau")


def test_what_cannot_be_shared_is_refused(pointing):
    point, withdrawn = pointing.points(2)
    foreign = pointing.elsewhere().drafted()
    pointing.withdraw(withdrawn.contribution)

    with refusal("Nội dung tiếp thu, giải trình này thuộc hội thảo khác."):
        pointing.join(point, foreign)
    with refusal("Ý kiến này chưa có nội dung tiếp thu, giải trình."):
        shared_responses.take_out(point=point, **pointing.by)
    for write in (
        lambda: pointing.join(withdrawn, pointing.drafted(point)),
        lambda: shared_responses.take_out(point=withdrawn, **pointing.by),
        lambda: shared_responses.unanswer(point=withdrawn, **pointing.by),
        lambda: replies.write_addendum(point=withdrawn, addendum="x", **pointing.by),
        lambda: responses.respond(points=[withdrawn], decided=pointing.decided(), **pointing.by),
    ):
        with pytest.raises(responses.Refused, match="không còn hiệu lực trong sổ"):
            write()


def test_an_answer_is_taken_away_and_its_words_stay(pointing):
    point = pointing.point()
    response = pointing.drafted(point)

    for _each in range(2):
        shared_responses.unanswer(point=point, **pointing.by)

    assert not Answer.objects.exists()
    assert Response.objects.get() == response
