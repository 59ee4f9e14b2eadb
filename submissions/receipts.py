"""Phiếu tiếp nhận: what a committee holds in hand once it has handed a batch in, as it stood then."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from submissions.committee_words import refusal_of
from submissions.models import Batch, Submission
from submissions.vocabulary import Refusal, SubmissionState


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """A file that was received: its place, name, size in words, and its SHA-256 in eight groups of eight digits."""

    place: str
    name: str
    size: str
    hash: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A file that was not received, and why."""

    place: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says. ``check`` is a short hash of all of it, printed on the paper and shown on the page."""

    batch: Batch
    received: tuple[ReceivedLine, ...]
    refused: tuple[RefusedLine, ...]

    @property
    def check(self) -> str:
        """Return sixteen digits in groups of four: the beginning of the SHA-256 of number, sender, time and hashes."""
        batch = self.batch
        facts = [
            batch.workshop.slug,
            batch.receipt_number,
            batch.committee.slug if batch.committee else "",
            batch.confirmed_at.astimezone(datetime.UTC).isoformat() if batch.confirmed_at else "",
            [(line.name, "".join(line.hash)) for line in self.received],
            [line.name for line in self.refused],
        ]
        digest = hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
        return " ".join(_groups(digest[:16], 4))


def receipt_of(batch: Batch) -> Receipt:
    """Return the receipt of a batch that was handed in, as things stood when its sender confirmed it.

    Only what never changes afterwards is on it: names, sizes, hashes, and what had been refused by then. The one
    exception is what was taken away for secrecy since: it has no name here either (law 6).
    """
    submissions = list(
        batch.submissions.exclude(refusal=Refusal.WITHDRAWN).select_related("known_as").in_order()
    )
    refused = [submission for submission in submissions if _was_refused(submission, batch)]
    received = [submission for submission in submissions if submission not in refused]
    return Receipt(
        batch,
        tuple(_received(place, submission) for place, submission in enumerate(received, start=1)),
        tuple(
            RefusedLine(str(place), _name(submission), " ".join(filter(None, refusal_of(submission))))
            for place, submission in enumerate(refused, start=1)
        ),
    )


def _was_refused(submission: Submission, batch: Batch) -> bool:
    """Tell whether a file was refused before confirming: by the machine always, by a person if the time says so."""
    if submission.state != SubmissionState.REFUSED:
        return False
    if submission.refusal != Refusal.BY_PERSON:
        return True
    decided_at, confirmed_at = submission.decided_at, batch.confirmed_at
    return decided_at is not None and confirmed_at is not None and decided_at <= confirmed_at


def _received(place: int, submission: Submission) -> ReceivedLine:
    size = filesizeformat(submission.size).replace("\xa0", " ") if submission.sha256 else "–"
    return ReceivedLine(str(place), _name(submission), size, tuple(_groups(submission.sha256, 8)))


def _name(submission: Submission) -> str:
    return submission.name or _("(không giữ tên tệp)")


def _groups(digits: str, width: int) -> Iterator[str]:
    for start in range(0, len(digits), width):
        yield digits[start : start + width]
