import datetime

import pytest

from proceedings.models import Delegate, Site
from proceedings.operations import conclusions
from proceedings.queries.conclusions import conclusions_of
from proceedings.vocabulary import ConclusionKind, TaskState

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def conclude(workshop, secretary, now):
    """Record a conclusion with two tasks."""

    def record(title, committee, **fields):
        return conclusions.conclude(
            workshop=workshop, kind="closing-words", title=title, text="Một.\n\nHai.",
            tasks=[{"text": "Tổng hợp", "owner_committee": committee, "due_on": datetime.date(2021, 10, 1)},
                   {"text": "Tiếp thu", "owner": "Tổ biên tập"}],
            actor=secretary, now=now, **fields,
        )  # fmt: skip

    return record


def test_a_conclusion_is_whole(workshop, conclude, bac_ninh):
    site = Site.objects.create(workshop=workshop, position=1, name="Điểm cầu Mẫu")
    speaker = Delegate.objects.create(
        workshop=workshop, position=1, full_name="Chủ trì Mẫu", posts=["Bí thư", "Ủy viên"]
    )
    conclude("Hai", bac_ninh, position=2)
    conclude("Một", bac_ninh, position=1, speaker=speaker, site=site)

    first, second = conclusions_of(workshop)

    assert (first.title, second.title, first.kind) == ("Một", "Hai", ConclusionKind.CLOSING_WORDS)
    assert (first.speaker, first.speaker_posts, first.site) == (
        "Chủ trì Mẫu",
        "Bí thư, Ủy viên",
        "Điểm cầu Mẫu",
    )
    assert first.paragraphs == ("Một.", "Hai.")
    assert [(task.text, task.owner, task.state) for task in first.tasks] == [
        ("Tổng hợp", bac_ninh.full_name, TaskState.TO_DO), ("Tiếp thu", "Tổ biên tập", TaskState.TO_DO),
    ]  # fmt: skip
    assert (second.speaker, second.site) == ("", "")


@pytest.mark.parametrize("count", [1, 3])
def test_conclusions_cost_three_questions(workshop, conclude, bac_ninh, django_assert_num_queries, count):
    for number in range(count):
        conclude(f"Kết luận {number}", bac_ninh)

    with django_assert_num_queries(3):
        assert len(conclusions_of(workshop)) == count
