"""What a person may do with a submission that is, or may be, the same as another document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from proceedings.models import Contribution
from proceedings.vocabulary import ContributionState
from submissions.models import Submission
from submissions.vocabulary import OPEN, SubmissionState

REPLACE, KEEP, REFUSE, ALONE = "replace", "keep", "refuse", "alone"


@dataclass(frozen=True)
class Twin:
    """One choice: replace an earlier version, keep with its file, refuse as the same, or let it stand alone."""

    key: str
    verb: str
    words: str
    is_current: bool = False
    earlier: Contribution | None = None
    main: Submission | None = None
    reason: str = ""


def twins_of(submission: Submission) -> list[Twin]:
    """Return the choices there are; none where nothing looks like this document and it is kept with no other."""
    choices = [*_registered(submission), *_waiting(submission)]
    if not choices:
        return []
    is_settled = submission.checked_at is not None
    is_alone = is_settled and submission.replaces_id is None and submission.attaches_to_id is None
    return [*choices, Twin(ALONE, ALONE, _("Là văn bản khác, vào sổ riêng"), is_alone)]


def _registered(submission: Submission) -> Iterator[Twin]:
    known = submission.replaces or submission.known_as
    if known is None or known.state != ContributionState.REGISTERED:
        return
    number = {"number": known.number}
    yield Twin(
        f"{REPLACE}-{known.pk}",
        REPLACE,
        _("Thay cho văn bản số %(number)s: số cũ giữ nguyên, ghi “đã có bản thay thế”") % number,
        is_current=submission.replaces_id == known.pk,
        earlier=known,
    )
    main = known.submissions.filter(attaches_to=None, state=SubmissionState.ACCEPTED).first()
    if main is not None:
        yield _keep(submission, main, _("Giữ làm tệp kèm theo của văn bản số %(number)s") % number)
    yield Twin(
        f"{REFUSE}-{known.pk}",
        REFUSE,
        _("Không nhận vì trùng với văn bản số %(number)s") % number,
        reason=_("Trùng với văn bản đã vào sổ số %(number)s.") % number,
    )


def _waiting(submission: Submission) -> Iterator[Twin]:
    asked = {
        int(flag["values"]["submission"])
        for flag in submission.flags
        if flag["code"] == "same_text_waiting" and "submission" in flag["values"]
    }
    if submission.attaches_to_id:
        asked.add(submission.attaches_to_id)
    rows = Submission.objects.in_workshop(submission.batch.workshop).filter(pk__in=asked) if asked else ()
    for row in rows:
        is_main = row.state in OPEN and row.attaches_to_id is None
        if is_main or row.pk == submission.attaches_to_id:
            name = {"name": str(row)}
            yield _keep(submission, row, _("Giữ làm tệp kèm theo của hồ sơ “%(name)s”") % name)
            yield Twin(
                f"{REFUSE}-with-{row.pk}",
                REFUSE,
                _("Không nhận vì trùng với hồ sơ “%(name)s”") % name,
                reason=_("Trùng với tệp “%(name)s” đã nhận.") % name,
            )


def _keep(submission: Submission, main: Submission, words: str) -> Twin:
    is_current = submission.attaches_to_id == main.pk
    return Twin(f"{KEEP}-{main.pk}", KEEP, words, is_current, main=main)
