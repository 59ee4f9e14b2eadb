"""Finding the same text again in what one workshop has received."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.vocabulary import ContributionState
from submissions.models import Submission
from submissions.screening.similarity import CANDIDATE, NEAR, estimate, resemblance
from submissions.vocabulary import OPEN, SubmissionState

#: How many candidates that share a part of the fingerprint are compared in full.
MOST_COMPARED = 20
#: How many characters of each are compared: a hundred pages.
COMPARED = 200_000


def near_identical(submission: Submission) -> Iterator[Submission]:
    """Yield the submissions of the same workshop, registered or on the table, whose text is almost the same.

    Candidates share hashes of the fingerprint (a GIN index); then the texts themselves are compared.
    """
    if not submission.fingerprint:
        return
    candidates = (
        Submission.objects.in_workshop(submission.batch.workshop)
        .filter(state__in=OPEN | {SubmissionState.ACCEPTED}, fingerprint__overlap=submission.fingerprint)
        .exclude(pk=submission.pk)
        .select_related("contribution")
        .order_by("-pk")[:MOST_COMPARED]
    )
    for candidate in candidates:
        contribution = candidate.contribution
        if contribution is not None and contribution.state == ContributionState.VOID:
            continue
        if estimate(submission.fingerprint, candidate.fingerprint) < CANDIDATE:
            continue
        if resemblance(submission.text[:COMPARED], candidate.text[:COMPARED]) >= NEAR:
            yield candidate
