"""What the database itself holds of batches, queues, groups and closings."""

import pytest

from proceedings.models import ApprovalBatch, Closing, Grouping, GroupMember, ProposedGroup, SavedQueue
from tests.proceedings.models.database import execute, refused, truncate
from tests.proceedings.models.test_guards import labels

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

REOPENED = "reopened_at = now(), reopened_by_id = closed_by_id, reopen_reason = 'Sót ý kiến'"


def test_a_batch_names_who_took_it_back_and_stays(pointing):
    batch = pointing.approve_together(pointing.proposed())

    for change in ("undone_at = now()", "undone_by_id = actor_id"):
        with refused("approvalbatch_undone_by_somebody"):
            execute(f"UPDATE proceedings_approvalbatch SET {change}")
    with refused("Cannot delete"):
        batch.delete()
    with refused("Cannot truncate"):
        truncate("approvalbatch")
    execute("UPDATE proceedings_approvalbatch SET undone_at = now(), undone_by_id = actor_id")
    assert labels(ApprovalBatch) == ["insert", "update"]
    assert str(batch).endswith(": 1")


def test_a_closing_stands_once_and_with_gaps_has_a_reason(pointing):
    with refused("closing_with_gaps_has_a_reason"):
        pointing.close(gaps=[{"kind": "open"}])
    closing = pointing.close(gaps=[{"kind": "open"}], reason="Đã xin ý kiến")
    with refused("closing_stands_once"):
        pointing.close()

    execute(f"UPDATE proceedings_closing SET {REOPENED}")
    again = pointing.close()

    assert labels(Closing) == ["insert", "update", "insert"]
    assert str(again).startswith(str(closing.workshop))


def test_what_was_closed_stays(pointing):
    other = pointing.elsewhere()
    pointing.close(gaps=[{"kind": "open"}], reason="Đã xin ý kiến")

    for change in (
        "ledger = '{\"points\": 1}'", "reason = 'Khác'", "gaps = '[]'", "closed_at = now()",
        "closed_by_id = closed_by_id - 1", f"workshop_id = {other.workshop.pk}",
    ):  # fmt: skip
        with refused("Cannot update"):
            execute(f"UPDATE proceedings_closing SET {change}")
    for change in REOPENED.split(", "):
        with refused("closing_reopened_wholly"):
            execute(f"UPDATE proceedings_closing SET {change}")
    execute(f"UPDATE proceedings_closing SET {REOPENED}")
    with refused("Cannot update"):
        execute("UPDATE proceedings_closing SET reopen_reason = 'Khác'")
    with refused("Cannot delete"):
        Closing.objects.all().delete()
    with refused("Cannot truncate"):
        truncate("closing")


def test_a_queue_has_a_name_of_its_own_for_its_owner(workshop, editor, chief_editor):
    given = {"workshop": workshop, "name": "Quá hạn", "query": "state=drafted"}
    queue = SavedQueue.objects.create(owner=editor, **given)
    SavedQueue.objects.create(owner=chief_editor, **given)

    with refused("savedqueue_name_unique"):
        SavedQueue.objects.create(owner=editor, **given)
    assert str(queue) == "Quá hạn"


def test_a_point_is_once_in_a_group_and_leaves_with_it(pointing, now):
    point = pointing.point()
    group = ProposedGroup.objects.create(workshop=pointing.workshop, score=0.9, proposed_at=now)
    member = GroupMember.objects.create(group=group, point=point, score=0.8)

    with refused("groupmember_once"):
        GroupMember.objects.create(group=group, point=point, score=0.8)
    with refused("Cannot truncate"):
        truncate("proposedgroup")
    assert (str(group), str(member)) == (f"{group.pk}", f"{group.pk}: {point.pk}")
    point.delete()
    assert not GroupMember.objects.exists()


def test_one_search_for_groups_runs_at_a_time(workshop, editor, now):
    given = {"workshop": workshop, "asked_by": editor, "asked_at": now}
    first = Grouping.objects.create(**given, total=5)

    with refused("grouping_one_at_a_time"):
        Grouping.objects.create(**given)
    Grouping.objects.update(finished_at=now)
    Grouping.objects.create(**given)
    assert str(first) == "0/5"
