"""Writes on what arrives: open a batch, take a file in, stop a batch."""

from __future__ import annotations

import datetime

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from proceedings.models import Attachment, Committee, Contribution, User, Workshop
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.text.cleaning import clean_line
from proceedings.vocabulary import ContributionState, WorkshopStage
from submissions import spool
from submissions.models import Batch, Submission, UploadLink
from submissions.operations.moves import move
from submissions.operations.wiping import wipe
from submissions.screening.secrecy import find_mark
from submissions.spool import Spooled
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, Source, SubmissionState

#: How many files one batch may hold: an archive of 2,000 and what comes beside it.
LARGEST_BATCH = 5_000
LONGEST_NAME = 500
#: When the background looks after a file that somebody else was going to read.
SAFETY = datetime.timedelta(minutes=10)


@operation
def open_batch(
    *,
    workshop: Workshop,
    source: Source,
    idempotency_key: str,
    link: UploadLink | None = None,
    committee: Committee | None = None,
    actor: User,
    now: datetime.datetime,
) -> Batch:
    """Begin a batch, or return the one that was begun with this key (law 10).

    ``committee`` is the one that hands it in on its own page; a link says so by itself.

    Refuses a cancelled workshop, and a key of a batch that was stopped.
    """
    if workshop.stage == WorkshopStage.CANCELLED:
        raise Refused(_("Hội thảo đã hủy nên không nhận thêm văn bản."), field="workshop")
    batch, _created = Batch.objects.get_or_create(
        workshop=workshop,
        idempotency_key=idempotency_key,
        defaults={
            "source": source,
            "link": link,
            "committee": link.committee if link else committee,
            "received_by": actor,
            "received_at": now,
        },
    )
    _refuse_stopped(batch)
    return batch


@operation
def receive(
    *,
    batch: Batch,
    name: str,
    spooled: Spooled,
    container: Submission | None = None,
    is_read_here: bool = False,
    actor: User,
    now: datetime.datetime,
) -> Submission:
    """Take one spooled file into a batch, to be read in the background; the same file sent again is the same row.

    With ``is_read_here`` the caller reads it; should the caller die, the background takes it up later.

    A file that the registry has already, or that waits in another row, is refused with its number; a name that says
    that the file is secret is refused without being kept (law 6). In all these cases the spooled bytes are wiped.
    A committee is told only of what is its own: a file that it shares with others is read. Refuses a batch that was
    stopped or confirmed, and one that is full.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    _refuse_stopped(batch)
    name = _clean_name(name)
    same = batch.submissions.filter(name=name, sha256=spooled.sha256, container=container)
    again = same.exclude(refusal=Refusal.WITHDRAWN).first()
    if again is not None and name:
        spool.discard_after_commit(spooled.name)
        return again
    _refuse_confirmed(batch)
    submission = Submission(
        batch=batch,
        container=container,
        position=_next_position(batch),
        name=name,
        spool=spooled.name,
        sha256=spooled.sha256,
        size=spooled.size,
        received_on=timezone.localdate(batch.received_at),
    )
    mark = find_mark((), file_name=name)
    if mark is not None and mark.is_certain:
        wipe(submission, actor=actor, now=now)
        return submission
    known = known_contribution(batch.workshop, spooled.sha256, of=batch.committee)
    waiting = None if known else waiting_submission(batch.workshop, spooled.sha256, of=batch.committee)
    if known or waiting:
        spool.discard_after_commit(spooled.name)
        submission.spool = ""
        _refuse_known(submission, known, waiting, actor=actor, now=now)
    submission.save(force_insert=True)
    if submission.state == SubmissionState.WAITING:
        at = now + SAFETY if is_read_here else None
        app.configure_task("read_submission", queue="intake", schedule_at=at).defer(
            submission_id=submission.pk
        )
    return submission


@operation
def receive_unread(
    *,
    batch: Batch,
    name: str,
    container: Submission | None = None,
    size: int,
    problem: str,
    values: dict[str, str | int],
    is_unsafe: bool,
    actor: User,
    now: datetime.datetime,
) -> Submission:
    """Note a file that could not be taken in, or a member that could not be unpacked, refused with its problem.

    Refuses a batch that was confirmed.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    _refuse_confirmed(batch)
    return Submission.objects.create(
        batch=batch,
        container=container,
        position=_next_position(batch),
        name=_clean_name(name),
        size=size,
        state=SubmissionState.REFUSED,
        refusal=Refusal.UNSAFE if is_unsafe else Refusal.UNREADABLE,
        problem=problem,
        problem_values=values,
        received_on=timezone.localdate(batch.received_at),
        decided_by=actor,
        decided_at=now,
    )


@operation
def stop(*, batch: Batch, actor: User, now: datetime.datetime) -> int:
    """Stop a batch: what was not read yet is refused as stopped, what was read stays on the table; return how many."""
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.cancelled_at is None:
        batch.cancelled_at = now
        batch.save(update_fields=["cancelled_at"])
    unread = batch.submissions.filter(state__in=UNDER_WAY, file=None)
    waiting = list(unread.select_for_update(of=("self",)))
    for submission in waiting:
        spool.discard_after_commit(submission.spool)
        submission.spool = ""
        submission.refusal = Refusal.CANCELLED
        submission.decided_by, submission.decided_at = actor, now
        move(submission, SubmissionState.REFUSED)
        submission.save(update_fields=["state", "refusal", "spool", "decided_by", "decided_at"])
    return len(waiting)


def known_contribution(
    workshop: Workshop, sha256: str, *, of: Committee | None = None
) -> Contribution | None:
    """Return the standing contribution of a workshop that a file of these bytes is attached to, or one committee's."""
    attachment = (
        Attachment.objects.select_related("contribution")
        .filter(
            contribution__workshop=workshop,
            sha256=sha256,
            contribution__state__in=(ContributionState.REGISTERED, ContributionState.REPLACED),
        )
        .filter(Q(contribution__committee=of) if of else Q())
        .order_by("contribution__number")
        .first()
    )
    return attachment.contribution if attachment else None


def waiting_submission(workshop: Workshop, sha256: str, *, of: Committee | None = None) -> Submission | None:
    """Return the submission of a workshop, or of one committee, that holds the same bytes and waits to be decided."""
    return (
        Submission.objects.in_workshop(workshop)
        .filter(sha256=sha256, state__in=OPEN | UNDER_WAY)
        .filter(Q(batch__committee=of) | Q(committee=of) if of else Q())
        .order_by("pk")
        .first()
    )


def _refuse_known(
    submission: Submission,
    known: Contribution | None,
    waiting: Submission | None,
    *,
    actor: User,
    now: datetime.datetime,
) -> None:
    submission.state = SubmissionState.REFUSED
    submission.refusal = Refusal.KNOWN if known else Refusal.RECEIVED
    submission.known_as = known
    submission.attaches_to = waiting
    submission.decided_by, submission.decided_at = actor, now


def _refuse_stopped(batch: Batch) -> None:
    if batch.cancelled_at is not None:
        raise Refused(_("Đợt tiếp nhận này đã dừng. Chọn lại tệp để bắt đầu một đợt mới."))


def _refuse_confirmed(batch: Batch) -> None:
    if batch.confirmed_at is not None:
        raise Refused(
            _("Đợt này đã xác nhận gửi nên không thêm tệp được nữa. Gửi tệp mới trong một đợt khác.")
        )


def _next_position(batch: Batch) -> int:
    last = batch.submissions.aggregate(last=Max("position"))["last"] or 0
    if last >= LARGEST_BATCH:
        raise Refused(
            _("Một đợt chỉ nhận tối đa %(count)s tệp. Chia phần còn lại sang đợt khác."), count=LARGEST_BATCH
        )
    return int(last) + 1


def _clean_name(name: str) -> str:
    cleaned = clean_line(name.replace("\\", "/"), limit=max(len(name), 1)).text
    return cleaned[-LONGEST_NAME:]
