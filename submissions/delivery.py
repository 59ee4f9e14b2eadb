"""Delivering files of this machine through the door, read in the foreground: what ``receive`` does."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from proceedings.models import User, Workshop
from proceedings.operations.refusals import Refused
from submissions import outcomes, pickup, spool
from submissions.models import Batch, Submission
from submissions.operations import deciding, receiving
from submissions.tasks import read_now
from submissions.vocabulary import UNDER_WAY, Refusal, Source, SubmissionState

#: Files read side by side: reading is work of child processes.
SIDE_BY_SIDE = 2
#: Files of an office's computer that are nobody's documents.
LEFT_OUT = ("~$", ".", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: accepted | waiting | known | refused, with its number, the reason and the remedy."""

    file: str
    state: str
    number: int | None = None
    reason: str = ""
    remedy: str = ""


def deliver(
    workshop: Workshop,
    paths: Iterable[Path],
    *,
    is_accepting: bool,
    actor: User,
    now: datetime.datetime,
    source: Source = Source.COMMAND,
) -> Iterator[Outcome]:
    """Take files and folders in, read them, register what is ready where that is asked for; yield what became of each.

    One bad file never stops the others. Files of a folder come in the order of their names. Raises :class:`Refused`
    where the workshop takes nothing.
    """
    batch = receiving.open_batch(
        workshop=workshop, source=source, idempotency_key=uuid.uuid4().hex, actor=actor, now=now
    )
    for path, name in _files(paths):
        arrived = _take_in(batch, path, name, actor=actor, now=now)
        if isinstance(arrived, Outcome):
            yield arrived
    yield from read_through(batch, is_accepting=is_accepting, actor=actor)


def deliver_mail(*, is_accepting: bool, actor: User, now: datetime.datetime) -> Iterator[Outcome]:
    """Pick up what the mailboxes of the settings have got, and do with it as :func:`deliver` does with files.

    Where a mailbox cannot be read, that is one refused outcome under the name of its folder.
    """
    for round_ in pickup.pick_up():
        if round_.error:
            yield Outcome(
                round_.folder, "refused", reason=round_.error, remedy=_("Xem KYYEU_IMAP_URL rồi chạy lại.")
            )
    for batch in Batch.objects.filter(source=Source.MAILBOX, received_at__gte=now).order_by("pk"):
        yield from read_through(batch, is_accepting=is_accepting, actor=actor)


def read_through(batch: Batch, *, is_accepting: bool, actor: User) -> Iterator[Outcome]:
    """Read all that waits in a batch, register what is ready where that is asked for; yield what became of each."""
    _read_all(batch)
    for submission in batch.submissions.for_table().filter(container=None):
        yield from _outcomes(submission, is_accepting=is_accepting, actor=actor)


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if not _is_folder(path):
            yield path, path.name
            continue
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and not inner.name.startswith(LEFT_OUT):
                yield inner, str(inner.relative_to(path))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or none at all
        return False


def _take_in(
    batch: Batch, path: Path, name: str, *, actor: User, now: datetime.datetime
) -> Submission | Outcome:
    try:
        spooled = spool.take_in_file(path)
        return receiving.receive(
            batch=batch, name=name, spooled=spooled, is_read_here=True, actor=actor, now=now
        )
    except spool.TooLarge:
        return Outcome(
            name,
            "refused",
            reason=_("Tệp lớn hơn 50 MB."),
            remedy=_("Chia thành nhiều tệp nhỏ hơn rồi gửi lại."),
        )
    except (OSError, ValueError) as error:
        return Outcome(
            name,
            "refused",
            reason=_("Không đọc được tệp trên máy này: %s.") % (getattr(error, "strerror", None) or error),
            remedy=_("Kiểm tra đường dẫn, quyền đọc và dung lượng đĩa rồi chạy lại."),
        )


def _read_all(batch: Batch) -> None:
    """Read what waits in a batch, members of archives too, and what an interrupted run has left waiting."""
    while waiting := list(_waiting(batch)):
        if connection.in_atomic_block:  # a test's transaction is seen by no other thread
            for submission_id in waiting:
                read_now(submission_id)
            continue
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            list(pool.map(_read_and_disconnect, waiting))


def _read_and_disconnect(submission_id: int) -> None:
    try:
        read_now(submission_id)
    finally:
        connection.close()


def _waiting(batch: Batch) -> Iterator[int]:
    yield from batch.submissions.under_way().in_order().values_list("pk", flat=True)
    again = batch.submissions.filter(refusal=Refusal.RECEIVED, attaches_to__state__in=UNDER_WAY)
    yield from Submission.objects.filter(pk__in=again.values("attaches_to")).values_list("pk", flat=True)


def _outcomes(submission: Submission, *, is_accepting: bool, actor: User) -> Iterator[Outcome]:
    if submission.state == SubmissionState.OPENED:
        for member in submission.members.for_table():
            yield from _outcomes(member, is_accepting=is_accepting, actor=actor)
        return
    if is_accepting and submission.state == SubmissionState.READY:
        try:
            deciding.accept(submission=submission, actor=actor, now=timezone.now())
        except Refused as refusal:
            yield Outcome(submission.name, "waiting", reason=str(refusal))
            return
        submission = Submission.objects.for_table().get(pk=submission.pk)
    if submission.refusal == Refusal.RECEIVED:  # the other one may have got its number just now
        submission = Submission.objects.for_table().get(pk=submission.pk)
    yield _outcome(submission)


def _outcome(submission: Submission) -> Outcome:
    reason, remedy = outcomes.words_of(submission)
    name = submission.name or _("(không giữ tên tệp)")
    if submission.state == SubmissionState.ACCEPTED and submission.contribution is not None:
        return Outcome(name, "accepted", submission.contribution.number)
    if submission.refusal in {Refusal.KNOWN, Refusal.RECEIVED}:
        known = submission.known_as or (submission.attaches_to and submission.attaches_to.contribution)
        return Outcome(name, "known", known.number if known else None, reason, remedy)
    if submission.state == SubmissionState.REFUSED:
        return Outcome(name, "refused", None, reason, remedy)
    return Outcome(name, "waiting", None, reason, remedy)
