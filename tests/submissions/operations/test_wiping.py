import pytest
from django.core.files.storage import default_storage

from proceedings.operations.refusals import Refused
from submissions.models import ReceivedFile
from submissions.operations import wiping
from tests.proceedings.models.database import execute, refused

pytestmark = [pytest.mark.django_db, pytest.mark.datalayer]


def test_a_secret_that_a_person_finds_is_taken_away(on_table, by, django_capture_on_commit_callbacks):
    submission = on_table("thu.txt")
    path = submission.file.file.name

    with django_capture_on_commit_callbacks(execute=True):
        wiping.take_away(submission=submission, **by)

    submission.refresh_from_db()
    assert (submission.refusal, submission.name, submission.text) == ("secrecy", "", "")
    assert not ReceivedFile.objects.exists()
    assert not default_storage.exists(path)


def test_what_is_registered_is_not_taken_away(on_table, accept, by):
    submission = on_table()
    accept(submission)

    with pytest.raises(Refused, match="Hoàn tác"):
        wiping.take_away(submission=submission, **by)


def test_the_guard_of_received_files_stands_but_for_secrets(on_table):
    on_table()

    with refused("Cannot update"):
        ReceivedFile.objects.update(name="khac.txt")
    with refused("Cannot update or delete"):
        execute("DELETE FROM submissions_receivedfile")
