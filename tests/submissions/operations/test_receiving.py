import pytest
from django.core.files.storage import default_storage
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.operations import workshops
from proceedings.operations.refusals import Refused
from submissions import spool
from submissions.examination import examine
from submissions.models import Batch, Submission
from submissions.operations import deciding, examining, receiving
from submissions.vocabulary import Refusal, Source, SubmissionState

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def test_a_batch_sent_twice_is_one(workshop, batch, by):
    again = receiving.open_batch(workshop=workshop, source=Source.DESK, idempotency_key="mau", **by)

    assert again == batch
    assert Batch.objects.count() == 1


def test_a_cancelled_workshop_takes_nothing(workshop, by):
    workshop.stage = "cancelled"

    with pytest.raises(Refused, match="đã hủy"):
        receiving.open_batch(workshop=workshop, source=Source.DESK, idempotency_key="x", **by)


def test_a_file_waits_to_be_read_and_its_job_with_it(receive, letter):
    content = letter()

    submission = receive("Góp ý.txt", content)

    assert (submission.state, submission.name, submission.size) == ("waiting", "Góp ý.txt", len(content))
    assert spool.path_of(submission.spool).read_bytes() == content
    assert ProcrastinateJob.objects.get(task_name="read_submission").args == {"submission_id": submission.pk}


def test_the_same_file_sent_again_in_its_batch_is_the_same_row(receive, letter):
    content = letter()

    assert receive("a.txt", content) == receive("a.txt", content)

    assert Submission.objects.count() == 1


def test_the_same_bytes_under_another_name_are_received_already(receive, letter):
    content = letter()
    first = receive("a.txt", content)

    second = receive("b.txt", content)

    assert (second.state, second.refusal, second.attaches_to) == ("refused", Refusal.RECEIVED, first)
    assert second.spool == ""


def test_bytes_of_a_registered_document_are_known_by_its_number(on_table, accept, receive, letter):
    content = letter()
    contribution = accept(on_table("a.txt", content))

    again = receive("b.txt", content)

    assert (again.refusal, again.known_as) == (Refusal.KNOWN, contribution)


def test_bytes_of_another_workshop_are_not_known(on_table, accept, receive, letter, by):
    content = letter()
    accept(on_table("a.txt", content))
    other = workshops.convene(slug="khac", title="Khác", short_title="Khác", host="Mẫu", **by)
    elsewhere = receiving.open_batch(workshop=other, source=Source.DESK, idempotency_key="mau", **by)

    assert receive("a.txt", content, batch=elsewhere).state == "waiting"


def test_what_was_refused_may_be_sent_again(on_table, receive, by, letter):
    content = letter()
    deciding.refuse(submission=on_table("a.txt", content), reason="Thiếu trang", **by)

    assert receive("b.txt", content).state == "waiting"


@pytest.mark.parametrize(
    "name", ["x" * 700 + ".txt", "a\0b.txt", "..\\..\\etc\\passwd", "Go\u0301p y\u0301.txt", "", "a\nb.txt"]
)
def test_any_name_is_taken_as_a_name_only(receive, read_all, name):
    receive(name)

    (submission,) = read_all()
    assert len(submission.name) <= receiving.LONGEST_NAME
    assert "\0" not in submission.name
    assert submission.state in {SubmissionState.READY, SubmissionState.DOUBTFUL}


def test_a_stopped_batch_keeps_what_was_read_and_refuses_the_rest(receive, read_all, batch, by):
    receive("a.txt")
    read_all()
    waiting = receive("b.txt")

    assert receiving.stop(batch=batch, **by) == 1

    waiting.refresh_from_db()
    assert (waiting.state, waiting.refusal, waiting.spool) == ("refused", Refusal.CANCELLED, "")
    assert [submission.state for submission in read_all()] == ["ready", "refused"]
    with pytest.raises(Refused, match="đã dừng"):
        receive("c.txt")


def test_stopping_while_a_file_is_being_read_keeps_it_out(receive, batch, by, letter, tmp_path):
    submission = receive("a.txt", letter(number=777))
    examining.begin(submission=submission, **by)
    examined = examine(spool.path_of(submission.spool), name="a.txt", scratch=tmp_path)

    receiving.stop(batch=batch, **by)
    examining.finish(submission=submission, examined=examined, scratch=tmp_path, **by)

    submission.refresh_from_db()
    assert (submission.state, submission.file) == ("refused", None)
    assert not default_storage.exists(f"{submission.sha256[:2]}/{submission.sha256}")
