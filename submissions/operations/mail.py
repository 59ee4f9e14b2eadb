"""Writes on what the mailbox brings: a mail becomes a batch of its own, once; how far a folder was read."""

from __future__ import annotations

import datetime
import hashlib
from email.parser import BytesHeaderParser
from email.policy import default as modern

from proceedings.models import User, Workshop
from proceedings.operations.recording import operation
from proceedings.text.cleaning import clean_line
from submissions import spool
from submissions.models import Batch, Mailbox
from submissions.operations import receiving
from submissions.readers.document import Problem
from submissions.vocabulary import Source

#: How much of a mail's subject becomes its name here.
LONGEST_SUBJECT = 120
#: Headers longer than this are not searched for a subject or an identity.
MOST_OF_HEADERS = 256 * 1024


@operation
def begin_round(
    *, workshop: Workshop, folder: str, uidvalidity: int, actor: User, now: datetime.datetime
) -> Mailbox:
    """Return the row of a folder, ready to be read on; read it from the beginning where its numbers were made anew."""
    Mailbox.objects.get_or_create(workshop=workshop, folder=folder)
    mailbox = Mailbox.objects.select_for_update().get(workshop=workshop, folder=folder)
    if mailbox.uidvalidity != uidvalidity:
        mailbox.uidvalidity, mailbox.last_uid = uidvalidity, 0
        mailbox.save(update_fields=["uidvalidity", "last_uid"])
    return mailbox


@operation
def take_in(
    *, mailbox: Mailbox, uid: int, content: bytes, actor: User, now: datetime.datetime
) -> Batch | None:
    """Take one mail in, to be read in the background; None where this number was taken in before.

    The same mail found again (moved, or numbered anew) is the same batch: what makes it the same are its Message-ID and
    its body together, because an identity alone is the sender's to choose, and no mail may hide another one. Empty
    ``content`` stands for a mail over the limit: it is noted as refused. The folder counts as read up to this mail in
    the same transaction. Refuses what :func:`submissions.operations.receiving.open_batch` refuses.
    """
    locked = Mailbox.objects.select_for_update().select_related("workshop").get(pk=mailbox.pk)
    if uid <= locked.last_uid:
        return None
    batch = receiving.open_batch(
        workshop=locked.workshop,
        source=Source.MAILBOX,
        idempotency_key=_key_of(content) if content else f"mail:{locked.uidvalidity}:{uid}",
        actor=actor,
        now=now,
    )
    if not batch.submissions.exists():
        _receive(batch, uid, content, actor=actor, now=now)
    locked.last_uid = uid
    locked.save(update_fields=["last_uid"])
    return batch


@operation
def end_round(
    *, workshop: Workshop, folder: str, error: str = "", actor: User, now: datetime.datetime
) -> None:
    """Note when a folder was looked into, and what went wrong."""
    Mailbox.objects.update_or_create(
        workshop=workshop, folder=folder, defaults={"checked_at": now, "last_error": error[:500]}
    )


def _receive(batch: Batch, uid: int, content: bytes, *, actor: User, now: datetime.datetime) -> None:
    if content:
        spooled = spool.take_in([content], limit=max(spool.LARGEST, len(content)))
        try:
            receiving.receive(batch=batch, name=_name_of(content, uid), spooled=spooled, actor=actor, now=now)
        except BaseException:
            spool.discard(spooled.name)
            raise
    else:
        receiving.receive_unread(
            batch=batch, name=f"thu-{uid}.eml", size=0, problem=Problem.TOO_LARGE, values={}, is_unsafe=False,
            actor=actor, now=now,
        )  # fmt: skip


def _key_of(content: bytes) -> str:
    head, body = _parted(content)
    identity = _header(head, "Message-ID")
    digest = hashlib.sha256(b"\0".join((identity.encode(errors="replace"), body))).hexdigest()
    return f"mail:{digest[:60]}"


def _name_of(content: bytes, uid: int) -> str:
    subject = clean_line(_header(_parted(content)[0], "Subject"), limit=MOST_OF_HEADERS).text
    name = " ".join(subject.replace("/", "-").replace("\\", "-").split())[:LONGEST_SUBJECT]
    return f"{name or f'thu-{uid}'}.eml"


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """Return headers and body; the headers differ by the road that a mail took, the body does not."""
    for gap in (b"\r\n\r\n", b"\n\n"):
        head, found, body = content.partition(gap)
        if found:
            return head[:MOST_OF_HEADERS], body
    return content[:MOST_OF_HEADERS], b""


def _header(head: bytes, name: str) -> str:
    """Return a header as text, empty where it is missing or beyond reading."""
    try:
        value = BytesHeaderParser(policy=modern).parsebytes(head + b"\r\n\r\n")[name]
        return str(value or "").strip()
    except Exception:  # the standard parser raises many kinds on what senders make up
        return ""
