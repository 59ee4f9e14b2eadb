"""The rows of the table: what a person sees of each submission, grouped by what is to be done."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proceedings.models import Workshop
from proceedings.text.sorting import sort_key
from submissions import outcomes
from submissions.models import Submission
from submissions.models.submissions import DAYS_TO_UNDO
from submissions.screening.flags import Severity
from submissions.vocabulary import OPEN, UNDER_WAY, Refusal, SubmissionState

#: Days that what is settled stays in sight; the count at the top has it for ever, and so has the whole list.
DAYS_IN_SIGHT = 7

#: Refusals about which nobody is written to.
_NO_LETTER = frozenset({Refusal.KNOWN, Refusal.RECEIVED, Refusal.CANCELLED, Refusal.WITHDRAWN})
_LAST = "~"
#: The orders that may be asked for (an allow-list); in each, what is missing comes last, and arrival decides.
ORDERS: Mapping[str, tuple[str | Promise, Callable[[Submission], str]]] = {
    "arrival": (gettext_lazy("thứ tự đến"), lambda _row: ""),
    "committee": (gettext_lazy("cơ quan gửi"), lambda row: sort_key(_name(row)) or _LAST),
    "symbol": (gettext_lazy("số, ký hiệu"), lambda row: sort_key(row.symbol) or _LAST),
    "date": (gettext_lazy("ngày văn bản"), lambda row: str(row.document_on or _LAST)),
}


def _name(row: Submission) -> str:
    """Return by what a body stands in its list: a committee by its province, as in the table of committees."""
    return row.committee.name if row.committee else row.body_name


@dataclass(frozen=True)
class Note:
    """One thing to know of a submission, in words."""

    text: str
    todo: str
    is_doubt: bool


@dataclass(frozen=True)
class Row:
    """A submission as the table shows it; ``number`` is the one it has, ``proposed`` the one it would get."""

    submission: Submission
    href: str
    address: str
    number: int | None = None
    proposed: int | None = None
    is_annex: bool = False
    notes: tuple[Note, ...] = ()
    reason: str = ""
    remedy: str = ""
    progress: str = ""
    register_href: str = ""
    may_be_undone: bool = False
    has_letter: bool = False
    may_be_reconsidered: bool = False

    @property
    def name(self) -> str:
        """The file's name without the folders and archives it came in."""
        return self.submission.name.rsplit("/", 1)[-1]

    @property
    def came_in(self) -> str:
        """The mail, archive or folder that the file came in."""
        return self.submission.name.rpartition("/")[0]

    @property
    def title(self) -> str:
        """What leads to the submission: its title, else its file's name."""
        return self.submission.title or self.name or _("Hồ sơ %(pk)s") % {"pk": self.submission.pk}


@dataclass(frozen=True)
class Group:
    """The rows for which the same is to be done."""

    key: str
    title: str
    rows: tuple[Row, ...] = field(default=())
    hint: str = ""
    beyond: int = 0


def order_of(asked: str | None) -> str:
    """Return the order that is asked for if there is such a one, else that of arrival."""
    return asked if asked is not None and asked in ORDERS else "arrival"


def in_shown_order(rows: Iterable[Submission], order: str) -> list[Submission]:
    """Sort submissions as the table shows them and as they will be numbered."""
    return sorted(rows, key=ORDERS[order][1])


def rows_in_sight(workshop: Workshop, *, now: datetime.datetime, whole: bool) -> list[Submission]:
    """Return what waits, and of what is settled the last days, or all of it."""
    open_ones = Q(state__in=OPEN | UNDER_WAY)
    undoable = Q(state=SubmissionState.ACCEPTED, decided_at__gt=now - datetime.timedelta(days=DAYS_TO_UNDO))
    settled = Q(state__in=(SubmissionState.REFUSED, SubmissionState.OPENED))
    if not whole:
        settled &= Q(batch__received_at__gt=now - datetime.timedelta(days=DAYS_IN_SIGHT))
    rows = Submission.objects.in_workshop(workshop).filter(open_ones | undoable | settled)
    return list(rows.for_table().select_related("attaches_to__contribution", "reading_progress", "replaces"))


def groups_of(
    submissions: Sequence[Submission],
    *,
    workshop: Workshop,
    order: str,
    counts: Mapping[str, int],
    now: datetime.datetime,
) -> list[Group]:
    """Arrange submissions by what is to be done; each state is in exactly one group, empty groups are left out."""
    shown = in_shown_order(submissions, order)
    proposals = propose_numbers(shown, after=workshop.counter.last_number)
    rows = [_row(each, workshop, proposals.get(each.pk), now) for each in shown]

    def group(key: str, title: str, states: Iterable[SubmissionState], hint: str = "") -> Group:
        states = frozenset(states)
        kept = tuple(row for row in rows if row.submission.state in states)
        settled = states <= {SubmissionState.REFUSED, SubmissionState.OPENED}
        beyond = sum(counts.get(state, 0) for state in states) - len(kept) if settled else 0
        return Group(key, title, kept, hint, max(beyond, 0))

    groups = [
        group("doubtful", _("Cần xem lại"), [SubmissionState.DOUBTFUL]),
        group("ready", _("Sẵn sàng vào sổ"), [SubmissionState.READY]),
        group("reading", _("Đang đọc"), UNDER_WAY),
        group("accepted", _("Vừa vào sổ"), [SubmissionState.ACCEPTED], _("Hoàn tác được trong một ngày.")),
        group("refused", _("Không nhận"), [SubmissionState.REFUSED]),
        group("opened", _("Đã tách, đã nhập từng dòng"), [SubmissionState.OPENED]),
    ]
    return [each for each in groups if each.rows or each.beyond]


def propose_numbers(shown: Iterable[Submission], *, after: int) -> dict[int, int]:
    """Return the number that each ready submission would get if all were registered as shown.

    One that is kept with another has the number of that one: it has it already, or is among the ready ones.
    """
    ready = [each for each in shown if each.state == SubmissionState.READY]
    main = [each for each in ready if each.attaches_to_id is None]
    numbers = {each.pk: after + place for place, each in enumerate(main, start=1)}
    for each in ready:
        if each.attaches_to is not None:
            contribution = each.attaches_to.contribution
            number = contribution.number if contribution else numbers.get(each.attaches_to.pk)
            if number:
                numbers[each.pk] = number
    return numbers


def notes_of(submission: Submission) -> tuple[Note, ...]:
    """Return what a person must know of a submission, doubts first; what a person has checked is no doubt any more."""
    is_open = submission.checked_at is None
    notes = [
        Note(*outcomes.flag_line(flag), is_doubt=is_open and flag["severity"] != Severity.NOTICE)
        for flag in submission.flags
    ]
    if submission.problem and submission.state in OPEN:
        notes.insert(0, Note(*outcomes.problem_words(submission), is_doubt=is_open))
    if submission.replaces is not None:
        words = _("Thay cho văn bản số %(number)s") % {"number": submission.replaces.number}
        notes.append(Note(words, "", is_doubt=False))
    return tuple(sorted(notes, key=lambda note: not note.is_doubt))


def _row(submission: Submission, workshop: Workshop, proposed: int | None, now: datetime.datetime) -> Row:
    address = reverse("intake:submission", args=[workshop.slug, submission.pk])
    is_refused = submission.state == SubmissionState.REFUSED
    reason, remedy = outcomes.words_of(submission) if is_refused else ("", "")
    contribution = submission.contribution
    return Row(
        submission=submission,
        href="" if submission.refusal == Refusal.SECRECY or submission.state in UNDER_WAY else address,
        address=address,
        number=contribution.number if contribution else None,
        proposed=proposed,
        is_annex=submission.attaches_to_id is not None and not is_refused,
        notes=notes_of(submission) if submission.state in OPEN else (),
        reason=reason,
        remedy=remedy,
        progress=_progress(submission),
        register_href=_in_register(submission),
        may_be_undone=submission.may_be_undone(now) and not submission.attaches_to_id,
        has_letter=is_refused and submission.refusal not in _NO_LETTER,
        may_be_reconsidered=submission.refusal == Refusal.BY_PERSON,
    )


def _in_register(submission: Submission) -> str:
    contribution = submission.contribution
    return reverse("admin:proceedings_contribution_change", args=[contribution.pk]) if contribution else ""


def _progress(submission: Submission) -> str:
    if submission.state == SubmissionState.WAITING:
        return _("Chờ đọc")
    if submission.state != SubmissionState.READING:
        return ""
    progress: Any = getattr(submission, "reading_progress", None)
    if progress is not None and progress.total_count:
        return _("Đang nhận dạng chữ: trang %(done)s/%(total)s") % {
            "done": progress.done_count, "total": progress.total_count
        }  # fmt: skip
    return _("Đang nhận dạng chữ") if submission.file_id else _("Đang đọc")
