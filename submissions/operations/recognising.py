"""Writes on recognising text in pictures (OCR): ask for it, begin, note how far it is, put the text on the table."""

from __future__ import annotations

import datetime
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from proceedings.models import User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from submissions.examination import Examined
from submissions.models import ReadingProgress, Submission
from submissions.operations.examining import MOST_ATTEMPTS, put_on_table
from submissions.operations.moves import lock, move
from submissions.operations.wiping import forget_file, wipe
from submissions.readers.document import Kind, Problem, State
from submissions.screening.flags import Severity
from submissions.vocabulary import OPEN, SubmissionState

#: Kinds of files whose pages are pictures.
PICTURES = frozenset({Kind.PDF, Kind.IMAGE})
#: What a person may have typed before the text was there; it is never overwritten by what is found in it.
TYPED = (
    "committee", "body_name", "author_name", "signer_name", "signer_post", "symbol", "document_on", "title", "summary",
)  # fmt: skip


@operation
def ask(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Have the text of a scan recognised in the background; it stands as being read meanwhile.

    Refuses what is not on the table, and a file whose pages are no pictures.
    """
    submission = lock(submission)
    if submission.state not in OPEN or submission.file is None:
        raise Refused(_("Hồ sơ này không còn chờ xử lý. Tải lại trang để xem."))
    if submission.kind not in PICTURES:
        raise Refused(_("Chỉ nhận dạng chữ được trong tệp PDF và tệp ảnh."))
    move(submission, SubmissionState.READING)
    submission.attempts = 0
    submission.save(update_fields=["state", "attempts"])
    ReadingProgress.objects.update_or_create(
        submission=submission, defaults={"done_count": 0, "total_count": 0}
    )
    app.configure_task("recognise_submission", queue="intake").defer(submission_id=submission.pk)


@operation
def begin(*, submission: Submission, actor: User, now: datetime.datetime) -> bool:
    """Take a scan up; tell whether there is something to recognise.

    After ``MOST_ATTEMPTS`` it goes back to the table as it was.
    """
    submission = lock(submission)
    if submission.state != SubmissionState.READING or submission.spool or submission.file is None:
        return False
    submission.attempts += 1
    if submission.attempts > MOST_ATTEMPTS:
        _put_back(submission, Problem.READER_FAILED)
        return False
    submission.save(update_fields=["attempts"])
    return True


def note(submission: Submission, done: int, total: int) -> None:
    """Note how many pages are done; no operation: nobody decides anything by it, and it leaves no history."""
    ReadingProgress.objects.filter(submission=submission).update(done_count=done, total_count=total)


@operation
def finish(*, submission: Submission, examined: Examined, actor: User, now: datetime.datetime) -> None:
    """Put the recognised text on the table; a secret in it leaves nothing, the mail that it came in neither (law 6).

    What a person typed stays. Where nothing could be recognised, the submission is as it was, and says so.
    """
    submission = lock(submission)
    if submission.state != SubmissionState.READING:
        return
    if examined.is_secret:
        container = submission.container
        wipe(submission, actor=actor, now=now)
        while container is not None:
            forget_file(container)
            container = container.container
    elif examined.document.state == State.REFUSED:
        _put_back(submission, examined.document.problem or Problem.READER_FAILED)
    else:
        typed = {name: value for name in TYPED if (value := getattr(submission, name))}
        submission.checked_by = submission.checked_at = None
        put_on_table(submission, examined)
        for name, value in typed.items():
            setattr(submission, name, value)
        submission.save()


def path_of(submission: Submission) -> Path:
    """Return where the received file of a submission lies."""
    if submission.file is None:
        raise FileNotFoundError(submission.name)
    return Path(submission.file.file.path)


def _put_back(submission: Submission, problem: Problem) -> None:
    others = [flag for flag in submission.flags if flag["code"] != "not_recognised"]
    submission.flags = [
        *others, {"code": "not_recognised", "severity": Severity.PERSON, "values": {"problem": problem}}
    ]  # fmt: skip
    move(submission, SubmissionState.DOUBTFUL)
    submission.save(update_fields=["state", "flags"])
