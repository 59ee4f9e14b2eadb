import unicodedata

import pytest

from proceedings.models import Conclusion, Delegate, Task
from proceedings.operations import conclusions, workshops
from proceedings.operations.refusals import Conflict, Invalid
from proceedings.vocabulary import TaskState
from tests.proceedings.operations.refusals import refusal

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


@pytest.fixture
def by(secretary, now):
    """Who writes, and when."""
    return {"actor": secretary, "now": now}


@pytest.fixture
def conclude(workshop, by):
    """Record a conclusion; what is not given is plain."""

    def record(**fields):
        given = {"kind": "closing-words", "title": "Kết luận", "text": "Một.", **fields}
        return conclusions.conclude(workshop=workshop, **given, **by)

    return record


def test_conclude_records_the_tasks_in_order(conclude):
    conclusion = conclude(tasks=[{"text": "Tổng hợp"}, {"text": "Tiếp thu", "owner": "Tổ biên tập"}])

    assert conclusion.position == 1
    assert list(conclusion.tasks.order_by("position").values_list("position", "text", "owner")) == [
        (1, "Tổng hợp", ""), (2, "Tiếp thu", "Tổ biên tập"),
    ]  # fmt: skip


def test_conclude_comes_last_also_after_a_gap(conclude):
    conclude(position=7)

    assert conclude().position == 8


def test_conclude_composes_and_drops_what_nobody_sees(conclude):
    nfd = unicodedata.normalize("NFD", "Tiếp thu")

    conclusion = conclude(
        title=f"{nfd}\x00", text=f"{nfd}\u200b", tasks=[{"text": f"{nfd}\x00", "owner": nfd}]
    )

    conclusion.refresh_from_db()
    task = conclusion.tasks.get()
    assert (conclusion.title, conclusion.text, task.text, task.owner) == ("Tiếp thu",) * 4


def test_conclude_refuses_all_where_a_task_is_wrong(conclude):
    with refusal("", kind=Invalid) as caught:
        conclude(tasks=[{"text": "Tổng hợp"}, {"text": ""}])
    assert list(caught.value.errors) == ["text"]


def test_conclude_refuses_spoken_words_with_a_symbol(conclude):
    with refusal("Phát biểu không có số, ký hiệu", kind=Invalid):
        conclude(symbol="12-TB/TW")


def test_conclude_refuses_a_place_that_is_taken(conclude):
    conclude(position=1)

    with refusal("", kind=Invalid):
        conclude(position=1)


def test_conclude_refuses_a_speaker_of_another_workshop(conclude, by):
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    speaker = Delegate.objects.create(workshop=other, position=1, full_name="Đại biểu Mẫu")

    with refusal("thuộc hội thảo khác", field="speaker"):
        conclude(speaker=speaker)


def test_amend_saves_and_counts_up(conclude, by):
    conclusion = conclude()
    conclusion.text = "Hai.\x00"

    conclusions.amend(conclusion=conclusion, changed=["text"], version=1, **by)

    stored = Conclusion.objects.get()
    assert (stored.text, stored.version, conclusion.version) == ("Hai.", 2, 2)


def test_amend_refuses_what_was_changed_meanwhile(conclude, by):
    conclusion = conclude()
    Conclusion.objects.update(text="Của người khác")
    conclusion.text = "Của tôi"

    with refusal("Hai bản được giữ lại", kind=Conflict) as caught:
        conclusions.amend(conclusion=conclusion, changed=["text"], version=1, **by)
    assert caught.value.theirs.text == "Của người khác"


def test_amend_refuses_two_megabytes(conclude, by):
    conclusion = conclude()
    conclusion.text = "a" * 2_000_000

    with refusal("dài 2.000.000 ký tự", field="text"):
        conclusions.amend(conclusion=conclusion, changed=["text"], version=1, **by)


def test_report_moves_a_task_and_keeps_its_evidence(conclude, by):
    task = conclude(tasks=[{"text": "Tổng hợp"}]).tasks.get()

    conclusions.report(task=task, state=TaskState.DONE, evidence=" Báo cáo số 12 ", **by)
    conclusions.report(task=task, state=TaskState.IN_PROGRESS, **by)

    stored = Task.objects.get()
    assert (stored.state, stored.evidence) == ("in-progress", " Báo cáo số 12")


def test_report_refuses_done_without_evidence(conclude, by):
    task = conclude(tasks=[{"text": "Tổng hợp"}]).tasks.get()

    with refusal("phải ghi kết quả hoặc dẫn chứng", kind=Invalid):
        conclusions.report(task=task, state=TaskState.DONE, **by)


def test_report_refuses_a_move_outside_the_table(conclude, by):
    task = conclude(tasks=[{"text": "Tổng hợp"}]).tasks.get()
    conclusions.report(task=task, state=TaskState.DONE, evidence="Xong", **by)

    with refusal("Không chuyển được từ “Hoàn thành” sang “Dừng”", field="state"):
        conclusions.report(task=task, state=TaskState.STOPPED, **by)
