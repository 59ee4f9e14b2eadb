"""The background side of the door: thin, safe to run again."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from proceedings.models import User
from submissions import pickup, spool
from submissions.examination import Examined, examine
from submissions.models import Submission
from submissions.operations import examining, recognising, sweeping
from submissions.readers.document import Kind, Problem, refused
from submissions.sheets import jobs

logger = logging.getLogger(__name__)

RETRY = RetryStrategy(max_attempts=5, wait=5)


@app.task(name="read_submission", queue="intake", retry=RETRY)
def read_submission(*, submission_id: int) -> None:
    """Read and screen one submission in the background."""
    read_now(submission_id)


def read_now(submission_id: int) -> None:
    """Read and screen one submission; one that was cut off is read again, one that is done stays as it is."""
    submission = Submission.objects.select_related("batch__received_by", "container").get(pk=submission_id)
    actor = submission.batch.received_by
    if not examining.begin(submission=submission, actor=actor, now=timezone.now()):
        return
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        scratch = Path(folder)
        path = spool.path_of(submission.spool)
        examined = (
            examine(
                path,
                name=submission.name,
                scratch=scratch,
                sender=sender_of(submission),
                day=submission.received_on,
            )
            if path.exists()
            else Examined(refused(Kind.OTHER, Problem.READER_FAILED))
        )
        examining.finish(
            submission=submission, examined=examined, scratch=scratch, actor=actor, now=timezone.now()
        )


@app.task(name="check_workbook", queue="intake", retry=RETRY)
def check_workbook(*, submission_id: int) -> None:
    """Check the rows of a table of contributions in the background."""
    jobs.check_now(submission_id)


@app.task(name="import_workbook", queue="intake", retry=RETRY)
def import_workbook(*, submission_id: int) -> None:
    """Enter the rows of a table of contributions in the registry; safe to run again."""
    jobs.import_now(submission_id)


@app.task(name="recognise_submission", queue="intake", retry=RETRY)
def recognise_submission(*, submission_id: int) -> None:
    """Recognise the text of one scan, page by page; one that was cut off begins again."""
    submission = Submission.objects.select_related("batch__received_by", "container", "file").get(
        pk=submission_id
    )
    actor = submission.batch.received_by
    if not recognising.begin(submission=submission, actor=actor, now=timezone.now()):
        return
    with tempfile.TemporaryDirectory(prefix="recognise-") as folder:
        examined = examine(
            recognising.path_of(submission),
            name=submission.name,
            scratch=Path(folder),
            sender=sender_of(submission),
            day=submission.received_on,
            recognise=True,
            on_progress=lambda done, total: recognising.note(submission, done, total),
        )
    recognising.finish(submission=submission, examined=examined, actor=actor, now=timezone.now())


def sender_of(submission: Submission) -> str:
    """Return who sent the mail that a submission came in, or an empty text."""
    container = submission.container
    while container is not None:
        if sender := container.facts.get("sender"):
            return str(sender)
        container = container.container
    return ""


@app.periodic(cron="17 * * * *")
@app.task(name="sweep_intake", queue="intake", queueing_lock="sweep_intake")
def sweep_intake(timestamp: int) -> None:
    """Wipe what processes that died have left behind."""
    swept = sweeping.sweep(actor=User.objects.system(), now=timezone.now())
    if swept:
        logger.info("swept %s files that nothing points at", swept)


@app.periodic(cron="*/5 * * * *")
@app.task(name="pick_up_mail", queue="intake", queueing_lock="pick_up_mail", lock="pick_up_mail")
def pick_up_mail(timestamp: int) -> None:
    """Take in what the office's mailbox has got, where one is set."""
    for round_ in pickup.pick_up():
        if round_.mails:
            logger.info("picked up %s mails for %s", round_.mails, round_.workshop)
