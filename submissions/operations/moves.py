"""The one way in which a submission changes its state: by the table of moves."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from proceedings.operations.refusals import Refused
from proceedings.vocabulary import may_move
from submissions.models import Submission
from submissions.vocabulary import SUBMISSION_MOVES, SubmissionState


def move(submission: Submission, state: SubmissionState) -> None:
    """Put a submission into another state, unsaved. Refuses a move that the table does not allow."""
    before = SubmissionState(submission.state)
    if not may_move(SUBMISSION_MOVES, before, state):
        raise Refused(
            _(
                "Hồ sơ đang ở trạng thái “%(before)s” nên không chuyển sang “%(after)s” được. Tải lại trang để xem."
            ),
            before=before.label,
            after=state.label,
        )
    submission.state = state


def lock(submission: Submission) -> Submission:
    """Lock a submission until the end of the transaction and return it as it stands."""
    return Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
