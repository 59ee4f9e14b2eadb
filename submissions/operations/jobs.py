"""Writes on background jobs that failed: try one again, or leave it at that."""

from __future__ import annotations

import datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from proceedings.models import User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from submissions.models import BackgroundJob


@operation
def retry(*, job: BackgroundJob, actor: User, now: datetime.datetime) -> None:
    """Put a failed job back in the queue, to be taken up at once. Refuses one that is not failed any more."""
    _lock_failed(job)
    app.job_manager.retry_job_by_id(job.pk, now)


@operation
def give_up(*, job: BackgroundJob, actor: User, now: datetime.datetime) -> None:
    """Leave a failed job at that: it is cancelled and nobody is asked about it again.

    Refuses one that is not failed any more. What the job was for stays as it is.
    """
    _lock_failed(job)
    app.job_manager.retry_job_by_id(job.pk, now)
    app.job_manager.cancel_job_by_id(job.pk)


def _lock_failed(job: BackgroundJob) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE", [job.pk]
        )
        if cursor.fetchone() is None:
            raise Refused(_("Việc này không còn ở trạng thái lỗi. Tải lại trang để xem."))
