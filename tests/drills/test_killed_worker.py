"""Kill the worker in the middle of an intake, again and again: nothing half-written, nothing twice, nothing lost."""

import datetime
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from proceedings.models import Contribution
from proceedings.operations import workshops
from proceedings.queries.integrity import verify_all
from submissions import spool
from submissions.models import Batch, Submission
from submissions.operations import receiving, sweeping
from submissions.operations.sweeping import orphans
from submissions.vocabulary import UNDER_WAY, Source
from tests.submissions import mailbag

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("own_stores")]

#: Seconds in which an intake must have come to its end after the last kill.
PATIENCE = 60


@pytest.fixture(scope="module")
def thirty():
    """Thirty mixed files, made once."""
    return mailbag.thirty()


@pytest.mark.parametrize(
    "kills", [pytest.param(2, id="twice"), pytest.param(30, id="thirty-times", marks=pytest.mark.drill)]
)
def test_an_intake_outlives_its_workers(kills, thirty, secretary, now):
    by = {"actor": secretary, "now": now}
    chance, died = random.Random(kills), 0
    worker = start()
    try:
        while died < kills:
            _receive(thirty, f"hoi-thao-{died}", by)
            while died < kills and _under_way():
                time.sleep(chance.uniform(0.3, 1.5))
                kill(worker)
                died += 1
                worker = start()
                _rescue_soon()
        began = time.monotonic()
        while _under_way() and time.monotonic() - began < PATIENCE:
            time.sleep(0.2)
            rescue()
        seconds = time.monotonic() - began
    finally:
        kill(worker)

    print(f"\n{died} kills, the rest done {seconds:.1f} s after the last")  # noqa: T201
    assert not _under_way()
    assert _states() >= {"opened", "refused"}
    assert Submission.objects.filter(batch=Batch.objects.earliest("pk"), container=None).count() == 30
    assert verify_all()[1] == []
    sweeping.sweep(
        actor=secretary, now=timezone.now(), older_than=datetime.timedelta()
    )  # what an hour later is swept
    assert orphans() == []
    assert spool.names() == set(Submission.objects.exclude(spool="").values_list("spool", flat=True))
    assert not Contribution.objects.exists()


def _receive(files, slug, by):
    """Hand thirty files in to a workshop of their own: elsewhere they would be known."""
    workshop = workshops.convene(slug=slug, title="Mẫu", short_title="Mẫu", host="Mẫu", **by)
    batch = receiving.open_batch(workshop=workshop, source=Source.DESK, idempotency_key="thirty", **by)
    for name, content in files.items():
        receiving.receive(batch=batch, name=name, spooled=spool.take_in([content]), **by)


def _under_way():
    return Submission.objects.filter(state__in=UNDER_WAY).exists()


def _states():
    return set(Submission.objects.values_list("state", flat=True))


def start():
    return subprocess.Popen(
        [
            sys.executable, "-m", "tests.drills.worker", connection.settings_dict["NAME"],
            storages["default"].location, storages["intake"].location,
        ],
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def kill(worker):
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def _rescue_soon():
    time.sleep(0.5)
    rescue()


def rescue():
    """What the periodic task does in the worker, more often; in a thread of its own, as a browser may hold this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_rescue).result()


def _rescue():
    async def retry():
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=3):
            await app.job_manager.retry_job(job)

    try:
        async_to_sync(retry)()
    finally:
        connection.close()
