"""What is done in the background: publishing, and looking for groups of points."""

from __future__ import annotations

import logging
from typing import Any

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from proceedings.models import Grouping, Publication
from proceedings.operations import groupings
from proceedings.operations.refusals import Refused
from proceedings.publishing.publish import run
from proceedings.vocabulary import PublicationState

logger = logging.getLogger(__name__)

#: Seconds without a beat after which a worker is taken to be dead; a living one beats every ten.
DEAD_AFTER = 30


@app.task(name="publish", retry=RetryStrategy(max_attempts=3, wait=10), pass_context=False)
def publish(*, publication_id: int) -> None:
    """Run a publication that was asked for; a run that was cut off begins again, a finished one stays as it is."""
    publication = Publication.objects.select_related("workshop", "requested_by").get(pk=publication_id)
    if publication.state in {PublicationState.DONE, PublicationState.FAILED}:
        return
    try:
        run(publication, actor=publication.requested_by, now=timezone.now())
    except Refused as refusal:
        logger.warning("publication %s: %s", publication_id, refusal)


@app.task(name="find_groups", retry=RetryStrategy(max_attempts=3, wait=10), pass_context=False)
def find_groups(*, grouping_id: int) -> None:
    """Look for groups of points; a search that was cut off begins again, a finished one stays as it is."""
    grouping = Grouping.objects.select_related("workshop").filter(pk=grouping_id, finished_at=None).first()
    if grouping is not None:
        groupings.find_groups(grouping, now=timezone.now())


@app.periodic(cron="* * * * * */15")
@app.task(name="retry_stalled", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, /, timestamp: int, **_rest: Any) -> None:
    """Hand the jobs of a worker that died to another one, within a minute of its death: asked four times a minute."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER):
        await app.job_manager.retry_job(job)
