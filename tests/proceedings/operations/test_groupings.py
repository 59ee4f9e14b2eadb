import datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Answer, Grouping, GroupMember, ProposedGroup, Response
from proceedings.operations import groupings, shared_responses
from proceedings.publishing.tasks import find_groups as find_groups_task
from tests.proceedings.operations.refusals import refusal
from tests.proceedings.pointing import SECOND

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def searched(pointing):
    """Three points that say the same, one that does not, and the search that has found them; the group."""
    pointing.same = pointing.points(3, at="dieu-1")
    pointing.other = pointing.point(SECOND, at="dieu-2")
    search(pointing)
    pointing.group = ProposedGroup.objects.get()
    return pointing


def ask(pointing, **at):
    return groupings.ask_for_groups(workshop=pointing.workshop, **{**pointing.by, **at})


def search(pointing):
    find_groups_task(grouping_id=ask(pointing).pk)


def join(pointing):
    return groupings.join_group(group=pointing.group, **pointing.by)


def members(group):
    return set(group.members.values_list("point_id", flat=True))


def answers_of(points):
    rows = Answer.objects.filter(point__in=points)
    return {answer.point_id: answer.response_id for answer in rows}


# --- searching ----------------------------------------------------------------------


def test_a_search_that_is_asked_for_twice_is_one_job(pointing):
    first = ask(pointing)

    again = ask(pointing)

    assert again == first
    job = ProcrastinateJob.objects.get(task_name="find_groups")
    assert (job.args, job.lock) == ({"grouping_id": first.pk}, f"find_groups {pointing.workshop.pk}")


def test_points_that_say_the_same_are_proposed_and_nothing_is_joined(searched):
    search_row = Grouping.objects.get()

    assert members(searched.group) == {point.pk for point in searched.same}
    assert (search_row.done, search_row.total) == (4, 4)
    assert search_row.finished_at is not None
    assert not Answer.objects.exists()


def test_a_search_that_is_finished_is_not_run_again(searched):
    searched.point(SECOND, at="dieu-2")

    find_groups_task(grouping_id=Grouping.objects.get().pk)
    find_groups_task(grouping_id=0)

    assert ProposedGroup.objects.get() == searched.group


def test_a_search_whose_worker_died_makes_way_for_another(pointing):
    first = ask(pointing)
    later = pointing.by["now"] + groupings.DEAD_AFTER

    assert ask(pointing, now=later - datetime.timedelta(seconds=1)) == first
    second = ask(pointing, now=later)

    first.refresh_from_db()
    assert second != first
    assert (first.failure, first.finished_at) == ("Bị ngắt giữa chừng.", later)
    assert second.finished_at is None


def test_a_search_replaces_what_was_proposed_before(searched):
    fourth = searched.point(at="dieu-1")

    search(searched)

    group = ProposedGroup.objects.get()
    assert members(group) == {point.pk for point in (*searched.same, fourth)}


def test_what_was_withdrawn_is_not_proposed(searched):
    searched.withdraw(searched.same[0].contribution)

    search(searched)

    assert members(ProposedGroup.objects.get()) == {point.pk for point in searched.same[1:]}


def test_a_group_that_was_dismissed_is_not_proposed_again(searched):
    groupings.dismiss_group(group=searched.group, **searched.by)
    groupings.dismiss_group(group=searched.group, **searched.chief)

    search(searched)

    group = ProposedGroup.objects.get()
    assert (group.pk, group.dismissed_by) == (searched.group.pk, searched.by["actor"])
    assert GroupMember.objects.count() == 3


# --- joining ------------------------------------------------------------------------


def test_points_without_answers_get_a_new_response_without_a_decision(searched):
    response = join(searched)

    assert (response.state, response.decision) == ("drafted", "")
    assert answers_of(searched.same) == {point.pk: response.pk for point in searched.same}
    assert not Answer.objects.filter(point=searched.other).exists()


def test_the_response_that_most_of_them_have_answers_all(searched):
    one, two, three = searched.same
    searched.drafted(one, reason="Của riêng một ý kiến.")
    shared = searched.drafted(two, three, reason="Của hai ý kiến.")

    assert join(searched) == shared

    assert answers_of(searched.same) == dict.fromkeys((point.pk for point in searched.same), shared.pk)
    assert Response.objects.get(pk=shared.pk).reason == "Của hai ý kiến."


def test_one_answer_is_carried_to_those_that_have_none(searched):
    drafted = searched.drafted(searched.same[1])

    assert join(searched) == drafted
    assert set(answers_of(searched.same).values()) == {drafted.pk}
    assert join(searched) == drafted


def test_what_is_approved_stays_as_it_is(searched):
    approved = searched.approved(searched.same[0])

    response = join(searched)

    assert answers_of(searched.same) == {
        searched.same[0].pk: approved.pk,
        searched.same[1].pk: response.pk,
        searched.same[2].pk: response.pk,
    }


def test_a_group_whose_points_are_all_approved_or_gone_is_refused(searched):
    searched.approved(*searched.same[:2])
    searched.withdraw(searched.same[2].contribution)

    with refusal("đều đã có trả lời được duyệt"):
        join(searched)


def test_a_closed_synthesis_refuses_to_search_and_to_join(searched):
    searched.close()

    with refusal("Mở lại tổng hợp"):
        ask(searched)
    with refusal("Mở lại tổng hợp"):
        join(searched)


def test_what_was_joined_is_taken_apart_without_loss(searched):
    join(searched)
    point = searched.same[0]
    answer = Answer.objects.get(point=point)

    shared_responses.take_out(point=point, **searched.by)

    assert Answer.objects.get(point=point).response_id != answer.response_id
    assert Answer.objects.filter(point__in=searched.same).count() == 3
