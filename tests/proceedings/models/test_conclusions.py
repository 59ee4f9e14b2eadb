import datetime

import pytest

from proceedings.models import Conclusion, Task
from proceedings.operations import conclusions
from tests.proceedings.models.database import execute, refused, truncate

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]

TODAY = datetime.date(2021, 9, 8)


@pytest.fixture
def conclusion(workshop, secretary, now):
    """Closing words that order three tasks."""
    return conclusions.conclude(
        workshop=workshop,
        kind="closing-words",
        title="Phát biểu kết luận",
        text="Một.\n\nHai.",
        tasks=[
            {"text": "Tổng hợp", "due_on": TODAY},
            {"text": "Tiếp thu", "due_on": TODAY - datetime.timedelta(days=1)},
            {"text": "Công bố"},
        ],
        actor=secretary,
        now=now,
    )


def test_spoken_words_have_no_symbol(conclusion):
    with refused("conclusion_spoken_has_no_symbol"):
        Conclusion.objects.update(symbol="12-TB/TW")

    Conclusion.objects.update(symbol="12-TB/TW", kind="notice")


def test_a_conclusion_stays(conclusion):
    with refused("Cannot delete"):
        conclusion.delete()
    with refused("Cannot delete"):
        execute("DELETE FROM proceedings_conclusion")
    with refused("Cannot truncate"):
        truncate("conclusion")


def test_places_are_taken_once(conclusion, workshop):
    with refused("conclusion_position_unique"):
        Conclusion.objects.create(workshop=workshop, position=1, kind="notice", title="Hai", text="Hai")
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    with refused("task_position_unique"):
        Task.objects.create(conclusion=conclusion, position=1, text="Hai")
        execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_is_done_has_evidence(conclusion):
    with refused("task_done_has_evidence"):
        Task.objects.update(state="done")
    with refused("task_done_has_evidence"):
        execute("UPDATE proceedings_task SET state = 'done'")


def test_every_change_counts_the_version_up(conclusion):
    Conclusion.objects.update(title="Tên khác")
    Task.objects.filter(position=1).update(owner="Ban")

    assert Conclusion.objects.get().version == 2
    assert list(Task.objects.order_by("position").values_list("version", flat=True)) == [2, 1, 1]


def test_open_and_overdue(conclusion):
    Task.objects.filter(position=3).update(state="stopped")

    assert Task.objects.open().count() == 2
    assert [task.text for task in Task.objects.overdue(TODAY)] == ["Tiếp thu"]


def test_paragraphs_are_the_lines_that_are_not_blank(conclusion):
    assert conclusion.paragraphs == ["Một.", "Hai."]
    assert str(conclusion.tasks.get(position=1)) == "Tổng hợp"
