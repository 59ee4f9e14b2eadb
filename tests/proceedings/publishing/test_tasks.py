import subprocess
import sys

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from proceedings.models import Edition, Publication
from proceedings.operations import editions
from proceedings.publishing.tasks import publish as publish_task
from proceedings.vocabulary import Audience

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(record, by):
    """A publication asked for in the register."""
    return editions.request(workshop=record, audience=Audience.PUBLIC, note="Lần đầu", **by)


def test_a_wish_waits_as_one_job(asked):
    job = ProcrastinateJob.objects.get(task_name="publish")

    assert (job.args, job.lock, job.status) == ({"publication_id": asked.pk}, "publish", "todo")
    assert Publication.objects.get().state == "queued"
    assert not Edition.objects.exists()


def test_the_job_makes_the_edition_in_the_name_of_who_asked(asked, secretary):
    publish_task(publication_id=asked.pk)

    edition = Edition.objects.get()
    assert (edition.note, edition.issued_by) == ("Lần đầu", secretary)
    assert Publication.objects.get().state == "done"


def test_a_job_run_twice_makes_one_edition(asked):
    publish_task(publication_id=asked.pk)
    publish_task(publication_id=asked.pk)

    assert Edition.objects.count() == 1


def test_a_job_that_was_cut_off_begins_again(asked, by):
    editions.begin(publication=asked, **by)

    publish_task(publication_id=asked.pk)

    assert Publication.objects.get().state == "done"


def test_a_job_of_a_failed_run_is_left_alone(asked, by):
    editions.fail(publication=asked, reason="Hết dung lượng đĩa", **by)

    publish_task(publication_id=asked.pk)

    assert Publication.objects.get().error == "Hết dung lượng đĩa"
    assert not Edition.objects.exists()


WORKER = """
import django, sys
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from procrastinate.contrib.django import app
with app.replace_connector(app.connector.get_worker_connector()) as worker:
    worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_takes_the_wish_up(asked):
    subprocess.run(
        [sys.executable, "-c", WORKER, connection.settings_dict["NAME"]], check=True, capture_output=True
    )

    assert Publication.objects.get().state == "done"
    assert ProcrastinateJob.objects.get(task_name="publish").status == "succeeded"
