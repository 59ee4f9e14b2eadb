"""Writes on the fields of a submission: correct what was read, confirm what a person has checked, put together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, User
from proceedings.operations.contributions import refuse_not_in_force
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, lock_unchanged
from proceedings.operations.typed import clean_typed
from proceedings.vocabulary import ContributionState
from submissions.models import Submission
from submissions.operations.moves import lock, move
from submissions.vocabulary import OPEN, SubmissionState

#: What a person may correct; the text is the sender's own and is chosen, never typed (law 5).
CORRECTABLE = frozenset(
    {
        "committee", "body_kind", "body_name", "author_name", "signer_name", "signer_post", "symbol", "document_on",
        "received_on", "form", "stance", "theme", "title", "summary", "circulation", "wording",
    }
)  # fmt: skip


@operation
def correct(
    *,
    submission: Submission,
    changed: Iterable[str],
    version: int,
    is_checked: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Submission:
    """Save corrected fields of a submission that was read at ``version``; ``is_checked`` confirms it for registering.

    A confirmation is named: who, when. Without text to screen it says that the document holds no State secret
    (law 6). Refuses what somebody changed meanwhile, what is not on the table any more, and confirming a submission
    without a body or a title, or of a committee that did not exist on its day.
    """
    before = lock_unchanged(submission, version=version)
    if before.state not in OPEN:
        raise Refused(_("Hồ sơ này không còn chờ xử lý. Tải lại trang để xem."))
    fields = set(changed) & CORRECTABLE
    if submission.committee_id:
        submission.body_name = ""
    clean_typed(submission)
    submission.corrected_at = now
    saved = fields | {"body_name", "body_kind", "corrected_at"}
    if is_checked:
        _refuse_incomplete(submission)
        refuse_not_in_force(submission.committee, submission.document_on or submission.received_on)
        submission.state = before.state
        submission.checked_by, submission.checked_at = actor, now
        move(submission, SubmissionState.READY)
        saved |= {"checked_by", "checked_at", "state"}
    submission.save(update_fields=saved)
    submission.refresh_from_db(fields=["version"])
    return submission


@operation
def keep_with(
    *,
    submission: Submission,
    main: Submission | None,
    is_checked: bool = False,
    actor: User,
    now: datetime.datetime,
) -> None:
    """Keep a submission as a further file of another one's document, or on its own again (``main`` None).

    On its own it waits for a person again, unless ``is_checked`` says that its fields were confirmed just now.

    Refuses a main one of another workshop, itself, one that is kept with a third, and one that was refused.
    """
    submission = lock(submission)
    if submission.state not in OPEN:
        raise Refused(_("Hồ sơ này không còn chờ xử lý. Tải lại trang để xem."))
    if main is not None:
        main = lock(main)
        is_possible = (
            main.pk != submission.pk
            and main.batch.workshop_id == submission.batch.workshop_id
            and main.attaches_to_id is None
            and main.state in OPEN | {SubmissionState.ACCEPTED}
            and not submission.annexes.exists()
        )
        if not is_possible:
            raise Refused(
                _(
                    "Không ghép được vào hồ sơ đã chọn. Chọn một hồ sơ chính còn chờ hoặc đã vào sổ của hội thảo này."
                ),
                field="attaches_to",
            )
    submission.attaches_to = main
    submission.checked_by, submission.checked_at = actor, now
    move(submission, SubmissionState.READY if main or is_checked else SubmissionState.DOUBTFUL)
    submission.save(update_fields=["attaches_to", "checked_by", "checked_at", "state"])


@operation
def mark_replacement(
    *, submission: Submission, earlier: Contribution | None, actor: User, now: datetime.datetime
) -> None:
    """Say that a submission is a later version of a registered document, or that it is not (``earlier`` None).

    Refuses a document of another workshop and one that does not stand.
    """
    submission = lock(submission)
    if submission.state not in OPEN:
        raise Refused(_("Hồ sơ này không còn chờ xử lý. Tải lại trang để xem."))
    if earlier is not None and (
        earlier.workshop_id != submission.batch.workshop_id or earlier.state != ContributionState.REGISTERED
    ):
        raise Refused(
            _("Chỉ thay được văn bản đang có hiệu lực trong sổ của hội thảo này."), field="replaces"
        )
    submission.replaces = earlier
    submission.save(update_fields=["replaces"])


def _refuse_incomplete(submission: Submission) -> None:
    if submission.committee_id is None and not submission.body_name:
        raise Refused(_("Chọn cấp ủy, hoặc ghi tên cơ quan, cá nhân gửi."), field="committee")
    if not submission.title:
        raise Refused(_("Ghi trích yếu hoặc tên tham luận."), field="title")
