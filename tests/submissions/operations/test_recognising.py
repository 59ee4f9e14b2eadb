from pathlib import Path

import pytest

from proceedings.operations.refusals import Refused
from proceedings.queries.integrity import verify_all
from submissions.examination import Examined
from submissions.letterhead.found import Found, Letterhead
from submissions.models import ReadingProgress, Submission
from submissions.operations import receiving, recognising
from submissions.readers.document import Kind, Paragraph, Problem, ReadDocument, State, refused
from submissions.screening.secrecy import Level, Mark, Where
from submissions.vocabulary import SubmissionState
from tests.submissions.views.test_files import picture

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


@pytest.fixture
def scan(on_table):
    """A scan whose text nobody has read."""
    row = on_table("quet.png", picture())
    assert (row.state, row.problem) == ("doubtful", "no_text")
    return row


@pytest.fixture
def asked(scan, by):
    """A scan whose text is being recognised."""
    recognising.ask(submission=scan, **by)
    scan.refresh_from_db()
    assert recognising.begin(submission=scan, **by)
    scan.refresh_from_db()
    return scan


def recognised(text="Số 5-CV/TU", **more):
    document = ReadDocument(
        Kind.IMAGE, State.NEEDS_PERSON, Problem.RECOGNISED, paragraphs=(Paragraph(text),), pages=1
    )
    symbol = Found("5-CV/TU", 0.95, "label", 0, 3, 10)
    return Examined(document, letterhead=Letterhead(symbol=symbol, candidates={"symbol": (symbol,)}), **more)


def test_asking_puts_it_among_what_is_read_with_one_job(scan, by):
    recognising.ask(submission=scan, **by)

    scan.refresh_from_db()
    assert scan.state == SubmissionState.READING
    assert ReadingProgress.objects.get().submission == scan
    assert verify_all()[1] == []


def test_only_pictures_are_recognised(on_table, by):
    with pytest.raises(Refused, match="PDF và tệp ảnh"):
        recognising.ask(submission=on_table(), **by)


def test_what_was_recognised_waits_for_a_person_and_what_was_typed_stays(asked, by):
    Submission.objects.filter(pk=asked.pk).update(title="Đã nhập tay")

    recognising.finish(submission=asked, examined=recognised(), **by)

    asked.refresh_from_db()
    assert (asked.text, asked.symbol, asked.title) == ("Số 5-CV/TU", "5-CV/TU", "Đã nhập tay")
    assert (asked.state, asked.problem) == (SubmissionState.DOUBTFUL, "recognised")
    assert Path(asked.file.file.path).exists()


def test_a_secret_that_was_recognised_leaves_nothing(asked, by):
    recognising.finish(submission=asked, examined=recognised(mark=Mark(Level.SECRET, Where.TEXT)), **by)

    asked.refresh_from_db()
    assert (asked.refusal, asked.name, asked.file) == ("secrecy", "", None)


def test_where_nothing_came_of_it_the_submission_is_as_it_was_and_says_so(asked, by):
    recognising.finish(submission=asked, examined=Examined(refused(Kind.IMAGE, Problem.TOOK_TOO_LONG)), **by)

    asked.refresh_from_db()
    assert (asked.state, asked.problem) == (SubmissionState.DOUBTFUL, "no_text")
    assert "not_recognised" in [flag["code"] for flag in asked.flags]


def test_one_that_takes_the_worker_down_is_not_tried_for_ever(asked, by):
    while recognising.begin(submission=asked, **by):
        pass

    asked.refresh_from_db()
    assert asked.state == SubmissionState.DOUBTFUL


def test_stopping_the_batch_leaves_a_scan_on_its_way(asked, batch, by):
    assert receiving.stop(batch=batch, **by) == 0
    asked.refresh_from_db()
    assert asked.state == SubmissionState.READING


def test_progress_is_noted(asked):
    recognising.note(asked, 3, 9)

    assert str(ReadingProgress.objects.get()) == "3/9"
