"""Writes on what a person decides: accept, refuse, reconsider, undo."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proceedings.models import Contribution, User
from proceedings.operations import attachments, contributions, replacements
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused, within_limit
from proceedings.text.cleaning import clean_line
from proceedings.vocabulary import BodyKind, Circulation, ContributionForm
from submissions.models import Submission
from submissions.operations.moves import lock, move
from submissions.vocabulary import OPEN, Refusal, SubmissionState

#: The fields of a submission that become the contribution's own.
FIELDS = (
    "committee", "body_kind", "body_name", "author_name", "signer_name", "signer_post", "symbol", "document_on",
    "received_on", "form", "stance", "theme", "title", "summary", "circulation",
)  # fmt: skip


@operation
def accept(*, submission: Submission, actor: User, now: datetime.datetime) -> Contribution:
    """Register a submission under the next number, with its file; its own transaction (law 2).

    Accepting it again returns the contribution of the first time (law 10). A submission that is kept with another one
    becomes a further file of that one's contribution; one that replaces an earlier version marks it as replaced.
    Refuses what still waits for a person, and what the registry refuses.
    """
    submission = lock(submission)
    if submission.state == SubmissionState.ACCEPTED and submission.contribution is not None:
        return submission.contribution
    _refuse_unready(submission)
    contribution = (
        _annexed_to(submission) if submission.attaches_to_id else _registered(submission, actor, now)
    )
    _attach(submission, contribution, actor=actor, now=now)
    submission.contribution = contribution
    submission.decided_by, submission.decided_at = actor, now
    move(submission, SubmissionState.ACCEPTED)
    submission.save(update_fields=["contribution", "decided_by", "decided_at", "state"])
    return contribution


@operation
def refuse(*, submission: Submission, reason: str, actor: User, now: datetime.datetime) -> None:
    """Refuse a submission for a reason that the sender is told; its file stays as evidence. Refuses an empty reason."""
    submission = lock(submission)
    reason = within_limit(clean_line, reason, field="reason")
    if not reason:
        raise Refused(_("Ghi lý do không nhận: lý do được in trong thư trả lời nơi gửi."), field="reason")
    _refuse_closed(submission)
    submission.refusal, submission.refusal_note = Refusal.BY_PERSON, reason
    submission.decided_by, submission.decided_at = actor, now
    move(submission, SubmissionState.REFUSED)
    submission.save(update_fields=["refusal", "refusal_note", "decided_by", "decided_at", "state"])


@operation
def reconsider(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Put what a person refused back on the table. Refuses what the machine refused: its file is not there any more."""
    submission = lock(submission)
    if submission.refusal != Refusal.BY_PERSON:
        raise Refused(_("Tệp này không còn được giữ. Đề nghị nơi gửi gửi lại tệp."))
    submission.refusal, submission.refusal_note = "", ""
    submission.decided_by, submission.decided_at = None, None
    move(submission, SubmissionState.DOUBTFUL)
    submission.save(update_fields=["refusal", "refusal_note", "decided_by", "decided_at", "state"])


@operation
def undo(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Take a registration back within a day: the number stays as void, the submission is on the table again.

    Refuses after a day, and for a file that was added to another document's number: a kept file is never removed.
    """
    submission = lock(submission)
    if not submission.may_be_undone(now) or submission.contribution is None:
        raise Refused(
            _(
                "Chỉ hoàn tác được trong một ngày sau khi vào sổ. Nếu cần, hủy số trong sổ văn bản và ghi rõ lý do."
            )
        )
    if submission.attaches_to_id:
        raise Refused(
            _("Tệp đã đính kèm số %(number)s và được giữ nguyên ở đó; nếu sai, hủy số ấy và vào sổ lại."),
            number=submission.contribution.number,
        )
    reason = gettext("Hoàn tác việc tiếp nhận lúc %(at)s") % {
        "at": f"{timezone.localtime(now):%H:%M %d/%m/%Y}"
    }
    contributions.void(contribution=submission.contribution, reason=reason, actor=actor, now=now)
    submission.contribution = None
    submission.undone_count += 1
    submission.decided_by, submission.decided_at = None, None
    move(submission, SubmissionState.READY)
    submission.save(update_fields=["contribution", "undone_count", "decided_by", "decided_at", "state"])


def _registered(submission: Submission, actor: User, now: datetime.datetime) -> Contribution:
    fields: dict[str, Any] = {name: getattr(submission, name) for name in FIELDS}
    fields |= {
        "text": submission.registered_text,
        "idempotency_key": f"submission:{submission.pk}:{submission.undone_count}",
    }
    if fields["committee"] is not None:
        fields |= {"body_kind": BodyKind.COMMITTEE, "body_name": ""}
    if submission.replaces is not None:
        for name, untouched in (("form", ContributionForm.WRITTEN), ("circulation", Circulation.DELEGATES)):
            if fields[name] == untouched:  # it is the earlier version's
                del fields[name]
        return replacements.replace(earlier=submission.replaces, actor=actor, now=now, **fields)
    return contributions.register(workshop=submission.batch.workshop, actor=actor, now=now, **fields)


def _annexed_to(submission: Submission) -> Contribution:
    main = submission.attaches_to
    if main is None or main.contribution is None:
        raise Refused(
            _("Hồ sơ chính “%(name)s” chưa vào sổ. Vào sổ hồ sơ chính trước, hoặc tách hồ sơ này ra."),
            name=str(main),
            field="attaches_to",
        )
    return main.contribution


def _attach(
    submission: Submission, contribution: Contribution, *, actor: User, now: datetime.datetime
) -> None:
    if submission.file is None:
        return
    with submission.file.file.open("rb") as content:
        attachments.attach(
            contribution=contribution,
            name=submission.file.name,
            content=content.read(),
            media_type=submission.file.media_type,
            actor=actor,
            now=now,
        )


def _refuse_unready(submission: Submission) -> None:
    if submission.state == SubmissionState.DOUBTFUL:
        raise Refused(
            _("Hồ sơ “%(name)s” còn chỗ cần xem lại. Mở hồ sơ, kiểm tra rồi xác nhận."), name=submission.name
        )
    _refuse_closed(submission)


def _refuse_closed(submission: Submission) -> None:
    if submission.state not in OPEN:
        raise Refused(
            _("Hồ sơ “%(name)s” đang ở trạng thái “%(state)s”. Tải lại trang để xem."),
            name=submission.name,
            state=SubmissionState(submission.state).label,
        )
