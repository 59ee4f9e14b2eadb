"""What the machine proposes for a document that was read: its fields, and whether a person must look first."""

from __future__ import annotations

import datetime
from typing import Any

from proceedings.models import Committee, Contribution
from proceedings.text.cleaning import TextTooLong, clean_line
from proceedings.text.folding import fold
from proceedings.text.symbols import symbol_key
from proceedings.vocabulary import BodyKind, ContributionForm
from submissions.examination import Examined
from submissions.letterhead.found import SURE, Found
from submissions.models import Submission
from submissions.operations.moves import move
from submissions.queries.duplicates import near_identical
from submissions.readers.document import Kind, State
from submissions.screening.flags import Severity
from submissions.vocabulary import SubmissionState

_FAMILIES = {"party": BodyKind.PARTY_BODY, "state": BodyKind.STATE_BODY}


def propose(submission: Submission, examined: Examined) -> None:
    """Fill the fields of a submission from what was found, note what a person must look at, and set its state; unsaved.

    The committee of its own page is known without reading. A field is filled from ``DOUBTFUL`` confidence on; one
    below ``SURE`` sends the submission to a person.
    """
    found = examined.letterhead
    submission.symbol = _line(found.symbol, 60)
    submission.document_on = _day(found.date, submission.received_on)
    submission.title = _line(found.subject, 500) or _line_of(examined.document.subject, 500)
    submission.signer_name = _line(found.signer, 150)
    submission.signer_post = _line(found.signer_post, 300)
    submission.form = _form(submission)
    _propose_body(submission, examined)
    doubts = [*_doubts(submission, examined), *_from_its_page(submission, examined), *_duplicates(submission)]
    submission.flags = [*submission.flags, *doubts]
    needs_person = (
        examined.document.state == State.NEEDS_PERSON
        or examined.mark is not None
        or any(flag["severity"] != Severity.NOTICE for flag in submission.flags)
    )
    move(submission, SubmissionState.DOUBTFUL if needs_person else SubmissionState.READY)


def _propose_body(submission: Submission, examined: Examined) -> None:
    sender, found = submission.batch.committee, examined.letterhead
    if sender is not None:
        submission.committee = sender
    elif found.committee is not None:
        submission.committee = Committee.objects.filter(slug=found.committee.value).first()
    if submission.committee is None and found.body is not None and found.family:
        submission.body_kind = _FAMILIES[found.family]
        submission.body_name = _line(found.body, 300)


def _doubts(submission: Submission, examined: Examined) -> list[dict[str, Any]]:
    """List the fields that a person must look at: not found, or found with less than sureness."""
    if examined.document.kind in {Kind.XLSX, Kind.CSV}:
        return [_flag("columns")]
    found = examined.letterhead
    doubts = [_flag("mark_in_doubt")] if examined.mark is not None else []
    if submission.committee is None and not submission.body_name:
        doubts.append(_flag("no_body"))
    elif submission.batch.committee_id is None and not _is_sure(found.committee or found.body):
        doubts.append(_flag("unsure", field="committee" if submission.committee else "body_name"))
    if not submission.title:
        doubts.append(_flag("no_title"))
    is_paper = submission.form == ContributionForm.PAPER
    if not submission.symbol and (found.candidates.get("symbol") or not is_paper):
        doubts.append(_flag("no_symbol"))
    elif submission.symbol and not _is_sure(found.symbol):
        doubts.append(_flag("unsure", field="symbol"))
    if submission.document_on is None and (found.date is not None or not is_paper):
        doubts.append(_flag("no_date"))
    elif submission.document_on is not None and not _is_sure(found.date):
        doubts.append(_flag("unsure", field="document_on"))
    return doubts


def _from_its_page(submission: Submission, examined: Examined) -> list[dict[str, Any]]:
    """List what is doubtful of a file from a committee's own page: another body's letterhead, not handed in yet."""
    batch, found = submission.batch, examined.letterhead.committee
    if batch.committee is None:
        return []
    head = (
        Committee.objects.filter(slug=found.value).first() if found is not None and _is_sure(found) else None
    )
    is_other = head is not None and head.full_name != batch.committee.full_name
    doubts = [_flag("other_body", name=head.full_name)] if head is not None and is_other else []
    return [*doubts, _flag("unconfirmed")] if batch.confirmed_at is None else doubts


def _duplicates(submission: Submission) -> list[dict[str, Any]]:
    """List what stands or waits already: the same document by its number, or the same text."""
    flags = []
    same = (
        Contribution.objects.standing()
        .filter(
            workshop=submission.batch.workshop_id,
            committee=submission.committee,
            symbol_key=symbol_key(submission.symbol)[:60],
            document_on=submission.document_on,
        )
        .first()
        if submission.committee and submission.symbol and submission.document_on
        else None
    )
    if same is not None:
        submission.known_as = same
        flags.append(_flag("same_document", number=same.number))
    for near in near_identical(submission):
        if near.contribution is not None and near.contribution != same:
            flags.append(_flag("same_text_registered", number=near.contribution.number))
            submission.known_as = submission.known_as or near.contribution
        elif near.contribution is None:
            flags.append(_flag("same_text_waiting", name=near.name, submission=near.pk))
    return flags


def _flag(code: str, **values: str | int) -> dict[str, Any]:
    return {"code": code, "severity": Severity.PERSON, "values": values}


def _is_sure(found: Found[Any] | None) -> bool:
    return found is not None and found.confidence >= SURE


def _line(found: Found[str] | None, limit: int) -> str:
    return _line_of(found.value, limit) if found is not None else ""


def _line_of(text: str, limit: int) -> str:
    try:
        return clean_line(text).text[:limit]
    except TextTooLong:
        return clean_line(text[:limit]).text


def _day(found: Found[datetime.date] | None, received_on: datetime.date) -> datetime.date | None:
    """Return the date that was found, unless it is after the day of receipt: the registry refuses such a one."""
    return found.value if found is not None and found.value <= received_on else None


def _form(submission: Submission) -> ContributionForm:
    head = fold(f"{submission.title} {submission.text[:1500]}")
    return ContributionForm.PAPER if "tham luan" in head else ContributionForm.WRITTEN
