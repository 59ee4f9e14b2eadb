"""Writes of a committee on its own page: correct what was read, take a file back, confirm that it hands all this in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from proceedings.models import User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from submissions import spool
from submissions.models import Batch, Submission
from submissions.operations import correcting
from submissions.operations.examining import settle_container
from submissions.operations.moves import lock, move
from submissions.screening.flags import Severity
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, SubmissionState

#: What the sender may correct: what stands on the document. Who sent it is known, how it is filed is the office's.
BY_SENDER = frozenset({"symbol", "document_on", "title", "form", "signer_name", "signer_post"})

#: The doubt that a corrected field settles.
_SETTLES = {"symbol": "no_symbol", "document_on": "no_date", "title": "no_title"}


@operation
def confirm(*, batch: Batch, actor: User, now: datetime.datetime) -> Batch:
    """Hand a batch in: from now on its sender changes nothing more, and it has a receipt with the next number.

    Receipt numbers are per workshop and without a gap: they are issued under a lock of the workshop's row, inside this
    transaction (law 2). Confirming again returns the batch as it is (law 10). Refuses a batch of no committee, one
    that was stopped, one in which something is still being read, and one that holds nothing that could be received.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.confirmed_at is not None:
        return batch
    _refuse_unconfirmable(batch)
    workshop = Workshop.objects.select_for_update(no_key=True).get(pk=batch.workshop_id)
    last = workshop.batches.aggregate(last=Max("receipt_number"))["last"] or 0
    batch.receipt_number, batch.confirmed_at = int(last) + 1, now
    batch.save(update_fields=["receipt_number", "confirmed_at"])
    for submission in batch.submissions.select_for_update(of=("self",)).filter(state__in=OPEN):
        _mark_confirmed(submission)
    return batch


@operation
def correct(
    *, submission: Submission, changed: Iterable[str], version: int, actor: User, now: datetime.datetime
) -> Submission:
    """Save what the sender corrected before confirming; the secretariat looks at it before it is registered.

    The doubts that it settles go, and each corrected field is marked as the sender's word. Refuses what
    :func:`submissions.operations.correcting.correct` refuses, and a batch that was confirmed.
    """
    _lock_unconfirmed(submission)
    fields = sorted(set(changed) & BY_SENDER)
    submission = correcting.correct(
        submission=submission, changed=fields, version=version, actor=actor, now=now
    )
    if fields:
        submission.flags = _marked(submission, fields)
        if submission.state == SubmissionState.READY:
            move(submission, SubmissionState.DOUBTFUL)
        submission.save(update_fields=["flags", "state"])
        submission.refresh_from_db(fields=["version"])
    return submission


@operation
def withdraw(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Take a file back before confirming, with all that lies in it; once more changes nothing.

    The row stays, refused as withdrawn, and so do bytes that were screened and kept (law 1). Refuses a batch that was
    confirmed, and a file that the secretariat has registered already.
    """
    _lock_unconfirmed(submission)
    submission = lock(submission)
    if submission.state == SubmissionState.ACCEPTED:
        raise Refused(
            _("Ban Thư ký đã vào sổ tệp này nên không rút lại được nữa. Liên hệ Ban Thư ký nếu cần.")
        )
    _withdraw(submission, actor=actor, now=now)
    settle_container(submission if submission.state == SubmissionState.OPENED else submission.container)


def _withdraw(submission: Submission, *, actor: User, now: datetime.datetime) -> None:
    if submission.state in OPEN | UNDER_WAY:
        spool.discard_after_commit(submission.spool)
        submission.spool, submission.refusal = "", Refusal.WITHDRAWN
        submission.decided_by, submission.decided_at = actor, now
        move(submission, SubmissionState.REFUSED)
        submission.save(update_fields=["spool", "refusal", "decided_by", "decided_at", "state"])
    for member in submission.members.select_for_update(of=("self",)):
        _withdraw(member, actor=actor, now=now)


def _mark_confirmed(submission: Submission) -> None:
    """Let go of the doubt that a file was not handed in; one without any other is ready for the registry."""
    submission.flags = [flag for flag in submission.flags if flag["code"] != "unconfirmed"]
    has_doubts = any(flag["severity"] != Severity.NOTICE for flag in submission.flags)
    if submission.state == SubmissionState.DOUBTFUL and not has_doubts and not submission.problem:
        move(submission, SubmissionState.READY)
    submission.save(update_fields=["flags", "state"])


def _lock_unconfirmed(submission: Submission) -> None:
    batch = Batch.objects.select_for_update().get(pk=submission.batch_id)
    if batch.confirmed_at is not None:
        raise Refused(
            _(
                "Đợt này đã xác nhận gửi nên không sửa, không rút được nữa. Nếu cần, gửi bản thay thế trong một đợt "
                "mới, hoặc liên hệ Ban Thư ký."
            )
        )


def _refuse_unconfirmable(batch: Batch) -> None:
    if batch.committee_id is None or batch.cancelled_at is not None:
        raise Refused(_("Đợt này không xác nhận được nữa. Chọn lại tệp để gửi một đợt mới."))
    if waiting := batch.submissions.under_way().count():
        raise Refused(_("Còn %(count)s tệp đang đọc. Chờ đọc xong, xem lại rồi xác nhận gửi."), count=waiting)
    if not batch.submissions.filter(state__in=OPEN | {SubmissionState.ACCEPTED}).exists():
        raise Refused(_("Chưa có tệp nào nhận được nên chưa có gì để xác nhận. Thêm tệp rồi xác nhận."))


def _marked(submission: Submission, fields: list[str]) -> list[dict[str, object]]:
    settled = {_SETTLES[name] for name in fields if name in _SETTLES and getattr(submission, name)}
    kept = [
        flag
        for flag in submission.flags
        if flag["code"] not in settled
        and not (flag["code"] in {"unsure", "corrected"} and flag["values"].get("field") in fields)
    ]
    marks = [{"code": "corrected", "severity": Severity.PERSON, "values": {"field": name}} for name in fields]
    return [*kept, *marks]
