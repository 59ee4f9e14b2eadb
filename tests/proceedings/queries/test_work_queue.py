"""What waits for whom."""

import datetime

import pytest

from proceedings.models import Contribution, Edition, Publication, Theme
from proceedings.operations import conclusions, workshops
from proceedings.queries.work_queue import GAPS, work_queue
from proceedings.text.symbols import warn_symbol
from proceedings.vocabulary import Audience

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]
TODAY = datetime.date(2021, 9, 8)
SYMBOLS = [
    "123-CV/TU",
    "36-HD/VPTW",
    "09-QĐi/TW",
    "4270-CV/VPTU",
    "30/2020/NĐ-CP",
    "64/2025/QH15",
    "4366/BGDĐT-PC",
    "119/QĐ-BNN-QLDN",
    "01/QCPH/UBND-UBMTTQ",
    "0-CV/TU",
    "5/UBND-NC",
    "12/QĐ",
    "123 - CV/TU",
    "123-cv/tu",
    "123-XX/TU",
    "12a-CV/TU",
    "Số 12",
    "-CV/TU",
]


def test_gaps_are_counted_among_standing_documents(workshop, register, bac_ninh):
    theme = Theme.objects.create(workshop=workshop, position=1, slug="mot", title="Một")
    whole = {"theme": theme, "stance": "agrees", "document_on": TODAY, "received_on": TODAY}
    register(committee=bac_ninh, symbol="123-CV/TU", **whole)
    register(presented_live=True)

    gaps = work_queue(today=TODAY).gaps

    assert (gaps.theme, gaps.stance, gaps.document_on, gaps.symbol, gaps.unusual, gaps.order) == (
        1,
        1,
        1,
        1,
        0,
        1,
    )


@pytest.mark.parametrize(
    "symbol",
    SYMBOLS,
)
@pytest.mark.parametrize("kind", ["party-body", "state-body"])
def test_unusual_is_what_the_reader_of_symbols_remarks(workshop, register, symbol, kind):
    register(body_kind=kind, body_name="Cơ quan Mẫu", symbol=symbol)

    found = Contribution.objects.filter(GAPS["unusual"]).exists()

    assert found == bool(warn_symbol(symbol, kind == "party-body"))


def test_silent_committees_are_late_after_the_deadline(workshop, register, secretary, now, bac_ninh, ha_noi):
    workshops.invite(workshop=workshop, committees=[bac_ninh, ha_noi], actor=secretary, now=now)
    register(committee=bac_ninh)
    workshop.closes_on = datetime.date(2021, 9, 1)
    workshop.save(update_fields=["closes_on"])

    (silence,) = work_queue(today=TODAY).silences

    assert (silence.count, silence.is_overdue) == (1, True)


def test_tasks_are_open_and_overdue(workshop, secretary, now):
    tasks = [{"text": "Một", "due_on": datetime.date(2021, 9, 7)}, {"text": "Hai"}]
    conclusions.conclude(
        workshop=workshop, kind="closing-words", title="A", text="B", tasks=tasks, actor=secretary, now=now
    )

    queue = work_queue(today=TODAY)

    assert (queue.tasks.open, queue.tasks.overdue) == (2, 1)


def test_a_change_after_the_edition_is_unpublished(workshop, register, secretary, now):
    register()
    (before,) = work_queue(today=TODAY).unpublished
    late = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
    edition = {
        "workshop": workshop,
        "audience": Audience.PUBLIC,
        "issued_by": secretary,
        "facts": {},
        "manifest": "{}",
    }
    Edition.objects.create(number=1, issued_at=now, manifest_sha256="0" * 64, **edition)
    (changed,) = work_queue(today=TODAY).unpublished
    Edition.objects.create(number=2, issued_at=late, manifest_sha256="0" * 64, **edition)

    assert before.issued_at is None
    assert changed.issued_at == now
    assert work_queue(today=TODAY).unpublished == ()


def test_a_failed_run_is_mended_by_a_later_one(workshop, secretary, now):
    run = {"workshop": workshop, "requested_by": secretary}
    Publication.objects.create(state="failed", requested_at=now, **run)
    Publication.objects.create(state="running", requested_at=now, **run)
    assert (work_queue(today=TODAY).runs.failed, work_queue(today=TODAY).runs.running) == (1, 1)

    Publication.objects.create(state="done", requested_at=now + datetime.timedelta(minutes=1), **run)

    assert work_queue(today=TODAY).runs.failed == 0


@pytest.mark.parametrize("count", [1, 30])
def test_the_queue_takes_five_queries(register, django_assert_num_queries, count):
    for _ in range(count):
        register()

    with django_assert_num_queries(5):
        work_queue(today=TODAY)
