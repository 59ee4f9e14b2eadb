import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection
from procrastinate.contrib.django import app
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


VICTIM = """
import django, sys, time
django.setup()
from django.db import connection
from proceedings.publishing import tasks
connection.settings_dict["NAME"], tasks.DEAD_AFTER, beat = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
from procrastinate.contrib.django import app

@app.task(name="victim", pass_context=True)
def victim(context):
    print("taken up", flush=True)
    if context.job.attempts == 0:
        time.sleep(300)

with app.replace_connector(app.connector.get_worker_connector()) as worker:
    worker.run_worker(concurrency=2, install_signal_handlers=False, update_heartbeat_interval=beat)
"""
#: Seconds within which the job of a worker that was killed must be done by another one (promise 1).
RESCUED = 60


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("dead_after", "beat"),
    [(3, 1), pytest.param(30, 10, marks=pytest.mark.drill)],
    ids=["quick", "as served"],
)
def test_the_job_of_a_killed_worker_is_done_by_another(dead_after, beat):
    job_id = app.configure_task("victim").defer()
    first, second = _worker(dead_after, beat), None
    try:
        assert first.stdout.readline() == "taken up\n"
        os.kill(first.pid, signal.SIGKILL)
        killed_at, second = time.monotonic(), _worker(dead_after, beat)
        while ProcrastinateJob.objects.get(pk=job_id).status != "succeeded":
            assert time.monotonic() - killed_at < RESCUED
            time.sleep(0.2)
    finally:
        for worker in filter(None, (first, second)):
            worker.kill()
            worker.communicate()

    assert ProcrastinateJob.objects.get(pk=job_id).attempts == 2


def _worker(dead_after, beat):
    return subprocess.Popen(
        [sys.executable, "-c", VICTIM, connection.settings_dict["NAME"], str(dead_after), str(beat)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
