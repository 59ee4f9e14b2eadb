"""How quickly ninety-two letters are read, screened and registered."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from proceedings.models import Contribution
from submissions.delivery import deliver
from submissions.models import Submission
from submissions.operations import correcting, deciding
from tests.submissions import mailbag

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

#: The figures of the house, on two cores.
READ_SECONDS, REGISTER_SECONDS, RATE = 20, 5, 100


@pytest.fixture
def letters(tmp_path):
    """Ninety-two DOCX of about four pages, on the disk."""
    rows, texts = mailbag.committees_of_2021(), mailbag.bodies()
    for index in range(92):
        content = mailbag.four_pages(rows[index % len(rows)], 100 + index, next(texts))
        (tmp_path / f"{index:02}.docx").write_bytes(content)
    return tmp_path


def test_ninety_two_letters_are_read_and_registered_in_time(letters, workshop, secretary, now):
    began = time.perf_counter()
    outcomes = list(deliver(workshop, [letters], is_accepting=False, actor=secretary, now=now))
    reading = time.perf_counter() - began

    ready = _ready(secretary, now)
    began = time.perf_counter()
    for submission in ready:
        deciding.accept(submission=submission, actor=secretary, now=now)
    registering = time.perf_counter() - began

    print(f"\n92 letters: read in {reading:.1f} s, registered in {registering:.1f} s")  # noqa: T201
    assert len(outcomes) == len(ready) == Contribution.objects.count() == 92
    assert reading <= READ_SECONDS
    assert registering <= REGISTER_SECONDS


def test_thirty_two_clients_register_without_gap_or_double(letters, workshop, secretary, now):
    list(deliver(workshop, [letters], is_accepting=False, actor=secretary, now=now))
    waiting = [submission.pk for submission in _ready(secretary, now)] * 2

    def accept(pk):
        try:
            return deciding.accept(submission=Submission.objects.get(pk=pk), actor=secretary, now=now).number
        finally:
            connection.close()

    began = time.perf_counter()
    with ThreadPoolExecutor(32) as clients:
        given = list(clients.map(accept, waiting))
    seconds = time.perf_counter() - began

    print(f"\n32 clients: {92 / seconds:.0f} submissions/s with their files")  # noqa: T201
    assert sorted(given) == sorted(list(range(1, 93)) * 2)
    assert list(Contribution.objects.order_by("number").values_list("number", flat=True)) == list(
        range(1, 93)
    )


def _ready(actor, now):
    """What is on the table, confirmed where a person was asked."""
    for submission in Submission.objects.filter(state="doubtful"):
        correcting.correct(
            submission=submission,
            changed=(),
            version=submission.version,
            is_checked=True,
            actor=actor,
            now=now,
        )
    return list(Submission.objects.filter(state="ready").in_order())
