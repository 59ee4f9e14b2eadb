"""The reply to a sender whose document was not registered: a page to print, and the same for Word."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from proceedings.exports.docx import write_docx
from submissions.letters import as_document, letter_of
from submissions.models import Submission
from submissions.views.gate import reads, submission_of
from submissions.vocabulary import SubmissionState

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@reads
def letter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the letter as it will be printed."""
    submission = _refused(request, slug, pk)
    context = {
        "workshop": submission.batch.workshop,
        "submission": submission,
        "letter": letter_of(submission, now=timezone.now()),
    }
    return render(request, "intake/letter.html", context)


@reads
def letter_for_word(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send the letter as a Word file, to be finished there."""
    submission, now = _refused(request, slug, pk), timezone.now()
    with tempfile.TemporaryDirectory(prefix="letter-") as folder:
        document = as_document(letter_of(submission, now=now), now=now)
        content = write_docx(document, Path(folder) / "letter.docx", has_cover=False).read_bytes()
    headers = {"Content-Disposition": f'attachment; filename="tra-loi-{submission.pk}.docx"'}
    return HttpResponse(content, content_type=_WORD, headers=headers)


def _refused(request: HttpRequest, slug: str, pk: int) -> Submission:
    submission = submission_of(request, slug, pk)
    if submission.state != SubmissionState.REFUSED:
        raise Http404
    return submission
