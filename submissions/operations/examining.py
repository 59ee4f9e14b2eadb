"""Writes on what was read: begin, open what lies inside, put the findings on the table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import File

from proceedings.models import User
from proceedings.operations.attachments import keep_under_hash
from proceedings.operations.recording import operation
from submissions import spool
from submissions.examination import Examined, letterhead_as_json
from submissions.models import Batch, ReceivedFile, Submission
from submissions.operations import importing, receiving
from submissions.operations.moves import lock, move
from submissions.operations.proposing import propose
from submissions.operations.wiping import forget_file, wipe
from submissions.readers.document import Kind, Problem, ReadDocument, State
from submissions.readers.kinds import media_type_of
from submissions.vocabulary import UNDER_WAY, Refusal, SubmissionState

#: How often a file is tried before it is refused as unreadable: one that takes the worker down is not tried for ever.
MOST_ATTEMPTS = 4
#: How deep mails may lie in mails.
DEEPEST = 4

UNSAFE = frozenset(
    {
        Problem.UNPACKS_TOO_LARGE,
        Problem.TOO_MANY_PARTS,
        Problem.TOO_DEEP,
        Problem.UNSAFE_ARCHIVE,
        Problem.DECLARES_ENTITIES,
        Problem.MISLEADING_TYPE,
    }
)


@operation
def begin(*, submission: Submission, actor: User, now: datetime.datetime) -> bool:
    """Take a submission up for reading; tell whether there is something to read.

    One that was cut off is taken up again, and refused after ``MOST_ATTEMPTS``.
    """
    submission = lock(submission)
    if submission.state not in UNDER_WAY or not submission.spool:
        return False
    submission.attempts += 1
    submission.state = SubmissionState.READING
    submission.save(update_fields=["attempts", "state"])
    if submission.attempts > MOST_ATTEMPTS:
        refuse(
            submission, ReadDocument(Kind.OTHER, State.REFUSED, Problem.READER_FAILED), actor=actor, now=now
        )
        return False
    return True


@operation
def finish(
    *, submission: Submission, examined: Examined, scratch: Path, actor: User, now: datetime.datetime
) -> None:
    """Put what was found on the table, or refuse the file; what was stopped meanwhile stays as it is.

    A secret leaves nothing. The members of an archive or a mail become submissions of their own in the same batch.
    """
    Batch.objects.select_for_update().get(pk=submission.batch_id)
    submission = lock(submission)
    if submission.state != SubmissionState.READING:
        return
    if examined.is_secret:
        wipe(submission, actor=actor, now=now)
    elif examined.document.state == State.REFUSED:
        refuse(submission, examined.document, actor=actor, now=now)
    elif stop := examined.stopping_flag:
        submission.kind, submission.refusal = examined.document.kind, Refusal.UNSAFE
        _let_go(submission, stop.code, stop.values, actor=actor, now=now)
    elif examined.is_container:
        _open(submission, examined.document, scratch, actor=actor, now=now)
    else:
        put_on_table(submission, examined)
        submission.save()
        if examined.document.sheets:
            importing.take_up(submission)
    settle_container(submission.container)


def refuse(submission: Submission, document: ReadDocument, *, actor: User, now: datetime.datetime) -> None:
    """Refuse what the machine cannot take, with the problem that says why and how to mend it; its bytes are wiped."""
    problem = document.problem or Problem.READER_FAILED
    submission.kind = document.kind
    submission.refusal = Refusal.UNSAFE if problem in UNSAFE else Refusal.UNREADABLE
    _let_go(submission, problem, document.values, actor=actor, now=now)


def _let_go(
    submission: Submission, problem: str, values: Mapping[str, Any], *, actor: User, now: datetime.datetime
) -> None:
    spool.discard_after_commit(submission.spool)
    submission.spool = ""
    submission.problem, submission.problem_values = problem, dict(values)
    submission.decided_by, submission.decided_at = actor, now
    move(submission, SubmissionState.REFUSED)
    submission.save()


def settle_container(container: Submission | None) -> None:
    """Keep the mail or archive once all that came in it was read, and let go of it where a secret was in it (law 6)."""
    if container is None:
        return
    container = lock(container)
    if container.state != SubmissionState.OPENED or container.members.under_way().exists():
        return
    if any(member.refusal == Refusal.SECRECY for member in _all_members(container)):
        forget_file(container)
    elif container.spool:
        keep(container)
        container.save(update_fields=["file", "spool"])
    settle_container(container.container)


def keep(submission: Submission) -> None:
    """Move the bytes of a screened submission from the spool to the received files, under their hash; unsaved."""
    path = spool.path_of(submission.spool)
    with path.open("rb") as content:
        stored = keep_under_hash(submission.sha256, File(content), size=submission.size)
    submission.file = ReceivedFile.objects.create(
        batch_id=submission.batch_id,
        file=stored,
        name=submission.name.rsplit("/", 1)[-1][-255:],
        media_type=media_type_of(Kind(submission.kind)),
        size=submission.size,
        sha256=submission.sha256,
    )
    spool.discard_after_commit(submission.spool)
    submission.spool = ""


def _open(
    submission: Submission, document: ReadDocument, scratch: Path, *, actor: User, now: datetime.datetime
) -> None:
    submission.kind = document.kind
    submission.facts = facts_of(document)
    submission.text = document.text
    move(submission, SubmissionState.OPENED)
    submission.save()
    depth = _depth(submission)
    for member in document.members:
        name = f"{submission.name}/{member.name}"
        problem = member.problem or (Problem.TOO_DEEP if depth >= DEEPEST else None)
        if problem is None:
            spooled = spool.take_in_file(scratch / member.path)
            receiving.receive(
                batch=submission.batch, name=name, spooled=spooled, container=submission, actor=actor, now=now
            )
        else:
            receiving.receive_unread(
                batch=submission.batch, name=name, container=submission, size=member.size,
                problem=problem, values=dict(member.values), is_unsafe=problem in UNSAFE, actor=actor, now=now,
            )  # fmt: skip


def put_on_table(submission: Submission, examined: Examined) -> None:
    """Fill a submission with what was read and proposed, and keep its bytes if they are still in the spool; unsaved."""
    document = examined.document
    submission.kind = document.kind
    submission.problem = document.problem or ""
    submission.problem_values = dict(document.values)
    submission.text = document.text
    submission.original_text = "\n".join(document.original)
    submission.marked_text = "\n".join(document.marked)
    submission.facts = facts_of(document)
    submission.found = letterhead_as_json(examined.letterhead)
    submission.flags = [
        {"code": flag.code, "severity": flag.severity, "values": dict(flag.values)} for flag in examined.flags
    ]
    submission.fingerprint = list(examined.fingerprint)
    if submission.spool:
        keep(submission)
    propose(submission, examined)


def facts_of(document: ReadDocument) -> dict[str, Any]:
    """Return what the reader counted, as the table and the page of one submission show it."""
    return {
        "pages": document.pages,
        "encoding": document.encoding,
        "tracked_changes": document.tracked_changes,
        "comments": document.comments,
        "images": document.images,
        "page_confidences": list(document.page_confidences),
        "remarks": [{"code": remark.code, "values": dict(remark.values)} for remark in document.remarks],
        "sheets": [{"name": sheet.name, "rows": len(sheet.rows)} for sheet in document.sheets],
        "sender": document.sender,
        "subject": document.subject,
        "sent_at": document.sent_at,
        "cells": [
            [index, *paragraph.cell]
            for index, paragraph in enumerate(document.paragraphs)
            if paragraph.cell is not None
        ],
        "kinds": {
            str(index): paragraph.kind
            for index, paragraph in enumerate(document.paragraphs)
            if paragraph.kind not in {"body", "cell"}
        },
        "doubtful": [
            [index, start, end]
            for index, paragraph in enumerate(document.paragraphs)
            for start, end in paragraph.doubtful
        ],
    }


def _all_members(container: Submission) -> list[Submission]:
    members = list(container.members.all())
    return members + [inner for member in members for inner in _all_members(member)]


def _depth(submission: Submission) -> int:
    return 0 if submission.container is None else 1 + _depth(submission.container)
