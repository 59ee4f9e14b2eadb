"""Finding the same text again in what one workshop has received."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.vocabulary import ContributionState
from submissions.models import Submission
from submissions.screening.similarity import NEAR, candidates, resemblance
from submissions.vocabulary import OPEN, SubmissionState

#: How many candidates that share a part of the fingerprint are compared in full.
MOST_COMPARED = 20
#: How many characters of each are compared: a hundred pages.
COMPARED = 200_000


def near_identical(submission: Submission) -> Iterator[Submission]:
    """Yield the submissions of the same workshop, registered or on the table, whose text is almost the same.

    Candidates share hashes of the fingerprint (a GIN index), the likeliest come first; then the texts are compared.
    """
    if not submission.fingerprint:
        return
    others = (
        Submission.objects.in_workshop(submission.batch.workshop)
        .filter(state__in=OPEN | {SubmissionState.ACCEPTED}, fingerprint__overlap=submission.fingerprint)
        .exclude(pk=submission.pk)
        .exclude(contribution__state=ContributionState.VOID)
        .order_by("pk")
    )
    ranked = candidates(submission.fingerprint, others.values_list("pk", "fingerprint"))[:MOST_COMPARED]
    for candidate in others.filter(pk__in=[pk for pk, _estimate in ranked]).select_related("contribution"):
        if resemblance(submission.text[:COMPARED], candidate.text[:COMPARED]) >= NEAR:
            yield candidate
