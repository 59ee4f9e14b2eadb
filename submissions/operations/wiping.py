"""Taking a secret away: neither file, title nor text is kept, only the time, the user and the reason (law 6)."""

from __future__ import annotations

import datetime

import pgtrigger
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from proceedings.models import User
from proceedings.operations.recording import operation
from proceedings.operations.refusals import Refused
from proceedings.queries.kept_files import is_kept
from submissions import spool
from submissions.models import ReceivedFile, Submission, Workbook
from submissions.operations.moves import lock
from submissions.vocabulary import Refusal, SubmissionState

#: What a wiped submission holds in each of its fields that had content.
_NOTHING = {
    "name": "", "spool": "", "sha256": "", "size": 0, "kind": "", "file": None, "problem": "", "problem_values": {},
    "committee": None, "body_kind": "committee", "body_name": "", "author_name": "", "signer_name": "",
    "signer_post": "", "symbol": "", "document_on": None, "title": "", "summary": "", "text": "",
    "original_text": "", "marked_text": "", "found": {}, "flags": [], "facts": {}, "fingerprint": [],
    "refusal_note": "", "replaces": None, "known_as": None, "attaches_to": None,
}  # fmt: skip


@operation
def take_away(*, submission: Submission, actor: User, now: datetime.datetime) -> None:
    """Wipe a submission in which a person found a secret, with the mail or archive that it came in.

    Refuses one that is in the registry: void its number first.
    """
    submission = lock(submission)
    if submission.state == SubmissionState.ACCEPTED or "imported" in submission.facts:
        raise Refused(
            _("Hồ sơ đã vào sổ. Hoàn tác việc vào sổ trước, rồi báo văn thư, cơ yếu và xóa hồ sơ này.")
        )
    container = submission.container
    wipe(submission, actor=actor, now=now)
    while container is not None:
        forget_file(container)
        container = container.container


def wipe(submission: Submission, *, actor: User, now: datetime.datetime) -> None:
    """Refuse a submission for secrecy and leave nothing of it; saves it, a new one too."""
    spooled, file = submission.spool, submission.file
    for name, value in _NOTHING.items():
        setattr(submission, name, value)
    submission.state, submission.refusal = SubmissionState.REFUSED, Refusal.SECRECY
    submission.decided_by, submission.decided_at = actor, now
    submission.save()
    Workbook.objects.filter(submission=submission).delete()
    spool.discard(spooled)  # at once: a secret must not outlive a crash
    if file is not None:
        _delete(file)


def forget_file(submission: Submission) -> None:
    """Let go of the file of a mail or archive in which a secret was; its row stays, for what else came in it."""
    spooled, file = submission.spool, submission.file
    submission.spool, submission.file, submission.sha256, submission.name = "", None, "", ""
    submission.facts, submission.text = {}, ""
    submission.save(update_fields=["spool", "file", "sha256", "name", "facts", "text"])
    spool.discard(spooled)  # at once: a secret must not outlive a crash
    if file is not None:
        _delete(file)


def _delete(file: ReceivedFile) -> None:
    """Delete a received file: the one case in which its guard stands aside."""
    path = file.file.name or ""
    with pgtrigger.ignore("submissions.ReceivedFile:never_changes"):
        file.delete()
    kept = is_kept(path) or ReceivedFile.objects.filter(file=path).exists()
    if path and not kept:
        transaction.on_commit(lambda: default_storage.delete(path))
